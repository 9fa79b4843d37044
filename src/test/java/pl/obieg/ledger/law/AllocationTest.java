package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.ledger.law.Allocation.Cost;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.Allocation.DuePart;
import pl.obieg.ledger.law.Allocation.Wish;

/** D10: PAY-04, PAY-05. */
class AllocationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 17);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A1, 500, 1500, 65, 16, 16.00, 463.90, 20.10, 0.00",
        "A2, 2000, 1500, 65, 16, 16.00, 1500.00, 65.00, 419.00",
        "A3, 500, 1500, 0, 0, 0.00, 500.00, 0.00, 0.00"
    })
    void dividesByTheExamplesOfTheRuleBook(
            String id,
            BigDecimal payment,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal cost,
            BigDecimal toCost,
            BigDecimal toPrincipal,
            BigDecimal toInterest,
            BigDecimal over) {
        assertDivided(payment, principal, interest, cost, toCost, toPrincipal, toInterest, over);
    }

    /** Cases of another programme, computed from the statute with exact fractions. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/ledger/zaliczenie-wyrocznia.csv", numLinesToSkip = 1, delimiter = ';')
    void agreesWithTheOracle(
            String id,
            BigDecimal payment,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal cost,
            BigDecimal toCost,
            BigDecimal toPrincipal,
            BigDecimal toInterest,
            BigDecimal over) {
        assertDivided(payment, principal, interest, cost, toCost, toPrincipal, toInterest, over);
    }

    @Property(tries = 1000)
    void losesNoGroszAndNeverGivesMoreThanIsOwed(
            @ForAll @LongRange(min = 1, max = 10_000_000) long grosze,
            @ForAll @LongRange(min = 0, max = 3200) long cost,
            @ForAll @Size(max = 8) List<@LongRange(min = 1, max = 1_000_000) Long> principals,
            @ForAll @IntRange(min = 0, max = 4000) int interest,
            @ForAll @IntRange(min = 0, max = 9) int wished) {
        BigDecimal payment = BigDecimal.valueOf(grosze, 2);
        List<Cost> costs = List.of(new Cost("cost-1", "receivable-1", DAY, BigDecimal.valueOf(cost, 2)));
        List<Due> dues = IntStream.range(0, principals.size())
                .mapToObj(i -> due(
                        i + 1,
                        DAY.plusMonths(8 - i),
                        BigDecimal.valueOf(principals.get(i), 2),
                        BigDecimal.valueOf(i % 3 == 0 ? 0 : interest * (i + 1L))))
                .toList();
        Wish wish = wished == 0 ? null : new Wish("receivable-1", wished);

        Allocation allocation = Allocation.of(payment, costs, dues, wish);

        BigDecimal given = allocation.dues().stream()
                .map(part -> part.principal().add(part.interest()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(allocation.costs().stream()
                        .map(Allocation.CostPart::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(given.add(allocation.overpaid())).isEqualByComparingTo(payment);
        assertThat(allocation.overpaid().signum()).isNotNegative();
        assertThat(allocation.dues()).allSatisfy(part -> {
            assertThat(part.principal()).isBetween(BigDecimal.ZERO, part.due().principal());
            assertThat(part.interest())
                    .isBetween(BigDecimal.ZERO, part.due().interest().charged());
            assertThat(part.principal().scale()).isLessThanOrEqualTo(2);
            if (part.principalLeft().signum() == 0) {
                assertThat(part.interest())
                        .as("closed only with all its interest")
                        .isEqualByComparingTo(part.due().interest().charged());
            }
        });
        if (allocation.overpaid().signum() > 0) {
            assertThat(allocation.dues())
                    .hasSize(dues.size())
                    .allSatisfy(part -> assertThat(part.principalLeft()).isEqualByComparingTo("0"));
        }
    }

    /** PAY-05: the proportion alone would round the principal up to all of it and leave a grosz of interest. */
    @Test
    void dueIsNotClosedWhileAGroszOfInterestIsMissing() {
        Due old = due(1, DAY, new BigDecimal("10.00"), new BigDecimal("20"));

        assertThat(Allocation.of(new BigDecimal("29.99"), List.of(), List.of(old), null)
                        .dues())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.principal()).isEqualByComparingTo("9.99");
                    assertThat(part.interest()).isEqualByComparingTo("20.00");
                });
    }

    /** PAY-04. */
    @Test
    void earliestDueDateComesFirstUnlessThePayerNamesAnother() {
        List<Due> dues = List.of(
                due(2, LocalDate.of(2026, 5, 15), new BigDecimal("62.00"), BigDecimal.ZERO),
                due(1, LocalDate.of(2026, 3, 16), new BigDecimal("64.00"), BigDecimal.ZERO));

        assertThat(Allocation.of(new BigDecimal("100.00"), List.of(), dues, null)
                        .dues())
                .extracting(part -> part.due().number(), DuePart::principal, DuePart::wished)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, new BigDecimal("64.00"), false),
                        org.assertj.core.groups.Tuple.tuple(2, new BigDecimal("36.00"), false));
        assertThat(Allocation.of(new BigDecimal("100.00"), List.of(), dues, new Wish("receivable-1", 2))
                        .dues())
                .extracting(part -> part.due().number(), DuePart::principal, DuePart::wished)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, new BigDecimal("62.00"), true),
                        org.assertj.core.groups.Tuple.tuple(1, new BigDecimal("38.00"), false));
    }

    private static void assertDivided(
            BigDecimal payment,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal cost,
            BigDecimal toCost,
            BigDecimal toPrincipal,
            BigDecimal toInterest,
            BigDecimal over) {
        Allocation allocation = Allocation.of(
                payment,
                List.of(new Cost("cost-1", "receivable-1", DAY, cost)),
                List.of(due(1, DAY, principal, interest)),
                null);

        assertThat(allocation.costs().stream()
                        .map(Allocation.CostPart::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(toCost);
        assertThat(allocation.dues().stream().map(DuePart::principal).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(toPrincipal);
        assertThat(allocation.dues().stream().map(DuePart::interest).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(toInterest);
        assertThat(allocation.overpaid()).isEqualByComparingTo(over);
    }

    private static Due due(int number, LocalDate dueOn, BigDecimal principal, BigDecimal interest) {
        return new Due("receivable-1", number, dueOn, principal, new Interest(List.of(), interest, interest));
    }
}
