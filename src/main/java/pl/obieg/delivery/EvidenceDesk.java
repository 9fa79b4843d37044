package pl.obieg.delivery;

/** Takes evidence of deliveries, in any order and twice; publishes {@code ReceiptArrived} when it is conclusive. */
public interface EvidenceDesk {

    /** Takes one piece of evidence. */
    void receive(Evidence evidence);
}
