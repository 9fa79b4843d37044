package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Answer;
import pl.obieg.process.ProcedureMessage;

/** The statutory term of a case from its opening to its decision. */
class CaseTermTest {

    private static final LocalDate STARTED = LocalDate.of(2026, 4, 20);
    private static final LocalDate END = LocalDate.of(2026, 5, 20);

    private final Office office = new Office();
    private final StatutoryCalendar calendar = new StatutoryCalendar();
    private final String caseNumber = office.anyCase();

    @Test
    void taxCaseGetsAMonthAndAGuard_TIM01() {
        office.opened(caseNumber, "IN-1", STARTED);
        office.opened(caseNumber, "IN-1", STARTED);

        assertThat(term().on(STARTED, calendar).end()).isEqualTo(END);
        assertThat(messages("CaseOpened")).as("told twice, begun once").isEqualTo(List.of(caseNumber));
        assertThat(office.reasons.get("Termin załatwienia sprawy").get(0)).contains("20.05.2026", "TIM-01", "D16");
    }

    @Test
    void declarationOfSelfAssessmentHasNoTerm() {
        office.opened(caseNumber, "DN-1", STARTED);

        assertThat(office.terms.of(caseNumber)).isEmpty();
        assertThat(office.published).isEmpty();
    }

    @Test
    @DisplayName("PT-09: the term of a filed letter runs from the day it came, however late its case is opened")
    void termRunsFromTheDayTheLetterCame() {
        Submission letter = office.anyLetter();
        List<Object> facts = new ArrayList<>();
        new OpenCase(office.ezd, office.submissions, office.classes, facts::add)
                .run(new OpenCase.Input(letter.id(), office.register(letter), null), Office.call("o"));

        assertThat(facts).singleElement().satisfies(fact -> {
            CaseFact.CaseOpened opened = (CaseFact.CaseOpened) fact;
            assertThat(opened.startedOn()).isEqualTo(LocalDate.ofInstant(letter.receivedAt(), OfficeClock.WARSAW));
            assertThat(opened.exOfficio()).isFalse();
        });
        office.opened(caseNumber, "IN-1", LocalDate.of(2026, 1, 30));
        assertThat(term().on(STARTED, calendar).end()).as("T1").isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(office.reasons.get("Termin załatwienia sprawy").get(1)).contains("od dnia złożenia", "PT-09");
    }

    @Test
    @DisplayName("PT-09: ex officio the term runs from the delivery of the order, also in a case of a declaration")
    void exOfficioTheTermRunsFromTheDeliveryOfTheOrder() {
        office.tells(new CaseFact.CaseOpened(caseNumber, "3120", null, STARTED, true));
        assertThat(office.terms.of(caseNumber)).as("no order yet").isEmpty();

        begun(caseNumber, LocalDate.of(2026, 5, 4));
        begun(caseNumber, LocalDate.of(2026, 5, 6));

        assertThat(term().startedOn()).as("a corrected delivery moves it").isEqualTo("2026-05-06");
        assertThat(term().on(STARTED, calendar).end()).isEqualTo("2026-06-08");
        assertThat(messages("CaseOpened")).isEqualTo(List.of(caseNumber));
        assertThat(office.reasons.get("Termin załatwienia sprawy").get(1)).contains("art. 165 § 4");
    }

    @Test
    void appealHasFourteenDaysToGoToTheAppealBody_TIM01() {
        office.opened(caseNumber, "ODWOLANIE", STARTED);

        assertThat(term().on(STARTED, calendar).end()).isEqualTo("2026-05-04");
        assertThat(term().rule().basis()).isEqualTo("art. 227 §1 OP");
    }

    @Test
    void caseThatComesBackRunsAndIsGuardedAnew_TIM01() {
        office.opened(caseNumber, "IN-1", STARTED);
        office.termDesk.on(new CaseFact.CaseClosed(caseNumber, "podatek rozliczony", LocalDate.of(2026, 5, 14)));

        office.termDesk.on(new CaseFact.CaseReopened(caseNumber, "SKO uchyliło decyzję.", LocalDate.of(2026, 8, 3)));
        office.termDesk.on(new CaseFact.CaseReopened(caseNumber, "SKO uchyliło decyzję.", LocalDate.of(2026, 8, 3)));

        assertThat(term().endedOn()).isNull();
        assertThat(term().on(LocalDate.of(2026, 8, 4), calendar).end()).isEqualTo("2026-09-03");
        office.termDesk.on(new CaseFact.CaseClosed(caseNumber, "podatek rozliczony", LocalDate.of(2026, 8, 20)));
        assertThat(office.published.stream()
                        .filter(ProcedureMessage.class::isInstance)
                        .map(message ->
                                ((ProcedureMessage) message).name() + " " + ((ProcedureMessage) message).externalId()))
                .as("a message with a known id would change nothing")
                .containsExactly(
                        "CaseOpened " + caseNumber,
                        "CaseConcluded " + caseNumber,
                        "CaseOpened " + caseNumber + "#2",
                        "CaseConcluded " + caseNumber + "#2");
    }

