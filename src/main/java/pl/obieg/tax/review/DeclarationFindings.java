package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.review.DeclarationReview.Finding;

/**
 * What the check of a declaration found (OP art. 272): whether it came in time (PT-04), whether its sums agree with themselves
 * and with the tax the office computed, and whether the instalments due were paid.
 *
 * @param sentences Polish, without personal data; empty if there is nothing to say
 */
record DeclarationFindings(Finding finding, BigDecimal difference, List<String> sentences) {

    private static final int DAYS_AFTER_EVENT = 14;

    /**
     * @param receivedOn day of filing
     * @param computed tax by the office, full zł
     * @param overdue number of instalments that were not paid when due
     */
    static DeclarationFindings of(
            Declaration declaration,
            LocalDate receivedOn,
            BigDecimal computed,
            int overdue,
            StatutoryCalendar calendar) {
        List<String> sentences = new ArrayList<>();
        LocalDate term = termOf(declaration, calendar);
        boolean late = term != null && receivedOn.isAfter(term);
        if (late) {
            sentences.add("Deklarację złożono " + Polish.date(receivedOn) + ", po terminie, który upłynął "
                    + Polish.date(term));
        }
        BigDecimal total =
                declaration.declared() == null ? null : declaration.declared().total();
        BigDecimal tax =
                declaration.declared() == null ? null : declaration.declared().tax();
        boolean wrong = true;
        if (tax == null) {
            sentences.add("W deklaracji nie podano kwoty podatku; urząd obliczył " + Polish.zloty(computed) + ".");
        } else if (tax.compareTo(computed) != 0) {
            sentences.add("Zadeklarowano " + Polish.zloty(tax) + ", a urząd obliczył " + Polish.zloty(computed) + ".");
        } else {
            wrong = false;
        }
        if (tax != null
                && total != null
                && total.setScale(0, RoundingMode.HALF_UP).compareTo(tax) != 0) {
            sentences.add("Kwota do zapłaty nie jest zaokrągloną sumą pozycji deklaracji.");
            wrong = true;
        }
        if (overdue > 0) {
            sentences.add("Rat niezapłaconych w terminie: " + overdue + ".");
        }
        Finding finding = wrong ? Finding.ERROR : late ? Finding.LATE : Finding.NONE;
        BigDecimal declared = tax == null ? BigDecimal.ZERO : tax;
        return new DeclarationFindings(
                finding, computed.subtract(declared).abs().setScale(0, RoundingMode.UP), List.copyOf(sentences));
    }

    /**
     * PT-04, PT-07: 31 or 15 January of the year; 14 days from an event if that is later. A correction by the taxpayer's own will has
     * no term: {@code null}.
     */
    static LocalDate termOf(Declaration declaration, StatutoryCalendar calendar) {
        LocalDate yearly = FilingDuty.ofForm(declaration.form()).term(declaration.year(), calendar);
        if (declaration.eventDate() != null) {
            LocalDate afterEvent = calendar.endOfDays(declaration.eventDate(), DAYS_AFTER_EVENT);
            return afterEvent.isAfter(yearly) ? afterEvent : yearly;
        }
        return "CORRECTION".equals(declaration.purpose()) ? null : yearly;
    }
}
