package pl.obieg.exchange;

/**
 * A postal address.
 *
 * @param street or, in a place without streets, {@code null}
 * @param building number of the building
 * @param flat number of the flat or {@code null}
 * @param postcode {@code NN-NNN}
 * @param place town or village
 * @param country two letters, {@code PL}
 */
public record Address(String street, String building, String flat, String postcode, String place, String country) {

    /** Street and numbers in one line; the place instead of a street where there are none. */
    public String streetLine() {
        String number = flat == null || flat.isBlank() ? building : building + "/" + flat;
        return (street == null || street.isBlank() ? place : street) + " " + number;
    }

    /** Postcode and place in one line. */
    public String placeLine() {
        return postcode + " " + place;
    }
}
