package pl.obieg.law;

import java.util.List;

/**
 * A rule of law, or of the office, that the product follows.
 *
 * @param id stable: {@code PT-45}
 * @param provision where it stands: {@code art. 63 § 1–2 OP}
 * @param summary what it says, in one Polish sentence of our own
 * @param settings where the office changes it; empty for what the law leaves no choice in
 */
public record LegalRule(String id, String provision, String summary, Certainty certainty, List<Setting> settings) {

    /**
     * Where the office changes a rule that the law leaves to it, or that it must still check.
     *
     * @param place path of a table or template, key of a setting ({@code obieg.tax.review.post-days}), or a class where
     *     only a programmer changes it
     * @param byDefault what holds unless it is changed, in Polish or as the setting writes it
     */
    public record Setting(String place, String byDefault) {

        static Setting of(String cell) {
            int at = cell.indexOf('=');
            if (at < 1) {
                throw new IllegalStateException("reguly.csv: oczekiwano miejsce=wartość, jest: " + cell);
            }
            return new Setting(
                    cell.substring(0, at).strip(), cell.substring(at + 1).strip());
        }
    }

    /** How sure the office may be of it. */
    public enum Certainty {
        /** Read in the act. */
        SOURCE("przepis"),
        /** Known well, to be compared with the act before use. */
        HIGH("do porównania z aktem"),
        /** Probable. */
        MEDIUM("prawdopodobne, do sprawdzenia"),
        /** A guess. */
        LOW("niepewne, do sprawdzenia"),
        /** The law is silent: the office chose. */
        HOUSE("przyjęte przez urząd");

        private final String polish;

        Certainty(String polish) {
            this.polish = polish;
        }

        /** For the clerk. */
        public String polish() {
            return polish;
        }
    }
}
