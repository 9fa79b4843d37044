package pl.obieg.delivery;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.ProcedureMessage;

/**
 * Puts evidence and dispatches together. Evidence may come before the sending that it speaks of has committed, in any
 * order and twice. The procedure is told once per attempt, and once more if an attempt that looked lost turns out to be
 * delivered (rulebook 4.2: the first legally effective one counts).
 */
@Service
public class ReceiptDesk implements EvidenceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDesk.class);

    private final EvidenceShelf shelf;
    private final DeliveryRegister register;
    private final ReceiptFacts facts;
    private final ApplicationEventPublisher events;

    ReceiptDesk(EvidenceShelf shelf, DeliveryRegister register, ReceiptFacts facts, ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.register = register;
        this.facts = facts;
        this.events = events;
    }

    @Override
    @Transactional
    public void receive(Evidence evidence) {
        shelf.alone(evidence.channel(), evidence.dispatchReference());
        if (shelf.keep(evidence)) {
            LOG.info("Evidence {} of {} {}", evidence.kind(), evidence.channel(), evidence.dispatchReference());
            conclude(evidence.channel(), evidence.dispatchReference());
        }
    }

    /** Takes in a card typed at the desk; it replaces earlier cards of the same dispatch. */
    @Transactional
    public void receiveCard(Evidence card) {
        shelf.alone(card.channel(), card.dispatchReference());
        shelf.withdrawCards(card.channel(), card.dispatchReference());
        receive(card);
    }

    /** Enters a sending; evidence that came before it is matched now. */
    @Transactional
    public void dispatched(String deliveryId, String channel, String reference) {
        shelf.alone(channel, reference);
        register.dispatched(deliveryId, channel, reference);
        conclude(channel, reference);
    }

    /** What the evidence of all attempts of the delivery says: the first effective attempt, else the last one. */
    @Transactional(readOnly = true)
    Finding finding(String deliveryId) {
        return facts.finding(deliveryId);
    }

    /** The delivery was concluded from the evidence there is. */
    @Transactional
    void concluded(String deliveryId) {
        register.concludedFrom(deliveryId, facts.finding(deliveryId).mark());
        facts.tellAll(deliveryId);
    }

    private boolean ended(String deliveryId) {
        return DeliveryStatus.EFFECTIVE.contains(register.get(deliveryId).status()) || register.closed(deliveryId);
    }

    private void conclude(String channel, String reference) {
        register.dispatch(channel, reference).ifPresent(dispatch -> {
            facts.tell(dispatch);
            Finding finding = facts.finding(dispatch);
            if (!finding.conclusive()) {
                return;
            }
            if (ended(dispatch.deliveryId())) {
                // Nobody waits any more; what it means for the case is a doubt, told with the facts above.
                return;
            }
            boolean first = dispatch.announced() == 0;
            boolean awaited = first && (!dispatch.lost() || finding.effective());
            boolean turnedEffective = !dispatch.announcedEffective() && finding.effective();
            if (!dispatch.annulled() && (awaited || turnedEffective)) {
                register.announced(dispatch.id(), finding.effective());
                String externalId = first ? reference : reference + "#" + (dispatch.announced() + 1);
                events.publishEvent(
                        new ProcedureMessage("ReceiptArrived", dispatch.deliveryId(), externalId, Map.of()));
            }
        });
    }
}
