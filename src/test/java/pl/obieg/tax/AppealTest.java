package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.assessment.DecisionFinality;
import pl.obieg.tax.assessment.Finality;

/** Appeals: whose, against what, in time or not, what the ruling makes of the tax (P05, PT-53, TIM-01, INT-05). */
class AppealTest {

    private final TaxOffice office = new TaxOffice();
    private String number;
    private String document;
    private List<String> parties;
    private AssessTax.Output tax;
    private String appeal;

    /** Two co-owners get one decision; the appeal comes on 12 January 2026. */
    @BeforeEach
    void decided() {
        String submission = office.submission(Declarations.in1CoOwned(3, 2026), Declarations.IN1, "IN-1");
        RecordDeclaration.Output recorded =
                run(RecordDeclaration.class, new RecordDeclaration.Input(submission, "IN-1", office.caseNumber));
        parties = recorded.partyIds();
        tax = run(AssessTax.class, new AssessTax.Input(recorded.declarationId(), office.caseNumber, "DECISION"));
        number = office.caseNumber + ".D1";
        document = "doc-" + number;
        run(IssueDecision.class, new IssueDecision.Input(tax.assessmentId(), office.caseNumber, number, document));
        appeal = office.caseNumber.replace("3120", "3129");
        office.facts.clear();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void eachAddresseeHasHisOwnTermFromHisOwnCopy() {
        delivered(parties.get(0), "2025-12-20");
        delivered(parties.get(1), "2026-01-05");

        CheckAppeal.Output first = check(appeal, parties.get(0), null, null);
        CheckAppeal.Output second = check(appeal + "b", parties.get(1), null, null);

        assertThat(first.appealTermEnd()).as("3 January is a Saturday").isEqualTo("2026-01-05");
        assertThat(first.appealInTime()).isFalse();
        assertThat(second.appealTermEnd()).isEqualTo("2026-01-19");
        assertThat(second.appealInTime()).isTrue();
        assertThat(second.assessmentId()).isEqualTo(tax.assessmentId());
        assertThat(second.forwardBy()).as("OP art. 227 § 1").isEqualTo("2026-01-26");
    }

    @Test
    void letterPostedAtTheDesignatedOperatorOnTheLastDayIsInTime() {
        delivered(parties.get(0), "2025-12-20");

        assertThat(check(appeal, parties.get(0), "DESIGNATED_OPERATOR", LocalDate.of(2026, 1, 5))
                        .appealInTime())
                .isTrue();
        assertThat(check(appeal, parties.get(0), "OTHER_OPERATOR", LocalDate.of(2026, 1, 5))
                        .appealInTime())
                .as("a courier's day does not count")
                .isFalse();
        assertThatThrownBy(() -> check(appeal, parties.get(0), "DESIGNATED_OPERATOR", LocalDate.of(2026, 1, 13)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void strangerIsNoPartyAndTheSamePartyAppealsOnce() {
        delivered(parties.get(0), "2026-01-05");
        assertThat(check(appeal, "stranger", null, null).appellantIsParty()).isFalse();
        assertThat(check(appeal, parties.get(0), null, null).appealedBefore()).isFalse();
        assertThat(check(appeal + "b", parties.get(0), null, null).appealedBefore())
                .isTrue();
    }

    @Test
    void attorneyOfOneOfTwoMustSayOfWhom() {
        delivered(parties.get(0), "2026-01-05");
        delivered(parties.get(1), "2026-01-05");
        CheckAppeal.Input input = input(appeal, "attorney", null, null, "PELNOMOCNIK", null);
        assertThat(run(CheckAppeal.class, input).appellantIsParty()).isFalse();
        CheckAppeal.Input named = input(appeal, "attorney", null, null, "PELNOMOCNIK", 2);
        assertThat(run(CheckAppeal.class, named).appellantIsParty()).isTrue();
    }

    @Test
    void decisionNobodyGotYetIsKnownAsSuch() {
        CheckAppeal.Output output = check(appeal, parties.get(0), null, null);
        assertThat(output.decisionDelivered()).isFalse();
        assertThat(output.appealInTime()).isTrue();
        assertThat(output.appealTermEnd()).isNull();
    }

    @Test
    void unknownNumberIsRefused() {
        assertThatThrownBy(() -> run(
                        CheckAppeal.class,
                        new CheckAppeal.Input(
                                appeal, letter(), parties, "FN.3120.999.2026.D1", "STRONA", null, null, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("FN.3120.999.2026.D1");
    }

    @Test
    void orderOfAnotherModuleIsContestedWithinSevenDays() {
        office.publish(new CaseFact.LetterIssued(
                office.caseNumber,
                "letter-9",
                OfficeLetters.Kind.ORDER,
                "o odmowie",
                office.caseNumber + ".P1",
                "doc-order-" + number,
                LocalDate.of(2026, 1, 2),
                parties));
        office.publish(new CaseFact.DeliveryConcluded(
                office.caseNumber,
                "order-" + number,
                parties.get(0),
                "doc-order-" + number,
                "ADE",
                "DELIVERED",
                LocalDate.of(2026, 1, 2)));
        CheckAppeal.Output output = run(
                CheckAppeal.class,
                new CheckAppeal.Input(
                        appeal, letter(), parties, office.caseNumber + ".P1", "STRONA", null, null, null));
        assertThat(output.appealTermEnd()).isEqualTo("2026-01-09");
        assertThat(output.appealInTime()).isFalse();
        assertThat(output.assessmentId()).isEmpty();
    }

    @Test
    void runningAppealHoldsOffFinalityAndItsEndBringsIt() {
        delivered(parties.get(0), "2026-01-05");
        delivered(parties.get(1), "2025-12-20");
        check(appeal, parties.get(0), null, null);
        run(RecordAppeal.class, new RecordAppeal.Input(appeal, "TO_SELF_REVIEW"));
        run(RecordAppeal.class, new RecordAppeal.Input(appeal, "TO_SELF_REVIEW"));

        assertThat(office.facts.stream().filter(CaseFact.AppealFiled.class::isInstance))
                .singleElement()
                .isEqualTo(new CaseFact.AppealFiled(office.caseNumber, number, parties.get(0), TaxOffice.TODAY));
        assertThat(finality().finalOn()).isEmpty();

        run(
                RecordRuling.class,
                new RecordRuling.Input(appeal, "UTRZYMANA", "KEEP", null, "SKO.4140.1.2026", null, null));
        assertThat(office.facts.stream().filter(CaseFact.AppealEnded.class::isInstance))
                .hasSize(1);
        assertThat(finality().finalOn()).contains(LocalDate.of(2026, 1, 20));
    }

    @Test
    void lateAppealHoldsOffNothing() {
        delivered(parties.get(0), "2025-12-20");
        delivered(parties.get(1), "2026-01-05");
        check(appeal, parties.get(0), null, null);
        run(RecordAppeal.class, new RecordAppeal.Input(appeal, "LATE"));
        assertThat(office.facts).noneMatch(CaseFact.AppealFiled.class::isInstance);
        assertThat(finality().finalOn()).contains(LocalDate.of(2026, 1, 20));
    }

    @Test
    void rulingSplitsTheNewTaxOverTheDatesOfTheOld() {
        delivered(parties.get(0), "2026-01-05");
        check(appeal, parties.get(0), null, null);

        List<Instalment> lower = ruling("ZMIENIONA", "REPLACE", 402L).newInstalments();
        List<Instalment> small = ruling("ZMIENIONA", "REPLACE", 90L).newInstalments();

        assertThat(lower).extracting(part -> part.amount().intValue()).containsExactly(102, 100, 100, 100);
        assertThat(lower)
                .extracting(Instalment::date)
                .isEqualTo(tax.instalments().stream().map(Instalment::date).toList());
        assertThat(small)
                .as("PT-63")
                .singleElement()
                .satisfies(part -> assertThat(part.amount()).isEqualByComparingTo(new BigDecimal("90")));
        assertThat(ruling("UMORZONA", "CANCEL", null).newInstalments()).isEmpty();
        assertThat(ruling("UTRZYMANA", "KEEP", null).newInstalments()).isNull();
        assertThatThrownBy(() -> ruling("ZMIENIONA", "REPLACE", null)).isInstanceOf(Refusal.class);
    }

    @Test
    void lateForwardingAndLateRulingBearNoInterest() {
        delivered(parties.get(0), "2026-01-05");
        check(appeal, parties.get(0), null, null);
        office.get(AppealRegister.class).forwarded(appeal, LocalDate.of(2026, 2, 2), LocalDate.of(2026, 4, 2));

        List<RecordRuling.Span> spans = run(
                        RecordRuling.class,
                        new RecordRuling.Input(
                                appeal, "UTRZYMANA", "KEEP", null, "SKO.1", null, LocalDate.of(2026, 4, 20)))
                .interestFreeSpans();

        assertThat(spans)
                .extracting(span -> span.from() + " " + span.to() + " " + span.basis())
                .containsExactly(
                        "2026-01-27 2026-02-02 art. 54 § 1 pkt 2 OP", "2026-04-03 2026-04-20 art. 54 § 1 pkt 3 OP");
    }

    /** OP art. 54 § 1 pkt 3 asks when the ruling was issued, not when it came. */
    @Test
    void int05RulingIssuedInItsTermBearsInterestHoweverLateItIsDelivered() {
        delivered(parties.get(0), "2026-01-05");
        check(appeal, parties.get(0), null, null);
        office.get(AppealRegister.class).forwarded(appeal, LocalDate.of(2026, 1, 20), LocalDate.of(2026, 3, 20));

        assertThat(run(
                                RecordRuling.class,
                                new RecordRuling.Input(
                                        appeal,
                                        "UTRZYMANA",
                                        "KEEP",
                                        null,
                                        "SKO.1",
                                        LocalDate.of(2026, 3, 20),
                                        LocalDate.of(2026, 4, 20)))
                        .interestFreeSpans())
                .isEmpty();
        assertThat(run(
                                RecordRuling.class,
                                new RecordRuling.Input(
                                        appeal,
                                        "UTRZYMANA",
                                        "KEEP",
                                        null,
                                        "SKO.1",
                                        LocalDate.of(2026, 3, 23),
                                        LocalDate.of(2026, 4, 20)))
                        .interestFreeSpans())
                .extracting(span -> span.from() + " " + span.to() + " " + span.basis())
                .containsExactly("2026-03-21 2026-04-20 art. 54 § 1 pkt 3 OP");
    }

    @Test
    void stanceGoesToTheAppealBodyAndItsCopyToTheParty() {
        delivered(parties.get(0), "2026-01-05");
        check(appeal, parties.get(0), null, null);
        DraftStance.Output output = run(
                DraftStance.class,
                new DraftStance.Input(appeal, "TO_SELF_REVIEW", "Zarzuty są niezasadne.", "decyzja\n\n odwołanie "));
        assertThat(output.partyIds()).hasSize(2).endsWith(parties.get(0));
        assertThat(office.drafts)
                .singleElement()
                .satisfies(
                        draft -> assertThat(draft.content().get("files")).isEqualTo(List.of("decyzja", "odwołanie")));
    }

    @Test
    void selfReviewGoesToAllAddressees() {
        delivered(parties.get(0), "2026-01-05");
        check(appeal, parties.get(0), null, null);
        DraftSelfReview.Output output =
                run(DraftSelfReview.class, new DraftSelfReview.Input(appeal, 402L, "Powierzchnia jest mniejsza."));
        assertThat(output.partyIds()).isEqualTo(parties);
        assertThat(office.drafts.get(0).kind()).isEqualTo(OfficeLetters.Kind.DECISION);
    }

    private RecordRuling.Output ruling(String outcome, String effect, Long newTax) {
        return run(
                RecordRuling.class,
                new RecordRuling.Input(appeal, outcome, effect, newTax, "SKO.4140.1.2026", null, null));
    }

    private Finality finality() {
        return office.get(DecisionFinality.class).ofNumber(number).orElseThrow();
    }

    private void delivered(String party, String day) {
        office.publish(new CaseFact.DeliveryConcluded(
                office.caseNumber, number + party, party, document, "ADE", "DELIVERED", LocalDate.parse(day)));
        run(
                RecordTaxDelivery.class,
                new RecordTaxDelivery.Input(tax.assessmentId(), number + party, "DELIVERED", LocalDate.parse(day)));
    }

    private CheckAppeal.Output check(String appealCase, String sender, String carrier, LocalDate handedOver) {
        return run(CheckAppeal.class, input(appealCase, sender, carrier, handedOver, "STRONA", null));
    }

    private CheckAppeal.Input input(
            String appealCase, String sender, String carrier, LocalDate handedOver, String role, Integer which) {
        return new CheckAppeal.Input(appealCase, letter(), List.of(sender), number, role, which, carrier, handedOver);
    }

    private String letter() {
        return office.submission("<odwolanie/>", null, null);
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> type, I input) {
        return ((Answer.Now<O>) office.get(type).run(input, office.call("key-1"))).output();
    }
}
