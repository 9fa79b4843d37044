package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;

/**
 * Concludes a delivery anew when evidence that came after its conclusion says otherwise, e.g. a corrected card. A clerk
 * orders it, since the case may have gone on; the other systems learn the new day.
 */
@Service
public class Reconclusion {

    private static final Logger LOG = LoggerFactory.getLogger(Reconclusion.class);

    private final DeliveryRegister register;
    private final ReceiptFacts facts;
    private final ReadReceipt reading;
    private final SetLegalDate legalDate;
    private final Decisions decisions;

    Reconclusion(
            DeliveryRegister register,
            ReceiptFacts facts,
            ReadReceipt reading,
            SetLegalDate legalDate,
            Decisions decisions) {
        this.register = register;
        this.facts = facts;
        this.reading = reading;
        this.legalDate = legalDate;
        this.decisions = decisions;
    }

    /** Whether the delivery was concluded from other evidence than there is now. */
    @Transactional(readOnly = true)
    public boolean due(String deliveryId) {
        String from = register.get(deliveryId).concludedFrom();
        return from != null && !from.equals(facts.finding(deliveryId).mark());
    }

    /**
     * What D14 answers to the evidence of now.
     *
     * @param legalDate {@code null} if that is no delivery
     */
    public record Outlook(String status, LocalDate legalDate) {}

    /** How the delivery would end by the evidence of now. */
    @Transactional(readOnly = true)
    public Outlook outlook(String deliveryId) {
        SetLegalDate.Input answer = ask(register.get(deliveryId));
        return new Outlook(answer.deliveryStatus(), legalDate.preview(answer));
    }

    /** Asks D14 with the evidence of now and records its answer; nothing happens if it is not due. */
    @Transactional
    public void conclude(String deliveryId, String clerk) {
        if (!due(deliveryId)) {
            return;
        }
        legalDate.run(ask(register.get(deliveryId)), new Call("reconclusion-" + deliveryId, deliveryId, "doreczenie"));
        LOG.info("Delivery {} was concluded anew by {}", deliveryId, clerk);
    }

    private SetLegalDate.Input ask(Delivery delivery) {
        ReadReceipt.Output receipt = reading.read(delivery.id());
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("receiptKind", receipt.receiptKind());
        inputs.put("channel", delivery.channel());
        inputs.put("receiptSigned", receipt.receiptSigned());
        inputs.put("receiptDated", receipt.receiptDated());
        inputs.put("twoNotices", receipt.twoNotices());
        inputs.put("returnReason", receipt.returnReason());
        inputs.put("substituteValid", receipt.substituteValid());
        Map<String, Object> answer = decisions.askOne("data-doreczenia", inputs);
        return new SetLegalDate.Input(
                delivery.id(),
                (String) answer.get("deliveryStatus"),
                (String) answer.get("countFrom"),
                ((Number) answer.get("addDays")).intValue(),
                (Boolean) answer.get("shiftToWorkingDay"));
    }
}
