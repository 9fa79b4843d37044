package pl.obieg.tax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.SubmissionRoute;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.assessment.TaxKind;
import pl.obieg.tax.assessment.Taxpayers;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.FormMapping;
import pl.obieg.tax.declaration.FormMappings;

/**
 * A sound form of a person who has the year's decision, and that corrects, tells an event, or brings farm land into it,
 * changes that decision (PT-14, LZ-01). Without a decision, or with defects, it goes the usual way.
 */
@Component
class ChangeRoute implements SubmissionRoute {

    private static final Set<String> FORMS = Set.of("IN-1", "IR-1", "IL-1");

    private final FormMappings mappings;
    private final CheckSubmission check;
    private final Parties parties;
    private final ChangeRegister changes;
    private final AssessmentRegister assessments;
    private final Taxpayers taxpayers;

    ChangeRoute(
            FormMappings mappings,
            CheckSubmission check,
            Parties parties,
            ChangeRegister changes,
            AssessmentRegister assessments,
            Taxpayers taxpayers) {
        this.mappings = mappings;
        this.check = check;
        this.parties = parties;
        this.changes = changes;
        this.assessments = assessments;
        this.taxpayers = taxpayers;
    }

    @Override
    public Optional<String> instead(Submission submission, String message) {
        if (!"DeclarationArrived".equals(message) || !FORMS.contains(String.valueOf(submission.formCode()))) {
            return Optional.empty();
        }
        return read(submission)
                .filter(declaration ->
                        check.defectsOf(submission, submission.formCode()).isEmpty())
                .filter(this::changesDecision)
                .map(declaration -> "ChangeReported");
    }

    private Optional<Declaration> read(Submission submission) {
        try {
            return mappings.read(submission);
        } catch (FormMapping.Unreadable unreadable) {
            return Optional.empty();
        }
    }

    private boolean changesDecision(Declaration declaration) {
        List<DeclarationRegister.Standing> standings = taxpayers.of(declaration).standings();
        List<String> partyIds = new ArrayList<>();
        List<String> farmerIds = new ArrayList<>();
        for (int at = 0; at < standings.size(); at++) {
            if (standings.get(at).liable()) {
                Declaration.Taxpayer taxpayer = declaration.taxpayers().get(at);
                // Whom the office does not know has no decision.
                String id = known(taxpayer).orElse("unknown " + at);
                partyIds.add(id);
                if (Boolean.TRUE.equals(taxpayer.runsFarm())) {
                    farmerIds.add(id);
                }
            }
        }
        if (partyIds.isEmpty()) {
            return false;
        }
        List<String> liable = JointMatter.liable(declaration.form(), partyIds, farmerIds);
        return changes.decisionOf(liable, declaration.year(), declaration.form())
                .flatMap(changes::inForce)
                .filter(decision -> belongs(declaration, assessments.get(decision.assessmentId())))
                .isPresent();
    }

    private Optional<String> known(Declaration.Taxpayer taxpayer) {
        return Stream.of(taxpayer.pesel(), taxpayer.nip())
                .flatMap(identifier -> parties.byIdentifier(identifier).stream())
                .map(Party::id)
                .findFirst();
    }

    private static boolean belongs(Declaration declaration, AssessmentRegister.Stored decided) {
        Set<TaxKind> taxes =
                decided.assessment().parts().stream().map(part -> part.kind()).collect(Collectors.toSet());
        TaxKind tax = TaxKind.ofForm(declaration.form());
        if (taxes.contains(tax)) {
            return "CORRECTION".equals(declaration.purpose()) || declaration.event() != null;
        }
        return tax == TaxKind.AGRICULTURAL || taxes.contains(TaxKind.AGRICULTURAL);
    }
}
