package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Receipt;
import pl.obieg.process.ProcedureMessage;

/** Tells the other systems what the evidence of an attempt says, each time all of it, in whatever order it came. */
@Component
class ReceiptFacts {

    private final EvidenceShelf shelf;
    private final DeliveryRegister register;
    private final Parties parties;
    private final ApplicationEventPublisher events;

    ReceiptFacts(EvidenceShelf shelf, DeliveryRegister register, Parties parties, ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.register = register;
        this.parties = parties;
        this.events = events;
    }

    /** What the evidence of all attempts of the delivery says: the first effective attempt, else the last one (house rule UR-33). */
    Finding finding(String deliveryId) {
        return decisive(deliveryId).map(Attempt::finding).orElseGet(() -> Finding.of(List.of(), false, Provisions.OP));
    }

    /** The attempt that {@link #finding} speaks of. */
    Optional<Dispatch> deciding(String deliveryId) {
        return decisive(deliveryId).map(Attempt::dispatch);
    }

    /** What the evidence of one attempt says. */
    Finding finding(Dispatch dispatch) {
        Delivery delivery = register.get(dispatch.deliveryId());
        boolean legalPerson = parties.get(delivery.partyId()).kind() != Party.Kind.NATURAL;
        return Finding.of(
                shelf.of(dispatch.channel(), dispatch.reference()),
                legalPerson,
                register.provisionsOf(delivery.documentId()));
    }

    private record Attempt(Dispatch dispatch, Finding finding) {}

    private Optional<Attempt> decisive(String deliveryId) {
        List<Attempt> attempts = register.dispatches(deliveryId).stream()
                .filter(dispatch -> !dispatch.annulled())
                .map(dispatch -> new Attempt(dispatch, finding(dispatch)))
                .toList();
        return attempts.stream()
                .filter(attempt -> attempt.finding().effective())
                .min(Comparator.comparing(Attempt::finding, Finding.BEST_FIRST))
                .or(() -> attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1)));
    }

    /** Tells of all attempts anew, after the delivery was concluded. */
    void tellAll(String deliveryId) {
        register.dispatches(deliveryId).forEach(this::tell);
    }

    void tell(Dispatch dispatch) {
        // Takes the row's lock first, so that what is read after it is what the last telling left.
        int revision = register.told(dispatch.id());
        Delivery delivery = register.get(dispatch.deliveryId());
        String mark = finding(delivery.id()).mark();
        boolean contradicts =
                delivery.concludedFrom() != null && !delivery.concludedFrom().equals(mark);
        events.publishEvent(new CaseFact.ReceiptRecorded(
                delivery.caseNumber(),
                delivery.id(),
                delivery.partyId(),
                delivery.documentId(),
                dispatch.attempt(),
                revision,
                receipt(dispatch, shelf.of(dispatch.channel(), dispatch.reference())),
                contradicts));
        boolean held = DeliveryStatus.EFFECTIVE.contains(delivery.status());
        boolean foundAfterAll = !held
                && register.closed(delivery.id())
                && !mark.equals(delivery.concludedFrom())
                && finding(delivery.id()).effective();
        if (contradicts && held || foundAfterAll) {
            doubt(delivery, mark);
        }
    }

    /** A clerk doubts the delivery for a reason no evidence tells; each challenge is a doubt of its own. */
    void challenge(String deliveryId, long challenge) {
        doubt(register.get(deliveryId), "challenge-" + challenge);
    }

    /**
     * A letter held to be delivered may be not, or on another day; or one whose delivery was given up was delivered: a clerk
     * must say which evidence counts.
     */
    private void doubt(Delivery delivery, String mark) {
        events.publishEvent(new ProcedureMessage(
                "ReceiptContradicted",
                delivery.id(),
                delivery.id() + "@" + register.concludedAt(delivery.id()) + "#" + mark,
                Map.of(
                        "deliveryId",
                        delivery.id(),
                        "caseNumber",
                        delivery.caseNumber(),
                        "documentId",
                        delivery.documentId())));
    }

    private Receipt receipt(Dispatch dispatch, List<Evidence> evidence) {
        Finding finding = finding(dispatch);
        List<Evidence> decidingFirst = evidence.stream()
                .sorted(Comparator.comparing((Evidence one) -> one.kind() != finding.kind())
                        .thenComparing(one -> !Objects.equals(one.date(), finding.date()))
                        .thenComparing(Evidence::externalId))
                .toList();
        boolean received = finding.kind() == Evidence.Kind.SIGNED || finding.kind() == Evidence.Kind.SUBSTITUTE_SIGNED;
        String enteredOn = said(decidingFirst, "enteredOn");
        return new Receipt(
                dispatch.channel(),
                dispatch.reference(),
                LocalDate.ofInstant(dispatch.sentAt(), OfficeClock.WARSAW),
                kind(finding),
                finding.date(),
                said(decidingFirst, "receiverName"),
                said(decidingFirst, "receiverRole"),
                received ? finding.signed() : null,
                said(decidingFirst, "signatureMissingReason"),
                finding.firstNoticeOn(),
                finding.secondNoticeOn(),
                said(decidingFirst, "noticePlacedWhere"),
                said(decidingFirst, "depositPlace"),
                finding.returnReason(),
                said(decidingFirst, "delivererName"),
                decidingFirst.stream()
                        .map(Evidence::documentId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                said(decidingFirst, "enteredBy"),
                enteredOn == null ? null : LocalDate.parse(enteredOn));
    }

    private static String kind(Finding finding) {
        if (finding.kind() != null) {
            return finding.kind().name();
        }
        if (finding.secondNoticeOn() != null) {
            return Evidence.Kind.SECOND_NOTICE.name();
        }
        return (finding.firstNoticeOn() == null ? Evidence.Kind.SENT : Evidence.Kind.FIRST_NOTICE).name();
    }

    private static String said(List<Evidence> decidingFirst, String key) {
        return decidingFirst.stream()
                .map(one -> one.details().get(key))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
