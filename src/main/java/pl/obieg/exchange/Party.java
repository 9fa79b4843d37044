package pl.obieg.exchange;

/**
 * A person or body the office deals with, in the client base.
 *
 * @param id assigned by {@link Parties}; {@code null} before
 * @param kind decides the filing regime (D01)
 * @param firstName of a natural person, else {@code null}
 * @param lastName of a natural person, else {@code null}
 * @param name of a legal person or unit, else {@code null}
 * @param pesel 11 digits or {@code null}
 * @param nip 10 digits or {@code null}
 * @param regon 9 or 14 digits or {@code null}
 * @param address for delivery on paper
 */
public record Party(
        String id,
        Kind kind,
        String firstName,
        String lastName,
        String name,
        String pesel,
        String nip,
        String regon,
        Address address) {

    /** Who it is in the sense of D01. */
    public enum Kind {
        NATURAL,
        LEGAL,
        UNIT,
        PARTNERSHIP
    }

    /** A natural person. */
    public static Party natural(String firstName, String lastName, String pesel, Address address) {
        return new Party(null, Kind.NATURAL, firstName, lastName, null, pesel, null, null, address);
    }

    /** A legal person. */
    public static Party legal(String name, String nip, String regon, Address address) {
        return new Party(null, Kind.LEGAL, null, null, name, null, nip, regon, address);
    }

    /** As written in an address line. */
    public String displayName() {
        return kind == Kind.NATURAL ? firstName + " " + lastName : name;
    }

    /** The same party with the id of the client base. */
    public Party withId(String assigned) {
        return new Party(assigned, kind, firstName, lastName, name, pesel, nip, regon, address);
    }
}
