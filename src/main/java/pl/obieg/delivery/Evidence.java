package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.Map;

/**
 * One thing an operator says about a dispatch.
 *
 * @param channel code of the {@link DeliveryChannel}
 * @param dispatchReference what {@link DeliveryChannel#send} returned
 * @param externalId the operator's id of the evidence; unique within the channel
 * @param date the day it speaks of, in Warsaw time; {@code null} if it states none
 * @param details keys of the ZPO data (rulebook 4.5): receiverRole, depositPlace, returnReason …; personal data
 * @param documentId of the evidence in the document store, or {@code null}
 */
public record Evidence(
        String channel,
        String dispatchReference,
        String externalId,
        Kind kind,
        LocalDate date,
        Map<String, String> details,
        String documentId) {

    /** Whether a piece that came later takes its place. A fiction without its day leaves one with a day. */
    boolean correctedBy(Evidence later) {
        return kind == later.kind && kind.ends && (later.date != null || kind != Kind.FICTION);
    }

    /** What happened to the dispatch. */
    public enum Kind {
        SENT(false),
        INFLOW(false),
        COLLECTED(true),
        FICTION(true),
        FIRST_NOTICE(false),
        SECOND_NOTICE(false),
        SIGNED(true),
        SUBSTITUTE_SIGNED(true),
        REFUSED(true),
        RETURNED(true),
        FAILED(true);

        /** Whether it says how the dispatch ended. */
        private final boolean ends;

        Kind(boolean ends) {
            this.ends = ends;
        }
    }
}
