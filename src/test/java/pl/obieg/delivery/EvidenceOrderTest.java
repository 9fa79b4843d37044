package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The legal date follows from what the evidence says, not from when it came. */
class EvidenceOrderTest {

    private static DeliveryOffice office;

    private record Piece(Evidence.Kind kind, String date, List<String> details) {

        Evidence of(Dispatch sent) {
            Evidence one =
                    evidence(sent.reference(), sent.reference() + kind, kind, date, details.toArray(String[]::new));
            return new Evidence(
                    sent.channel(),
                    one.dispatchReference(),
                    one.externalId(),
                    one.kind(),
                    one.date(),
                    one.details(),
                    null);
        }
    }

    private static final List<Piece> COLLECTED_ELECTRONICALLY = List.of(
            new Piece(Evidence.Kind.SENT, "2026-02-02", List.of()),
            new Piece(Evidence.Kind.INFLOW, "2026-02-03", List.of()),
            new Piece(Evidence.Kind.COLLECTED, "2026-02-08", List.of()));

    private static final List<Piece> FICTION_OF_AN_E_DELIVERY = List.of(
            new Piece(Evidence.Kind.SENT, "2026-02-02", List.of()),
            new Piece(Evidence.Kind.INFLOW, "2026-02-03", List.of()),
            new Piece(Evidence.Kind.FICTION, "2026-02-18", List.of()));

    private static final List<Piece> COLLECTED_AFTER_THE_FICTION = List.of(
            new Piece(Evidence.Kind.INFLOW, "2026-02-03", List.of()),
            new Piece(Evidence.Kind.FICTION, "2026-02-18", List.of()),
            new Piece(Evidence.Kind.COLLECTED, "2026-02-20", List.of()));

    private static final List<Piece> HYBRID_FICTION = List.of(
            new Piece(Evidence.Kind.SENT, "2026-02-02", List.of()),
            new Piece(Evidence.Kind.FIRST_NOTICE, "2026-02-05", List.of("depositPlace", "POST_OFFICE")),
            new Piece(Evidence.Kind.SECOND_NOTICE, "2026-02-12", List.of("depositPlace", "POST_OFFICE")),
            new Piece(Evidence.Kind.RETURNED, "2026-02-20", List.of("returnReason", "NOT_COLLECTED")));

    private static final List<Piece> HYBRID_HANDED_OVER = List.of(
            new Piece(Evidence.Kind.SENT, "2026-02-02", List.of()),
            new Piece(Evidence.Kind.FIRST_NOTICE, "2026-02-05", List.of("depositPlace", "POST_OFFICE")),
            new Piece(Evidence.Kind.SUBSTITUTE_SIGNED, "2026-02-06", List.of("receiverRole", "ADULT_HOUSEHOLD")));

    private static final List<Piece> FICTION_ON_PAPER = List.of(
            new Piece(Evidence.Kind.SENT, "2026-02-02", List.of()),
            new Piece(Evidence.Kind.FIRST_NOTICE, "2026-02-03", List.of("depositPlace", "POST_OFFICE")),
            new Piece(Evidence.Kind.SECOND_NOTICE, "2026-02-10", List.of("depositPlace", "POST_OFFICE")),
            new Piece(Evidence.Kind.RETURNED, "2026-02-18", List.of("returnReason", "NOT_COLLECTED")));

    private static final List<Piece> COLLECTED_DURING_STORAGE = List.of(
            new Piece(Evidence.Kind.FIRST_NOTICE, "2026-02-03", List.of("depositPlace", "POST_OFFICE")),
            new Piece(Evidence.Kind.SECOND_NOTICE, "2026-02-10", List.of("depositPlace", "POST_OFFICE")),
            new Piece(Evidence.Kind.SIGNED, "2026-02-12", List.of("receiverRole", "ADDRESSEE")));

    @BeforeContainer
    static void open() {
        office = new DeliveryOffice();
    }

    @AfterContainer
    static void shut() {
        office.close();
    }

    @Provide
    Arbitrary<List<Piece>> fictionShuffledWithRepeats() {
        return shuffledWithRepeats(FICTION_ON_PAPER);
    }

    @Provide
    Arbitrary<List<Piece>> collectionShuffledWithRepeats() {
        return shuffledWithRepeats(COLLECTED_DURING_STORAGE);
    }

    @Provide
    Arbitrary<List<Piece>> electronicCollection() {
        return shuffledTwice(COLLECTED_ELECTRONICALLY);
    }

