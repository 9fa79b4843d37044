package pl.obieg.simulators.post;

/** Number of a registered letter: "00", a digit, 590 0773, nine digits of a serial, a GS1 check digit. */
final class RegisteredNumber {

    private static final String PREFIX = "1" + "5900773";

    private RegisteredNumber() {}

    static String of(long serial) {
        String body = PREFIX + "%09d".formatted(serial);
        return "00" + body + checkDigit(body);
    }

    static int checkDigit(String body) {
        int sum = 0;
        for (int fromRight = 0; fromRight < body.length(); fromRight++) {
            int digit = body.charAt(body.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
