package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.correspondence.builtin.Office.call;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.exchange.MatterKeys;
import pl.obieg.exchange.RunningMatter;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.ProcedureMessage;

/** A call waits in a case; letters come. */
class AnsweredCallTest {

    private static final LocalDate NEXT_WEEK = LocalDate.of(2026, 5, 21);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 14);

    private final Office office = new Office();
    private final StaticListableBeanFactory modules = new StaticListableBeanFactory();
    private final CallRegister calls =
            new CallRegister(office.database.jdbc(), modules.getBeanProvider(MatterKeys.class), office.clock);
    private final JoinWaitingCase join = new JoinWaitingCase(
            calls,
            office.ezd,
            office.submissions,
            modules.getBeanProvider(RunningMatter.class),
            office.records,
            office.published::add);
    private Optional<RunningMatter.Joined> underWay = Optional.empty();
    private final EndCall end = new EndCall(calls, office.clock);

    private final Submission first = office.anyLetter();
    private final Submission second = office.anyLetter();
    private final String caseNumber = office.caseOf(first);

    AnsweredCallTest() {
        MatterKeys byForm = letter -> Set.of(letter.formCode());
        modules.addBean("matters", byForm);
        RunningMatter running = letter -> underWay;
        modules.addBean("running", running);
    }

    @Test
    void letterInTheMatterOfACallIsFiledInTheCaseThatCalled() {
        callTheParty("k-1");

        JoinWaitingCase.Output joined = comes(second, true);

        assertThat(joined).isEqualTo(new JoinWaitingCase.Output(true, caseNumber));
        assertThat(office.published).containsExactly(new ProcedureMessage("AnswerArrived", caseNumber, second.id()));
        assertThat(texts("select letter_number from correspondence.incoming where case_number = ?"))
                .hasSize(2);
        assertThat(texts("select note from correspondence.case_note where case_number = ?"))
                .containsExactly("Dołączono pismo RPW/2/2026, odpowiedź na wezwanie.");
    }

    @Test
    void letterWithDefectsAndLetterNobodyCalledForBeginTheirOwnCases() {
        assertThat(comes(second, true).answersCall()).isFalse();
        callTheParty("k-1");
        assertThat(comes(second, false).answersCall()).isFalse();
        assertThat(office.published).isEmpty();
    }

    @Test
    void formThatJoinedInTimeCountsThoughTheTermEndedMeanwhile() {
        callTheParty("k-1");
        comes(second, true);

        assertThat(ends("BRAK", TODAY)).isEqualTo(new EndCall.Output("FORMULARZ", second.id()));
    }

    @Test
    void callWithoutAFormEndsAsTheClerkNotedOrWithItsTerm() {
        callTheParty("k-1");
        assertThat(ends("BRAK", NEXT_WEEK)).isEqualTo(new EndCall.Output("CZEKA", first.id()));
        assertThat(ends("ODPOWIEDZ", NEXT_WEEK)).isEqualTo(new EndCall.Output("ODPOWIEDZ", first.id()));
        callTheParty("k-2");
        assertThat(ends("BRAK", TODAY)).isEqualTo(new EndCall.Output("BRAK", first.id()));
    }

    @Test
    @DisplayName("DEL-08: a call that reached nobody ends as such, whatever the day: nobody was silent")
    void callThatReachedNobodyIsNotTakenForSilence() {
        callTheParty("k-1");
        assertThat(ends("NIE_DORECZONO", null)).isEqualTo(new EndCall.Output("NIE_DORECZONO", first.id()));
        assertThat(comes(second, true).answersCall()).isFalse();
    }

    @Test
    void callThatHasEndedAndAClosedCaseTakeNoLetter() {
        callTheParty("k-1");
        ends("BRAK", TODAY);
        assertThat(comes(second, true).answersCall()).isFalse();
        callTheParty("k-2");
        office.transaction.execute(status -> office.ezd.closeCase(caseNumber, "zakończona"));
        assertThat(comes(second, true).answersCall()).isFalse();
    }

    private void callTheParty(String key) {
        office.transaction.executeWithoutResult(status -> calls.open(key, caseNumber, first));
    }

    private JoinWaitingCase.Output comes(Submission letter, boolean valid) {
        return run(join, new JoinWaitingCase.Input(letter.id(), office.register(letter), valid));
    }

    private EndCall.Output ends(String callOutcome, LocalDate expiresOn) {
        return run(end, new EndCall.Input(caseNumber, first.id(), callOutcome, expiresOn));
    }

    private <I extends Record, O extends Record> O run(Operation<I, O> operation, I input) {
        return office.transaction.execute(status -> ((Answer.Now<O>) operation.run(input, call("job"))).output());
    }

    private java.util.List<String> texts(String sql) {
        return office.database
                .jdbc()
                .sql(sql)
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("art. 81b OP: a correction in proceedings is filed in their case and begins none of its own")
    void formOfACaseUnderWayIsFiledThere() {
        String running = office.anyCase();
        underWay = Optional.of(new RunningMatter.Joined(running, "ObjectionArrived", "Korekta w terminie sprzeciwu."));

        JoinWaitingCase.Output output = comes(second, true);

        assertThat(output).isEqualTo(new JoinWaitingCase.Output(true, running));
        assertThat(office.published)
                .singleElement()
                .satisfies(message -> assertThat(
                                ((ProcedureMessage) message).name() + " " + ((ProcedureMessage) message).businessKey())
                        .isEqualTo("ObjectionArrived " + running));
        assertThat(comes(office.anyLetter(), false).answersCall())
                .as("a form with defects joins nothing")
                .isFalse();
    }
}
