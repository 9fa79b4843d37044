package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Amounts and dates as Polish readers write them. */
public final class Zloty {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Zloty() {}

    /** {@code 1 234,50 zł}, with no-break spaces. */
    public static String text(BigDecimal amount) {
        String plain = amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        int dot = plain.length() - 3;
        String whole = plain.substring(0, dot).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0");
        return whole + "," + plain.substring(dot + 1) + "\u00a0zł";
    }

    /** {@code 16.03.2026}; a dash if there is none. */
    public static String day(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }
}
