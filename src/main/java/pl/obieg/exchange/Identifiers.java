package pl.obieg.exchange;

/** Check digits of PESEL, NIP and REGON (rulebook §11). A formally right number may still belong to nobody. */
public final class Identifiers {

    private static final int[] PESEL = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final int[] NIP = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final int[] REGON_9 = {8, 9, 2, 3, 4, 5, 6, 7};
    private static final int[] REGON_14 = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};

    private Identifiers() {}

    /** Eleven digits with a possible month and day, and the right check digit. */
    public static boolean isPesel(String pesel) {
        if (!isDigits(pesel, 11)) {
            return false;
        }
        int month = Integer.parseInt(pesel.substring(2, 4)) % 20;
        int day = Integer.parseInt(pesel.substring(4, 6));
        boolean possibleDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return possibleDay && (10 - weighted(pesel, PESEL) % 10) % 10 == digit(pesel, 10);
    }

    /** Ten digits with the right check digit. */
    public static boolean isNip(String nip) {
        return isDigits(nip, 10) && weighted(nip, NIP) % 11 == digit(nip, 9);
    }

    /** Nine or fourteen digits with the right check digits. */
    public static boolean isRegon(String regon) {
        if (isDigits(regon, 9)) {
            return weighted(regon, REGON_9) % 11 % 10 == digit(regon, 8);
        }
        return isDigits(regon, 14)
                && isRegon(regon.substring(0, 9))
                && weighted(regon, REGON_14) % 11 % 10 == digit(regon, 13);
    }

    /** The identifier with all digits but the last four hidden; empty for {@code null}. */
    public static String masked(String identifier) {
        if (identifier == null || identifier.length() < 5) {
            return "";
        }
        int hidden = identifier.length() - 4;
        return "*".repeat(hidden) + identifier.substring(hidden);
    }

    private static boolean isDigits(String text, int length) {
        return text != null && text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    private static int digit(String digits, int position) {
        return digits.charAt(position) - '0';
    }
}
