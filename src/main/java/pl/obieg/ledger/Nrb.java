package pl.obieg.ledger;

import java.math.BigInteger;

/**
 * A Polish bank account number: 26 digits = 2 check digits, 8-digit sort code, 16 of the bank's own. An individual
 * (virtual) account of a payer divides the 16 into 4 that the bank assigned to the office and 12 that the office
 * chooses, its client part.
 */
public record Nrb(String digits) {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    public Nrb {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a valid NRB");
        }
    }

    /** The individual account with its check digits: 98 − (BBAN + "252100") mod 97. */
    public static Nrb individual(String sortCode, String assignedId, String clientPart) {
        String bban = sortCode + assignedId + clientPart;
        if (!bban.matches("\\d{24}")) {
            throw new IllegalArgumentException("An NRB needs 8 + 4 + 12 digits behind its check digits");
        }
        int check = 98 - mod97(bban + "252100");
        return new Nrb("%02d%s".formatted(check, bban));
    }

    /** Whether the text is 26 digits whose check digits fit: mod 97 = 1 with "2521" and the check digits behind. */
    public static boolean isValid(String text) {
        return text != null && text.matches("\\d{26}") && mod97(text.substring(2) + "2521" + text.substring(0, 2)) == 1;
    }

    /** The 12 digits the office chose. */
    public String clientPart() {
        return digits.substring(14);
    }

    /** As people read it: {@code 12 3456 7890 …}. */
    public static String spaced(String digits) {
        return digits == null || digits.length() != 26
                ? digits
                : digits.substring(0, 2) + digits.substring(2).replaceAll("(.{4})", " $1");
    }

    private static int mod97(String number) {
        return new BigInteger(number).mod(NINETY_SEVEN).intValue();
    }
}
