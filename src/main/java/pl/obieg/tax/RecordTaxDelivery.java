package pl.obieg.tax;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.DecisionReceipts;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.Finality;

/**
 * Records when the decision reached an addressee: that day the liability arises for him (PT-11), and his 14 days for an
 * appeal begin (OP art. 223 § 2).
 */
@OperationCard(
        label = "Odnotuj doręczenie decyzji podatkowej",
        description =
                "Zapisuje datę prawną doręczenia adresatowi, liczy termin odwołania i mówi, czy decyzję doręczono za"
                        + " późno, by powstało zobowiązanie.",
        system = "gmina")
public class RecordTaxDelivery implements Operation<RecordTaxDelivery.Input, RecordTaxDelivery.Output> {

    /** {@code legalDate} is {@code null} if the letter was not delivered. */
    public record Input(String assessmentId, String deliveryId, String deliveryStatus, LocalDate legalDate) {}

    /**
     * @param deliveredTooLate whether every copy delivered until now came after the limitation: then no liability arises,
     *     and the tax must not be charged (PT-13)
     */
    public record Output(Boolean deliveredTooLate) {}

    private final DecisionRegister decisions;
    private final DecisionReceipts receipts;
    private final StatutoryCalendar calendar;

    public RecordTaxDelivery(DecisionRegister decisions, DecisionReceipts receipts, StatutoryCalendar calendar) {
        this.decisions = decisions;
        this.receipts = receipts;
        this.calendar = calendar;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        decisions.conclude(
                input.assessmentId(),
                input.deliveryId(),
                input.deliveryStatus(),
                input.legalDate(),
                deadline(input.legalDate()));
        return Answer.now(new Output(decisions.isDeliveredTooLate(input.assessmentId())));
    }

    /** Learns whose delivery it is, and of one that ended otherwise than recorded. */
    @EventListener
    void on(CaseFact.DeliveryConcluded fact) {
        if (decisions.link(fact.caseNumber(), fact.documentId(), fact.partyId(), fact.deliveryId())) {
            decisions.concludeLetter(fact.deliveryId(), fact.status(), fact.legalDate(), deadline(fact.legalDate()));
            decisions.concludedAnew(fact.deliveryId(), fact.status(), fact.legalDate(), deadline(fact.legalDate()));
        }
    }

    /** Keeps the receipt of a decision: who received it and when, notices, return (rulebook 4.5). */
    @EventListener
    void on(CaseFact.ReceiptRecorded fact) {
        if (decisions.link(fact.caseNumber(), fact.documentId(), fact.partyId(), fact.deliveryId())) {
            receipts.keep(fact);
        }
    }

    private LocalDate deadline(LocalDate legalDate) {
        return legalDate == null ? null : Finality.appealEnd(legalDate, calendar);
    }
}
