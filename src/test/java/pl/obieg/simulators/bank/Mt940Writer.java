package pl.obieg.simulators.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a statement in mBank's dialect of mass payments: field 86 wraps at 65 characters, wherever that falls. */
final class Mt940Writer {

    private static final int WIDTH = 65;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** A credit; {@code massPaymentId} is {@code null} for money sent to the office's main account. */
    record Credit(
            long number, String massPaymentId, BigDecimal amount, String payer, String title, LocalDate valueDate) {

        String transactionNumber() {
            return "%015d.000001".formatted(number);
        }
    }

    private Mt940Writer() {}

    static String write(
            String account,
            int number,
            LocalDate day,
            BigDecimal opening,
            BigDecimal closing,
            List<Credit> credits,
            String sender) {
        StringBuilder file = new StringBuilder("\n");
        file.append(":20:ST")
                .append(DAY.format(day))
                .append("CYC/")
                .append(number)
                .append('\n');
        file.append(":25:PL").append(account).append('\n');
        file.append(":28C:").append(number).append("/1\n");
        file.append(":60F:").append(balance(opening, day)).append('\n');
        for (Credit credit : credits) {
            String valueDate = DAY.format(credit.valueDate());
            file.append(":61:")
                    .append(valueDate)
                    .append(DAY.format(day).substring(2))
                    .append("CN")
                    .append(amount(credit.amount()))
                    .append("NTRFNONREF//MB")
                    .append("%012d".formatted(credit.number()))
                    .append('\n');
            file.append(credit.massPaymentId() == null ? "771-PRZELEW\n" : "911-TRANSAKCJA IPH\n");
            file.append(":86:").append(wrapped(details(credit, sender))).append('\n');
        }
        file.append(":62F:").append(balance(closing, day)).append('\n');
        file.append(":64:").append(balance(closing, day)).append("\n-\n");
        return file.toString();
    }

    private static String details(Credit credit, String sender) {
        String head = credit.massPaymentId() == null
                ? "771 PRZELEW"
                : "911 TRANSAKCJA COLLECT; ID IPH: " + credit.massPaymentId();
        return head + "; Z RACH.: " + sender + "; OD: " + credit.payer() + "; TYT.: " + credit.title() + "   ; TNR: "
                + credit.transactionNumber();
    }

    private static String wrapped(String details) {
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < details.length(); from += WIDTH) {
            lines.append(from == 0 ? "" : "\n").append(details, from, Math.min(from + WIDTH, details.length()));
        }
        return lines.toString();
    }

    private static String balance(BigDecimal amount, LocalDate day) {
        return (amount.signum() < 0 ? "D" : "C") + DAY.format(day) + "PLN" + amount(amount.abs());
    }

    private static String amount(BigDecimal amount) {
        return amount.setScale(2).toPlainString().replace('.', ',');
    }
}
