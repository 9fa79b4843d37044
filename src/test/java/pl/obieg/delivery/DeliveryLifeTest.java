package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.delivery.DeliveryOffice.KOWALSKA;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Refusal;

class DeliveryLifeTest {

    private static final DeliveryOffice office = new DeliveryOffice();
    private EvidenceDesk desk;

    @BeforeEach
    void takeTheDesk() {
        office.cleared();
        desk = office.bean(EvidenceDesk.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void preparesOneDeliveryPerAddresseeHoweverOftenAsked() {
        String party = office.bean(Parties.class).register(KOWALSKA);
        var input = new PrepareDeliveries.Input("FN.3120.1.2026", "a".repeat(64), List.of(party, party));

        List<String> first = office.run(PrepareDeliveries.class, input).deliveryIds();

        assertThat(first).hasSize(1);
        assertThat(office.run(PrepareDeliveries.class, input).deliveryIds()).isEqualTo(first);
    }

    @Test
    void signedReceiptDeliversOnItsDayAndTellsTheOthers() {
        String id = office.posted();
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.SIGNED, "2026-02-10"));

        assertThat(office.conclude(id)).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(office.facts)
                .filteredOn(CaseFact.DeliveryConcluded.class::isInstance)
                .singleElement()
                .extracting("status", "legalDate", "channel")
                .containsExactly("DELIVERED", LocalDate.of(2026, 2, 10), "REGISTERED");
    }

