package pl.obieg.tax.retrial;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.JointAssessment;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.TaxObject;
import pl.obieg.tax.letter.ObjectWords;

/** The facts of a retrial: those of the annulled decision, object by object corrected by what the office finds. */
@Component
class RetrialFacts {

    private static final String TAKEN_OUT = "USUN";

    private final DeclarationRegister declarations;
    private final JointAssessment joint;

    RetrialFacts(DeclarationRegister declarations, JointAssessment joint) {
        this.declarations = declarations;
        this.joint = joint;
    }

    /** What was found of an object; {@code null}: as before. */
    record Finding(int object, BigDecimal area, BigDecimal value, String usage) {}

    /**
     * All objects of the annulled decision in one declaration of the office. The day the first one came and its event
     * stay: on them rests how long a decision may be issued (PT-13).
     */
    String takeOver(AssessmentRegister.Stored annulled, String caseNumber) {
        DeclarationRegister.Stored first = declarations.get(annulled.declarationId());
        Declaration facts = annulled.declarationIds().size() == 1
                ? first.declaration()
                : joint.merged(annulled.declarationIds().stream()
                        .map(id -> declarations.get(id).declaration())
                        .toList());
        return store(first, facts, facts.objects(), caseNumber);
    }

    /** @throws Refusal {@code OBJECT_UNKNOWN} */
    String correct(DeclarationRegister.Stored before, Finding finding, String caseNumber) {
        List<TaxObject> objects = new ArrayList<>(before.declaration().objects());
        if (finding.object() < 1 || finding.object() > objects.size()) {
            throw new Refusal("OBJECT_UNKNOWN", "Podaj numer przedmiotu od 1 do " + objects.size() + ".");
        }
        if (TAKEN_OUT.equals(finding.usage())) {
            objects.remove(finding.object() - 1);
        } else {
            TaxObject object = objects.get(finding.object() - 1).changed(finding.area(), finding.usage());
            objects.set(finding.object() - 1, finding.value() == null ? object : object.valued(finding.value()));
        }
        return store(before, before.declaration(), objects, caseNumber);
    }

    private String store(
            DeclarationRegister.Stored former, Declaration facts, List<TaxObject> objects, String caseNumber) {
        LocalDate receivedOn = former.receivedOn();
        Declaration found = new Declaration(
                facts.form(),
                facts.version(),
                facts.year(),
                null,
                "OFFICE",
                facts.event(),
                facts.eventDate(),
                facts.since(),
                List.of(),
                null,
                objects,
                null);
        return declarations.addOfOffice(found, caseNumber, receivedOn, former.id());
    }

    /** "1. Budynek – mieszkalne, 120 m²", a line each; no places, since they are kept as process variables. */
    static String inWords(List<TaxObject> objects) {
        List<String> lines = new ArrayList<>();
        for (TaxObject object : objects) {
            lines.add((lines.size() + 1) + ". " + ObjectWords.kind(object) + size(object));
        }
        return String.join("\n", lines);
    }

    private static String size(TaxObject object) {
        if (object.value() != null) {
            return ", " + Polish.plain(object.value()) + " zł";
        }
        if (object.area() != null) {
            return ", " + Polish.plain(object.area()) + " m²";
        }
        if (object.areaHa() != null) {
            return ", " + Polish.plain(object.areaHa()) + " ha";
        }
        BigDecimal floors =
                object.floors().stream().map(TaxObject.Floor::area).reduce(BigDecimal.ZERO, BigDecimal::add);
        return floors.signum() == 0 ? "" : ", " + Polish.plain(floors) + " m²";
    }
}
