package pl.obieg.delivery;

import java.time.LocalDate;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Reads what the evidence of a delivery says, as inputs of D14. */
@OperationCard(
        label = "Odczytaj potwierdzenie",
        description = "Zestawia dowody doręczenia: rodzaj, daty, awiza, podpis i powód zwrotu.",
        system = "delivery")
public class ReadReceipt implements Operation<ReadReceipt.Input, ReadReceipt.Output> {

    private final ReceiptDesk desk;

    ReadReceipt(ReceiptDesk desk) {
        this.desk = desk;
    }

    /** @param deliveryId of a delivery that was sent */
    public record Input(String deliveryId) {}

    /**
     * @param receiptKind name of {@link Evidence.Kind}, {@code NONE} without evidence
     * @param receiptDated whether the deciding evidence states a day
     * @param substituteValid whether one who signed instead of the addressee may, see {@link Substitutes}
     * @param twoNotices whether the notices carry a fiction, see {@link Finding#twoNotices()}
     */
    public record Output(
            String receiptKind,
            LocalDate receiptDate,
            Boolean receiptDated,
            LocalDate firstNoticeOn,
            LocalDate secondNoticeOn,
            Boolean twoNotices,
            Boolean receiptSigned,
            Boolean substituteValid,
            String returnReason) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(read(input.deliveryId()));
    }

    Output read(String deliveryId) {
        Finding finding = desk.finding(deliveryId);
        return new Output(
                finding.kind() == null ? "NONE" : finding.kind().name(),
                finding.date(),
                finding.date() != null,
                finding.firstNoticeOn(),
                finding.secondNoticeOn(),
                finding.twoNotices(),
                finding.signed(),
                finding.substituteValid(),
                finding.returnReason());
    }
}