    @Test
    void evidenceBeforeTheSendingCommitsIsKeptAndMatched() {
        String id = office.prepared();
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.SIGNED, "2026-02-10"));
        assertThat(office.messages).isEmpty();

        office.sendByPost(id);

        assertThat(office.messages)
                .singleElement()
                .matches(message -> message.businessKey().equals(id));
        assertThat(office.conclude(id)).hasToString("2026-02-10");
    }

    @Test
    void evidenceDuringTheSendingWaitsForItsCommit() throws Exception {
        String id = office.prepared();
        Thread operator =
                new Thread(() -> desk.receive(evidence("REGISTERED-9", "e9", Evidence.Kind.SIGNED, "2026-02-10")));
        new TransactionTemplate(office.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            office.bean(ReceiptDesk.class).dispatched(id, "REGISTERED", "REGISTERED-9");
            operator.start();
        });
        operator.join(10_000);

        assertThat(office.messages)
                .singleElement()
                .matches(message -> message.businessKey().equals(id));
    }

    @Test
    void secondAttemptAfterFailureConcludesAgain() {
        String id = office.posted();
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.RETURNED, "2026-02-06", "returnReason", "MOVED"));
        assertThat(office.conclude(id)).isNull();
        assertThat(office.status(id)).isEqualTo("FAILED");

        Address found = new Address("Polna", "1", null, "64-510", "Wronki", "PL");
        office.found(id, found, new Circumstances(false, false, false, null, false, false), null);
        office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        String second = office.sendByPost(id);
        desk.receive(evidence(second, "e2", Evidence.Kind.SIGNED, "2026-02-20"));

        assertThat(office.post.shipments.get(1).addressee().address()).isEqualTo(found);
        assertThat(office.messages).extracting("externalId").containsExactly("REGISTERED-1", "REGISTERED-2");
        assertThat(office.conclude(id)).hasToString("2026-02-20");
        assertThat(office.status(id)).isEqualTo("DELIVERED");
    }

    @Test
    void lostAttemptThatTurnsOutDeliveredCountsFirst() {
        String id = office.posted();
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.FAILED, "2026-02-06"));
        office.conclude(id);
        office.sendByPost(id);
        desk.receive(evidence("REGISTERED-1", "e1b", Evidence.Kind.SIGNED, "2026-02-05"));

        assertThat(office.messages).extracting("externalId").containsExactly("REGISTERED-1", "REGISTERED-1#2");
        assertThat(office.conclude(id)).hasToString("2026-02-05");
    }

    @Test
    void receiptWithoutSignatureIsDefective() {
        String id = office.posted();
        desk.receive(evidence("REGISTERED-1", "e1", Evidence.Kind.SIGNED, "2026-02-10", "receiverSignature", "false"));

        assertThat(office.conclude(id)).isNull();
        assertThat(office.status(id)).isEqualTo("DEFECTIVE");
    }

    @Test
    void letterNobodyCollectsIsDeemedDeliveredUnlessItCameBackBeforeFourteenDays_DEL11() {
        String early = office.posted();
        desk.receive(returnedOn("REGISTERED-1", "2026-02-10"));
        assertThat(office.conclude(early)).isNull();
        assertThat(office.status(early)).isEqualTo("DEFECTIVE");

        String full = office.posted();
        desk.receive(returnedOn("REGISTERED-2", "2026-02-19"));
        assertThat(office.conclude(full)).hasToString("2026-02-17");
        assertThat(office.status(full)).isEqualTo("DEEMED");
    }

    private static Evidence returnedOn(String reference, String day) {
        return evidence(
                reference,
                reference + "z",
                Evidence.Kind.RETURNED,
                day,
                "returnReason",
                "NOT_COLLECTED",
                "firstNoticeOn",
                "2026-02-03",
                "secondNoticeOn",
                "2026-02-10",
                "depositPlace",
                "POST_OFFICE");
    }

    @Test
    void returnWithSecondNoticeTooEarlyIsDefective() {
        String id = office.posted();
        desk.receive(evidence(
                "REGISTERED-1",
                "e1",
                Evidence.Kind.RETURNED,
                "2026-02-18",
                "returnReason",
                "NOT_COLLECTED",
                "firstNoticeOn",
                "2026-02-03",
                "secondNoticeOn",
                "2026-02-08",
                "depositPlace",
                "POST_OFFICE"));

        assertThat(office.conclude(id)).isNull();
        assertThat(office.status(id)).isEqualTo("DEFECTIVE");
    }

    @Test
    void repeatedSendUnderTheSameKeyMakesOneShipment() {
        String id = office.prepared();
        String first = office.run(SendByPost.class, new SendByPost.Input(id), "same-key")
                .dispatchNumber();

        assertThat(office.run(SendByPost.class, new SendByPost.Input(id), "same-key")
                        .dispatchNumber())
                .isEqualTo(first);
        assertThat(office.post.shipments).hasSize(1);
        assertThat(office.bean(DeliveryRegister.class).dispatches(id))
                .extracting(Dispatch::reference)
                .containsExactly(first);
    }

    @Test
    void channelIsAskedAgainAfterTheJobWasRolledBackSoThatItWritesItsOwnNotesAnew() {
        String id = office.prepared();
        TransactionTemplate job = new TransactionTemplate(office.bean(PlatformTransactionManager.class));
        job.executeWithoutResult(status -> {
            office.run(SendByPost.class, new SendByPost.Input(id), "same-key");
            status.setRollbackOnly();
        });

        office.run(SendByPost.class, new SendByPost.Input(id), "same-key");

        assertThat(office.post.asked).containsExactly("same-key", "same-key");
        assertThat(office.post.shipments).hasSize(1);
        assertThat(office.bean(DeliveryRegister.class).dispatches(id)).hasSize(1);
    }

    @Test
    void addressInBaeGoesBeforeTheAddressOfTheApplication() {
        office.bae.put(KOWALSKA.pesel(), "AE:PL-12345-67890-ABCDE-12");
        String id = office.prepared();
        FindDeliveryAddress.Output found = office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        office.run(SendByEDelivery.class, new SendByEDelivery.Input(id));

        assertThat(found.adeInBae()).isTrue();
        assertThat(office.ade.shipments.get(0).electronicAddress()).isEqualTo("AE:PL-12345-67890-ABCDE-12");
    }

    @Test
    void addressOfTheApplicationServesItsSenderOnly() {
        String id = office.prepared();
        String caseNumber = office.bean(DeliveryRegister.class).get(id).caseNumber();
        String other = office.bean(Parties.class)
                .register(pl.obieg.exchange.Party.natural("Jan", "Kowalski", "80020212345", DeliveryOffice.HOME));
        String otherId = office.run(
                        PrepareDeliveries.class,
                        new PrepareDeliveries.Input(caseNumber, "a".repeat(64), List.of(other)))
                .deliveryIds()
                .get(0);
        cameByEDelivery(caseNumber);

        assertThat(office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id))
                        .adeFromApplication())
                .isTrue();
        assertThat(office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(otherId))
                        .adeFromApplication())
                .isFalse();
    }

    @Test
    void refusesEDeliveryWithoutAddress() {
        String id = office.prepared();

        assertThatThrownBy(() -> office.run(SendByEDelivery.class, new SendByEDelivery.Input(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ADDRESS_UNKNOWN"));
    }

    @Test
    void ownCourierGetsANumberOfTheOfficesBook() {
        String id = office.prepared();
        office.run(RecordChannel.class, new RecordChannel.Input(id, "COURIER", "art. 144 §1b pkt 2 OP", "Akcja."));

        assertThat(office.run(SendByPost.class, new SendByPost.Input(id)).dispatchNumber())
                .isEqualTo("DW/000001/2026");
    }

    private void cameByEDelivery(String caseNumber) {
        String submission = office.bean(Submissions.class)
                .accept(new Submission(
                        null,
                        "ADE",
                        "m-1",
                        null,
                        "IN-1",
                        "Anna Kowalska",
                        KOWALSKA.pesel(),
                        "AE:PL-11111-22222-ABCDE-33",
                        "Informacja IN-1",
                        Instant.parse("2026-01-10T10:00:00Z"),
                        "b".repeat(64),
                        null,
                        List.of()))
                .id();
        office.tell(new CaseFact.DeclarationRecorded(
                caseNumber, "d-1", submission, "IN-1", 2026, LocalDate.of(2026, 1, 10), List.of()));
    }
}
