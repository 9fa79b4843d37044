package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.delivery.edoreczenia.OfficeUnderTest.KOWALSKI;
import static pl.obieg.delivery.edoreczenia.OfficeUnderTest.OWN_ADDRESS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.Evidence.Kind;
import pl.obieg.documents.DocumentStore;
import pl.obieg.process.Refusal;

/** Both sides of e-Doręczenia against each other over HTTP. */
class EDeliveryProtocolTest {

    private static final TestKey KEY = TestKey.selfSigned("Obieg");
    private static final Instant START = Instant.parse("2026-02-03T09:00:00Z");

    private final OfficeClock clock = new OfficeClock(Clock.fixed(START, OfficeClock.WARSAW));
    private OperatorUnderTest operator;
    private OfficeUnderTest office;

    @BeforeEach
    void start() {
        operator = new OperatorUnderTest(clock);
        operator.order("/certyfikaty", Map.of("client", OWN_ADDRESS + ".SYSTEM.OBIEG", "certificate", KEY.pem()));
        operator.order("/bae", Map.of("pesel", "90010112345", "ade", KOWALSKI, "category", "INDIVIDUAL"));
        office = new OfficeUnderTest(operator, clock, KEY);
    }

    @AfterEach
    void stop() {
        office.close();
        operator.close();
    }

    @Test
    void letterIsSentAndItsCollectionReachesTheDesk() {
        String reference = office.send("d-1", "key-1");
        office.poll();
        assertThat(office.kinds()).containsExactlyInAnyOrder(Kind.SENT, Kind.SENT, Kind.SENT, Kind.INFLOW);

        operator.allMessages("odebrano");
        office.poll();
        office.poll();

        assertThat(office.desk).hasSize(6);
        Evidence collected = office.last();
        assertThat(collected.kind()).isEqualTo(Kind.COLLECTED);
        assertThat(collected.channel()).isEqualTo("ADE");
        assertThat(collected.dispatchReference()).isEqualTo(reference);
        assertThat(collected.date()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(office.desk).allMatch(evidence -> evidence.documentId() != null);
        assertThat(office.bean(DocumentStore.class).get(collected.documentId()).fileName())
                .isIn("dowod-otrzymania.xml", "dowod-zdarzenia-e-1.xml");
        assertThat(office.bean(SentMessages.class).open(10)).isEmpty();
    }

    @Test
    void letterThatNobodyCollectsIsDeemedDeliveredOnTheDayAfterFourteenDays_DEL06() {
        office.send("d-1", "key-1");
        clock.moveTo(Duration.ofDays(14));
        office.poll();
        assertThat(office.kinds()).doesNotContain(Kind.FICTION);

        clock.moveTo(Duration.ofDays(15));
        office.poll();

        assertThat(office.last().kind()).isEqualTo(Kind.FICTION);
        assertThat(office.last().date()).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(office.last().details()).containsEntry("evidenceType", "BP.OX");
    }

    @Test
    void retryAfterLostAnswerFindsTheMessageInsteadOfSendingTwice() {
        operator.fault("timeout", 1);
        assertThatThrownBy(() -> office.send("d-1", "key-1")).isInstanceOf(EDeliveryUnavailable.class);
        assertThatThrownBy(() -> office.send("d-1", "key-1"))
                .as("too soon to know")
                .isInstanceOf(EDeliveryUnavailable.class);

        clock.moveTo(Duration.ofMinutes(11));
        String reference = office.send("d-1", "key-1");

        assertThat(operator.messageIds()).hasSize(1);
        office.poll();
        assertThat(office.last().dispatchReference()).isEqualTo(reference);
    }

    @Test
    void retryAfterOutageSendsWhatWasNeverSent() {
        operator.fault("timeout", 1);
        assertThatThrownBy(() -> office.send("d-other", "key-0")).isInstanceOf(EDeliveryUnavailable.class);
        operator.fault("down", 1);
        assertThatThrownBy(() -> office.send("d-1", "key-1"))
                .isInstanceOf(EDeliveryUnavailable.class)
                .hasMessageContaining("503");

        office.send("d-1", "key-1");

        assertThat(operator.messageIds()).as("same subject, two deliveries").hasSize(2);
    }

    @Test
    void letterOfUnknownOutcomeThatIsNotListedIsNotSentAgainBeforeAClerkHasLooked() {
        office.attemptBrokeOff("d-1", "key-1");
        clock.moveTo(Duration.ofMinutes(11));

        for (String again : new String[] {"first", "repeated"}) {
            assertThatThrownBy(() -> office.send("d-1", "key-1"))
                    .as(again)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("E_DELIVERY_OUTCOME_UNKNOWN"))
                    .hasMessageContaining("Sprawdź skrzynkę urzędu");
        }
        assertThat(operator.messageIds()).isEmpty();

        office.send("d-1", "key-of-the-visit-the-clerk-ordered");
        assertThat(operator.messageIds()).hasSize(1);
    }

