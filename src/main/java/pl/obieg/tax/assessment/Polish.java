package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and dates as a Polish reader expects them: {@code 1 234,50 zł}, {@code 16 marca 2026 r.} */
public final class Polish {

    private static final Locale LOCALE = Locale.forLanguageTag("pl-PL");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy 'r.'", LOCALE);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM.yyyy", LOCALE);

    private Polish() {}

    /** With at least two decimals, at most six. */
    public static String decimal(BigDecimal number) {
        return format("#,##0.00####", number);
    }

    /** Without needless decimals. */
    public static String plain(BigDecimal number) {
        return format("#,##0.######", number);
    }

    /** zł and gr. */
    public static String money(BigDecimal amount) {
        return format("#,##0.00", amount) + " zł";
    }

    /** Full zł. */
    public static String zloty(BigDecimal amount) {
        return format("#,##0", amount) + " zł";
    }

    /** {@code 16 marca 2026 r.} */
    public static String date(LocalDate day) {
        return day.format(LONG);
    }

    /** {@code 16.03.2026}. */
    public static String shortDate(LocalDate day) {
        return day.format(SHORT);
    }

    private static String format(String pattern, BigDecimal number) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(LOCALE);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
