package pl.obieg.ledger.enforcement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The enforcement organ (naczelnik urzędu skarbowego) that collects by the creditor's titles. */
public interface EnforcementOffice {

    /**
     * Hands a title over.
     *
     * @param etw its data in XML
     * @param idempotencyKey the same for every try
     * @return the office's reference
     */
    String submit(String titleNumber, String etw, String idempotencyKey);

    /** Tells of a payment to the creditor or of a withdrawal (ARR-09). */
    void notify(String titleNumber, String notice, String idempotencyKey);

    /** What the office has to tell and was not yet told to be {@link #received}; the same may come again. */
    List<Report> reports();

    /** The message was kept; the office need not offer it again. */
    void received(String externalId);

    /**
     * One message of the office.
     *
     * @param externalId unique among its messages
     * @param amount collected, zł, or {@code null}
     * @param reason of a rejection, or how the case closed: {@code ZAPLATA}, {@code UMORZENIE}, {@code WYCOFANIE}
     */
    record Report(
            String externalId, String titleNumber, Kind kind, LocalDate statedOn, BigDecimal amount, String reason) {

        /** What happened. */
        public enum Kind {
            ACCEPTED,
            REJECTED,
            /** A measure the debtor was notified of; it breaks the limitation term (LIM-01). */
            MEASURE,
            COLLECTED,
            CLOSED
        }
    }
}
