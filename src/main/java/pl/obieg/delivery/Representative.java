package pl.obieg.delivery;

/**
 * One to whom a letter goes instead of the party, at the corrected address of the delivery. Personal data.
 *
 * @param name as it stands on the envelope
 */
public record Representative(String name, Role role) {

    /** By what right (DEL-15, DEL-16; OP art. 145, 138f, 138l, 154; KPA art. 34, 40). */
    public enum Role {
        ATTORNEY("pełnomocnik"),
        DELIVERY_AGENT("pełnomocnik do doręczeń"),
        TEMPORARY_ATTORNEY("tymczasowy pełnomocnik szczególny"),
        CURATOR("kurator"),
        HEIRS_CURATOR("kurator spadku"),
        /** Who represents a legal person whose seat does not exist (DEL-12, OP art. 151a). */
        BOARD_MEMBER("osoba uprawniona do reprezentacji");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        /** Polish name of the role. */
        public String getLabel() {
            return label;
        }
    }

    @Override
    public String toString() {
        return "Representative[" + role + "]";
    }
}
