package pl.obieg.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the papers of a closed case are kept, and what becomes of them then (rulebook §6.4, IK 2011). Years are full
 * calendar years and begin on 1 January after closing.
 *
 * @param category archival category of the class: {@code A}, {@code B10}, {@code BE5} or {@code Bc}
 * @param handOverFrom first day to hand over to the office's archive, after two full years; {@code null} for Bc, which
 *     never goes there
 * @param destroyableFrom of Bn, else {@code null}
 * @param appraisalFrom of BEn, when the State Archive appraises them, else {@code null}
 * @param stateArchiveFrom of A, when they go to the State Archive, else {@code null}
 */
public record Retention(
        String category,
        LocalDate handOverFrom,
        LocalDate destroyableFrom,
        LocalDate appraisalFrom,
        LocalDate stateArchiveFrom) {

    private static final Pattern YEARS = Pattern.compile("B(E?)(\\d+)");
    private static final int YEARS_IN_THE_UNIT = 2;
    private static final int YEARS_TO_STATE_ARCHIVE = 25;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** What the category means for a case closed on the day. */
    public static Retention of(String category, LocalDate closedOn) {
        Matcher years = YEARS.matcher(category);
        LocalDate end = years.matches() ? afterFullYears(closedOn, Integer.parseInt(years.group(2))) : null;
        boolean appraised = category.startsWith("BE");
        return new Retention(
                category,
                "Bc".equals(category) ? null : afterFullYears(closedOn, YEARS_IN_THE_UNIT),
                appraised ? null : end,
                appraised ? end : null,
                "A".equals(category) ? afterFullYears(closedOn, YEARS_TO_STATE_ARCHIVE) : null);
    }

    private static LocalDate afterFullYears(LocalDate closedOn, int years) {
        return LocalDate.of(closedOn.getYear() + years + 1, 1, 1);
    }

    /** The category in words. */
    public static String inWords(String category) {
        if (category.equals("A")) {
            return "A – materiały archiwalne, wieczyste";
        }
        if (category.equals("Bc")) {
            return "Bc – krótkotrwałe znaczenie";
        }
        Matcher years = YEARS.matcher(category);
        String suffix = category.startsWith("BE") ? ", potem ekspertyza archiwum państwowego" : "";
        return category + " – lata przechowywania: " + (years.matches() ? years.group(2) : "?") + suffix;
    }

    /** What is to be done with the papers, and from when: Polish sentences in order. */
    public List<String> steps() {
        List<String> steps = new ArrayList<>();
        if (handOverFrom != null) {
            steps.add(
                    "Od " + DAY.format(handOverFrom)
                            + " akta przekazuje się do archiwum zakładowego spisem zdawczo-odbiorczym (po dwóch pełnych latach).");
        }
        if (destroyableFrom != null) {
            steps.add("Od " + DAY.format(destroyableFrom)
                    + " akta można wybrakować, za zgodą dyrektora archiwum państwowego.");
        }
        if (appraisalFrom != null) {
            steps.add("Od " + DAY.format(appraisalFrom)
                    + " archiwum państwowe przeprowadza ekspertyzę; bez niej akt się nie niszczy.");
        }
        if (stateArchiveFrom != null) {
            steps.add("Od " + DAY.format(stateArchiveFrom)
                    + " akta przekazuje się do archiwum państwowego (po 25 latach); nie niszczy się ich nigdy.");
        }
        if (steps.isEmpty()) {
            steps.add("Po wykorzystaniu akta można zniszczyć w porozumieniu z archiwum zakładowym, któremu się ich nie"
                    + " przekazuje.");
        }
        return steps;
    }
}
