package pl.obieg.delivery.edoreczenia;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of an address for electronic deliveries (ADE): {@code AE:PL-NNNNN-NNNNN-LLLLL-NN}. The last two digits are a
 * checksum whose rule is only known from published addresses, so a mismatch is a hint and never a reason to refuse.
 */
final class AdeAddress {

    private static final Pattern FORM = Pattern.compile("AE:PL-(\\d{5})-(\\d{5})-([A-Z]{5})-(\\d{2})");

    private AdeAddress() {}

    static boolean hasForm(String address) {
        return address != null && FORM.matcher(address).matches();
    }

    /** Whether the last two digits are the digit sum of |sum of the letters' codes − (first group + second group)|. */
    static boolean hasExpectedChecksum(String address) {
        Matcher parts = FORM.matcher(address);
        if (!parts.matches()) {
            return false;
        }
        int letters = parts.group(3).chars().sum();
        int difference = Math.abs(letters - Integer.parseInt(parts.group(1)) - Integer.parseInt(parts.group(2)));
        int digitSum = String.valueOf(difference)
                .chars()
                .map(Character::getNumericValue)
                .sum();
        return digitSum == Integer.parseInt(parts.group(4));
    }
}
