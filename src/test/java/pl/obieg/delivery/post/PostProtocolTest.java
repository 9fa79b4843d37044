package pl.obieg.delivery.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.Shipment;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.process.Refusal;
import pl.obieg.support.TestDatabase;

/** Both sides of Elektroniczny Nadawca over HTTP. */
class PostProtocolTest {

    private static final OfficeClock clock =
            new OfficeClock(Clock.fixed(Instant.parse("2026-02-03T09:00:00Z"), OfficeClock.WARSAW));
    private static final TestDatabase office = TestDatabase.fresh();
    private final List<Evidence> evidence = new ArrayList<>();
    private static final SimulatedPost outside = new SimulatedPost(clock);
    private PostChannel channel;
    private EpoPoller poller;

    @BeforeEach
    void connect() {
        outside.clear();
        clock.moveTo(Duration.ZERO);
        office.jdbc().sql("truncate delivery.post_shipment").update();
        PostSettings settings = new PostSettings(
                "web-service",
                outside.uri("/post/websrv/en.php"),
                "urzad",
                "tajne",
                226451,
                Duration.ofSeconds(10),
                Duration.ofMinutes(15));
        ElektronicznyNadawca post = new ElektronicznyNadawca(settings);
        channel = new PostChannel(post, settings, office.jdbc(), clock, office.transactions());
        poller = new EpoPoller(post, settings, evidence::add, office.jdbc(), clock, office.transactions());
    }

    @AfterAll
    static void disconnect() {
        outside.close();
    }

    @Test
    void postsALetterByTaxRulesWithElectronicReceipt() {
        String number = channel.send(letter("7"), "key-1");

        assertThat(number).matches("00159007730000000\\d{3}");
        assertThat(outside.get("/post/stan"))
                .contains(number, "PODATKOWA", "Anna &amp; Jan".replace("&amp;", "&"), "Lipowa 7 3, 64-510 Wronki");
    }

    @Test
    void retryAfterALostAnswerToPostingMakesOneShipment() {
        outside.fault("timeout", 1, "sendEnvelope");
        assertThatThrownBy(() -> channel.send(letter("7"), "key-1")).isInstanceOf(EnClient.PostUnavailable.class);

        String number = channel.send(letter("7"), "key-1");

        assertThat(outside.get("/post/stan").split("\"guid\"")).hasSize(2);
        assertThat(channel.send(letter("7"), "key-1")).isEqualTo(number);
    }

    @Test
    void retryFindsTheLetterStillInTheBuffer() {
        outside.fault("down", 1, "sendEnvelope");
        assertThatThrownBy(() -> channel.send(letter("7"), "key-1")).isInstanceOf(EnClient.PostUnavailable.class);

        channel.send(letter("7"), "key-1");

        assertThat(outside.get("/post/stan")).contains("\"envelopeId\":1").doesNotContain("\"envelopeId\":null");
        assertThat(outside.get("/post/stan").split("\"guid\"")).hasSize(2);
    }

    @Test
    void retryAfterALostAnswerToAddingMakesOneShipment() {
        outside.fault("timeout", 1, "addShipment");
        assertThatThrownBy(() -> channel.send(letter("7"), "key-1")).isInstanceOf(EnClient.PostUnavailable.class);

        channel.send(letter("7"), "key-1");

        assertThat(outside.get("/post/stan").split("\"guid\"")).hasSize(2);
    }

    @Test
    void aNewKeyIsANewShipment() {
        assertThat(channel.send(letter("7"), "key-1")).isNotEqualTo(channel.send(letter("7"), "key-2"));
    }

    @Test
    void refusalOfThePostIsABusinessAnswerAndFailureIsTechnical() {
        outside.fault("refuse", 1, "addShipment");
        assertThatThrownBy(() -> channel.send(letter("7"), "key-1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("SHIPMENT_REJECTED"));

        outside.fault("down", 1, "");
        assertThatThrownBy(() -> channel.send(letter("7"), "key-2")).isInstanceOf(EnClient.PostUnavailable.class);
    }

    @Test
    void refusesAnAddressWithoutNumber() {
        assertThatThrownBy(() -> channel.send(letter(null), "key-1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ADDRESS_INCOMPLETE"));
    }

    @Test
    void signedReceiptOfAHouseholdMemberIsASubstitute() {
        String number = channel.send(letter("7"), "key-1");
        outside.act(number, "domownik");

        assertThat(poller.poll()).isEqualTo(1);

        assertThat(evidence).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Evidence.Kind.SUBSTITUTE_SIGNED);
            assertThat(one.dispatchReference()).isEqualTo(number);
            assertThat(one.date()).isEqualTo(LocalDate.of(2026, 2, 3));
            assertThat(one.details()).containsEntry("receiverRole", "ADULT_HOUSEHOLD");
        });
        assertThat(poller.poll()).as("an ended letter is not asked about").isZero();
    }

    @Test
    void uncollectedLetterComesBackWithItsNoticesAsTimePasses() {
        outside.auto("DEEMED");
        channel.send(letter("7"), "key-1");
        poller.poll();
        clock.moveTo(Duration.ofDays(7));
        poller.poll();
        clock.moveTo(Duration.ofDays(15));
        poller.poll();

        assertThat(evidence)
                .extracting(Evidence::kind)
                .contains(Evidence.Kind.FIRST_NOTICE, Evidence.Kind.SECOND_NOTICE, Evidence.Kind.RETURNED);
        Evidence last = evidence.get(evidence.size() - 1);
        assertThat(last.date()).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(last.details())
                .contains(
                        Map.entry("returnReason", "NOT_COLLECTED"),
                        Map.entry("firstNoticeOn", "2026-02-03"),
                        Map.entry("secondNoticeOn", "2026-02-10"),
                        Map.entry("depositPlace", "POST_OFFICE"));
    }

    @Test
    void answerGivenTwiceCarriesTheSameEvidenceIds() {
        outside.auto("REFUSED");
        channel.send(letter("7"), "key-1");
        outside.fault("twice", 1, "getEPOStatus");
        poller.poll();

        assertThat(evidence)
                .hasSize(2)
                .extracting(Evidence::externalId)
                .containsOnly(evidence.get(0).externalId());
        assertThat(evidence.get(0).kind()).isEqualTo(Evidence.Kind.REFUSED);
    }

    @Test
    void unknownStateIsAskedAgain() {
        outside.auto("DELIVERED");
        channel.send(letter("7"), "key-1");
        outside.fault("late", 1, "getEPOStatus");

        assertThat(poller.poll()).isZero();
        assertThat(poller.poll()).isEqualTo(1);
    }

    @Test
    void thePostAsksForCredentialsAndShowsItsPage() {
        assertThat(outside.send(HttpRequest.newBuilder(outside.uri("/post/websrv/en.php"))
                                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                                .build())
                        .statusCode())
                .isEqualTo(401);
        channel.send(letter("7"), "key-1");
        assertThat(outside.get("/post")).contains("Dwa awiza i zwrot w terminie", "Anna &amp; Jan Kowalscy");
    }

    private static Shipment letter(String building) {
        Address address = new Address("Lipowa", building, "3", "64-510", "Wronki", "PL");
        Party party = Party.legal("Anna & Jan Kowalscy \"Sad\" sp. j.", "5252344078", null, address);
        return new Shipment("d-1", "FN.3120.1.2026", party, null, "Pismo", "Decyzja.pdf", "a".repeat(64));
    }
}