    @Test
    void messageTheOperatorListsLateIsFoundWhenTheClerkOrdersTheStepAnew() {
        operator.fault("timeout", 1);
        assertThatThrownBy(() -> office.send("d-1", "key-1")).isInstanceOf(EDeliveryUnavailable.class);
        clock.moveTo(Duration.ofMinutes(11));
        operator.fault("unlisted", 1);
        assertThatThrownBy(() -> office.send("d-1", "key-1")).isInstanceOf(Refusal.class);

        office.send("d-1", "key-2");

        assertThat(operator.messageIds()).hasSize(1);
    }

    @Test
    void sameKeyAndSameDeliveryGiveOneMessage() {
        String reference = office.send("d-1", "key-1");
        assertThat(office.send("d-1", "key-1")).isEqualTo(reference);
        assertThat(office.send("d-1", "key-2")).isEqualTo(reference);
        assertThat(operator.messageIds()).hasSize(1);
    }

    @Test
    void rolledBackJobSendsNothingTwice() {
        TransactionTemplate job = new TransactionTemplate(office.database.transactions());
        assertThatThrownBy(() -> job.executeWithoutResult(status -> {
                    office.send("d-1", "key-1");
                    throw new IllegalStateException("the machine broke");
                }))
                .isInstanceOf(IllegalStateException.class);

        office.send("d-1", "key-1");
        office.poll();

        assertThat(operator.messageIds()).hasSize(1);
        assertThat(office.desk).hasSize(4);
    }

    @Test
    void duplicatedAndDisorderedEvidenceReachesTheDeskOnceEach() {
        office.send("d-1", "key-1");
        operator.allMessages("odebrano");
        operator.fault("twice", 1);
        office.poll();
        operator.fault("disorder", 1);
        office.poll();

        assertThat(office.desk).hasSize(6);
        assertThat(office.desk.stream().map(Evidence::externalId)).doesNotHaveDuplicates();
    }

    @Test
    void disorderedListIsReadCompletely() {
        office.send("d-1", "key-1");
        operator.allMessages("odebrano");
        operator.fault("disorder", 1);
        office.poll();
        assertThat(office.kinds())
                .containsExactlyInAnyOrder(
                        Kind.SENT, Kind.SENT, Kind.SENT, Kind.INFLOW, Kind.COLLECTED, Kind.COLLECTED);
    }

    @Test
    void lateEvidenceIsReadInALaterRound() {
        office.send("d-1", "key-1");
        operator.fault("late", 2);
        office.poll();
        office.poll();
        assertThat(office.desk).isEmpty();
        office.poll();
        assertThat(office.desk).hasSize(4);
    }

    @Test
    void evidenceTheDeskCouldNotTakeIsHandedOverAgain() {
        office.send("d-1", "key-1");
        office.deskFailsOnce();
        office.poll();
        assertThat(office.desk).isEmpty();
        office.poll();
        assertThat(office.desk).hasSize(4);
    }

    @Test
    void voidTokenIsRenewed() {
        office.send("d-1", "key-1");
        operator.order("/tokeny/uniewaznij", Map.of());
        office.send("d-2", "key-2");
        assertThat(operator.messageIds()).hasSize(2);
    }

