package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.lang.Nullable;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.review.DeclarationReview.Finding;

/**
 * What the check of a declaration found (OP art. 272): whether it is on the right form (D01) and came in time (PT-04),
 * whether its sums agree with themselves and with the tax the office computed, whether the instalments due were paid, and
 * what calls for explanations (art. 274a § 2).
 *
 * @param sentences Polish, without personal data; empty if there is nothing to say
 */
record DeclarationFindings(Finding finding, BigDecimal difference, List<String> sentences) {

    /**
     * @param receivedOn day of filing
     * @param term last day to file, or {@code null}
     * @param requiredForm by D01
     * @param computed tax by the office, full zł
     * @param overdue number of instalments that were not paid when due
     * @param doubts sentences about what calls for explanations
     */
    static DeclarationFindings of(
            Declaration declaration,
            LocalDate receivedOn,
            @Nullable LocalDate term,
            String requiredForm,
            BigDecimal computed,
            int overdue,
            List<String> doubts) {
        List<String> sentences = new ArrayList<>();
        boolean wrongForm = !declaration.form().equals(requiredForm);
        if (wrongForm) {
            sentences.add("Złożono formularz " + declaration.form() + ", a właściwym formularzem jest " + requiredForm
                    + " (D01, PT-03 do PT-05, PT-07).");
        }
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
        sentences.addAll(doubts);
        BigDecimal declared = tax == null ? BigDecimal.ZERO : tax;
        return new DeclarationFindings(
                gravest(wrongForm, wrong, !doubts.isEmpty(), late),
                computed.subtract(declared).abs().setScale(0, RoundingMode.UP),
                List.copyOf(sentences));
    }

    private static Finding gravest(boolean wrongForm, boolean wrong, boolean doubt, boolean late) {
        if (wrongForm) {
            return Finding.WRONG_FORM;
        }
        if (wrong) {
            return Finding.ERROR;
        }
        if (doubt) {
            return Finding.DOUBT;
        }
        return late ? Finding.LATE : Finding.NONE;
    }
}
