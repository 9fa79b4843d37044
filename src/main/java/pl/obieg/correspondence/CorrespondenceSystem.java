package pl.obieg.correspondence;

import java.time.LocalDate;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Submission;

/**
 * The office's document management system (EZD), in its words. Whichever stands behind it, asking twice for the same
 * letter, case, decision or delivery gives the same number, and the series have no gaps (rules OFF-01, OFF-02).
 */
public interface CorrespondenceSystem {

    /** @return number of the register of incoming letters, {@code RPW/1/2026} */
    String register(Submission letter);

    /**
     * Opens the case of a letter and files the letter in it.
     *
     * @param jrwaClass symbol, {@code 3120}
     * @param orgUnit symbol of the unit, {@code FN}
     * @return {@code FN.3120.1.2026}
     */
    String openCase(Submission letter, String letterNumber, String jrwaClass, String orgUnit);

    /**
     * Opens a case without a letter that began it (ex officio).
     *
     * @param key the same key gives the same case
     */
    String openOwnCase(OwnCase own, String key);

    /**
     * A case the office opens by itself.
     *
     * @param title for the spis spraw, without personal data of third persons
     */
    record OwnCase(String jrwaClass, String orgUnit, String title) {}

    /**
     * Files a letter that came in a case under way.
     *
     * @return whether the case was open; else nothing is filed
     */
    boolean fileInCase(String caseNumber, Submission letter, String letterNumber);

    /**
     * Files a letter that answers a call in the case that called.
     *
     * @return whether the case was open; else nothing is filed
     */
    boolean fileAnswer(String caseNumber, Submission letter, String letterNumber);

    /** Notes a dekretacja; the same {@code key} is noted once. */
    void assign(Assignment assignment, String key);

    /** To whom the head gives a case. {@code clerk} is a user id; {@code instruction} is free text. */
    record Assignment(String caseNumber, String orgUnit, String clerk, LocalDate taskDeadline, String instruction) {}

    /**
     * Gives a decision its number. Until the decision is issued, the same case and kind get the same number.
     *
     * @param kind such as {@code USTALAJACA}
     * @return {@code FN.3120.1.2026.D1}
     */
    String registerDecision(String caseNumber, String kind);

    /**
     * Gives a decision or order that is a letter of {@link pl.obieg.exchange.OfficeLetters} its number; the same letter
     * gets the same one.
     *
     * @return {@code FN.3120.1.2026.D2}, for an order {@code FN.3120.1.2026.P1}
     */
    String registerRuling(String caseNumber, String letterId, OfficeLetters.Kind kind);

    /** @return number of the register of outgoing letters, {@code RPWych/1/2026} */
    String registerOutgoing(Outgoing outgoing);

    /** A letter that leaves. {@code caseNumber} and {@code partyId} may be {@code null}. */
    record Outgoing(String deliveryId, String caseNumber, String partyId, String documentId, String channel) {}

    /** Puts a document into the case; the same document of the same kind once. */
    void file(String caseNumber, DocumentKind kind, String title, String documentId);

    /** What a document is in its case. */
    enum DocumentKind {
        LETTER("pismo wpływające"),
        ATTACHMENT("załącznik"),
        EVIDENCE("poświadczenie"),
        CALL("wezwanie"),
        DECISION("decyzja"),
        ORDER("postanowienie"),
        OUTGOING("pismo wychodzące"),
        CERTIFICATE("zaświadczenie"),
        DUNNING("upomnienie"),
        TITLE("tytuł wykonawczy");

        private final String polish;

        DocumentKind(String polish) {
            this.polish = polish;
        }

        /** As a clerk reads it. */
        public String polish() {
            return polish;
        }
    }

    /**
     * Closes the case.
     *
     * @param outcome Polish phrase for the register
     * @return whether it was open
     */
    boolean closeCase(String caseNumber, String outcome);

    /**
     * Takes a closed case up again under its number.
     *
     * @param reason Polish sentence for its history
     * @param key the same key once
     * @return {@code false} if the case is still open, and not since the same key opened it
     */
    boolean reopenCase(String caseNumber, String reason, String key);
}
