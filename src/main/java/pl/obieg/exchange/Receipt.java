package pl.obieg.exchange;

import java.time.LocalDate;

/**
 * What all evidence of one attempt to deliver a letter says: the data of the receipt (ZPO, rulebook 4.5). Codes are
 * those of the rulebook; what the evidence does not state is {@code null}. Names are personal data, so it is stored by
 * modules and never put into process variables or logs.
 *
 * @param channel code of the channel
 * @param number of the dispatch: the registered number, or the channel's own
 * @param sentOn day of sending in Warsaw
 * @param kind the evidence that decides: SIGNED, SUBSTITUTE_SIGNED, COLLECTED, FICTION, REFUSED, RETURNED, FAILED; before
 *     it comes, how far the letter is: SENT, INFLOW, FIRST_NOTICE, SECOND_NOTICE
 * @param statedOn the day that evidence speaks of: delivered, refused or returned
 * @param receiverSigned {@code null} before anybody received it
 * @param evidenceId of the evidence in the document store
 * @param enteredBy login of the clerk who typed the card
 */
public record Receipt(
        String channel,
        String number,
        LocalDate sentOn,
        String kind,
        LocalDate statedOn,
        String receiverName,
        String receiverRole,
        Boolean receiverSigned,
        String signatureMissingReason,
        LocalDate firstNoticeOn,
        LocalDate secondNoticeOn,
        String noticePlacedWhere,
        String depositPlace,
        String returnReason,
        String delivererName,
        String evidenceId,
        String enteredBy,
        LocalDate enteredOn) {

    /** Without names. */
    @Override
    public String toString() {
        return "Receipt[" + channel + " " + number + " " + kind + "]";
    }
}
