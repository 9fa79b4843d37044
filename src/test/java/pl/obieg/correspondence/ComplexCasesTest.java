package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Refusal;
import pl.obieg.support.TestDecisions;

/** Especially complex cases have two months. */
class ComplexCasesTest {

    private static final LocalDate STARTED = LocalDate.of(2026, 4, 20);

    private final Office office = new Office();
    private final StatutoryCalendar calendar = new StatutoryCalendar();
    private final String caseNumber = office.anyCase();

    @Test
    @DisplayName(
            "TIM-01: an especially complex case has two months from the same first day, with the reason in its file")
    void complexCaseHasTwoMonths() {
        office.opened(caseNumber, "IN-1", STARTED);
        office.terms.warned(caseNumber, LocalDate.of(2026, 5, 13));
        assertThatThrownBy(() -> complexCases().mark(caseNumber, " ", "piotr"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REASON_MISSING"));

        office.transaction.executeWithoutResult(
                status -> complexCases().mark(caseNumber, "Dwunastu współwłaścicieli, spór o granice.", "piotr"));

        assertThat(term().on(LocalDate.of(2026, 5, 14), calendar).end()).isEqualTo("2026-06-22");
        assertThat(term().complexReason()).startsWith("Dwunastu współwłaścicieli");
        assertThat(term().phase(LocalDate.of(2026, 5, 18), calendar))
                .as("no notice on day 28")
                .isEqualTo(CaseTerm.Phase.RUNNING);
        assertThat(office.reasons
                        .get("Termin sprawy szczególnie skomplikowanej")
                        .get(0))
                .contains("22.06.2026", "TIM-01", "D16");
        assertThatThrownBy(() -> complexCases().mark(caseNumber, "Jeszcze raz.", "piotr"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_COMPLEX"));
    }

    @Test
    @DisplayName("TIM-01: a relief that a clerk called complex is guarded as a complex case")
    void complexReliefIsGuardedAsOne() {
        office.opened(caseNumber, "IN-1", STARTED);
        CaseFact.CaseFoundComplex fact = new CaseFact.CaseFoundComplex(caseNumber, "wskazano we wniosku");
        office.transaction.executeWithoutResult(status -> complexCases().on(fact));
        office.transaction.executeWithoutResult(status -> complexCases().on(fact));

        assertThat(term().rule().amount()).isEqualTo(2);
    }

    @Test
    void certificateIsNeverComplex() {
        office.tells(new CaseFact.CaseOpened(caseNumber, "3160", "ZASWIADCZENIE", STARTED, false));

        assertThatThrownBy(() -> complexCases().mark(caseNumber, "Wiele spraw.", "piotr"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_COMPLEX"));
    }

    private ComplexCases complexCases() {
        return new ComplexCases(
                office.terms,
                office.records,
                new TestDecisions(),
                office.keptReasons,
                calendar,
                at(LocalDate.of(2026, 5, 14)));
    }

    private CaseTerm term() {
        return office.terms.of(caseNumber).orElseThrow();
    }

    private static OfficeClock at(LocalDate day) {
        return new OfficeClock(Clock.fixed(
                day.atTime(LocalTime.NOON).atZone(OfficeClock.WARSAW).toInstant(), OfficeClock.WARSAW));
    }
}
