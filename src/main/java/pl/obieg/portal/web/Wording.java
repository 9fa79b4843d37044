package pl.obieg.portal.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pl.obieg.portal.matters.Matter;
import pl.obieg.portal.matters.Receivable;

/** How amounts, dates and states are said to a citizen, on one day. */
public record Wording(LocalDate today) {

    private static final Locale POLISH = Locale.forLanguageTag("pl-PL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu 'r.'", POLISH);
    private static final char NO_BREAK = '\u00a0';
    private static final Map<String, String> TAX = Map.of(
            "IN-1", "Podatek od nieruchomości",
            "DN-1", "Podatek od nieruchomości",
            "IR-1", "Podatek rolny",
            "DR-1", "Podatek rolny",
            "IL-1", "Podatek leśny",
            "DL-1", "Podatek leśny");

    /** {@code 1 234,50 zł}, with no-break spaces. */
    public String money(BigDecimal amount) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(POLISH);
        symbols.setGroupingSeparator(NO_BREAK);
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.00", symbols).format(amount) + NO_BREAK + "zł";
    }

    /** {@code 16 marca 2026 r.} */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The account as on a bank form: {@code 12 3456 7890 …}. */
    public String account(String nrb) {
        return nrb.length() == 26 ? nrb.substring(0, 2) + nrb.substring(2).replaceAll("(.{4})", NO_BREAK + "$1") : nrb;
    }

    /** What the case is about: the tax of its decision, before there is one that of the form that began it. */
    public String subject(Matter matter) {
        if (matter.tax() != null) {
            return matter.tax().substring(0, 1).toUpperCase(POLISH)
                    + matter.tax().substring(1);
        }
        List<Matter.Declaration> declarations = matter.declarations();
        String form =
                declarations.isEmpty() ? "" : String.valueOf(declarations.get(0).formCode());
        return TAX.getOrDefault(form, "Sprawa podatkowa");
    }

    /** Where the case stands. */
    public String status(Matter matter) {
        if (matter.overdue(today).signum() > 0) {
            return "Do zapłaty " + money(matter.left()) + ", w tym po terminie " + money(matter.overdue(today));
        }
        if (matter.left().signum() > 0) {
            return "Do zapłaty " + money(matter.left());
        }
        if (matter.closing() != null) {
            return "Zakończona";
        }
        if (!matter.receivables().isEmpty()) {
            return "Zapłacona w całości";
        }
        return matter.decisions().isEmpty() ? "Urząd rozpatruje sprawę" : "Wydano decyzję";
    }

    public String state(Receivable.Instalment instalment) {
        return switch (instalment.state(today)) {
            case PAID -> "zapłacona";
            case DUE -> "do zapłaty";
            case OVERDUE -> "po terminie";
        };
    }
}
