package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Instalment;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/**
 * The three taxes of one co-ownership group, in one sum where the law wants one decision (łączne zobowiązanie pieniężne,
 * LZ-01 to LZ-03). Which declarations belong to one group {@link JointMatter} says: each group has a decision of its own.
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
    public Result of(Declaration declaration, List<GrantedRelief> reliefs) {
        int year = declaration.year();
        Assessment houses = property.of(declaration, "DECISION");
        LandTax fields = land(TaxKind.AGRICULTURAL, declaration, houses, reliefs);
        LandTax woods = land(TaxKind.FOREST, declaration, houses, reliefs);
        BigDecimal sum = houses.taxDue().add(fields.taxDue()).add(woods.taxDue());
        boolean joint = fields.taxDue().signum() > 0
                && houses.taxDue().add(woods.taxDue()).signum() > 0;
        TaxKind kind = joint ? TaxKind.JOINT : TaxKind.PROPERTY;
        return new Result(
                houses, fields, woods, joint, sum, plan.of(kind, "DECISION", sum, property.startOf(declaration, year)));
    }

    /**
     * Declarations of the same owners and year as one, each object with the months and the start it has by its own
     * declaration.
     */
    public Declaration merged(List<Declaration> declarations) {
        Declaration first = declarations.get(0);
        List<TaxObject> objects = declarations.stream()
                .flatMap(each -> each.objects().stream().map(object -> property.dated(each, object)))
                .toList();
        return new Declaration(
                first.form(),
                first.version(),
                first.year(),
                first.office(),
                first.purpose(),
                null,
                null,
                null,
                first.taxpayers(),
                first.representative(),
                objects,
                first.declared());
    }

    /**
     * What one decision establishes. Without a joint obligation each tax has a decision of its own: then it is the tax
     * that the declaration is about, unless it has objects of another one only.
     *
     * @param reliefs of the agricultural tax granted to who owes it (AG-06)
     */
    public Assessment assess(Declaration declaration, List<GrantedRelief> reliefs) {
        Result result = of(declaration, reliefs);
        TaxKind kind = result.joint() ? TaxKind.JOINT : ownKind(declaration, result);
        List<AssessmentRow> rows = new ArrayList<>(result.property().rows());
        List<Assessment.Part> parts = new ArrayList<>();
        add(
                parts,
                kind,
                TaxKind.PROPERTY,
                result.property().total(),
                result.property().taxDue());
        for (LandTax land : List.of(result.agricultural(), result.forest())) {
            if (kind == TaxKind.JOINT || kind == land.kind()) {
                put(land, rows);
            }
            add(parts, kind, land.kind(), land.total(), land.taxDue());
        }
        if (kind != TaxKind.JOINT && kind != TaxKind.PROPERTY) {
            rows.replaceAll(row -> "PROPERTY".equals(row.treatment()) ? row.elsewhere() : row);
        }
        BigDecimal tax = parts.stream().map(Assessment.Part::taxDue).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Assessment.of(
                declaration.year(),
                kind,
                rows,
                parts,
                plan.of(kind, "DECISION", tax, property.startOf(declaration, declaration.year())));
    }

    /** The agricultural or forest tax that a legal person declares for itself (DR-1, DL-1; PT-61, PT-62). */
    public Assessment ofLandDeclared(Declaration declaration, TaxKind kind, List<GrantedRelief> reliefs) {
        Assessment rows = property.of(declaration, "SELF");
        LandTax land = land(kind, declaration, rows, reliefs);
        List<AssessmentRow> own = new ArrayList<>(rows.rows());
        own.replaceAll(row -> "PROPERTY".equals(row.treatment()) ? row.elsewhere() : row);
        List<AssessmentRow> landRows = LandRows.of(land);
        put(land, own);
        List<InstalmentPlan.Owed> owed = new ArrayList<>();
        for (int at = 0; at < landRows.size(); at++) {
            owed.add(new InstalmentPlan.Owed(
                    landRows.get(at).amount(), land.rows().get(at).span()));
        }
        return Assessment.of(
                declaration.year(),
                kind,
                own,
                List.of(new Assessment.Part(kind, land.total(), land.taxDue())),
                plan.ofSelfAssessed(kind, land.taxDue(), declaration.year(), owed));
    }

    /** The plots in the place of their objects; one that changes with the months has several rows. */
    private static void put(LandTax land, List<AssessmentRow> rows) {
        Map<Integer, List<AssessmentRow>> byObject = new TreeMap<>();
        LandRows.of(land)
                .forEach(row -> byObject.computeIfAbsent(row.objectPosition(), unused -> new ArrayList<>())
                        .add(row));
        List<AssessmentRow> all = rows.stream()
                .flatMap(row -> byObject.getOrDefault(row.objectPosition(), List.of(row)).stream())
                .toList();
        rows.clear();
        rows.addAll(all);
    }

    private static void add(
            List<Assessment.Part> parts, TaxKind whole, TaxKind kind, BigDecimal total, BigDecimal tax) {
        if (whole == kind || whole == TaxKind.JOINT && total.signum() > 0) {
            parts.add(new Assessment.Part(kind, total, tax));
        }
    }

    private static TaxKind ownKind(Declaration declaration, Result result) {
        Map<TaxKind, BigDecimal> taxes = new EnumMap<>(TaxKind.class);
        taxes.put(TaxKind.PROPERTY, result.property().taxDue());
        taxes.put(TaxKind.AGRICULTURAL, result.agricultural().taxDue());
        taxes.put(TaxKind.FOREST, result.forest().taxDue());
        taxes.values().removeIf(tax -> tax.signum() == 0);
        TaxKind filed = TaxKind.ofForm(declaration.form());
        return taxes.size() == 1 ? taxes.keySet().iterator().next() : filed;
    }

    private LandTax land(TaxKind kind, Declaration declaration, Assessment rows, List<GrantedRelief> reliefs) {
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
                ? forest.of(own, declaration.year(), object -> property.spanOf(declaration, object))
                : agricultural.of(own, declaration.year(), object -> property.spanOf(declaration, object), reliefs);
    }
}
