package pl.obieg.law;

/**
 * A rule of law, or of the office, that the product follows.
 *
 * @param id stable: {@code PT-45}
 * @param provision where it stands: {@code art. 63 § 1–2 OP}
 * @param summary what it says, in one Polish sentence of our own
 */
public record LegalRule(String id, String provision, String summary, Certainty certainty) {

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
