package pl.obieg.tax.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.tax.TaxSettings;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.AssessmentRow;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.assessment.TaxChange;
import pl.obieg.tax.assessment.TaxKind;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.TaxObject;
import pl.obieg.tax.letter.ObjectWords;

/** The changing decision (decyzja zmieniająca, OP art. 254): what it says, and that it was issued. */
@Component
public class ChangeLetter {

    private static final String TEMPLATE = "letters/zmiana-w-ciagu-roku/decyzja-zmieniajaca.ftlh";

    private final ChangeRegister changes;
    private final AssessmentRegister assessments;
    private final DeclarationRegister declarations;
    private final DecisionRegister decisions;
    private final OfficeLetters letters;
    private final TaxSettings settings;
    private final ApplicationEventPublisher events;

    public ChangeLetter(
            ChangeRegister changes,
            AssessmentRegister assessments,
            DeclarationRegister declarations,
            DecisionRegister decisions,
            OfficeLetters letters,
            TaxSettings settings,
            ApplicationEventPublisher events) {
        this.changes = changes;
        this.assessments = assessments;
        this.declarations = declarations;
        this.decisions = decisions;
        this.letters = letters;
        this.settings = settings;
        this.events = events;
    }

    /** @return id of the letter */
    public String draft(
            String caseNumber, String changedDecision, String justification, List<String> partyIds, String key) {
        ChangeRegister.Change change = changes.find(caseNumber).orElseThrow();
        AssessmentRegister.Stored base = assessments.get(change.baseAssessmentId());
        AssessmentRegister.Stored after = assessments.get(change.newAssessmentId());
        Map<String, Object> content = content(change, base, after);
        content.put("changedDecision", changedDecision);
        content.put("changedOn", decisions.of(base.id()).orElseThrow().issuedOn());
        content.put("justification", justification == null ? "" : justification.strip());
        content.put("jointly", partyIds.size() > 1);
        String letterId = letters.draft(
                new OfficeLetters.Draft(
                        caseNumber,
                        OfficeLetters.Kind.DECISION,
                        TEMPLATE,
                        "zmieniająca decyzję " + changedDecision + " w "
                                + after.assessment().kind().locative() + " na rok "
                                + after.assessment().year(),
                        content,
                        partyIds),
                key);
        changes.drafted(caseNumber, letterId);
        return letterId;
    }

    private Map<String, Object> content(
            ChangeRegister.Change change, AssessmentRegister.Stored base, AssessmentRegister.Stored after) {
        BigDecimal was = base.assessment().taxDue();
        BigDecimal is = after.assessment().taxDue();
        Map<String, Object> content = new HashMap<>();
        content.put("year", String.valueOf(after.assessment().year()));
        content.put("taxName", after.assessment().kind().polish());
        content.put("kinds", kinds(base, after));
        content.put("event", ChangeWords.event(change.event()));
        content.put("eventDate", change.eventDate() == null ? "" : Polish.date(change.eventDate()));
        content.put("before", Polish.zloty(was));
        content.put("after", Polish.zloty(is));
        content.put("difference", ChangeWords.signed(is.subtract(was)));
        content.put("raised", is.compareTo(was) > 0);
        content.put("parts", parts(base.assessment(), after.assessment()));
        content.put(
                "lines",
                changes.lines(change.caseNumber()).stream()
                        .map(ChangeLetter::line)
                        .toList());
        content.put(
                "afterDelivery", change.dueAfterDelivery().signum() > 0 ? Polish.zloty(change.dueAfterDelivery()) : "");
        content.put("overpaid", change.pastOverpaid().signum() > 0 ? Polish.zloty(change.pastOverpaid()) : "");
        content.put("oldRows", rows(base));
        content.put("newRows", rows(after));
        content.put("resolutions", resolutions(after.assessment()));
        content.put("chargedCase", change.chargedCase());
        content.put("appealBody", settings.office().appealBody());
        content.put("organGenitive", settings.office().organGenitive());
        return content;
    }

    private static List<String> kinds(AssessmentRegister.Stored base, AssessmentRegister.Stored after) {
        List<String> kinds = new ArrayList<>();
        for (Assessment one : List.of(after.assessment(), base.assessment())) {
            one.parts().stream()
                    .map(part -> part.kind().name())
                    .filter(kind -> !kinds.contains(kind))
                    .forEach(kinds::add);
        }
        return kinds;
    }

    private static List<Map<String, Object>> parts(Assessment before, Assessment after) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TaxKind kind : TaxKind.values()) {
            BigDecimal was = tax(before, kind);
            BigDecimal is = tax(after, kind);
            if (was != null || is != null) {
                BigDecimal old = was == null ? BigDecimal.ZERO : was;
                BigDecimal fresh = is == null ? BigDecimal.ZERO : is;
                rows.add(side(kind.polish(), old, fresh));
            }
        }
        return rows;
    }

    private static BigDecimal tax(Assessment tax, TaxKind kind) {
        return tax.parts().stream()
                .filter(part -> part.kind() == kind)
                .map(Assessment.Part::taxDue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> line(TaxChange.Line line) {
        return side(Polish.date(line.date()), line.before(), line.after());
    }

    private static Map<String, Object> side(String what, BigDecimal before, BigDecimal after) {
        return Map.of(
                "what", what,
                "before", Polish.zloty(before),
                "after", Polish.zloty(after),
                "difference", ChangeWords.signed(after.subtract(before)));
    }

    private List<Map<String, Object>> rows(AssessmentRegister.Stored stored) {
        List<TaxObject> objects = declarations.objects(stored.declarationIds());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AssessmentRow row : stored.assessment().rows()) {
            if (row.isTaxed() && row.months() > 0) {
                rows.add(ObjectWords.row(rows.size() + 1, row, objects.get(row.objectPosition())));
            }
        }
        return rows;
    }

    private static List<String> resolutions(Assessment tax) {
        return tax.rows().stream()
                .map(AssessmentRow::resolution)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The changing decision goes out: from now on its deliveries and appeal terms are followed (PT-53). */
    @EventListener
    void on(CaseFact.LetterIssued fact) {
        changes.ofLetter(fact.letterId()).ifPresent(change -> {
            boolean isNew = decisions.add(
                    change.newAssessmentId(),
                    fact.caseNumber(),
                    fact.number(),
                    fact.documentId(),
                    fact.issuedOn(),
                    fact.partyIds());
            if (isNew) {
                Assessment after = assessments.get(change.newAssessmentId()).assessment();
                events.publishEvent(new CaseFact.TaxNamed(
                        fact.caseNumber(), after.year(), after.kind().polish()));
            }
        });
    }
}
