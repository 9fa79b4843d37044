package pl.obieg.ledger.law;

import java.math.BigDecimal;

/** Whether the office owes the payer an order (postanowienie) on how a payment was set: PAY-06, OP art. 62 §4–4a. */
public enum AllocationOrder {
    /** Nothing went to an arrear, so there is nothing to decide on. */
    NONE("Wpłata nie została zaliczona na zaległość, postanowienia się nie wydaje (art. 62 § 4 Ordynacji podatkowej)."),
    ON_REQUEST("Postanowienie o zaliczeniu wydaje się tylko na wniosek (art. 62 § 4a Ordynacji podatkowej)."),
    EX_OFFICIO("O zaliczeniu należy wydać postanowienie (art. 62 § 4 Ordynacji podatkowej).");

    private final String sentence;

    AllocationOrder(String sentence) {
        this.sentence = sentence;
    }

    /** For the payment's note. */
    public String sentence() {
        return sentence;
    }

    /**
     * @param onArrears whether any of it went to an arrear, to interest or to costs
     * @param allCovered whether it covered all dues in full, with interest and costs
     * @param asWished whether it went only where the payer said
     * @param interestSkipped whether no interest was charged because of OP art. 54 §1 pkt 5
     * @param smallAmount up to this the payer has to ask for the order, zł
     */
    public static AllocationOrder of(
            BigDecimal payment,
            boolean onArrears,
            boolean allCovered,
            boolean asWished,
            boolean interestSkipped,
            BigDecimal smallAmount) {
        if (!onArrears) {
            return NONE;
        }
        boolean onRequest = allCovered || asWished || interestSkipped || payment.compareTo(smallAmount) <= 0;
        return onRequest ? ON_REQUEST : EX_OFFICIO;
    }
}