    @Test
    void foreignKeyGetsNoToken() {
        try (OfficeUnderTest impostor = new OfficeUnderTest(operator, clock, TestKey.selfSigned("Obcy"))) {
            assertThatThrownBy(() -> impostor.send("d-1", "key-1"))
                    .isInstanceOf(EDeliveryUnavailable.class)
                    .hasMessageContaining("401");
        }
        assertThat(operator.messageIds()).isEmpty();
    }

    @Test
    void certificateOfATrustedAuthorityNeedsNoRegistration() {
        TestKey authority = TestKey.selfSigned("Testowe CA");
        operator.order("/certyfikaty", Map.of("client", OWN_ADDRESS + ".SYSTEM.INNY", "certificate", KEY.pem()));
        operator.order("/certyfikaty/urzad-certyfikacji", Map.of("name", "test", "certificate", authority.pem()));
        operator.order("/certyfikaty/wyrejestruj", Map.of("client", OWN_ADDRESS + ".SYSTEM.OBIEG"));
        try (OfficeUnderTest issued = new OfficeUnderTest(operator, clock, authority.issue("Obieg"))) {
            issued.send("d-1", "key-1");
        }
        assertThat(operator.messageIds()).hasSize(1);
    }

    @Test
    void refusalOfTheOperatorIsABusinessNo() {
        operator.fault("refuse", 1);
        assertThatThrownBy(() -> office.send("d-1", "key-1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("E_DELIVERY_REFUSED"))
                .hasMessageContaining("UAAPI-REFUSED");
        office.send("d-1", "key-1");
        assertThat(operator.messageIds()).hasSize(1);
    }

    @Test
    void messageToAnUnknownAddressFailsAndMayBeSentAnew() {
        office.sendTo("AE:PL-50005-60006-NOWAK-25", "d-1", "key-1");
        office.poll();
        assertThat(office.last().kind()).isEqualTo(Kind.FAILED);
        assertThat(office.last().details()).containsEntry("evidenceType", "A.2");

        office.send("d-1", "key-2");
        office.poll();
        assertThat(office.last().kind()).isIn(Kind.SENT, Kind.INFLOW);
    }

    @Test
    void messageThatCannotBeHandedOverFails() {
        office.send("d-1", "key-1");
        operator.allMessages("niedoreczona");
        office.poll();
        assertThat(office.kinds()).contains(Kind.FAILED);
        assertThat(office.bean(SentMessages.class).open(10)).isEmpty();
    }

    @Test
    void outsideMayReactAtOnce() {
        operator.order("/tryb", Map.of("auto", "DEEMED"));
        office.send("d-1", "key-1");
        office.poll();
        assertThat(office.last().kind()).isEqualTo(Kind.FICTION);
        assertThat(office.last().date()).isEqualTo(LocalDate.of(2026, 2, 18));
    }

    @Test
    void onlyOneNodeReadsEvidenceAtATime() {
        office.send("d-1", "key-1");
        TransactionTemplate otherNode = new TransactionTemplate(office.database.transactions());
        otherNode.executeWithoutResult(status -> {
            office.database
                    .jdbc()
                    .sql("select 1 from pg_advisory_xact_lock(hashtextextended('delivery.edoreczenia', 0))")
                    .query(Integer.class)
                    .optional();
            try (OfficeUnderTest node = new OfficeUnderTest(operator, clock, KEY, office.database)) {
                Thread second = new Thread(node::poll);
                second.start();
                assertThat(org.assertj.core.api.Assertions.catchThrowable(second::join))
                        .isNull();
                assertThat(node.desk).isEmpty();
            }
        });
        office.poll();
        assertThat(office.desk).hasSize(4);
    }

    @Test
    void pageShowsMessagesInPolish() {
        office.send("d-1", "key-1");
        assertThat(operator.page())
                .contains("Symulator e-Doręczeń", "Czeka na doręczenie", "Uznane za doręczone", KOWALSKI);
    }
}
