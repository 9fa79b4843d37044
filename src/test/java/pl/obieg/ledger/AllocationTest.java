package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import pl.obieg.ledger.Allocation.OpenInstalment;
import pl.obieg.ledger.Allocation.Part;

class AllocationTest {

    /** PAY-04. */
    @Property(tries = 500)
    void losesNoGrosz(
            @ForAll @LongRange(min = 1, max = 10_000_000) long grosze,
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = 1_000_000) Long> open) {
        BigDecimal payment = BigDecimal.valueOf(grosze, 2);
        List<OpenInstalment> instalments = IntStream.range(0, open.size())
                .mapToObj(i -> instalment(i + 1, LocalDate.of(2026, 12 - i, 15), BigDecimal.valueOf(open.get(i), 2)))
                .toList();

        Allocation allocation = Allocation.earliestDueFirst(payment, instalments);

        BigDecimal set = allocation.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(set.add(allocation.overpaid())).isEqualByComparingTo(payment);
        assertThat(allocation.parts())
                .allSatisfy(part -> assertThat(part.amount())
                        .isPositive()
                        .isLessThanOrEqualTo(part.instalment().open()));
        BigDecimal allOpen = instalments.stream().map(OpenInstalment::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(allocation.overpaid())
                .isEqualByComparingTo(payment.subtract(allOpen).max(BigDecimal.ZERO));
        assertThat(allocation.parts())
                .isSortedAccordingTo((a, b) ->
                        a.instalment().dueOn().compareTo(b.instalment().dueOn()));
    }

    /** PAY-04. */
    @Test
    void fillsTheEarliestInstalmentBeforeTheNext() {
        Allocation allocation = Allocation.earliestDueFirst(
                new BigDecimal("100.00"),
                List.of(
                        instalment(2, LocalDate.of(2026, 5, 15), new BigDecimal("62.00")),
                        instalment(1, LocalDate.of(2026, 3, 16), new BigDecimal("64.00"))));

        assertThat(allocation.parts())
                .extracting(part -> part.instalment().number())
                .containsExactly(1, 2);
        assertThat(allocation.parts())
                .extracting(Part::amount)
                .containsExactly(new BigDecimal("64.00"), new BigDecimal("36.00"));
        assertThat(allocation.overpaid()).isEqualByComparingTo("0");
    }

    /** Vectors A3 and the overpayment of A2, principal only. */
    @Test
    void withoutInterestAndCostsAllGoesToPrincipal() {
        List<OpenInstalment> arrear = List.of(instalment(1, LocalDate.of(2025, 11, 17), new BigDecimal("1500")));

        assertThat(Allocation.earliestDueFirst(new BigDecimal("500"), arrear).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.amount()).isEqualByComparingTo("500"));
        assertThat(Allocation.earliestDueFirst(new BigDecimal("2000"), arrear).overpaid())
                .isEqualByComparingTo("500");
    }

    private static OpenInstalment instalment(int number, LocalDate dueOn, BigDecimal open) {
        return new OpenInstalment("receivable-1", number, dueOn, open);
    }
}
