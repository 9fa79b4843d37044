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

        Evidence of(String reference) {
            return evidence(reference, reference + kind, kind, date, details.toArray(String[]::new));
        }
    }

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

    private static void assertConcludes(List<Piece> pieces, String status, String day) {
        String id = office.prepared();
        String reference = office.sendByPost(id);
        pieces.forEach(piece -> office.bean(EvidenceDesk.class).receive(piece.of(reference)));

        assertThat(office.messages)
                .filteredOn(message -> message.businessKey().equals(id))
                .singleElement()
                .matches(message -> message.name().equals("ReceiptArrived")
                        && message.externalId().equals(reference));
        assertThat(office.conclude(id)).hasToString(day);
        assertThat(office.status(id)).isEqualTo(status);
    }
}
