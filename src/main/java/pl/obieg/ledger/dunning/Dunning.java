package pl.obieg.ledger.dunning;

import java.time.LocalDate;

/**
 * One round of dunning: dues of one account and one set of debtors, from the day they were found overdue.
 *
 * @param account the payer's NRB
 * @param round counts the rounds of the account, from 1
 * @param caseNumber of the dunning's own case; {@code null} until it is opened
 * @param letterId the upomnienie last drafted; {@code null} before
 * @param documentId the sealed upomnienie; {@code null} before
 * @param deliveredOn first legal date of delivery to a debtor; {@code null} before
 * @param termEndsOn last of the seven days of ARR-04; {@code null} before delivery
 * @param costId cost of the upomnienie; {@code null} if none arose
 * @param redated the due dates were moved while the round was open
 */
public record Dunning(
        String id,
        String account,
        int round,
        String caseNumber,
        State state,
        LocalDate foundOn,
        String letterId,
        String documentId,
        LocalDate issuedOn,
        LocalDate deliveredOn,
        LocalDate termEndsOn,
        String costId,
        boolean redated,
        LocalDate closedOn) {

    /** How far it came. */
    public enum State {
        FOUND("znaleziona"),
        ISSUED("upomnienie wysłane"),
        DELIVERED("upomnienie doręczone"),
        /** Its delivery was found defective, so it is delivered anew. */
        AGAIN("upomnienie doręczane ponownie"),
        UNDELIVERED("upomnienia nie doręczono"),
        WITHDRAWN("upomnienie wycofane"),
        CLOSED("zakończona");

        private final String polish;

        State(String polish) {
            this.polish = polish;
        }

        /** For a clerk. */
        public String polish() {
            return polish;
        }
    }

    /** An instalment of a receivable. */
    public record DueKey(String receivableId, int instalmentNumber) {}

    /** Under which key its procedure runs: the case number as soon as there is one. */
    public String businessKey() {
        return caseNumber == null ? id : caseNumber;
    }

    /** Whether an upomnienie was delivered and still counts. */
    public boolean delivered() {
        return state == State.DELIVERED;
    }
}
