package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.ledger.law.Limitation.Suspension;

/** LIM-01, OP art. 70. */
class LimitationTest {

    private static final LocalDate DUE = LocalDate.of(2021, 3, 15);

    @ParameterizedTest
    @CsvSource({"2021-03-15, 2026-12-31", "2021-12-31, 2026-12-31", "2022-01-01, 2027-12-31", "2026-03-16, 2031-12-31"})
    void endsFiveYearsAfterTheYearOfTheDueDate(LocalDate due, LocalDate lastDay) {
        assertThat(Limitation.of(due, List.of(), List.of()).lastDay()).isEqualTo(lastDay);
    }

    @Test
    void passesOnTheNextDayAndIsNearForSixMonths() {
        Limitation limitation = Limitation.of(DUE, List.of(), List.of());

        assertThat(limitation.passedOn(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(limitation.passedOn(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(limitation.nearOn(LocalDate.of(2026, 6, 30))).isFalse();
        assertThat(limitation.nearOn(LocalDate.of(2026, 7, 1))).isTrue();
    }

    @Test
    void measureOfEnforcementBreaksTheRunningTerm() {
        assertThat(last(List.of("2023-05-10"), List.of())).isEqualTo("2028-05-10");
        assertThat(last(List.of("2023-05-10", "2027-02-01"), List.of())).isEqualTo("2032-02-01");
        assertThat(last(List.of("2028-05-11", "2023-05-10"), List.of())).isEqualTo("2028-05-10");
    }

    @Test
    void measureBeforeTheTermBeganOrAfterItEndedBreaksNothing_UR13() {
        assertThat(last(List.of("2021-09-01"), List.of())).isEqualTo("2026-12-31");
        assertThat(last(List.of("2027-01-01"), List.of())).isEqualTo("2026-12-31");
    }

    @Test
    void suspendedDaysAreAddedOnce() {
        assertThat(last(List.of(), List.of(days("2022-02-01", "2022-02-28")))).isEqualTo("2027-01-28");
        assertThat(last(List.of(), List.of(days("2022-02-01", "2022-02-28"), days("2022-02-15", "2022-03-02"))))
                .isEqualTo("2027-01-30");
        assertThat(last(List.of(), List.of(days("2027-03-01", "2027-03-31")))).isEqualTo("2026-12-31");
    }

    @Test
    void suspensionOverTheEndOfTheYearDelaysTheBeginning() {
        assertThat(last(List.of(), List.of(days("2021-06-01", "2022-06-30")))).isEqualTo("2027-06-30");
        assertThat(last(List.of(), List.of(days("2021-04-01", "2021-11-30")))).isEqualTo("2026-12-31");
    }

    @Test
    void openSuspensionLeavesTheEndOpen() {
        Limitation open = Limitation.of(DUE, List.of(), List.of(new Suspension(LocalDate.of(2024, 1, 1), null)));

        assertThat(open.lastDay()).isNull();
        assertThat(open.passedOn(LocalDate.of(2050, 1, 1))).isFalse();
        assertThat(open.nearOn(LocalDate.of(2050, 1, 1))).isFalse();
    }

    @Test
    void measureDuringASuspensionStartsTheTermAfterIt() {
        assertThat(last(List.of("2022-06-15"), List.of(days("2022-06-01", "2022-06-30"))))
                .isEqualTo("2027-06-30");
    }

    private static String last(List<String> measures, List<Suspension> suspensions) {
        return Limitation.of(DUE, measures.stream().map(LocalDate::parse).toList(), suspensions)
                .lastDay()
                .toString();
    }

    private static Suspension days(String from, String to) {
        return new Suspension(LocalDate.parse(from), LocalDate.parse(to));
    }
}
