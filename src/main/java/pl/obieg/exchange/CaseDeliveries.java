package pl.obieg.exchange;

import java.util.List;

/** The deliveries of a case, ready to be shown in its file. The module that delivers implements it. */
public interface CaseDeliveries {

    /** In the order they were prepared; a case without letters has none. */
    List<Line> ofCase(String caseNumber);

    /**
     * One letter to one addressee; every value is a Polish text, {@code null} where there is none yet.
     *
     * @param addressee name; personal data
     * @param reason why this channel, with its provision
     * @param reference dispatch number of the last attempt
     * @param signature how the letter is signed, with its provision, and who signed a print by hand and when
     * @param good whether the letter counts as delivered
     * @param legalDate the day the law takes as the day of delivery
     * @param forecast the day on which it is expected to count as delivered, until evidence says so
     * @param href page of the delivery
     */
    record Line(
            String addressee,
            String channel,
            String reason,
            String signature,
            String reference,
            String sentOn,
            String status,
            boolean good,
            String legalDate,
            String forecast,
            List<Proof> evidence,
            String href) {}

    /** One piece of evidence; {@code documentId} is {@code null} if it came without a document. */
    record Proof(String label, String day, String documentId) {}
}
