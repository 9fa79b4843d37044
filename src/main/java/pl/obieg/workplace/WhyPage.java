package pl.obieg.workplace;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.law.LawBook;
import pl.obieg.law.LegalRule;
import pl.obieg.process.Reasons;

/**
 * The page "Dlaczego?" of a case: for each decision of a table and each computation what was asked, what answered, on
 * which provision, by which version, at what time.
 */
@Controller
class WhyPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d.MM.yyyy HH:mm").withZone(OfficeClock.WARSAW);

    private final Reasons reasons;
    private final LawBook law;

    WhyPage(Reasons reasons, LawBook law) {
        this.reasons = reasons;
        this.law = law;
    }

    /**
     * A reason as the page shows it.
     *
     * @param rules the provisions its answers name
     */
    public record Shown(Reasons.Reason reason, String decidedAt, List<LegalRule> rules) {}

    /** What one step of a procedure, or one computation, rests on. */
    public record Group(String heading, List<Shown> reasons) {}

    @GetMapping("/dlaczego/{caseNumber}")
    String show(@PathVariable String caseNumber, Model model) {
        List<Group> groups = new ArrayList<>();
        for (Reasons.Reason reason : reasons.of(caseNumber)) {
            String heading = reason.step().isEmpty()
                    ? "Obliczenie: " + reason.title()
                    : reason.procedure() + ": " + reason.step();
            if (groups.isEmpty() || !groups.get(groups.size() - 1).heading().equals(heading)) {
                groups.add(new Group(heading, new ArrayList<>()));
            }
            groups.get(groups.size() - 1).reasons().add(shown(reason));
        }
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute("groups", groups);
        return "workplace/dlaczego";
    }

    private Shown shown(Reasons.Reason reason) {
        Set<LegalRule> rules = new LinkedHashSet<>();
        reason.answers().forEach(answer -> rules.addAll(law.namedIn(answer.text())));
        return new Shown(inWords(reason), TIME.format(reason.decidedAt()), List.copyOf(rules));
    }

    private Reasons.Reason inWords(Reasons.Reason reason) {
        return new Reasons.Reason(
                reason.subject(),
                reason.procedure(),
                reason.step(),
                reason.title(),
                reason.source(),
                inWords(reason.inputs()),
                reason.answers().stream()
                        .map(answer -> new Reasons.Answer(answer.text(), inWords(answer.outputs())))
                        .toList(),
                reason.decidedAt());
    }

    private Map<String, String> inWords(Map<String, String> values) {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach((label, value) -> words.put(label, law.inWords(value)));
        return words;
    }
}
