package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Receipt;
import pl.obieg.process.Call;
import pl.obieg.tax.RecordTaxDelivery;
import pl.obieg.tax.assessment.DecisionReceipts;
import pl.obieg.tax.assessment.DecisionRegister;

/** What the evidence of a delivery says reaches the tax system, whatever the order and however often it is told. */
class ReceiptsInTaxTest {

    private static final DeliveryOffice office = new DeliveryOffice();
    private static final AnnotationConfigApplicationContext tax = new AnnotationConfigApplicationContext();
    private EvidenceDesk desk;
    private String id;

    static {
        tax.registerBean(JdbcClient.class, office.database::jdbc);
        tax.register(StatutoryCalendar.class, DecisionRegister.class, DecisionReceipts.class, RecordTaxDelivery.class);
        tax.refresh();
    }

    @BeforeEach
    void issueADecision() {
        office.cleared();
        jdbc().sql("truncate tax.declaration, tax.decision, tax.decision_receipt cascade")
                .update();
        desk = office.bean(EvidenceDesk.class);
        id = office.posted();
        Delivery delivery = office.bean(DeliveryRegister.class).get(id);
        jdbc().sql("""
                insert into tax.declaration (id, submission_id, case_number, form, version, tax_year, purpose, received_on)
                values ('D', 'S', ?, 'IN-1', '1', 2026, 'FILING', '2026-01-10')
                """).param(delivery.caseNumber()).update();
        jdbc().sql("""
                insert into tax.assessment (id, declaration_id, case_number, call_key, regime, tax_year, total, tax_due,
                        assessed_on)
                values ('A', 'D', ?, 'k', 'DECISION', 2026, 968, 968, '2026-01-12')
                """).param(delivery.caseNumber()).update();
        tax.getBean(DecisionRegister.class)
                .add(
                        "A",
                        delivery.caseNumber(),
                        "1/2026",
                        delivery.documentId(),
                        LocalDate.of(2026, 1, 12),
                        List.of(delivery.partyId()));
    }

    @AfterAll
    static void close() {
        tax.close();
        office.close();
    }

    @Test
    void signedReceiptTellsWhoReceivedItAndWhen() {
        desk.receive(evidence(
                "REGISTERED-1",
                "e1",
                Evidence.Kind.SIGNED,
                "2026-02-10",
                "receiverName",
                "Anna Kowalska",
                "receiverRole",
                "ADDRESSEE"));
        conclude();

        Receipt receipt = inTax().get(0).receipt();
        assertThat(receipt.kind()).isEqualTo("SIGNED");
        assertThat(receipt.statedOn()).isEqualTo("2026-02-10");
        assertThat(receipt.receiverName()).isEqualTo("Anna Kowalska");
        assertThat(receipt.receiverRole()).isEqualTo("ADDRESSEE");
        assertThat(receipt.receiverSigned()).isTrue();
        assertThat(receipt.number()).isEqualTo("REGISTERED-1");
        assertThat(receipt.sentOn()).isEqualTo("2026-02-02");
        assertThat(receipt).asString().as("no names in logs").doesNotContain("Kowalska");
        assertThat(addressee())
                .extracting("status", "legalDate")
                .containsExactly("DELIVERED", LocalDate.of(2026, 2, 10));
    }

    @Test
    void substituteReceiptTellsTheHouseholdMember() {
        desk.receive(evidence(
                "REGISTERED-1",
                "e1",
                Evidence.Kind.SUBSTITUTE_SIGNED,
                "2026-02-11",
                "receiverName",
                "Jan Kowalski",
                "receiverRole",
                "ADULT_HOUSEHOLD"));
        conclude();

        assertThat(inTax().get(0).receipt())
                .extracting(Receipt::kind, Receipt::receiverName, Receipt::receiverRole)
                .containsExactly("SUBSTITUTE_SIGNED", "Jan Kowalski", "ADULT_HOUSEHOLD");
    }

    @Test
    void deemedDeliveryTellsBothNoticesPlacesAndReason() {
        desk.receive(
                evidence("REGISTERED-1", "n1", Evidence.Kind.FIRST_NOTICE, "2026-02-03", "noticePlacedWhere", "BOX"));
        desk.receive(evidence(
                "REGISTERED-1", "n2", Evidence.Kind.SECOND_NOTICE, "2026-02-10", "depositPlace", "POST_OFFICE"));
        assertThat(told().get(told().size() - 1).receipt().kind()).isEqualTo("SECOND_NOTICE");
        desk.receive(
                evidence("REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-18", "returnReason", "NOT_COLLECTED"));
        conclude();

        assertThat(inTax().get(0).receipt())
                .extracting(
                        Receipt::kind,
                        Receipt::firstNoticeOn,
                        Receipt::secondNoticeOn,
                        Receipt::noticePlacedWhere,
                        Receipt::depositPlace,
                        Receipt::returnReason,
                        Receipt::receiverSigned)
                .containsExactly(
                        "RETURNED",
                        LocalDate.of(2026, 2, 3),
                        LocalDate.of(2026, 2, 10),
                        "BOX",
                        "POST_OFFICE",
                        "NOT_COLLECTED",
                        null);
        assertThat(addressee()).extracting("status", "legalDate").containsExactly("DEEMED", LocalDate.of(2026, 2, 17));
    }

