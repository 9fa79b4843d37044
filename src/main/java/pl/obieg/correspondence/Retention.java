package pl.obieg.correspondence;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the papers of a closed case are kept (rulebook §6.4, IK 2011).
 *
 * @param category {@code A}, {@code B10}, {@code BE5} or {@code Bc}
 */
public record Retention(String category) {

    private static final Pattern YEARS = Pattern.compile("B(E?)(\\d+)");

    /** From when they may be destroyed, or appraised (BE): 1 January after the full years; {@code null} for A and Bc. */
    public LocalDate endsOn(LocalDate closedOn) {
        Matcher years = YEARS.matcher(category);
        return years.matches() ? LocalDate.of(closedOn.getYear() + Integer.parseInt(years.group(2)) + 1, 1, 1) : null;
    }

    /** From when they may go to the office's archive: after two full calendar years. */
    public LocalDate handOverFrom(LocalDate closedOn) {
        return LocalDate.of(closedOn.getYear() + 3, 1, 1);
    }

    /** The category in words. */
    public String polish() {
        if (category.equals("A")) {
            return "A – materiały archiwalne, wieczyste";
        }
        if (category.equals("Bc")) {
            return "Bc – krótkotrwałe znaczenie";
        }
        Matcher years = YEARS.matcher(category);
        String suffix = years.matches() && !years.group(1).isEmpty() ? ", potem ekspertyza archiwum państwowego" : "";
        return category + " – lata przechowywania: " + (years.matches() ? years.group(2) : "?") + suffix;
    }
}
