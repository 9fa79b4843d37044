package pl.obieg.delivery;

/** Takes evidence of what happened to a dispatch; idempotent, in any order; publishes ReceiptArrived when conclusive. */
public interface EvidenceDesk {

    void receive(Evidence evidence);
}
