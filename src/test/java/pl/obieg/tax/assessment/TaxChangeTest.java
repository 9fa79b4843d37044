package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pl.obieg.support.TestDecisions;

/** The old tax and the new side by side (PT-14, OP art. 254). */
class TaxChangeTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    void raisesOnlyInstalmentsStillToCome() {
        TaxChange change = TaxChange.of(tax("968"), tax("1298"), JUNE);

        assertThat(change.difference()).isEqualTo("330");
        assertThat(lines(change))
                .containsExactly(
                        "2026-03-16 242 → 242", "2026-05-15 242 → 242", "2026-09-15 242 → 407", "2026-11-16 242 → 407");
        assertThat(change.overpaid()).isZero();
        assertThat(change.dueAfterDelivery()).isZero();
    }

    @Test
    void lowersInstalmentsStillToComeAndFindsWhatIsOverpaid() {
        assertThat(lines(TaxChange.of(tax("968"), tax("600"), JUNE)))
                .endsWith("2026-09-15 242 → 58", "2026-11-16 242 → 58");

        TaxChange sold = TaxChange.of(tax("968"), tax("400"), JUNE);
        assertThat(sold.overpaid()).isEqualTo("84");
        assertThat(lines(sold)).endsWith("2026-09-15 242 → 0", "2026-11-16 242 → 0");
    }

    @Test
    void leavesRestForTheDeliveryWhenNoDateOfTheYearIsLeft() {
        TaxChange change = TaxChange.of(tax("968"), tax("1298"), LocalDate.of(2026, 11, 16));

        assertThat(change.dueAfterDelivery()).isEqualTo("330");
        assertThat(change.instalments())
                .allSatisfy(line -> assertThat(line.after()).isEqualTo(line.before()));
    }

    @Test
    void givesDatesOfTheYearToTaxThatWasPaidAtOnce() {
        assertThat(lines(TaxChange.of(tax("90"), tax("490"), JUNE)))
                .containsExactly("2026-03-16 90 → 90", "2026-09-15 0 → 200", "2026-11-16 0 → 200");
    }

    @Property(tries = 200)
    void newInstalmentsSumToTheNewTax(
            @ForAll @IntRange(min = 0, max = 5000) int before,
            @ForAll @IntRange(min = 0, max = 5000) int after,
            @ForAll @IntRange(min = 1, max = 12) int month) {
        TaxChange change =
                TaxChange.of(tax(String.valueOf(before)), tax(String.valueOf(after)), LocalDate.of(2026, month, 20));
        BigDecimal sum =
                change.instalments().stream().map(TaxChange.Line::after).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum.add(change.dueAfterDelivery()).subtract(change.overpaid()))
                .isEqualByComparingTo(change.newTax());
    }

    private static Assessment tax(String amount) {
        BigDecimal tax = new BigDecimal(amount);
        return new Assessment(
                2026,
                List.of(),
                tax,
                tax,
                Things.plan(new TestDecisions()).of("DECISION", tax, LocalDate.of(2026, 1, 1)));
    }

    private static List<String> lines(TaxChange change) {
        return change.instalments().stream()
                .map(line -> line.date() + " " + line.before() + " → " + line.after())
                .toList();
    }
}
