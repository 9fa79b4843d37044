package pl.obieg.correspondence.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.correspondence.builtin.Office.call;
import static pl.obieg.correspondence.builtin.Office.sha;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.obieg.correspondence.CloseCase;
import pl.obieg.correspondence.OpenCase;
import pl.obieg.correspondence.RecordAssignment;
import pl.obieg.correspondence.RegisterDecision;
import pl.obieg.correspondence.RegisterLetter;
import pl.obieg.correspondence.RegisterOutgoing;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Answer;
import pl.obieg.process.Refusal;

class BuiltInCorrespondenceTest {

    private final Office office = new Office();

    @Test
    void opensTheCaseOfALetterOnceAndFilesTheLetterInIt() {
        Submission letter = office.anyLetter();
        String letterNumber = inTransaction(() -> answer(new RegisterLetter(office.ezd, office.submissions)
                        .run(new RegisterLetter.Input(letter.id()), call("a"))))
                .letterNumber();
        OpenCase operation = new OpenCase(office.ezd, office.submissions, office.classes, office.published::add);
        OpenCase.Input input = new OpenCase.Input(letter.id(), letterNumber, null);

        String first =
                inTransaction(() -> answer(operation.run(input, call("b")))).caseNumber();
        String again =
                inTransaction(() -> answer(operation.run(input, call("c")))).caseNumber();

        assertThat(first).isEqualTo("FN.3120.1.2026").isEqualTo(again);
        assertThat(texts(
                        "select kind from correspondence.case_document where case_number = ? order by position", first))
                .containsExactly("LETTER", "ATTACHMENT", "EVIDENCE");
        assertThat(texts("select letter_number from correspondence.incoming where case_number = ?", first))
                .containsExactly("RPW/1/2026");
    }

