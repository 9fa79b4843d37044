package pl.obieg.delivery.edoreczenia;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.obieg.delivery.DeliveryChannel;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.DocumentStore;
import pl.obieg.process.Refusal;
import pl.obieg.transport.CallJournal;

/**
 * Sends letters to addresses for electronic deliveries (DEL-01, DEL-05).
 *
 * <p>The User Agent API knows no idempotency key. So the message carries the delivery id as {@code caseId}, the attempt
 * is noted before the call, and after an attempt with an unknown outcome the mailbox is searched for the message. If it
 * is not there, a clerk is asked rather than the letter sent again, since the operator may list it late.
 */
@Component
class EDeliveryChannel implements DeliveryChannel {

    static final String SYSTEM = "e-doreczenia";
    static final String CODE = "ADE";

    private static final Logger LOG = LoggerFactory.getLogger(EDeliveryChannel.class);
    private static final Set<String> ENDED_BADLY = Set.of("Odrzucona", "Niedoręczona");

    private final EDeliverySettings settings;
    private final OperatorHttp http;
    private final UserAgentApi mailbox;
    private final SentMessages sent;
    private final CallJournal journal;
    private final DocumentStore documents;
    private final Clock clock;

    EDeliveryChannel(
            EDeliverySettings settings,
            OperatorHttp http,
            UserAgentApi mailbox,
            SentMessages sent,
            CallJournal journal,
            DocumentStore documents,
            Clock clock) {
        this.settings = settings;
        this.http = http;
        this.mailbox = mailbox;
        this.sent = sent;
        this.journal = journal;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String send(Shipment shipment, String idempotencyKey) {
        if (!settings.connected()) {
            throw new IllegalStateException("e-Doręczenia is not connected: obieg.systems.e-doreczenia.binding");
        }
        checkAddress(shipment.electronicAddress());
        return send(
                shipment.deliveryId(),
                CODE,
                () -> OutgoingMessage.of(shipment, documents.get(shipment.documentId()), settings.ownAddress()),
                idempotencyKey);
    }

    /** Gives a message of either service to the operator, once per key. */
    String send(String deliveryId, String channel, Supplier<UserAgentMessage> message, String idempotencyKey) {
        String reference = journal.once(
                SYSTEM,
                "sendMessage",
                idempotencyKey,
                () -> sendUnlessSent(deliveryId, channel, message.get(), idempotencyKey));
        sent.handedOver(deliveryId, reference);
        return reference;
    }

    private static void checkAddress(String address) {
        if (!AdeAddress.hasForm(address)) {
            throw new Refusal("ADE_MALFORMED", "Adres do doręczeń elektronicznych adresata ma niewłaściwą postać.");
        }
        if (!AdeAddress.hasExpectedChecksum(address)) {
            LOG.warn("An ADE does not match its expected checksum; the letter is sent to it all the same");
        }
    }

    /** A message by the other service, or one whose evidence is complete, is another attempt and stands in no way. */
    private String sendUnlessSent(String deliveryId, String channel, UserAgentMessage message, String idempotencyKey) {
        http.signIn();
        Optional<SentMessages.Sent> earlier = sent.of(deliveryId)
                .filter(attempt -> !attempt.failed() && !attempt.closed())
                .filter(attempt -> attempt.channel().equals(channel));
        if (earlier.isPresent()) {
            Optional<String> reference =
                    outcomeOf(earlier.get(), message.messageMetadata().subject(), idempotencyKey);
            if (reference.isPresent()) {
                LOG.info("Delivery {} had been given to e-Doręczenia before", deliveryId);
                return reference.get();
            }
        }
        sent.attempt(deliveryId, channel, idempotencyKey);
        try {
            return mailbox.send(message);
        } catch (EDeliveryRefused refused) {
            sent.nothingSent(deliveryId);
            throw new Refusal(
                    "E_DELIVERY_REFUSED",
                    "Operator e-Doręczeń nie przyjął wiadomości: " + String.join(", ", refused.errorCodes()) + ".");
        } catch (EDeliveryUnavailable down) {
            if (down.nothingDone()) {
                sent.nothingSent(deliveryId);
            }
            throw down;
        }
    }

    private Optional<String> outcomeOf(SentMessages.Sent earlier, String subject, String idempotencyKey) {
        if (earlier.messageTaskId() != null) {
            return Optional.of(earlier.messageTaskId());
        }
        if (clock.instant().isBefore(earlier.attemptedAt().plus(settings.retryPause()))) {
            throw new EDeliveryUnavailable("The outcome of the last attempt is not known yet; it is looked for later");
        }
        Optional<UserAgentMessage> found = search(earlier.deliveryId(), subject);
        found.ifPresent(message ->
                sent.found(earlier.deliveryId(), message.messageMetadata().messageId()));
        if (found.isEmpty() && settings.notFound() == EDeliverySettings.NotFound.ASK) {
            askUnlessAnswered(earlier, idempotencyKey);
        }
        return found.map(EDeliveryChannel::reference);
    }

    /** Ordering the step anew, a clerk has looked into the mailbox: that visit has another key. */
    private void askUnlessAnswered(SentMessages.Sent earlier, String idempotencyKey) {
        if (earlier.askedUnder() == null || earlier.askedUnder().equals(idempotencyKey)) {
            sent.asked(earlier.deliveryId(), idempotencyKey);
            throw new Refusal(
                    "E_DELIVERY_OUTCOME_UNKNOWN",
                    "Operator e-Doręczeń nie potwierdził przyjęcia wiadomości i nie ma jej na liście wysłanych. Sprawdź"
                            + " skrzynkę urzędu; ponów doręczenie tylko wtedy, gdy wiadomości w niej nie ma.");
        }
    }

    private Optional<UserAgentMessage> search(String deliveryId, String subject) {
        List<UserAgentMessage> sameSubject = mailbox.outgoing(subject);
        return sameSubject.stream()
                .filter(message -> message.messageControlData() == null
                        || !ENDED_BADLY.contains(
                                String.valueOf(message.messageControlData().status())))
                .map(this::withCaseId)
                .filter(message -> deliveryId.equals(message.messageMetadata().caseId()))
                .findFirst();
    }

    /** The format "metadata" need not contain caseId (project document, UC006), so the whole message may be read. */
    private UserAgentMessage withCaseId(UserAgentMessage listed) {
        return listed.messageMetadata().caseId() != null
                ? listed
                : mailbox.message(listed.messageMetadata().messageId(), "full");
    }

    private static String reference(UserAgentMessage message) {
        String task = message.messageControlData() == null
                ? null
                : message.messageControlData().messageTaskId();
        return task == null ? message.messageMetadata().messageId() : task;
    }
}