    private void begun(String number, LocalDate on) {
        office.termDesk.on(new CaseFact.ProceedingsBegun(number, on));
    }

    @Test
    void asksForAWarningThenANoticeThenTheHead_TIM04() {
        office.opened(caseNumber, "IN-1", STARTED);

        assertThat(check(LocalDate.of(2026, 5, 12)))
                .extracting(CheckTerm.Output::termPhase, CheckTerm.Output::nextCheckOn)
                .containsExactly("RUNNING", LocalDate.of(2026, 5, 13));
        assertThat(check(LocalDate.of(2026, 5, 13)).termPhase()).as("day 23").isEqualTo("WARNING");
        office.terms.warned(caseNumber, LocalDate.of(2026, 5, 13));
        assertThat(check(LocalDate.of(2026, 5, 14)))
                .extracting(CheckTerm.Output::termPhase, CheckTerm.Output::nextCheckOn)
                .containsExactly("RUNNING", LocalDate.of(2026, 5, 18));
        assertThat(check(LocalDate.of(2026, 5, 18)))
                .as("day 28")
                .extracting(CheckTerm.Output::termPhase, CheckTerm.Output::escalateOn)
                .containsExactly("NOTICE", END.plusDays(1));
        office.terms.confirmed(caseNumber, LocalDate.of(2026, 5, 18));
        assertThat(check(LocalDate.of(2026, 5, 19)))
                .extracting(CheckTerm.Output::termPhase, CheckTerm.Output::nextCheckOn)
                .containsExactly("RUNNING", END.plusDays(1));
        assertThat(check(END.plusDays(1)).termPhase()).isEqualTo("OVERDUE");
    }

    @Test
    void daysOfACallAreNotCountedAndAnOpenOneMovesTheEnd_TIM03() {
        office.opened(caseNumber, "IN-1", STARTED);
        call("2026-05-04", null);
        assertThat(term().on(LocalDate.of(2026, 5, 14), calendar))
                .extracting(CaseTerm.Outlook::end, CaseTerm.Outlook::stopped)
                .containsExactly(LocalDate.of(2026, 6, 1), true);
        office.database
                .jdbc()
                .sql("update correspondence.party_call set ended_at = ?")
                .param(noon("2026-05-11"))
                .update();

        assertThat(term().on(LocalDate.of(2026, 5, 14), calendar))
                .as("5 to 11 May: seven days")
                .extracting(CaseTerm.Outlook::end, CaseTerm.Outlook::stopped)
                .containsExactly(LocalDate.of(2026, 5, 27), false);
    }

    @Test
    void callAnsweredTheSameDayStopsNothing() {
        office.opened(caseNumber, "IN-1", STARTED);
        call("2026-05-04", "2026-05-04");

        assertThat(term().on(LocalDate.of(2026, 5, 14), calendar).end()).isEqualTo(END);
    }

    @Test
    void stopOfAProcedureEndsWithTheDayItIsResumed_TIM03() {
        office.opened(caseNumber, "IN-1", STARTED);
        new StopTerm(office.terms, at("2026-05-04"))
                .run(new StopTerm.Input(caseNumber, "OTHER_ORGAN", null), Office.call("s"));
        new ResumeTerm(office.terms, at("2026-05-11"))
                .run(new ResumeTerm.Input(caseNumber, "s", null), Office.call("r"));

        assertThat(term().stops())
                .containsExactly(new ClockStop(
                        LocalDate.of(2026, 5, 5), LocalDate.of(2026, 5, 11), ClockStop.Reason.OTHER_ORGAN));
    }

