package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import pl.obieg.ledger.law.Arrear.FreeSpan;
import pl.obieg.ledger.law.InterestRates.Rate;

/** What is true of interest on any arrear; D09. */
class InterestPropertiesTest {

    private static final LocalDate BEGIN = LocalDate.of(2021, 1, 15);
    private static final BigDecimal NO_LIMIT = BigDecimal.ZERO;

    @Property
    void oneDayMoreNeverCostsLess(
            @ForAll @LongRange(min = 1, max = 100_000_000) long grosze,
            @ForAll @IntRange(min = 0, max = 1500) int due,
            @ForAll @IntRange(min = 0, max = 1500) int days,
            @ForAll @IntRange(min = 0, max = 1500) int freeFrom,
            @ForAll @IntRange(min = 0, max = 300) int freeDays) {
        FreeSpan free = new FreeSpan(BEGIN.plusDays(freeFrom), BEGIN.plusDays(freeFrom + freeDays), "art. 54");
        Arrear arrear =
                new Arrear(BigDecimal.valueOf(grosze, 2), BEGIN.plusDays(due), Arrear.Rate.BASIC, List.of(free));
        LocalDate paid = arrear.dueOn().plusDays(days);

        Interest today = Interest.of(arrear, paid, InterestTest.LAW.rates(), InterestTest.LIMIT);
        Interest tomorrow = Interest.of(arrear, paid.plusDays(1), InterestTest.LAW.rates(), InterestTest.LIMIT);

        assertThat(tomorrow.raw()).isGreaterThanOrEqualTo(today.raw());
        assertThat(tomorrow.charged()).isGreaterThanOrEqualTo(today.charged());
        assertThat(tomorrow.raw().subtract(today.raw()).signum() == 0 || !free.covers(paid.plusDays(1)))
                .as("a free day costs nothing")
                .isTrue();
    }

    /** A row more in the table with the same rate must change nothing. */
    @Property
    void splittingAPeriodOfOneRateChangesNothing(
            @ForAll @LongRange(min = 1, max = 100_000_000) long grosze,
            @ForAll @IntRange(min = 1, max = 1500) int days,
            @ForAll @IntRange(min = 0, max = 1600) int split) {
        Arrear arrear = Arrear.basic(BigDecimal.valueOf(grosze, 2), BEGIN);
        LocalDate paid = BEGIN.plusDays(days);
        List<Rate> more = new ArrayList<>(InterestTest.LAW.rates().all());
        LocalDate day = BEGIN.plusDays(split);
        more.add(new Rate(day, InterestTest.LAW.rates().on(day).percent()));

        Interest whole = Interest.of(arrear, paid, InterestTest.LAW.rates(), NO_LIMIT);
        Interest divided = Interest.of(arrear, paid, new InterestRates(more), NO_LIMIT);

        assertThat(divided.raw()).isEqualTo(whole.raw());
        assertThat(divided.charged()).isEqualTo(whole.charged());
        assertThat(divided.periods().stream().mapToLong(Interest.Period::days).sum())
                .isEqualTo(days);
    }
}
