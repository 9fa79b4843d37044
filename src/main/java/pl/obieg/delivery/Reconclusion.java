package pl.obieg.delivery;

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

    /** Asks D14 with the evidence of now and records its answer; nothing happens if it is not due. */
    @Transactional
    public void conclude(String deliveryId, String clerk) {
        if (!due(deliveryId)) {
            return;
        }
        Delivery delivery = register.get(deliveryId);
        Call call = new Call("reconclusion-" + deliveryId, deliveryId, "doreczenie");
        ReadReceipt.Output receipt = reading.read(deliveryId);
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("receiptKind", receipt.receiptKind());
        inputs.put("channel", delivery.channel());
        inputs.put("receiptSigned", receipt.receiptSigned());
        inputs.put("receiptDated", receipt.receiptDated());
        inputs.put("twoNotices", receipt.twoNotices());
        inputs.put("returnReason", receipt.returnReason());
        Map<String, Object> answer = decisions.askOne("data-doreczenia", inputs);
        legalDate.run(
                new SetLegalDate.Input(
                        deliveryId,
                        (String) answer.get("deliveryStatus"),
                        (String) answer.get("countFrom"),
                        ((Number) answer.get("addDays")).intValue(),
                        (Boolean) answer.get("shiftToWorkingDay")),
                call);
        LOG.info("Delivery {} was concluded anew by {}", deliveryId, clerk);
    }
}
