package pl.obieg.delivery;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.obieg.calendar.StatutoryCalendar;

/**
 * The legal day of a delivery, counted from the evidence as a row of D14 says, and in Polish sentences how.
 *
 * @param steps each names its rule ids
 */
record LegalDay(LocalDate day, List<String> steps) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE dd.MM.yyyy", Locale.forLanguageTag("pl"));

    /**
     * @param countFrom see {@link SetLegalDate.Input}
     * @param legalPerson whether the addressee is none of flesh and blood
     * @param law by which the letter is delivered (DEL-22)
     * @throws IllegalStateException if the evidence states no day to count from
     */
    static LegalDay count(
            Finding finding,
            String countFrom,
            int addDays,
            boolean shiftToWorkingDay,
            boolean legalPerson,
            Provisions law,
            StatutoryCalendar calendar) {
        boolean notice = "FIRST_NOTICE".equals(countFrom);
        boolean inflow = "DAY_AFTER_TERM".equals(countFrom);
        LocalDate start = notice ? finding.firstNoticeOn() : finding.date();
        if (start == null) {
            throw new IllegalStateException("The evidence " + finding.kind() + " has no date to count from");
        }
        List<String> steps = new ArrayList<>();
        LocalDate end = start.plusDays(addDays);
        if (notice) {
            steps.add("Pierwsze awizo z dnia " + day(start) + ", drugie z dnia " + day(finding.secondNoticeOn())
                    + "; pisma nie odebrano. " + addDays + ". dzień od pierwszego awiza to " + day(end)
                    + " (" + law.storage + ").");
        } else if (inflow) {
            steps.add("Pismo wpłynęło na adres do doręczeń elektronicznych " + day(start) + "; " + addDays
                    + ". dzień od następnego dnia to " + day(end) + " (DEL-06, art. 42 UDE).");
        } else {
            steps.add("Dzień stwierdza dowód: " + day(start) + " (" + rules(finding, legalPerson, law) + ").");
        }
        LocalDate shifted = shiftToWorkingDay ? calendar.orNextWorkingDay(end) : end;
        if (!shifted.equals(end)) {
            steps.add("Koniec terminu przypada na dzień wolny (" + holiday(end, calendar) + "), przechodzi na "
                    + WEEKDAY.format(shifted)
                    + (inflow ? " (DEL-06a, reguła R13 operatora)." : " (TIM-05, reguła urzędu do DEL-11)."));
        }
        if (!inflow) {
            return new LegalDay(shifted, steps);
        }
        steps.add("Doręczono następnego dnia po upływie terminu: " + day(shifted.plusDays(1)) + " (DEL-06).");
        steps.add("To dzień obliczony przez urząd; rozstrzyga dzień z dowodu otrzymania operatora (DEL-06a).");
        return new LegalDay(shifted.plusDays(1), steps);
    }

    private static String rules(Finding finding, boolean legalPerson, Provisions law) {
        return switch (finding.kind()) {
            case COLLECTED -> law.collection + ": dowód odbioru";
            case FICTION -> "DEL-06a, art. 42 UDE: rozstrzyga dowód otrzymania operatora, nie obliczenie urzędu";
            case SUBSTITUTE_SIGNED -> (legalPerson ? law.seat : law.substitute) + ": odebrała inna osoba uprawniona";
            case REFUSED, RETURNED -> law.refusal + ": odmowa przyjęcia";
            default -> law.receipt + ": podpis i data odbioru";
        };
    }

    private static String holiday(LocalDate day, StatutoryCalendar calendar) {
        return WEEKDAY.format(day)
                + calendar.holidayName(day)
                        .filter(name -> !name.equalsIgnoreCase("niedziela"))
                        .map(name -> ", " + name)
                        .orElse("");
    }

    static String day(LocalDate date) {
        return date == null ? "–" : DAY.format(date);
    }
}
