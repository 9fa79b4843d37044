package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.process.ProcedureMessage;

/** A delivery whose electronic evidence is in order is questioned by a clerk, or corrected by the operator. */
class QuestionedDeliveryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
    private static final LocalDate OTHER = LocalDate.of(2026, 2, 12);

    private final DeliveryOffice office = new DeliveryOffice();

    @BeforeEach
    void laterInTheMonth() {
        office.clock.moveTo(Duration.ofDays(20));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void receiptOfThePostThatAStrangerSignedIsQuestionedAndAnnulled_DEL08() {
        String id = postedAndSigned();
        question(id, Challenges.Truth.UNKNOWN, null);

        assertThat(doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.businessKey()).isEqualTo(id));
        assertThat(office.status(id)).as("the clerks of the case decide").isEqualTo("DELIVERED");
        assertThat(compare(id).newStatus()).isEqualTo("DELIVERED");

        office.run(AnnulDelivery.class, new AnnulDelivery.Input(id, "Podpisała osoba obca."));
        assertThat(office.status(id)).isEqualTo("DEFECTIVE");
        String again = office.sendByPost(id);
        tell("REGISTERED", again, "epo-2", Evidence.Kind.SIGNED, OTHER);
        assertThat(office.conclude(id)).isEqualTo(OTHER);
    }

    @Test
    void eachChallengeIsADoubtOfItsOwn() {
        String id = postedAndSigned();
        question(id, Challenges.Truth.UNKNOWN, null);
        office.run(KeepConclusion.class, new KeepConclusion.Input(id, "Podpis jest adresatki."));
        question(id, Challenges.Truth.UNKNOWN, null);

        assertThat(doubts())
                .extracting(ProcedureMessage::externalId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void electronicDeliveryCollectedOnAnotherDayIsConcludedAnew_DEL06() {
        String id = electronic();
        tell("ADE", "ADE-1", "d3", Evidence.Kind.COLLECTED, DAY);
        assertThat(office.conclude(id)).isEqualTo(DAY);

        question(id, Challenges.Truth.OTHER_DAY, OTHER);

        assertThat(doubts()).hasSize(1);
        assertThat(compare(id))
                .extracting(CompareReceipts.Output::concludedOn, CompareReceipts.Output::newLegalDate)
                .containsExactly(DAY, OTHER);
        assertThat(office.run(ConcludeAnew.class, new ConcludeAnew.Input(id)))
                .isEqualTo(new ConcludeAnew.Output("DELIVERED", OTHER));
    }

    @Test
    void electronicDeliveryThatNeverCameIsNoDelivery_DEL06() {
        String id = electronic();
        tell("ADE", "ADE-1", "d3", Evidence.Kind.FICTION, DAY);
        office.conclude(id);

        question(id, Challenges.Truth.NOT_DELIVERED, null);

        assertThat(compare(id).newStatus()).isEqualTo("FAILED");
        assertThat(office.run(ConcludeAnew.class, new ConcludeAnew.Input(id)))
                .isEqualTo(new ConcludeAnew.Output("FAILED", null));
    }

    @Test
    void dismissedChallengeLeavesTheEvidenceAsItWas() {
        String id = postedAndSigned();
        question(id, Challenges.Truth.NOT_DELIVERED, null);
        assertThat(compare(id).newStatus()).isEqualTo("FAILED");

        office.run(KeepConclusion.class, new KeepConclusion.Input(id, "Poczta potwierdziła odbiór."));

        assertThat(compare(id))
                .extracting(CompareReceipts.Output::newStatus, CompareReceipts.Output::newLegalDate)
                .containsExactly("DELIVERED", DAY);
        assertThat(office.bean(Reconclusion.class).due(id)).isFalse();
        assertThat(office.bean(Challenges.class).of(id)).singleElement().satisfies(challenge -> {
            assertThat(challenge.dismissed()).isTrue();
            assertThat(challenge.raisedBy()).isEqualTo("katarzyna");
        });
    }

    @Test
    void whatIsNotDeliveredCannotBeQuestioned() {
        String id = office.posted();

        assertThatThrownBy(() -> question(id, Challenges.Truth.UNKNOWN, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void postCorrectsItsReceiptToALaterDay_DEL08() {
        String id = postedAndSigned();
        tell("REGISTERED", "REGISTERED-1", "epo-corrected", Evidence.Kind.SIGNED, OTHER);

        assertThat(doubts()).hasSize(1);
        assertThat(compare(id).newLegalDate()).isEqualTo(OTHER);
    }

    @Test
    void typedCardOutvotesTheElectronicReceiptOfTheSameLetter_DEL08() {
        String id = postedAndSigned();
        office.bean(ReceiptDesk.class)
                .receiveCard(new Evidence(
                        "REGISTERED",
                        "REGISTERED-1",
                        "ZPO-1",
                        Evidence.Kind.SIGNED,
                        DAY,
                        Map.of("receiverSignature", "false"),
                        null));

        assertThat(compare(id).newStatus()).isEqualTo("DEFECTIVE");
    }

    @Test
    void operatorCorrectsTheEvidenceOfAnElectronicDelivery_DEL06a() {
        String id = electronic();
        tell("ADE", "ADE-1", "d3", Evidence.Kind.FICTION, DAY);
        office.conclude(id);
        tell("ADE", "ADE-1", "d3-corrected", Evidence.Kind.FICTION, OTHER);

        assertThat(compare(id).newLegalDate()).isEqualTo(OTHER);
    }

    @Test
    void lostElectronicDeliveryGoesAnotherWayAndStillCountsIfItsEvidenceComes() {
        String id = electronic();
        assertThat(office.run(DeclareLost.class, new DeclareLost.Input(id)))
                .extracting(DeclareLost.Output::deliveryStatus, DeclareLost.Output::returnReason)
                .containsExactly("FAILED", "LOST");
        assertThat(office.reasons.steps()).singleElement().asString().contains("UR-18", "art. 144 §1b i 1c OP");
        assertThat(office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id))
                        .electronicImpossible())
                .isTrue();

        office.sendByPost(id);
        tell("ADE", "ADE-1", "failed", Evidence.Kind.FAILED, DAY);
        assertThat(office.messages).as("what is given up fails nothing").isEmpty();

        tell("ADE", "ADE-1", "d3", Evidence.Kind.COLLECTED, DAY);
        assertThat(office.messages)
                .singleElement()
                .satisfies(message -> assertThat(message.name()).isEqualTo("ReceiptArrived"));
        assertThat(office.conclude(id)).isEqualTo(DAY);
    }

    @Test
    void evidenceOfADeliveryGivenUpIsADoubtAndNobodysMessage() {
        String id = office.posted();
        tell("REGISTERED", "REGISTERED-1", "r", Evidence.Kind.FAILED, LocalDate.of(2026, 2, 6));
        office.conclude(id);
        office.run(CloseUndelivered.class, new CloseUndelivered.Input(id));
        office.messages.clear();

        tell("REGISTERED", "REGISTERED-1", "epo", Evidence.Kind.SIGNED, DAY);

        assertThat(office.messages).extracting(ProcedureMessage::name).containsExactly("ReceiptContradicted");
        assertThat(office.run(ConcludeAnew.class, new ConcludeAnew.Input(id)))
                .isEqualTo(new ConcludeAnew.Output("DELIVERED", DAY));
        assertThat(office.messages).as("and no doubt of the new result").hasSize(1);
    }

    @Test
    void clerkMayLeaveADeliveryGivenUpAsItIs() {
        String id = office.posted();
        tell("REGISTERED", "REGISTERED-1", "r", Evidence.Kind.FAILED, LocalDate.of(2026, 2, 6));
        office.conclude(id);
        office.run(CloseUndelivered.class, new CloseUndelivered.Input(id));
        tell("REGISTERED", "REGISTERED-1", "epo", Evidence.Kind.SIGNED, DAY);
        int asked = doubts().size();

        office.run(KeepConclusion.class, new KeepConclusion.Input(id, "Podpis jest innej osoby."));

        assertThat(doubts()).hasSize(asked);
        assertThat(office.status(id)).isEqualTo("FAILED");
    }

    private String postedAndSigned() {
        String id = office.posted();
        tell("REGISTERED", "REGISTERED-1", "epo", Evidence.Kind.SIGNED, DAY);
        assertThat(office.conclude(id)).isEqualTo(DAY);
        return id;
    }

    private String electronic() {
        office.bae.put(DeliveryOffice.KOWALSKA.pesel(), "AE:PL-12345-67890-ABCDE-12");
        String id = office.prepared();
        office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        office.run(RecordChannel.class, new RecordChannel.Input(id, "ADE", "art. 144 §1a OP", "ADE w BAE."));
        office.run(SendByEDelivery.class, new SendByEDelivery.Input(id));
        return id;
    }

    private void question(String id, Challenges.Truth truth, LocalDate day) {
        office.bean(Challenges.class).raise(id, truth, day, "Adresatka mówi, że pisma nie dostała.", "katarzyna");
    }

    private CompareReceipts.Output compare(String id) {
        return office.run(CompareReceipts.class, new CompareReceipts.Input(id));
    }

    private void tell(String channel, String reference, String externalId, Evidence.Kind kind, LocalDate day) {
        office.bean(EvidenceDesk.class)
                .receive(new Evidence(channel, reference, externalId, kind, day, Map.of(), null));
    }

    private List<ProcedureMessage> doubts() {
        return office.messages.stream()
                .filter(message -> message.name().equals("ReceiptContradicted"))
                .toList();
    }
}
