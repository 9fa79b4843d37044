package pl.obieg.delivery;

import java.time.LocalDate;
import pl.obieg.exchange.Address;

/**
 * One thing the office knows of how letters reach a party. Personal data.
 *
 * @param id assigned by {@link Arrangements}; 0 before
 * @param caseNumber {@code null}: in all cases of the party
 * @param representative who acts for the party, of {@link Kind#REPRESENTATIVE}; else {@code null}
 * @param professional an attorney who must be served electronically (DEL-15)
 * @param ade the representative's electronic address, or {@code null}
 * @param address of the representative, or of {@link Kind#ADDRESS}; else {@code null}
 * @param basis where the office knows it from, and for which letters
 * @param validTo the last day; {@code null}: until it is ended
 * @param enteredBy login
 * @param endedBy login, {@code null} while nobody ended it
 */
public record Arrangement(
        long id,
        String partyId,
        String caseNumber,
        Kind kind,
        Representative representative,
        boolean professional,
        String ade,
        Address address,
        String basis,
        LocalDate validFrom,
        LocalDate validTo,
        String enteredBy,
        String endedBy) {

    /** What is known. */
    public enum Kind {
        /** DEL-15, DEL-16: the letter goes to another instead of the party. */
        REPRESENTATIVE("pełnomocnik albo przedstawiciel"),
        /** DEL-09: another address than the one of the client base. */
        ADDRESS("inny adres niż w kartotece"),
        /** DEL-17. */
        IMPRISONED("pozbawienie wolności"),
        /** DEL-01. */
        PICKUP("odbiór w urzędzie"),
        /** DEL-04: of a decision only. */
        PAPER_AT_ONCE("decyzja z rygorem natychmiastowej wykonalności od razu na papierze"),
        /** DEL-17. */
        NOT_ELECTRONIC("nie można doręczyć elektronicznie");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Polish. */
        public String getLabel() {
            return label;
        }

        /** Whether it is about a letter rather than the person, so that it cannot hold in all cases. */
        public boolean ofOneCase() {
            return this == PAPER_AT_ONCE || this == NOT_ELECTRONIC;
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean byPowerOfAttorney() {
        return representative != null
                && (representative.role() == Representative.Role.ATTORNEY
                        || representative.role() == Representative.Role.DELIVERY_AGENT);
    }

    /** Whether it says the same, wherever it is known from. */
    boolean saysTheSame(Arrangement other) {
        return kind == other.kind
                && java.util.Objects.equals(representative, other.representative)
                && professional == other.professional
                && java.util.Objects.equals(ade, other.ade)
                && java.util.Objects.equals(address, other.address);
    }

    @Override
    public String toString() {
        return "Arrangement[" + id + ", " + kind + "]";
    }
}
