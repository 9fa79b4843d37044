package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.delivery.edoreczenia.OfficeUnderTest.JAN_KOWALSKI;
import static pl.obieg.delivery.edoreczenia.OfficeUnderTest.OWN_ADDRESS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.Evidence.Kind;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.process.Refusal;

/** The public hybrid service, both sides against each other over HTTP. */
class HybridProtocolTest {

    private static final TestKey KEY = TestKey.selfSigned("Obieg");

    private final OfficeClock clock =
            new OfficeClock(Clock.fixed(Instant.parse("2026-02-03T09:00:00Z"), OfficeClock.WARSAW));
    private OperatorUnderTest operator;
    private OfficeUnderTest office;

    @BeforeEach
    void start() {
        operator = new OperatorUnderTest(clock);
        operator.order("/certyfikaty", Map.of("client", OWN_ADDRESS + ".SYSTEM.OBIEG", "certificate", KEY.pem()));
        office = new OfficeUnderTest(operator, clock, KEY);
    }

    @AfterEach
    void stop() {
        office.close();
        operator.close();
    }

    @Test
    @DisplayName("DEL-02: operator drukuje pismo i doręcza je za pokwitowaniem; potwierdzenie mówi, kto odebrał")
    void letterIsPrintedAndHandedOver() {
        String reference = office.sendHybrid(JAN_KOWALSKI, "d-1", "key-1");
        office.poll();
        assertThat(office.kinds()).containsExactly(Kind.SENT);
        assertThat(office.last().details().get("registeredNo")).hasSize(20);

        operator.allMessages("epo?wynik=DOMOWNIK");
        office.poll();

        Evidence card = office.last();
        assertThat(card.kind()).isEqualTo(Kind.SUBSTITUTE_SIGNED);
        assertThat(card.channel()).isEqualTo("PUH");
        assertThat(card.dispatchReference()).isEqualTo(reference);
        assertThat(card.date()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(card.details()).containsEntry("receiverRole", "ADULT_HOUSEHOLD");
        assertThat(office.bean(DocumentStore.class).get(card.documentId()).fileName())
                .isEqualTo("elektroniczne-potwierdzenie-odbioru.xml");
        assertThat(office.bean(SentMessages.class).open(10)).isEmpty();
    }

    @Test
    @DisplayName("DEL-11: z karty usługi hybrydowej biorą się oba awiza i miejsce złożenia pisma")
    void cardOfALetterNobodyCollectedStatesBothNotices() {
        office.sendHybrid(JAN_KOWALSKI, "d-1", "key-1");
        clock.moveTo(Duration.ofDays(16));
        operator.allMessages("epo?wynik=NIE_PODJETO");
        office.poll();

        assertThat(office.kinds()).containsExactly(Kind.SENT, Kind.FIRST_NOTICE, Kind.SECOND_NOTICE, Kind.RETURNED);
        assertThat(office.last().details())
                .containsEntry("returnReason", "NOT_COLLECTED")
                .containsEntry("firstNoticeOn", "2026-02-04")
                .containsEntry("secondNoticeOn", "2026-02-11")
                .containsEntry("depositPlace", "POST_OFFICE");
    }

    @Test
    @DisplayName("DEL-14: odmowa przyjęcia z karty usługi hybrydowej")
    void cardOfARefusedLetter() {
        office.sendHybrid(JAN_KOWALSKI, "d-1", "key-1");
        office.poll();
        operator.allMessages("epo?wynik=ODMOWA");
        office.poll();

        assertThat(office.last().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void letterTheOperatorCannotPrintFailsWithItsReasons() {
        operator.order("/tryb", Map.of("auto", "REFUSED"));
        office.sendHybrid(JAN_KOWALSKI, "d-1", "key-1");
        office.poll();

        assertThat(office.last().kind()).isEqualTo(Kind.FAILED);
        assertThat(office.last().details().get("reason")).contains("Margines strony");
        assertThat(office.bean(SentMessages.class).open(10)).isEmpty();
    }

    @Test
    void letterGoesOnceThoughTheAnswerWasLost() {
        operator.fault("timeout", 1);
        assertThatThrownBy(() -> office.sendHybrid(JAN_KOWALSKI, "d-1", "key-1"))
                .isInstanceOf(EDeliveryUnavailable.class);
        clock.moveTo(Duration.ofMinutes(11));

        office.sendHybrid(JAN_KOWALSKI, "d-1", "key-1");

        assertThat(operator.messageIds()).hasSize(1);
    }

    @Test
    void incompleteAndForeignAddressesAreRefusedBeforeTheOperatorSeesThem() {
        for (Address address : new Address[] {
            new Address("Polna", null, null, "05-569", "Zalesie", "PL"),
            new Address("Polna", "1", null, "5569", "Zalesie", "PL"),
            new Address("Lindenstraße", "7", null, "10969", "Berlin", "DE")
        }) {
            assertThatThrownBy(() ->
                            office.sendHybrid(Party.natural("Jan", "Kowalski", "90010112345", address), "d-1", "key-1"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ADDRESS_INCOMPLETE"));
        }
        assertThat(operator.messageIds()).isEmpty();
    }

    @Test
    void companyWithALongNameInAVillageWithoutStreetsIsTaken() {
        Party company = Party.legal(
                "Przedsiębiorstwo Produkcyjno-Usługowo-Handlowe „Przykład i Synowie” spółka z ograniczoną"
                        + " odpowiedzialnością spółka komandytowa",
                "9999999982",
                null,
                new Address(null, "12", null, "05-569", "Zalesie", "PL"));
        office.sendHybrid(company, "d-1", "key-1");
        office.poll();

        assertThat(office.kinds()).containsExactly(Kind.SENT);
    }

    @Test
    void letterThatCameBackElectronicallyGoesByTheHybridServiceAsAnotherMessage() {
        operator.order(
                "/bae", Map.of("pesel", "90010112345", "ade", OfficeUnderTest.KOWALSKI, "category", "INDIVIDUAL"));
        office.send("d-1", "key-1");

        office.sendHybrid(JAN_KOWALSKI, "d-1", "key-2");

        assertThat(operator.messageIds()).hasSize(2);
    }
}