    @Test
    @DisplayName("TIM-03: the days of a hearing run from the day after its legal delivery to the last day to speak")
    void daysOfAHearingAreThoseOfTheLaw() {
        office.opened(caseNumber, "IN-1", STARTED);
        new StopTerm(office.terms, at("2026-05-06"))
                .run(
                        new StopTerm.Input(caseNumber, "STATUTORY_ACT", LocalDate.of(2026, 4, 28)),
                        Office.call("hearing"));
        new ResumeTerm(office.terms, at("2026-05-10"))
                .run(new ResumeTerm.Input(caseNumber, "hearing", LocalDate.of(2026, 5, 5)), Office.call("r"));

        assertThat(term().stops())
                .containsExactly(new ClockStop(
                        LocalDate.of(2026, 4, 29), LocalDate.of(2026, 5, 5), ClockStop.Reason.STATUTORY_ACT));
        assertThat(term().on(LocalDate.of(2026, 5, 10), calendar).end()).isEqualTo("2026-05-27");
    }

    @Test
    void procedureThatGoesOnDoesNotEndASuspensionThatAClerkNoted_TIM03() {
        office.opened(caseNumber, "IN-1", STARTED);
        ClockStop suspension = ClockStop.since(LocalDate.of(2026, 5, 1), ClockStop.Reason.SUSPENSION);
        new TermStops(office.terms, office.records, at("2026-05-01")).note(caseNumber, suspension, "piotr");
        new StopTerm(office.terms, at("2026-05-04"))
                .run(new StopTerm.Input(caseNumber, "STATUTORY_ACT", null), Office.call("s"));
        new ResumeTerm(office.terms, at("2026-05-11"))
                .run(new ResumeTerm.Input(caseNumber, "s", null), Office.call("r"));

        assertThat(term().stops()).contains(suspension);
        assertThat(term().on(LocalDate.of(2026, 5, 14), calendar).stopped()).isTrue();
    }

    @Test
    void stopLeftOpenAtTheDecisionDoesNotHoldTheNextRound_TIM01() {
        office.opened(caseNumber, "IN-1", STARTED);
        new StopTerm(office.terms, at("2026-05-04"))
                .run(new StopTerm.Input(caseNumber, "SUSPENSION", null), Office.call("s"));
        call("2026-05-05", null);
        office.termDesk.on(new CaseFact.CaseClosed(caseNumber, "decyzja", LocalDate.of(2026, 5, 14)));
        office.termDesk.on(new CaseFact.CaseReopened(caseNumber, "SKO uchyliło decyzję.", LocalDate.of(2026, 8, 3)));

        assertThat(term().on(LocalDate.of(2026, 8, 24), calendar))
                .extracting(CaseTerm.Outlook::end, CaseTerm.Outlook::stopped)
                .containsExactly(LocalDate.of(2026, 9, 3), false);
    }

    @Test
    @DisplayName("TIM-01: an order that refuses a certificate settles the case; another order does not")
    void orderThatSettlesTheCaseEndsItsTerm() {
        office.tells(new CaseFact.CaseOpened(caseNumber, "3160", "ZASWIADCZENIE", STARTED, false));
        order("L-1", false);
        assertThat(term().endedOn()).isNull();

        order("L-2", true);

        assertThat(term())
                .extracting(CaseTerm::endedOn, CaseTerm::endedBy)
                .containsExactly(LocalDate.of(2026, 4, 24), "wydano pismo: postanowienie");
        assertThat(messages("CaseConcluded")).isEqualTo(List.of(caseNumber));
    }

    private void order(String letter, boolean settles) {
        office.termDesk.on(new CaseFact.LetterIssued(
                caseNumber,
                letter,
                OfficeLetters.Kind.ORDER,
                "o odmowie",
                caseNumber + ".P1",
                Office.sha(9),
                LocalDate.of(2026, 4, 24),
                List.of(),
                settles));
    }

    @Test
    @DisplayName("TIM-04: the notice of a case ex officio goes to whom the office wrote in it")
    void noticeOfACaseExOfficioGoesToTheAddresseesOfItsOrder() {
        Letters letters = new Letters(office.database.jdbc(), path -> "", office.clock);
        String order = letters.draft(
                new OfficeLetters.Draft(
                        caseNumber,
                        OfficeLetters.Kind.ORDER,
                        "letters/x.ftlh",
                        "o wszczęciu",
                        java.util.Map.of(),
                        List.of("party-1", "party-2")),
                "k");
        assertThat(office.terms.addressees(caseNumber))
                .as("a draft went to nobody")
                .isEmpty();

        letters.issue(order, Office.sha(1), STARTED);

        assertThat(office.terms.addressees(caseNumber)).containsExactly("party-1", "party-2");
    }