    @Test
    void refusesAClassThatIsNotInTheJrwaAndAUnitThatIsNone() {
        Submission letter = office.anyLetter();
        assertThatThrownBy(() -> inTransaction(() -> office.ezd.openCase(letter, "RPW/1/2026", "9999", "FN")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("UNKNOWN_CLASS"));
        assertThatThrownBy(() -> inTransaction(() -> office.ezd.openCase(letter, "RPW/1/2026", "3120", "F N")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("UNKNOWN_UNIT"));
        assertThat(office.caseOf(letter)).isEqualTo("FN.3120.1.2026");
    }

    @Test
    void notesEachDekretacjaOnceAndKeepsTheLastAsTheHandler() {
        String caseNumber = office.anyCase();
        RecordAssignment operation = new RecordAssignment(office.ezd);
        LocalDate deadline = LocalDate.of(2026, 6, 1);
        RecordAssignment.Input toAnna =
                new RecordAssignment.Input(caseNumber, "FN", "anna", deadline, "Proszę załatwić");
        operation.run(toAnna, call("visit-1"));
        operation.run(toAnna, call("visit-1"));
        operation.run(new RecordAssignment.Input(caseNumber, "FN", "piotr", null, null), call("visit-2"));

        assertThat(texts("select clerk from correspondence.assignment where case_number = ? order by id", caseNumber))
                .containsExactly("anna", "piotr");
        assertThat(texts("select clerk from correspondence.case_file where case_number = ?", caseNumber))
                .containsExactly("piotr");
    }

    @Test
    void numbersASecondDecisionOnlyAfterTheFirstWasIssued() {
        String caseNumber = office.anyCase();
        RegisterDecision operation = new RegisterDecision(office.ezd);
        RegisterDecision.Input input = new RegisterDecision.Input(caseNumber, "USTALAJACA");
        String first =
                inTransaction(() -> answer(operation.run(input, call("1")))).decisionNumber();
        String retried =
                inTransaction(() -> answer(operation.run(input, call("2")))).decisionNumber();
        CaseFact.DecisionIssued issued = new CaseFact.DecisionIssued(
                caseNumber, first, sha(9), 2026, BigDecimal.TEN, LocalDate.of(2026, 5, 14), List.of());
        inTransaction(() -> {
            office.chronicle.on(issued);
            office.chronicle.on(issued);
            return null;
        });
        String second =
                inTransaction(() -> answer(operation.run(input, call("3")))).decisionNumber();

        assertThat(first).isEqualTo("FN.3120.1.2026.D1").isEqualTo(retried);
        assertThat(second).isEqualTo("FN.3120.1.2026.D2");
        assertThat(texts("select register_number from correspondence.decision where case_number = ?", caseNumber))
                .containsExactlyInAnyOrder("1/2026", "2/2026");
        assertThat(texts(
                        "select document_id from correspondence.case_document where case_number = ? and kind = 'DECISION'",
                        caseNumber))
                .containsExactly(sha(9));
    }

    @Test
    void registersADeliveryOnceAndShowsHowItEnded() {
        String caseNumber = office.anyCase();
        String partyId = office.parties.register(Party.natural(
                "Anna", "Próbna", "90010112345", new Address("Polna", "1", null, "11-001", "Przykładowo", "PL")));
        RegisterOutgoing operation = new RegisterOutgoing(office.ezd);
        RegisterOutgoing.Input input = new RegisterOutgoing.Input(caseNumber, "d-1", partyId, sha(9), "REGISTERED");
        String number =
                inTransaction(() -> answer(operation.run(input, call("1")))).outgoingNumber();
        assertThat(inTransaction(() -> answer(operation.run(input, call("2")))).outgoingNumber())
                .isEqualTo(number)
                .isEqualTo("RPWych/1/2026");

        CaseFact.DeliveryConcluded concluded = new CaseFact.DeliveryConcluded(
                caseNumber, "d-1", partyId, sha(9), "REGISTERED", "DEEMED", LocalDate.of(2026, 5, 29));
        office.chronicle.on(concluded);
        office.chronicle.on(concluded);

        assertThat(texts("select addressee from correspondence.outgoing where delivery_id = ?", "d-1"))
                .containsExactly("Anna Próbna");
        assertThat(texts("select note from correspondence.case_note where case_number = ?", caseNumber))
                .containsExactly("Pismo uznano za doręczone (RPWych/1/2026) ze skutkiem na dzień 29.05.2026.");
    }

    /** PT-65. */
    @Test
    void notesOnceThatTheDayOfDeliveryTurnedOutAnother() {
        String caseNumber = office.anyCase();
        CaseFact.TaxRedated redated =
                new CaseFact.TaxRedated(caseNumber, "receivable-1", LocalDate.of(2026, 4, 27), List.of());

        office.chronicle.on(redated);
        office.chronicle.on(redated);

        assertThat(texts("select note from correspondence.case_note where case_number = ?", caseNumber))
                .containsExactly("Terminy płatności i odsetki policzono na nowo: decyzję doręczono 27.04.2026.");
    }

    @Test
    void closesACaseOnceAndTellsIt() {
        String caseNumber = office.anyCase();
        CloseCase operation = new CloseCase(office.ezd, office.published::add, office.clock);
        inTransaction(() -> operation.run(new CloseCase.Input(caseNumber, "podatek wpłacony"), call("1")));
        inTransaction(() -> operation.run(new CloseCase.Input(caseNumber, "podatek wpłacony"), call("2")));

        assertThat(office.published)
                .containsExactly(new CaseFact.CaseClosed(caseNumber, "podatek wpłacony", LocalDate.of(2026, 5, 14)));
        assertThatThrownBy(() -> inTransaction(() -> office.ezd.registerDecision(caseNumber, "USTALAJACA")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CASE_CLOSED"));
    }

    @Test
    void saysThatThereIsNoSuchCase() {
        assertThatThrownBy(() -> inTransaction(() -> office.ezd.closeCase("FN.3120.77.2026", "x")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CASE_NOT_FOUND"));
        office.chronicle.on(
                new CaseFact.DeliveryConcluded("FN.3120.77.2026", "d", null, sha(1), "EPUAP", "FAILED", null));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return office.transaction.execute(status -> work.get());
    }

    private List<String> texts(String query, String key) {
        return office.database.jdbc().sql(query).param(key).query(String.class).list();
    }

    private static <O extends Record> O answer(Answer<O> answer) {
        return ((Answer.Now<O>) answer).output();
    }
}
