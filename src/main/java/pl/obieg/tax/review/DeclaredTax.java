package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Instalment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.InstalmentPlan;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.assessment.TaxComputation;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Instalments of a tax that arose by law (OP art. 21 § 1 pkt 1): whatever its sum turns out to be, they are due on the
 * days of the statute, and interest runs from them (PT-12).
 */
@Component
class DeclaredTax {

    private static final String SELF = "SELF";

    private final DeclarationRegister declarations;
    private final TaxComputation computation;
    private final InstalmentPlan plan;
    private final Reviews reviews;
    private final AssessmentRegister assessments;

    DeclaredTax(
            DeclarationRegister declarations,
            TaxComputation computation,
            InstalmentPlan plan,
            Reviews reviews,
            AssessmentRegister assessments) {
        this.declarations = declarations;
        this.computation = computation;
        this.plan = plan;
        this.reviews = reviews;
        this.assessments = assessments;
    }

    /**
     * Of the tax of a case: by months as the tax reckoned from the declaration, else from the start of the obligation as
     * declared, without a declaration from 1 January.
     */
    List<Instalment> instalments(String caseNumber, int year, BigDecimal tax) {
        LocalDate start = reviews.declarationOf(caseNumber)
                .map(id -> computation.startOf(declarations.get(id).declaration(), year))
                .orElse(LocalDate.of(year, 1, 1));
        List<Instalment> usual =
                plan.of(FilingDuty.ofForm(reviews.formOf(caseNumber)).kind(), SELF, tax, start);
        return reviews.declarationOf(caseNumber)
                .flatMap(assessments::ofDeclaration)
                .map(reckoned -> reckoned.assessment().instalments())
                .filter(reckoned -> reckoned.size() > 1 && usual.size() > 1)
                .map(reckoned -> plan.like(reckoned, tax))
                .orElse(usual);
    }

    /** For a letter: {@code number}, {@code date}, {@code amount}. */
    static List<Map<String, Object>> inWords(List<Instalment> instalments) {
        return instalments.stream()
                .map(each -> Map.<String, Object>of(
                        "number", String.valueOf(each.number()),
                        "date", Polish.date(each.date()),
                        "amount", Polish.zloty(each.amount())))
                .toList();
    }
}
