package pl.obieg.delivery;

/** Takes in evidence of deliveries, in any order and however often it comes, and tells the procedure once it concludes. */
public interface EvidenceDesk {

    /** Stores the evidence unless it is known; publishes {@code ReceiptArrived} when the dispatch is concluded by it. */
    void receive(Evidence evidence);
}
