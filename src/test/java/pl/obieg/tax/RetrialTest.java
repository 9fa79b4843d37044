package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.support.LetterText;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.retrial.BeginRetrial;
import pl.obieg.tax.retrial.CorrectFinding;
import pl.obieg.tax.retrial.RemandCase;

/** A decision the appeal body annulled: the same taxpayers and year are assessed anew (P05, OP art. 233 § 2). */
class RetrialTest {

    private final TaxOffice office = new TaxOffice();
    private String number;
    private List<String> parties;
    private AssessTax.Output tax;
    private String appeal;

    @BeforeEach
    void annulled() {
        String submission = office.submission(Declarations.in1CoOwned(3, 2026), Declarations.IN1, "IN-1");
        RecordDeclaration.Output recorded =
                run(RecordDeclaration.class, new RecordDeclaration.Input(submission, "IN-1", office.caseNumber), "d");
        parties = recorded.partyIds();
        tax = run(AssessTax.class, new AssessTax.Input(recorded.declarationId(), office.caseNumber, "DECISION"), "a");
        number = office.caseNumber + ".D1";
        String document = "doc-" + number;
        run(IssueDecision.class, new IssueDecision.Input(tax.assessmentId(), office.caseNumber, number, document), "i");
        office.publish(new CaseFact.DeliveryConcluded(
                office.caseNumber,
                number + "1",
                parties.get(0),
                document,
                "ADE",
                "DELIVERED",
                LocalDate.of(2026, 1, 5)));
        appeal = office.caseNumber.replace("3120", "3129");
        run(
                CheckAppeal.class,
                new CheckAppeal.Input(appeal, letter(), parties.subList(0, 1), number, "STRONA", null, null, null),
                "c");
        run(
                RecordRuling.class,
                new RecordRuling.Input(
                        appeal, "DO_PONOWNEGO", "CANCEL", null, "SKO.4140.3.2026", LocalDate.of(2026, 1, 9), null),
                "r");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void caseGoesOnUnderItsNumberWithWhatTheAppealBodyWants() {
        assertThat(remand(appeal).retrialPath()).isEqualTo("WYMIAR");
        assertThat(remand(appeal).retrialPath()).as("a step done twice").isEqualTo("WYMIAR");

        assertThat(office.messages.stream().filter(message -> message.name().equals("CaseRemanded")))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.businessKey()).isEqualTo(office.caseNumber);
                    assertThat(message.variables())
                            .containsEntry("annulledDecision", number)
                            .containsEntry("rulingNumber", "SKO.4140.3.2026")
                            .containsEntry("retrialNote", "Zmierzyć budynek.")
                            .containsEntry("returnedOn", TaxOffice.TODAY)
                            .containsEntry("clerk", "piotr");
                });
    }

    @Test
    void annulledDecisionIsNotInForce() {
        assertThat(office.get(ChangeRegister.class).decisionOf(parties, 2026, "IN-1"))
                .as("nothing to change: it is gone")
                .isEmpty();
    }

    @Test
    void rulingWithoutItsGuidanceIsNotSentBack() {
        assertThatThrownBy(() -> run(
                        RemandCase.class,
                        new RemandCase.Input(appeal, number, " ", letter(), "SKO.1", null, "piotr"),
                        "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("co trzeba wyjaśnić");
    }

    @Test
    void newAssessmentStandsBesideTheOldOneAndFollowsWhatWasFound() {
        remand(appeal);
        BeginRetrial.Output begun = run(BeginRetrial.class, new BeginRetrial.Input(office.caseNumber, appeal), "b");
        assertThat(begun.annulledTax()).isEqualTo(tax.taxDue());
        assertThat(begun.partyIds()).isEqualTo(parties);
        assertThat(begun.objectsNow()).startsWith("1. ").contains("m²");
        assertThat(assess(begun.declarationId(), "n1").taxDue())
                .as("the same facts, the same tax")
                .isEqualTo(tax.taxDue());

        CorrectFinding.Input finding =
                new CorrectFinding.Input(office.caseNumber, begun.declarationId(), 1, new BigDecimal("10"), null, null);
        CorrectFinding.Output found = run(CorrectFinding.class, finding, "f");
        assertThat(found.foundArea())
                .as("the form is empty for the next object")
                .isNull();
        assertThat(found.objectsNow()).contains("10 m²");
        assertThat(run(CorrectFinding.class, finding, "f").declarationId())
                .as("a step done twice")
                .isEqualTo(found.declarationId());
        AssessTax.Output anew = assess(found.declarationId(), "n2");
        assertThat(anew.taxDue()).isLessThan(tax.taxDue());
        assertThat(anew.assessmentId()).isNotEqualTo(tax.assessmentId());
        assertThatThrownBy(() -> run(
                        CorrectFinding.class,
                        new CorrectFinding.Input(
                                office.caseNumber, found.declarationId(), 99, BigDecimal.TEN, null, null),
                        "g"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("PT-09: the decision after a hearing names the ruling, its guidance and the evidence")
    void newDecisionNamesTheRulingAndTheEvidence() {
        remand(appeal);
        BeginRetrial.Output begun = run(BeginRetrial.class, new BeginRetrial.Input(office.caseNumber, appeal), "b");
        AssessTax.Output anew = assess(begun.declarationId(), "n1");

        String decision = text(run(
                        WriteDecision.class,
                        new WriteDecision.Input(
                                anew.assessmentId(),
                                office.caseNumber,
                                office.caseNumber + ".D2",
                                TaxOffice.ACCOUNT,
                                true,
                                "Protokół oględzin z 3 lutego 2026 r."),
                        "w")
                .unsealedDocumentId());

        assertThat(decision)
                .contains(office.caseNumber + ".D2", "SKO.4140.3.2026", number, "art. 233 § 2")
                .contains("Zmierzyć budynek.", "Protokół oględzin", "wyznaczono siedmiodniowy termin")
                .doesNotContain("nie wyznaczano terminu");
    }

    @Test
    void anyOtherDecisionIsLeftToTheClerk() {
        office.publish(new CaseFact.LetterIssued(
                office.caseNumber,
                "letter-1",
                OfficeLetters.Kind.DECISION,
                "o uldze",
                office.caseNumber + ".D9",
                "doc-9-" + number,
                LocalDate.of(2026, 1, 2),
                parties));
        assertThat(run(
                                RemandCase.class,
                                new RemandCase.Input(
                                        appeal + "b",
                                        office.caseNumber + ".D9",
                                        "Zbadać dochód.",
                                        letter(),
                                        null,
                                        null,
                                        null),
                                "x")
                        .retrialPath())
                .isEqualTo("RECZNIE");
        assertThat(office.messages).noneMatch(message -> message.name().equals("CaseRemanded"));
    }

    private RemandCase.Output remand(String appealCase) {
        return run(
                RemandCase.class,
                new RemandCase.Input(
                        appealCase,
                        number,
                        "Zmierzyć budynek.",
                        letter(),
                        "SKO.4140.3.2026",
                        LocalDate.of(2026, 1, 9),
                        "piotr"),
                "m");
    }

    private AssessTax.Output assess(String declarationId, String key) {
        return run(AssessTax.class, new AssessTax.Input(declarationId, office.caseNumber, "DECISION"), key);
    }

    private String letter() {
        return office.submission("<odwolanie/>", null, null);
    }

    private String text(String documentId) {
        return LetterText.of(office.get(DocumentStore.class).get(documentId).content(), "ponowna-decyzja");
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> type, I input, String key) {
        return ((Answer.Now<O>) office.get(type).run(input, office.call(office.caseNumber + key))).output();
    }
}