    @Provide
    Arbitrary<List<Piece>> electronicFiction() {
        return shuffledTwice(FICTION_OF_AN_E_DELIVERY);
    }

    @Provide
    Arbitrary<List<Piece>> collectionAfterFiction() {
        return shuffledTwice(COLLECTED_AFTER_THE_FICTION);
    }

    @Provide
    Arbitrary<List<Piece>> hybridFiction() {
        return shuffledTwice(HYBRID_FICTION);
    }

    @Provide
    Arbitrary<List<Piece>> hybridHandedOver() {
        return shuffledTwice(HYBRID_HANDED_OVER);
    }

    /** Each piece twice, in any order. */
    private static Arbitrary<List<Piece>> shuffledTwice(List<Piece> pieces) {
        return Arbitraries.shuffle(
                Stream.concat(pieces.stream(), pieces.stream()).toList());
    }

    private static Arbitrary<List<Piece>> shuffledWithRepeats(List<Piece> pieces) {
        return Arbitraries.of(pieces)
                .list()
                .ofMaxSize(4)
                .flatMap(repeats -> Arbitraries.shuffle(
                        Stream.concat(pieces.stream(), repeats.stream()).toList()));
    }

    @Property(tries = 40)
    void twoNoticesGiveTheSameDayInAnyOrder(@ForAll("fictionShuffledWithRepeats") List<Piece> pieces) {
        assertConcludes(pieces, "DEEMED", "2026-02-17");
    }

    @Property(tries = 30)
    void collectionDuringStorageGivesTheSameDayInAnyOrder(@ForAll("collectionShuffledWithRepeats") List<Piece> pieces) {
        assertConcludes(pieces, "DELIVERED", "2026-02-12");
    }

    @Property(tries = 20)
    void eDeliveryCollectedGivesTheSameDayInAnyOrderEachTwice(@ForAll("electronicCollection") List<Piece> pieces) {
        assertConcludes("ADE", pieces, "DELIVERED", "2026-02-08");
    }

    @Property(tries = 20)
    void fictionOfAnEDeliveryGivesTheSameDayInAnyOrderEachTwice(@ForAll("electronicFiction") List<Piece> pieces) {
        assertConcludes("ADE", pieces, "DEEMED", "2026-02-18");
    }

    @Property(tries = 20)
    void eDeliveryCollectedAfterTheFictionIsDeliveredByTheFiction(
            @ForAll("collectionAfterFiction") List<Piece> pieces) {
        assertConcludes("ADE", pieces, "DEEMED", "2026-02-18");
    }

    @Property(tries = 20)
    void hybridLetterNobodyCollectsGivesTheSameDayInAnyOrderEachTwice(@ForAll("hybridFiction") List<Piece> pieces) {
        assertConcludes("PUH", pieces, "DEEMED", "2026-02-19");
    }

    @Property(tries = 20)
    void hybridLetterAHouseholdTookGivesTheSameDayInAnyOrderEachTwice(@ForAll("hybridHandedOver") List<Piece> pieces) {
        assertConcludes("PUH", pieces, "SUBSTITUTE", "2026-02-06");
    }

    private static void assertConcludes(List<Piece> pieces, String status, String day) {
        assertConcludes("REGISTERED", pieces, status, day);
    }

    private static void assertConcludes(String channel, List<Piece> pieces, String status, String day) {
        office.bae.put(DeliveryOffice.KOWALSKA.pesel(), "AE:PL-12345-67890-ABCDE-12");
        String id = office.prepared();
        office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        office.run(RecordChannel.class, new RecordChannel.Input(id, channel, "art. 144 OP", "Test."));
        if (channel.equals("REGISTERED")) {
            office.run(SendByPost.class, new SendByPost.Input(id));
        } else {
            office.run(SendByEDelivery.class, new SendByEDelivery.Input(id));
        }
        Dispatch sent = office.bean(DeliveryRegister.class).dispatches(id).get(0);
        String reference = sent.reference();
        pieces.forEach(piece -> office.bean(EvidenceDesk.class).receive(piece.of(sent)));

        assertThat(office.messages)
                .filteredOn(message -> message.businessKey().equals(id))
                .singleElement()
                .matches(message -> message.name().equals("ReceiptArrived")
                        && message.externalId().equals(reference));
        assertThat(office.conclude(id)).hasToString(day);
        assertThat(office.status(id)).isEqualTo(status);
    }
}
