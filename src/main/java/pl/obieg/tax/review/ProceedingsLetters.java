package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Instalment;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Kind;
import pl.obieg.tax.TaxSettings;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.letter.AmountInWords;

/** Letters of proceedings on a tax that arose by law: order, notice, decision. */
@Component
class ProceedingsLetters {

    private final OfficeLetters letters;
    private final Reviews reviews;
    private final ChangeRegister changes;
    private final DecisionRegister decisions;
    private final TaxSettings settings;

    ProceedingsLetters(
            OfficeLetters letters,
            Reviews reviews,
            ChangeRegister changes,
            DecisionRegister decisions,
            TaxSettings settings) {
        this.letters = letters;
        this.reviews = reviews;
        this.changes = changes;
        this.decisions = decisions;
        this.settings = settings;
    }

    /** The matter of a case. */
    Matter matter(String caseNumber, int taxYear, List<String> partyIds) {
        return new Matter(caseNumber, FilingDuty.ofForm(reviews.formOf(caseNumber)), taxYear, partyIds);
    }

    /** Whom and what the proceedings are about. */
    record Matter(String caseNumber, FilingDuty duty, int taxYear, List<String> partyIds) {

        /** "w podatku od nieruchomości za rok 2026". */
        String tax() {
            return "w " + duty.kind().locative() + " za rok " + taxYear;
        }
    }

    /** Order to begin (OP art. 165 § 2). */
    String initiation(Matter matter, String reason, String key) {
        Map<String, Object> content = common(matter);
        content.put("reason", text(reason));
        Optional<String> changed = changedDecision(matter.caseNumber());
        content.put("changedDecision", changed.orElse(""));
        return letters.draft(
                draft(
                        matter,
                        Kind.ORDER,
                        "letters/wszczecie-z-urzedu/postanowienie-o-wszczeciu.ftlh",
                        changed.map(number -> "o wszczęciu z urzędu postępowania w sprawie zmiany decyzji " + number)
                                .orElse("o wszczęciu z urzędu postępowania w sprawie zobowiązania " + matter.tax()),
                        content),
                key);
    }

    /** The final decision that the case is to change (OP art. 254). */
    private Optional<String> changedDecision(String caseNumber) {
        return changes.find(caseNumber)
                .flatMap(change -> decisions.of(change.baseAssessmentId()))
                .map(DecisionRegister.Issued::decisionNumber);
    }

    /** Notice before the decision (OP art. 200 § 1). */
    String hearing(String caseNumber, List<String> partyIds, String subject, String evidence, String key) {
        Map<String, Object> content = new HashMap<>();
        content.put("subject", subject);
        content.put("evidence", text(evidence));
        content.put("officeAddress", officeAddress());
        return letters.draft(
                new OfficeLetters.Draft(
                        caseNumber,
                        Kind.LETTER,
                        "letters/wysluchanie-strony/zawiadomienie-o-aktach.ftlh",
                        "Zawiadomienie o możliwości wypowiedzenia się w sprawie zebranych dowodów",
                        content,
                        partyIds),
                key);
    }

    /**
     * Decision that determines the tax (OP art. 21 § 3).
     *
     * @param declared zł, or {@code null} if nothing was declared
     */
    String determination(
            Matter matter,
            BigDecimal declared,
            BigDecimal determined,
            List<Instalment> instalments,
            String evidence,
            String key) {
        BigDecimal difference = determined.subtract(declared == null ? BigDecimal.ZERO : declared);
        Map<String, Object> content = common(matter);
        content.put("evidence", text(evidence));
        content.put("isDeclared", declared != null);
        content.put("declared", declared == null ? "nie złożono deklaracji" : Polish.zloty(declared));
        content.put("determined", Polish.zloty(determined));
        content.put("determinedInWords", AmountInWords.of(determined));
        content.put("difference", Polish.zloty(difference.abs()));
        content.put("higher", difference.signum() > 0);
        content.put("instalments", DeclaredTax.inWords(instalments));
        return letters.draft(
                draft(
                        matter,
                        Kind.DECISION,
                        "letters/postepowanie-podatkowe/decyzja-okreslajaca.ftlh",
                        "określająca wysokość zobowiązania " + matter.tax(),
                        content),
                key);
    }

    /** Decision that ends the proceedings without one on the tax (OP art. 208 § 1). */
    String discontinuation(Matter matter, BigDecimal declared, String evidence, String key) {
        Map<String, Object> content = common(matter);
        content.put("evidence", text(evidence));
        content.put("isDeclared", declared != null);
        content.put("declared", declared == null ? "" : Polish.zloty(declared));
        return letters.draft(
                draft(
                        matter,
                        Kind.DECISION,
                        "letters/postepowanie-podatkowe/decyzja-umarzajaca.ftlh",
                        "umarzająca postępowanie w sprawie zobowiązania " + matter.tax(),
                        content),
                key);
    }

    private Map<String, Object> common(Matter matter) {
        Map<String, Object> content = new HashMap<>();
        content.put("year", String.valueOf(matter.taxYear()));
        content.put("taxLocative", matter.duty().kind().locative());
        content.put("form", matter.duty().form());
        content.put("taxAct", matter.duty().taxAct());
        content.put("appealBody", settings.office().appealBody());
        content.put("officeAddress", officeAddress());
        return content;
    }

    private String officeAddress() {
        return settings.office().street() + ", " + settings.office().town();
    }

    private static OfficeLetters.Draft draft(
            Matter matter, Kind kind, String template, String title, Map<String, Object> content) {
        return new OfficeLetters.Draft(matter.caseNumber(), kind, template, title, content, matter.partyIds());
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
