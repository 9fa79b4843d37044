package pl.obieg.tax.appeal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A date in a sentence: {@code 06.05.2026}. */
public final class PolishDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private PolishDay() {}

    /** A dash if there is none. */
    public static String of(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }
}
