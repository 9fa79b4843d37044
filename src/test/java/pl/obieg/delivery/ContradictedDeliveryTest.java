package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.ProcedureMessage;

/** Evidence that comes after the conclusion and says otherwise: what the clerk is shown and what each choice does. */
class ContradictedDeliveryTest {

    private static final DeliveryOffice office = new DeliveryOffice();
    private String id;

    @BeforeEach
    void deliverALetter() {
        office.cleared();
        id = office.posted();
        card("1", "2026-02-10", true);
        assertThat(office.conclude(id)).isEqualTo("2026-02-10");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void correctedCardAsksAClerkOnceAndShowsBothDays() {
        card("2", "2026-02-12", true);

        assertThat(doubts()).singleElement().satisfies(message -> {
            assertThat(message.businessKey()).isEqualTo(id);
            assertThat(message.variables()).containsOnlyKeys("deliveryId", "caseNumber", "documentId");
        });
        assertThat(office.run(CompareReceipts.class, new CompareReceipts.Input(id)))
                .isEqualTo(new CompareReceipts.Output(
                        List.of(id),
                        "REGISTERED",
                        "DELIVERED",
                        LocalDate.of(2026, 2, 10),
                        "DELIVERED",
                        LocalDate.of(2026, 2, 12)));
        assertThat(office.status(id))
                .as("nothing changes before the clerk's word")
                .isEqualTo("DELIVERED");
    }

    @Test
    void evidenceThatSaysTheSameAsksNobody() {
        card("2", "2026-02-10", true);

        assertThat(doubts()).isEmpty();
    }

    @Test
    void evidenceOfADeliveryThatWasNotEffectiveIsForTheDeliveryItself() {
        String lost = office.posted();
        office.bean(EvidenceDesk.class).receive(evidence("REGISTERED-2", "l", Evidence.Kind.FAILED, "2026-02-06"));
        office.conclude(lost);
        office.bean(EvidenceDesk.class).receive(evidence("REGISTERED-2", "s", Evidence.Kind.SIGNED, "2026-02-07"));

        assertThat(doubts()).isEmpty();
        assertThat(office.messages).extracting(ProcedureMessage::name).contains("ReceiptArrived");
    }

    @Test
    void confirmedNewDayIsToldToTheOthersAndKeptWithTheOldOne() {
        card("2", "2026-02-12", true);

        assertThat(office.run(ConcludeAnew.class, new ConcludeAnew.Input(id)))
                .isEqualTo(new ConcludeAnew.Output("DELIVERED", LocalDate.of(2026, 2, 12)));
        assertThat(lastConclusion().legalDate()).isEqualTo("2026-02-12");
        assertThat(office.reasons.kept.get(office.reasons.kept.size() - 1).inputs())
                .containsEntry("Wcześniej ustalony dzień", "10.02.2026");
    }

    @Test
    void correctedCardWithoutSignatureLeavesNoDelivery_DEL08() {
        card("2", "2026-02-10", false);

        assertThat(office.run(ConcludeAnew.class, new ConcludeAnew.Input(id)))
                .isEqualTo(new ConcludeAnew.Output("DEFECTIVE", null));
        assertThat(lastConclusion())
                .as("the other systems learn that there is no day any more")
                .extracting(CaseFact.DeliveryConcluded::status, CaseFact.DeliveryConcluded::legalDate)
                .containsExactly("DEFECTIVE", null);
    }

    @Test
    void deliveryFoundDefectiveCountsNoMoreAndTheNextOneDoes() {
        office.run(AnnulDelivery.class, new AnnulDelivery.Input(id, "Podpisała osoba obca."));

        assertThat(office.bean(DeliveryRegister.class).get(id))
                .extracting(Delivery::status, Delivery::legalDate)
                .containsExactly("DEFECTIVE", null);
        assertThat(lastConclusion().legalDate()).isNull();
        assertThat(office.reasons.steps()).contains("Uzasadnienie: Podpisała osoba obca.");

        office.sendByPost(id);
        office.bean(EvidenceDesk.class).receive(evidence("REGISTERED-2", "again", Evidence.Kind.SIGNED, "2026-03-02"));
        assertThat(office.conclude(id)).as("not the annulled day").isEqualTo("2026-03-02");
    }

    @Test
    void clerkMayLeaveTheDayAndIsNotAskedAgainAboutTheSameEvidence() {
        card("2", "2026-02-12", true);
        office.run(KeepConclusion.class, new KeepConclusion.Input(id, "Pomyłka poczty."));
        int asked = doubts().size();
        card("3", "2026-02-12", true);

        assertThat(doubts()).hasSize(asked);
        assertThat(office.bean(DeliveryRegister.class).get(id).legalDate()).isEqualTo("2026-02-10");

        card("4", "2026-02-13", true);
        assertThat(doubts()).as("another day is another doubt").hasSize(asked + 1);
    }

    private void card(String number, String day, boolean signed) {
        office.bean(ReceiptDesk.class)
                .receiveCard(evidence(
                        "REGISTERED-1",
                        "ZPO-" + number,
                        Evidence.Kind.SIGNED,
                        day,
                        "receiverSignature",
                        String.valueOf(signed)));
    }

    private static List<ProcedureMessage> doubts() {
        return office.messages.stream()
                .filter(message -> message.name().equals("ReceiptContradicted"))
                .toList();
    }

    private static CaseFact.DeliveryConcluded lastConclusion() {
        return office.facts.stream()
                .filter(CaseFact.DeliveryConcluded.class::isInstance)
                .map(CaseFact.DeliveryConcluded.class::cast)
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
