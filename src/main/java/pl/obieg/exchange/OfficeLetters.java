package pl.obieg.exchange;

import java.util.List;
import java.util.Map;

/**
 * Letters of the office: a module says what a letter is to say, the office's correspondence has it checked, numbers,
 * seals and files it (called procedure {@code wydanie-pisma}). What it says and its wording are kept when it is drafted,
 * so what was approved is what goes out.
 */
public interface OfficeLetters {

    /**
     * Keeps a draft, in the caller's transaction.
     *
     * @param key the same key gives the same letter
     * @return the letter's id
     */
    String draft(Draft draft, String key);

    /**
     * What a letter is to say.
     *
     * @param template path as in the repository: {@code letters/wezwanie/wezwanie.ftlh}; read now, as the running case has it
     * @param title without the kind, as its reader sees it: "w sprawie rozłożenia na raty podatku za rok 2026"
     * @param content what the template reads by name: strings, numbers, booleans, dates, and records, lists and maps of
     *     these; dates reach the template as {@code 2026-05-06}
     * @param partyIds addressees in the client base, in the order of the head of the letter
     * @param settles whether it settles its case, so that the term of the case ends with it (OP art. 139, KPA art. 35)
     */
    record Draft(
            String caseNumber,
            Kind kind,
            String template,
            String title,
            Map<String, ?> content,
            List<String> partyIds,
            boolean settles) {

        /** Decisions and certificates settle their case, other letters do not. */
        public Draft(
                String caseNumber,
                Kind kind,
                String template,
                String title,
                Map<String, ?> content,
                List<String> partyIds) {
            this(caseNumber, kind, template, title, content, partyIds, kind.settles());
        }

        /** The same letter as one that settles its case: an order that refuses a certificate, or ends the case. */
        public Draft settling() {
            return new Draft(caseNumber, kind, template, title, content, partyIds, true);
        }

        public Draft {
            content = Map.copyOf(content);
            partyIds = List.copyOf(partyIds);
            if (partyIds.isEmpty()) {
                throw new IllegalArgumentException("A letter without addressees in case " + caseNumber);
            }
        }
    }

    /** What a letter is in law, and so which number it gets. */
    enum Kind {
        DECISION("decyzja"),
        /** A decision that stays in the files and is delivered to nobody; it binds from its issue (UPOL art. 6 ust. 8a). */
        FILE_DECISION("decyzja"),
        ORDER("postanowienie"),
        LETTER("pismo"),
        CERTIFICATE("zaświadczenie"),
        DUNNING("upomnienie"),
        TITLE("tytuł wykonawczy");

        private final String polish;

        Kind(String polish) {
            this.polish = polish;
        }

        /** As a clerk reads it. */
        public String polish() {
            return polish;
        }

        /** Whether a letter of the kind always settles its case. */
        public boolean settles() {
            return this == DECISION || this == FILE_DECISION || this == CERTIFICATE;
        }

        /** Whether it is entered in the register of decisions (decisions and orders). */
        public boolean isRuling() {
            return this == DECISION || this == FILE_DECISION || this == ORDER;
        }
    }
}
