package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;
import pl.obieg.tax.web.TaxPages;

/** A final decision is recomputed and changed (PT-14, PT-40 to PT-44, OP art. 254). Today is 12 January 2026. */
class ChangeOfDecisionTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 12, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 10);

    private final TaxOffice house = new TaxOffice();
    private final TaxOffice change = new TaxOffice();

    @AfterEach
    void close() {
        house.close();
        change.close();
    }

    @Test
    void pt43SaleOfTheWholeEndsTheTaxWithTheMonth() {
        decided(210);
        ComputeChange.Output computed = reported(Declarations.in1Sold(210, JUNE), Declarations.IN1, "IN-1");

        assertThat(computed.oldTax()).isEqualTo(711);
        assertThat(computed.newTax()).isEqualTo(355);
        assertThat(computed.taxDifference()).isEqualTo(-356);
        assertThat(computed.changedInstalments())
                .extracting(part -> part.amount().intValue())
                .containsExactly(91, 88, 88, 88);
        assertThat(computed.decisionFinal()).isTrue();
        assertThat(computed.chargedCase()).isEqualTo(house.caseNumber);
    }

    @Test
    void pt42WorkshopInTheGarageRaisesTheTaxFromTheNextMonth() {
        decided(211);
        ComputeChange.Output computed = reported(Declarations.in1Workshop(211, JUNE), Declarations.IN1, "IN-1");

        // 710.62 + 18 × (33.02 − 0.89) × 6 / 12 = 999.79
        assertThat(computed.newTax()).isEqualTo(1000);
    }

    @Test
    void officeFindsThatOneObjectWasSold() {
        decided(212);
        ComputeChange.Output computed = found("SALE", "1", null, null);

        // land 570.00 for six months: 710.62 − 285.00
        assertThat(computed.newTax()).isEqualTo(426);
        assertThat(change.get(TaxPages.class).ofCase(change.caseNumber))
                .first()
                .satisfies(view -> assertThat(view.get("form")).isEqualTo("Ustalenia urzędu"));
        assertThat(change.get(TaxPages.class).changeOf(change.caseNumber))
                .contains(Map.of("date", "16 marca 2026 r.", "before", "180 zł", "after", "108 zł"));
    }

    @Test
    void officeFindsAnotherAreaOrUse() {
        decided(213);

        // land 500 m² from July: 570.00 → 285.00 + 142.50
        assertThat(found("AREA_CHANGE", "1", "500", null).newTax()).isEqualTo(568);
        assertThat(found("USE_CHANGE", "3", null, "BUSINESS").newTax()).isEqualTo(1000);
        assertThat(found("DEMOLITION", "", null, null).newTax())
                .as("the land stays taxed")
                .isEqualTo(640);
    }

    @Test
    void lz01FarmLandReportedAfterTheDecisionMakesItAJointObligation() {
        decided(214);
        ComputeChange.Output computed = reported(Declarations.ir1(214, 2026), Declarations.IR1, "IR-1");

        assertThat(computed.newTax()).isEqualTo(711 + 509);
    }

    @Test
    void letterSaysOldAndNewSideBySideAndTheNextChangeStartsFromIt() {
        RecordDeclaration.Output owner = decided(215);
        ComputeChange.Output computed = found("SALE", "1", null, null);
        String letterId = run(
                        change,
                        change.get(DraftChange.class),
                        new DraftChange.Input(
                                change.caseNumber, house.caseNumber + ".D1", "Akt notarialny.", owner.partyIds()))
                .letterId();

        OfficeLetters.Draft draft = change.drafts.get(change.drafts.size() - 1);
        assertThat(draft.kind()).isEqualTo(OfficeLetters.Kind.DECISION);
        assertThat(draft.title()).contains("w podatku od nieruchomości na rok 2026");
        assertThat(List.of(
                        draft.content().get("before"),
                        draft.content().get("after"),
                        draft.content().get("difference")))
                .hasToString("[711 zł, 426 zł, −285 zł]");
        assertThat(computed.taxDifference()).isEqualTo(-285);

        String number = change.caseNumber + ".D1";
        change.publish(new CaseFact.LetterIssued(
                change.caseNumber,
                letterId,
                OfficeLetters.Kind.DECISION,
                "t",
                number,
                "d" + change.caseNumber,
                LocalDate.of(2025, 12, 2),
                owner.partyIds()));
        change.publish(new CaseFact.DeliveryConcluded(
                change.caseNumber,
                "del-" + change.caseNumber,
                owner.partyIds().get(0),
                "d" + change.caseNumber,
                "ADE",
                "DELIVERED",
                LocalDate.of(2025, 12, 3)));
        assertThat(run(change, change.get(CheckFinality.class), new CheckFinality.Input(number, null)))
                .isEqualTo(new CheckFinality.Output(true, LocalDate.of(2025, 12, 18)));
        assertThat(run(change, change.get(CheckFinality.class), new CheckFinality.Input(null, house.caseNumber)))
                .as("ARR-02: the tax of the first decision waits for the one that changed it")
                .isEqualTo(new CheckFinality.Output(true, LocalDate.of(2025, 12, 18)));

        try (TaxOffice second = new TaxOffice()) {
            RecordOfficialChange.Output next = run(
                    second,
                    second.get(RecordOfficialChange.class),
                    new RecordOfficialChange.Input(second.caseNumber, house.caseNumber + ".D1", JUNE));
            assertThat(next.changedDecision()).isEqualTo(number);
            ComputeChange.Output again = run(
                    second,
                    second.get(ComputeChange.class),
                    new ComputeChange.Input(second.caseNumber, "OBJECTS", "SALE", JUNE, "2", null, null));
            assertThat(again.oldTax()).isEqualTo(426);
            assertThat(again.chargedCase()).isEqualTo(house.caseNumber);
        }
        assertThat(annulled(number, owner.partyIds()))
                .as("P05: without the change the tax is as it was")
                .isEqualTo(711);
    }

    /** What is left when the appeal body annuls the changing decision, zł. */
    private int annulled(String number, List<String> parties) {
        String appeal = change.caseNumber + ".O";
        String letter = change.submission("<odwolanie/>", null, null);
        CheckAppeal.Output checked = run(
                change,
                change.get(CheckAppeal.class),
                new CheckAppeal.Input(appeal, letter, parties, number, "STRONA", null, null, null));
        assertThat(checked.decisionCase()).isEqualTo(change.caseNumber);
        return run(
                        change,
                        change.get(RecordRuling.class),
                        new RecordRuling.Input(appeal, "UMORZONA", "CANCEL", null, "SKO.1", null, null))
                .newInstalments()
                .stream()
                .mapToInt(part -> part.amount().intValue())
                .sum();
    }

    @Test
    void formOfAPersonWithADecisionIsAChangeAndOthersAreNot() {
        decided(216);

        assertThat(routed(Declarations.in1Sold(216, JUNE), 216)).contains("ChangeReported");
        assertThat(routed(Declarations.in1(216, 2026), 216))
                .as("nothing changed")
                .isEmpty();
        assertThat(routed(Declarations.in1Sold(217, JUNE), 217))
                .as("no decision")
                .isEmpty();
        assertThat(routed(Declarations.in1Sold(216, JUNE).replace("<Rok>2026</Rok>", ""), 216))
                .as("defects are for the usual procedure")
                .isEmpty();
    }

    @Test
    void lz03ThingOwnedWithAnotherDoesNotChangeTheDecisionOfOneOwner() {
        decided(220);

        assertThat(routed(bought(Declarations.in1(220, 2026)), 220)).contains("ChangeReported");
        assertThat(routed(bought(Declarations.in1CoOwned(220, 2026)), 220))
                .as("the couple has no decision yet (PT-50, PT-53)")
                .isEmpty();
        assertRefused(
                "DECISION_UNKNOWN",
                () -> reported(bought(Declarations.in1CoOwned(220, 2026)), Declarations.IN1, "IN-1"));
    }

    @Test
    void pt43FarmLandSoldIsTaxedToTheEndOfTheMonthAndNotTwice() {
        decided(Declarations.ir1(222, 2026), Declarations.IR1, "IR-1");
        ComputeChange.Output computed = reported(
                Declarations.ir1(222, 2026)
                        .replace("</CelZlozenia>", "</CelZlozenia><Zdarzenie rodzaj=\"ZBYCIE\" data=\"2026-06-10\"/>"),
                Declarations.IR1,
                "IR-1");

        assertThat(computed.oldTax()).isEqualTo(509);
        assertThat(computed.newTax()).isBetween(254L, 255L);
    }

    @Test
    void pt40FarmLandBoughtIsAddedToTheFarm() {
        decided(Declarations.ir1(224, 2026), Declarations.IR1, "IR-1");
        ComputeChange.Output computed = reported(bought(Declarations.ir1(224, 2026)), Declarations.IR1, "IR-1");

        assertThat(computed.newTax()).isGreaterThan(509 + 200);
    }

    private static String bought(String form) {
        return form.replace("</CelZlozenia>", "</CelZlozenia><Zdarzenie rodzaj=\"NABYCIE\" data=\"2026-06-10\"/>");
    }

    @Test
    void refusesWhatTheOfficeCannotChange() {
        decided(218);
        assertRefused(
                "DECISION_UNKNOWN",
                () -> run(
                        change,
                        change.get(RecordOfficialChange.class),
                        new RecordOfficialChange.Input(change.caseNumber, "FN.9", JUNE)));
        assertRefused(
                "DATE_OUTSIDE_YEAR",
                () -> run(
                        change,
                        change.get(RecordOfficialChange.class),
                        new RecordOfficialChange.Input(
                                change.caseNumber, house.caseNumber + ".D1", JUNE.minusYears(1))));
        assertRefused("EVENT_NEEDS_FORM", () -> found("ACQUISITION", "", null, null));
        assertRefused("OBJECT_UNKNOWN", () -> found("SALE", "4", null, null));
        assertRefused("OBJECT_UNKNOWN", () -> found("SALE", "pierwszy", null, null));
        assertRefused("EVENT_MISSING", () -> found(null, "", null, null));
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** The house of the person has a final decision. */
    private RecordDeclaration.Output decided(int n) {
        return decided(Declarations.in1(n, 2026), Declarations.IN1, "IN-1");
    }

    private RecordDeclaration.Output decided(String xml, String namespace, String form) {
        String submission = house.submission(xml, namespace, form);
        RecordDeclaration.Output recorded = run(
                house,
                house.get(RecordDeclaration.class),
                new RecordDeclaration.Input(submission, form, house.caseNumber));
        String assessment = run(
                        house,
                        house.get(AssessTax.class),
                        new AssessTax.Input(recorded.declarationId(), house.caseNumber, "DECISION"))
                .assessmentId();
        String document = "h" + house.caseNumber;
        run(
                house,
                house.get(IssueDecision.class),
                new IssueDecision.Input(assessment, house.caseNumber, house.caseNumber + ".D1", document));
        String delivery = "del-" + house.caseNumber;
        house.publish(new CaseFact.DeliveryConcluded(
                house.caseNumber, delivery, recorded.partyIds().get(0), document, "ADE", "DELIVERED", LONG_AGO));
        run(
                house,
                house.get(RecordTaxDelivery.class),
                new RecordTaxDelivery.Input(assessment, delivery, "DELIVERED", LONG_AGO));
        return recorded;
    }

    private ComputeChange.Output reported(String xml, String namespace, String form) {
        String submission = change.submission(xml, namespace, form);
        RecordChangeReport.Output report = run(
                change,
                change.get(RecordChangeReport.class),
                new RecordChangeReport.Input(submission, form, change.caseNumber));
        assertThat(report.changedDecision()).isEqualTo(house.caseNumber + ".D1");
        return run(
                change,
                change.get(ComputeChange.class),
                new ComputeChange.Input(
                        change.caseNumber,
                        report.changeScope(),
                        report.changeEvent(),
                        report.changeDate(),
                        null,
                        null,
                        null));
    }

    private ComputeChange.Output found(String event, String objects, String area, String usage) {
        run(
                change,
                change.get(RecordOfficialChange.class),
                new RecordOfficialChange.Input(change.caseNumber, house.caseNumber + ".D1", JUNE));
        return run(
                change,
                change.get(ComputeChange.class),
                new ComputeChange.Input(
                        change.caseNumber,
                        "OBJECTS",
                        event,
                        JUNE,
                        objects,
                        area == null ? null : new BigDecimal(area),
                        usage));
    }

    private List<String> routed(String xml, int n) {
        change.signedBy(Town.naturalPerson(n).pesel());
        String submission = change.submission(xml, Declarations.IN1, "IN-1");
        return change
                .get(ChangeRoute.class)
                .instead(change.get(Submissions.class).get(submission), "DeclarationArrived")
                .stream()
                .toList();
    }

    private static <I extends Record, O extends Record> O run(TaxOffice office, Operation<I, O> operation, I input) {
        return ((Answer.Now<O>) operation.run(input, office.call("key"))).output();
    }
}
