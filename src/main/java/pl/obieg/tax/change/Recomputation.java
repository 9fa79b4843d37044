package pl.obieg.tax.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Instalment;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.GrantedReliefs;
import pl.obieg.tax.assessment.JointAssessment;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.assessment.ObjectChanges;
import pl.obieg.tax.assessment.TaxChange;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.TaxObject;

/** The tax of the whole year anew, as it is after the change, beside the tax of the decision in force. */
@Component
public class Recomputation {

    /** Events that bring an object into the tax (PT-40). */
    public static final Set<String> BEGINNINGS = Set.of("ACQUISITION", "POSSESSION", "NEW_BUILDING");

    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final JointAssessment joint;
    private final GrantedReliefs reliefs;
    private final ObjectChanges objectChanges;

    public Recomputation(
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            JointAssessment joint,
            GrantedReliefs reliefs,
            ObjectChanges objectChanges) {
        this.declarations = declarations;
        this.assessments = assessments;
        this.joint = joint;
        this.reliefs = reliefs;
        this.objectChanges = objectChanges;
    }

    /** Old and new, and the stored new assessment. */
    public record Result(AssessmentRegister.Stored after, TaxChange change) {}

    /**
     * By a form of the taxpayer.
     *
     * @param replaces whether it takes the place of the former form of its kind; else it adds objects
     */
    public Result byForm(
            AssessmentRegister.Stored base,
            String declarationId,
            boolean replaces,
            String caseNumber,
            String callKey,
            LocalDate day) {
        String form = declarations.get(declarationId).declaration().form();
        List<String> all = new ArrayList<>(List.of(declarationId));
        base.declarationIds().stream()
                .filter(id ->
                        !replaces || !declarations.get(id).declaration().form().equals(form))
                .forEach(all::add);
        Declaration told = declarations.get(declarationId).declaration();
        boolean goesOn = replaces && told.since() == null && !BEGINNINGS.contains(String.valueOf(told.event()));
        return compute(base, goesOn ? told.knownSince(startOf(base)) : told, all, caseNumber, callKey, day);
    }

    /** From when the decision in force taxes the first of its objects: a change or an end says nothing of the beginning. */
    private LocalDate startOf(AssessmentRegister.Stored base) {
        return base.declarationIds().stream()
                .flatMap(id -> objectChanges.dated(declarations.get(id).declaration()).stream())
                .map(TaxObject::from)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.of(base.assessment().year(), 1, 1));
    }

    /** By what the office found out of objects of the decision. */
    public Result byEvent(
            AssessmentRegister.Stored base,
            ObjectChanges.Event event,
            String caseNumber,
            String callKey,
            LocalDate day) {
        DeclarationRegister.Stored first = declarations.get(base.declarationId());
        List<TaxObject> objects = base.declarationIds().stream()
                .map(declarations::get)
                .flatMap(stored -> objectChanges.dated(stored.declaration()).stream())
                .toList();
        Declaration found = new Declaration(
                first.declaration().form(),
                first.declaration().version(),
                base.assessment().year(),
                null,
                "OFFICE",
                null,
                null,
                null,
                List.of(),
                null,
                objectChanges.after(event, base.assessment().year(), objects),
                null);
        String id = declarations.addOfOffice(found, caseNumber, day, first.id());
        return compute(base, declarations.get(id).declaration(), List.of(id), caseNumber, callKey, day);
    }

    private Result compute(
            AssessmentRegister.Stored base,
            Declaration first,
            List<String> ids,
            String caseNumber,
            String callKey,
            LocalDate day) {
        List<Declaration> all = new ArrayList<>(List.of(first));
        ids.stream().skip(1).map(id -> declarations.get(id).declaration()).forEach(all::add);
        Assessment whole = joint.assess(
                joint.merged(all),
                reliefs.of(
                        JointMatter.liable(declarations.get(base.declarationId())),
                        base.assessment().year()));
        TaxChange change = TaxChange.of(base.assessment(), whole, day);
        Assessment after = new Assessment(
                whole.year(),
                whole.kind(),
                whole.rows(),
                whole.parts(),
                whole.total(),
                whole.taxDue(),
                instalments(change, day));
        return new Result(assessments.put(ids, caseNumber, callKey, "DECISION", day, after), change);
    }

    private static List<Instalment> instalments(TaxChange change, LocalDate day) {
        List<Instalment> plan = new ArrayList<>();
        for (TaxChange.Line line : change.instalments()) {
            plan.add(new Instalment(plan.size() + 1, line.date(), line.after()));
        }
        if (change.dueAfterDelivery().signum() > 0) {
            plan.add(new Instalment(plan.size() + 1, day, change.dueAfterDelivery()));
        }
        return withoutOverpaid(plan, change);
    }

    /** What was due before and is not owed any more goes off the last of these instalments. */
    private static List<Instalment> withoutOverpaid(List<Instalment> plan, TaxChange change) {
        BigDecimal left = change.overpaid();
        List<Instalment> reduced = new ArrayList<>(plan);
        for (int at = reduced.size() - 1; at >= 0 && left.signum() > 0; at--) {
            Instalment part = reduced.get(at);
            BigDecimal cut = left.min(part.amount());
            reduced.set(
                    at, new Instalment(part.number(), part.date(), part.amount().subtract(cut)));
            left = left.subtract(cut);
        }
        return List.copyOf(reduced);
    }
}
