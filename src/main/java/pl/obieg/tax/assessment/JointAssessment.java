package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Instalment;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/**
 * The three taxes of one co-ownership group, in one sum where the law wants one decision (łączne zobowiązanie pieniężne,
 * LZ-01 to LZ-03). Which objects belong to one group {@link Liability#groups} says: each group has a decision of its own.
 */
@Component
public class JointAssessment {

    private final TaxComputation property;
    private final AgriculturalTax agricultural;
    private final ForestTax forest;
    private final InstalmentPlan plan;

    public JointAssessment(
            TaxComputation property, AgriculturalTax agricultural, ForestTax forest, InstalmentPlan plan) {
        this.property = property;
        this.agricultural = agricultural;
        this.forest = forest;
        this.plan = plan;
    }

    /**
     * The taxes of a group.
     *
     * @param property computed as without the others
     * @param agricultural no rows if there is no such land
     * @param forest no rows if there is no such land
     * @param joint whether they are one obligation (LZ-01)
     * @param taxDue sum of the taxes, each rounded for itself (LZ-02)
     * @param instalments of the sum
     */
    public record Result(
            Assessment property,
            LandTax agricultural,
            LandTax forest,
            boolean joint,
            BigDecimal taxDue,
            List<Instalment> instalments) {}

    /**
     * Of a natural person, or of natural persons who own everything in it together. The single payment (PT-63) and the
     * cost of a letter (PT-15) are measured on the sum.
     */
    public Result of(Declaration declaration) {
        int year = declaration.year();
        Assessment houses = property.of(declaration, "DECISION");
        LandTax fields = land(TaxKind.AGRICULTURAL, declaration, houses);
        LandTax woods = land(TaxKind.FOREST, declaration, houses);
        BigDecimal sum = houses.taxDue().add(fields.taxDue()).add(woods.taxDue());
        boolean joint = fields.taxDue().signum() > 0
                && houses.taxDue().add(woods.taxDue()).signum() > 0;
        TaxKind kind = joint ? TaxKind.JOINT : TaxKind.PROPERTY;
        return new Result(
                houses, fields, woods, joint, sum, plan.of(kind, "DECISION", sum, property.startOf(declaration, year)));
    }

    private LandTax land(TaxKind kind, Declaration declaration, Assessment rows) {
        Map<Integer, TaxObject> own = new TreeMap<>();
        for (AssessmentRow row : rows.rows()) {
            if (row.treatment().equals(kind.name())) {
                own.put(row.objectPosition(), declaration.objects().get(row.objectPosition()));
            }
        }
        if (own.isEmpty()) {
            return LandTax.of(kind, declaration.year(), false, List.of(), null);
        }
        return kind == TaxKind.FOREST
                ? forest.of(own, declaration.year(), object -> property.monthsOf(declaration, object))
                : agricultural.of(own, declaration.year(), object -> property.monthsOf(declaration, object));
    }
}