    @Test
    void refusalTellsItsDay() {
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.REFUSED, "2026-02-05", "returnReason", "REFUSED"));
        conclude();

        assertThat(inTax().get(0).receipt())
                .extracting(Receipt::kind, Receipt::statedOn, Receipt::returnReason)
                .containsExactly("REFUSED", LocalDate.of(2026, 2, 5), "REFUSED");
        assertThat(addressee()).extracting("status").isEqualTo("REFUSED");
    }

    @Test
    void returnedLetterAndItsSecondAttemptAreBothKept() {
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.RETURNED, "2026-02-06", "returnReason", "MOVED"));
        conclude();
        String second = office.sendByPost(id);
        desk.receive(evidence(second, "e2", Evidence.Kind.SIGNED, "2026-02-20"));
        conclude();

        assertThat(inTax())
                .extracting(one -> one.attempt() + " " + one.receipt().kind() + " "
                        + one.receipt().returnReason())
                .containsExactly("1 RETURNED MOVED", "2 SIGNED null");
        assertThat(addressee()).extracting("legalDate").isEqualTo(LocalDate.of(2026, 2, 20));
    }

    @Test
    void correctedCardIsMarkedUntilAClerkConcludesAnewAndThenTheDayChanges() {
        card("1", "2026-02-10");
        conclude();
        assertThat(inTax().get(0).contradicts()).isFalse();

        card("2", "2026-02-12");
        assertThat(inTax())
                .singleElement()
                .satisfies(one -> assertThat(one.contradicts()).isTrue())
                .satisfies(one -> assertThat(one.receipt().statedOn()).isEqualTo("2026-02-12"));
        assertThat(addressee()).extracting("legalDate").as("a clerk decides").isEqualTo(LocalDate.of(2026, 2, 10));

        office.bean(Reconclusion.class).conclude(id, "piotr");
        assertThat(inTax().get(0).contradicts()).isFalse();
        assertThat(addressee())
                .extracting("legalDate", "appealDeadline")
                .containsExactly(LocalDate.of(2026, 2, 12), LocalDate.of(2026, 2, 26));
    }

    @Test
    void letterGivenUpThatTurnsOutDeliveredIsMarkedInTax() {
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.FAILED, "2026-02-06"));
        conclude();
        desk.receive(evidence("REGISTERED-1", "e2", Evidence.Kind.SIGNED, "2026-02-05"));

        assertThat(inTax()).singleElement().satisfies(one -> {
            assertThat(one.receipt().kind()).isEqualTo("SIGNED");
            assertThat(one.contradicts()).isTrue();
        });
        office.bean(Reconclusion.class).conclude(id, "piotr");
        inTax();
        assertThat(addressee()).extracting("status").isEqualTo("DELIVERED");
    }

    @Test
    void letterThatIsNoDecisionLeavesNoReceiptInTax() {
        jdbc().sql("update tax.decision set document_id = 'another'").update();
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.SIGNED, "2026-02-10"));
        told().forEach(tax::publishEvent);

        assertThat(tax.getBean(DecisionReceipts.class).of(id)).isEmpty();
    }

    private void card(String number, String day) {
        office.bean(ReceiptDesk.class)
                .receiveCard(
                        evidence("REGISTERED-1", "ZPO-" + number, Evidence.Kind.SIGNED, day, "statedInFull", "true"));
    }

    /** The procedure concludes and tells the tax system. */
    private void conclude() {
        LocalDate legalDate = office.conclude(id);
        told().forEach(tax::publishEvent);
        tax.getBean(RecordTaxDelivery.class)
                .run(new RecordTaxDelivery.Input("A", id, office.status(id), legalDate), new Call("k", "c", "p"));
    }

    private List<CaseFact.ReceiptRecorded> told() {
        return office.facts.stream()
                .filter(CaseFact.ReceiptRecorded.class::isInstance)
                .map(CaseFact.ReceiptRecorded.class::cast)
                .toList();
    }

    /** What the tax system knows; the same when everything is told in turn, and backwards and twice. */
    private List<DecisionReceipts.Attempt> inTax() {
        office.facts.forEach(tax::publishEvent);
        DecisionReceipts receipts = tax.getBean(DecisionReceipts.class);
        List<DecisionReceipts.Attempt> inTurn = receipts.of(id);

        List<CaseFact> disorder = new ArrayList<>(told());
        disorder.addAll(told());
        Collections.reverse(disorder);
        jdbc().sql("truncate tax.decision_receipt").update();
        disorder.forEach(tax::publishEvent);
        assertThat(receipts.of(id)).isNotEmpty().isEqualTo(inTurn);
        return inTurn;
    }

    private DecisionRegister.Addressee addressee() {
        return tax.getBean(DecisionRegister.class).addressees("A").get(0);
    }

    private static JdbcClient jdbc() {
        return office.database.jdbc();
    }
}