    @Test
    void issuedNoticeGivesTheTermItsNewEndAndItIsGuardedAnew_TIM04() {
        office.opened(caseNumber, "IN-1", STARTED);
        office.terms.warned(caseNumber, LocalDate.of(2026, 5, 13));
        office.terms.noticeDrafted("L-1", caseNumber, "Brak wypisu.", END, LocalDate.of(2026, 6, 30));
        assertThat(term().on(LocalDate.of(2026, 5, 18), calendar).end())
                .as("a draft moves nothing")
                .isEqualTo(END);

        office.termDesk.on(new CaseFact.LetterIssued(
                caseNumber,
                "L-1",
                OfficeLetters.Kind.LETTER,
                "Zawiadomienie",
                null,
                Office.sha(9),
                LocalDate.of(2026, 5, 18),
                List.of()));

        assertThat(check(LocalDate.of(2026, 5, 18)))
                .extracting(CheckTerm.Output::termPhase, CheckTerm.Output::termEnd, CheckTerm.Output::nextCheckOn)
                .containsExactly("RUNNING", LocalDate.of(2026, 6, 30), LocalDate.of(2026, 6, 23));
        assertThat(check(LocalDate.of(2026, 6, 23)).termPhase()).isEqualTo("WARNING");
        assertThat(messages("TermNoticeIssued")).isEqualTo(List.of(caseNumber));
        assertThat(office.terms.notices(caseNumber))
                .singleElement()
                .satisfies(notice -> assertThat(notice.issuedOn()).isEqualTo("2026-05-18"));
    }

    @Test
    void decisionEndsTheTermOnceWhateverFollows() {
        office.opened(caseNumber, "IN-1", STARTED);
        office.published.clear();
        office.termDesk.on(new CaseFact.DecisionIssued(
                caseNumber, caseNumber + ".D1", Office.sha(1), 2026, BigDecimal.TEN, END, List.of()));
        office.termDesk.on(new CaseFact.CaseClosed(caseNumber, "podatek wpłacony", LocalDate.of(2026, 11, 30)));

        assertThat(messages("CaseConcluded")).isEqualTo(List.of(caseNumber));
        assertThat(term())
                .extracting(CaseTerm::endedOn, CaseTerm::endedBy)
                .containsExactly(END, "wydano decyzję " + caseNumber + ".D1");
        assertThat(term().phase(LocalDate.of(2026, 12, 1), calendar)).isEqualTo(CaseTerm.Phase.ENDED);
    }

    @Test
    void caseWithoutATermIsClosedWithoutAMessageNobodyTakes() {
        office.termDesk.on(new CaseFact.CaseClosed(caseNumber, "koniec", END));

        assertThat(office.published).isEmpty();
    }

    private CaseTerm term() {
        return office.terms.of(caseNumber).orElseThrow();
    }

    private CheckTerm.Output check(LocalDate today) {
        Answer<CheckTerm.Output> answer = new CheckTerm(office.terms, calendar, at(today.toString()))
                .run(new CheckTerm.Input(caseNumber), Office.call("c"));
        return ((Answer.Now<CheckTerm.Output>) answer).output();
    }

    private List<String> messages(String name) {
        return office.published.stream()
                .filter(ProcedureMessage.class::isInstance)
                .map(ProcedureMessage.class::cast)
                .filter(message -> message.name().equals(name))
                .map(ProcedureMessage::businessKey)
                .toList();
    }

    private void call(String written, String ended) {
        office.database
                .jdbc()
                .sql("""
                insert into correspondence.party_call (call_key, case_number, submission_id, matter_keys, written_at,
                    ended_at) values ('k', ?, 'S', '{}', ?, ?::timestamptz)
                """)
                .params(caseNumber, noon(written), ended == null ? null : noon(ended))
                .update();
    }

    private static Timestamp noon(String day) {
        return Timestamp.from(LocalDate.parse(day)
                .atTime(LocalTime.NOON)
                .atZone(OfficeClock.WARSAW)
                .toInstant());
    }

    private static OfficeClock at(String day) {
        return new OfficeClock(Clock.fixed(noon(day).toInstant(), OfficeClock.WARSAW));
    }
}
