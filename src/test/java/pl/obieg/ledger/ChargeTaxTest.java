package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Refusal;

class ChargeTaxTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    /** PT-64, PT-65; golden example P1. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 2026-03-16, 2026-05-15, 2026-09-15, 2026-11-16",
        "2026-03-05, 2026-03-19, 2026-05-15, 2026-09-15, 2026-11-16",
        "2026-10-20, 2026-11-03, 2026-11-03, 2026-11-03, 2026-11-16"
    })
    void noInstalmentIsDueBeforeFourteenDaysFromDelivery(
            LocalDate delivered, LocalDate first, LocalDate second, LocalDate third, LocalDate fourth) {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "DECISION", delivered, "64", "62", "62", "62");

        assertThat(ledger.dueDates(receivable)).containsExactly(first, second, third, fourth);
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("250");
        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.instalments().get(0).date()).isEqualTo(first));
    }

    @Test
    void pt65TellsWhyTheFirstInstalmentIsDueLaterThanTheStatuteSays() {
        ledger.chargeAs(CASE, "assessment-1", "DECISION", LocalDate.of(2026, 3, 5), "64", "62");

        assertThat(ledger.reasons.sentences)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Rata nr 1, 64,00 zł: płatna do 19.03.2026")
                        .contains(
                                "ustawowy termin płatności 16.03.2026",
                                "doręczenia decyzji 05.03.2026",
                                "PT-65",
                                "D08"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Rata nr 2, 62,00 zł: płatna do 15.05.2026")
                        .contains("liczy się dzień późniejszy"));
    }

    @Test
    void pt64TellsThatATermOnAFreeDayMoves() {
        DueDates dueDates = new DueDates(new StatutoryCalendar());

        assertThat(dueDates.why(new Instalment(1, LocalDate.of(2026, 3, 15), new BigDecimal("64")), null))
                .contains("płatna do 16.03.2026", "15.03.2026 to sobota lub dzień wolny", "PT-64")
                .doesNotContain("PT-65");
    }

    /** PT-65 concerns decisions only. */
    @Test
    void selfAssessedTaxIsDueOnTheCalendarDate() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");

        assertThat(ledger.dueDates(receivable)).containsExactly(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 5, 15));
    }

    /** PT-12, OP art. 21 § 3: the tax arose by law, the decision only says how much it is. */
    @Test
    void pt12DeterminedTaxIsDueOnTheCalendarDateHoweverLateTheDecisionCame() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "DETERMINED", LocalDate.of(2026, 10, 20), "64", "62");

        assertThat(ledger.dueDates(receivable)).containsExactly(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 5, 15));

        ledger.redate(CASE, "2026-11-20");
        assertThat(ledger.dueDates(receivable)).containsExactly(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 5, 15));
        assertThatThrownBy(() -> ledger.chargeAs(CASE, "assessment-2", "DETERMINED", null, "64"))
                .isInstanceOf(Refusal.class);
    }

    /** OP art. 91–92: jointly liable are those whom the decision reached. */
    @Test
    void pt53OnlyWhomTheDecisionReachedIsDebtor() {
        String receivable = ledger.charge(
                CASE,
                "assessment-1",
                "DECISION",
                LocalDate.of(2026, 2, 10),
                List.of(new Instalment(1, LocalDate.of(2026, 3, 16), new BigDecimal("64"))),
                List.of("anna", "adam"),
                List.of("anna"));
        assertThat(WhatIsOwed.debtors(ledger, receivable)).containsExactly("anna");

        ledger.redate(CASE, "2026-03-05", List.of("anna", "adam"));
        assertThat(WhatIsOwed.debtors(ledger, receivable)).containsExactly("adam", "anna");
        assertThat(ledger.facts(CaseFact.TaxCharged.class).get(1).partyIds()).containsExactly("adam", "anna");
    }

    /** House rule UR-12: the common dates are those of the copies that were delivered. */
    @Test
    void pt53DefectiveCopyOfOneCoOwnerSuspendsNobodysTaxWhileAnotherCopyIsEffective() {
        String receivable = ledger.charge(CASE, "64", "62");

        ledger.suspend(CASE, 1);
        assertThat(ledger.dueDates(receivable)).first().isEqualTo(LocalDate.of(2026, 3, 16));

        ledger.suspend(CASE, 0);
        assertThat(ledger.dueDates(receivable)).first().isEqualTo(LocalDate.of(2026, 4, 23));
    }

    @Test
    void anAssessmentIsChargedOnce() {
        String first = ledger.charge(CASE, "64", "62");
        String again = ledger.charge(CASE, "64", "62");

        assertThat(again).isEqualTo(first);
        assertThat(ledger.count("receivable")).isEqualTo(1);
        assertThat(ledger.facts(CaseFact.TaxCharged.class)).hasSize(1);
    }

    @Test
    void refusesDecisionWithoutLegalDate() {
        assertThatThrownBy(() -> ledger.chargeAs(CASE, "assessment-1", "DECISION", null, "64"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LEGAL_DATE_MISSING"));
        assertThat(ledger.count("receivable")).isZero();
    }

    @Test
    void nothingToPayIsSettledAtOnce() {
        String receivable = ledger.charge(CASE);

        assertThat(ledger.messages("ReceivableSettled")).singleElement().satisfies(message -> {
            assertThat(message.businessKey()).isEqualTo(CASE);
            assertThat(message.externalId()).isEqualTo(receivable);
        });
    }

    @Test
    void aCaseKeepsItsAccount() {
        String account = ledger.account(CASE);

        assertThat(ledger.account(CASE)).isEqualTo(account);
        assertThat(Nrb.isValid(account)).isTrue();
        assertThat(ledger.account("FN.3120.2.2026")).isNotEqualTo(account);
    }
}
