package pl.obieg.tax.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.exchange.Identifiers;
import pl.obieg.exchange.Instalment;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.tax.TaxSettings;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.AssessmentRow;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.TaxObject;
import pl.obieg.tax.declaration.Title;
import pl.obieg.tax.retrial.RetrialRegister;

/** Writes the decision that establishes the tax (decyzja ustalająca; OP art. 210; rulebook §3). */
@Component
public class DecisionLetter {

    private static final String TEMPLATE = "letters/podatek-od-nieruchomosci/decyzja.ftlh";

    private final AssessmentRegister assessments;
    private final DeclarationRegister declarations;
    private final Parties parties;
    private final LetterWriter writer;
    private final DocumentStore documents;
    private final TaxSettings settings;
    private final RetrialRegister retrials;
    private final OfficeClock clock;

    public DecisionLetter(
            AssessmentRegister assessments,
            DeclarationRegister declarations,
            Parties parties,
            LetterWriter writer,
            DocumentStore documents,
            TaxSettings settings,
            RetrialRegister retrials,
            OfficeClock clock) {
        this.assessments = assessments;
        this.declarations = declarations;
        this.parties = parties;
        this.writer = writer;
        this.documents = documents;
        this.settings = settings;
        this.retrials = retrials;
        this.clock = clock;
    }

    /**
     * Writes and stores the PDF.
     *
     * @param number of the decision, or {@code null} for a draft
     * @param payerAccount NRB, 26 digits
     * @param evidence beside the filed information, on which the party was heard; {@code null} if there is none
     * @return the document's id
     */
    public String write(String assessmentId, String caseNumber, String number, String payerAccount, String evidence) {
        AssessmentRegister.Stored stored = assessments.get(assessmentId);
        String title = "Decyzja ustalająca " + stored.assessment().kind().polish() + " na rok "
                + stored.assessment().year();
        byte[] pdf = writer.pdf(TEMPLATE, title, model(stored, caseNumber, number, payerAccount, evidence));
        String fileName = number == null ? "projekt-decyzji.pdf" : "decyzja.pdf";
        return documents.put(pdf, fileName, "application/pdf");
    }

    /** What the template reads: strings, booleans and lists of maps only. */
    Map<String, Object> model(
            AssessmentRegister.Stored stored, String caseNumber, String number, String payerAccount, String evidence) {
        Assessment tax = stored.assessment();
        DeclarationRegister.Stored declaration = declarations.get(stored.declarationId());
        String account = Objects.requireNonNull(payerAccount, "payerAccount").replaceAll("\\D", "");
        LocalDate today = clock.today();
        Map<String, Object> model = new HashMap<>();
        model.put("draft", number == null);
        model.put("office", office());
        model.put("signatory", settings.office().signatory());
        model.put("post", settings.office().post());
        model.put("caseNumber", caseNumber);
        model.put("decisionNumber", number == null ? "" : number);
        model.put("numberCodePng", NumberCode.png(number));
        model.put("date", Polish.date(today));
        model.put("year", String.valueOf(tax.year()));
        List<String> liable = JointMatter.liable(declaration);
        List<TaxObject> objects = declarations.objects(stored.declarationIds());
        model.put("addressees", addressees(liable));
        model.put("jointly", liable.size() > 1);
        model.put("taxpayers", taxpayers(declaration));
        model.put("kind", tax.kind().name());
        model.put("taxName", tax.kind().polish());
        model.put("taxIn", tax.kind().locative());
        model.put(
                "parts",
                tax.parts().stream().map(part -> part(part, tax, objects)).toList());
        model.put("account", grouped(account));
        model.put("tax", Polish.zloty(tax.taxDue()));
        model.put("taxInWords", AmountInWords.of(tax.taxDue()));
        model.put("total", Polish.money(tax.total()));
        model.put("otherRows", rows(tax, objects, row -> !row.isTaxed()));
        model.put(
                "instalments",
                tax.instalments().stream().map(DecisionLetter::instalment).toList());
        model.put("resolutions", resolutions(tax));
        model.put("reliefs", reliefs(tax));
        model.put("forms", stored.declarationIds().stream().map(this::form).toList());
        model.put(
                "retrial",
                retrials.ofDeclaration(stored.declarationId())
                        .map(DecisionLetter::retrial)
                        .orElse(Map.of()));
        model.put("evidence", evidence == null ? "" : evidence.strip());
        model.put("midYear", tax.rows().stream().anyMatch(row -> row.isTaxed() && row.months() < 12));
        model.put("shares", tax.rows().stream().anyMatch(row -> row.shareNumerator() != null));
        model.put("paymentCodePng", paymentCode(tax, account, caseNumber));
        return model;
    }

    /** The ruling that sent the case back (OP art. 233 § 2). */
    private static Map<String, Object> retrial(RetrialRegister.Retrial retrial) {
        return Map.of(
                "decision",
                retrial.annulledDecision(),
                "ruling",
                retrial.rulingNumber() == null ? "" : retrial.rulingNumber(),
                "rulingDate",
                retrial.rulingOn() == null ? "" : Polish.date(retrial.rulingOn()),
                "guidance",
                retrial.guidance());
    }

    /** Why they and not the owner owe the tax (PT-02); nothing if the owner does, as usual. */
    private static List<String> taxpayers(DeclarationRegister.Stored declaration) {
        boolean usual = declaration.standings().stream().allMatch(one -> one.title() == Title.OWNER);
        return declaration.standings().stream()
                .filter(one -> !usual && one.liable() && one.because() != null)
                .map(DeclarationRegister.Standing::because)
                .distinct()
                .toList();
    }

    private Map<String, Object> office() {
        TaxSettings.Office office = settings.office();
        return Map.of(
                "gmina", office.gmina(),
                "organ", office.organ(),
                "organGenitive", office.organGenitive(),
                "name", office.name(),
                "street", office.street(),
                "town", office.town(),
                "place", office.place(),
                "contact", office.contact(),
                "appealBody", office.appealBody());
    }

    /** The form and the day it came. */
    private String form(String declarationId) {
        DeclarationRegister.Stored stored = declarations.get(declarationId);
        return stored.declaration().form() + " (" + Polish.date(stored.receivedOn()) + ")";
    }

    private static Map<String, Object> part(Assessment.Part part, Assessment tax, List<TaxObject> objects) {
        return Map.of(
                "kind",
                part.kind().name(),
                "name",
                part.kind().polish(),
                "total",
                Polish.money(part.total()),
                "tax",
                Polish.zloty(part.taxDue()),
                "rows",
                rows(
                        tax,
                        objects,
                        row -> row.isTaxed()
                                && row.treatment().equals(part.kind().name())));
    }

    private List<Map<String, Object>> addressees(List<String> partyIds) {
        return partyIds.stream()
                .map(parties::get)
                .map(DecisionLetter::addressee)
                .toList();
    }

    private static Map<String, Object> addressee(Party party) {
        String identifier = party.pesel() != null
                ? "PESEL " + Identifiers.masked(party.pesel())
                : party.nip() != null ? "NIP " + Identifiers.masked(party.nip()) : "";
        return Map.of(
                "name", party.displayName(),
                "streetLine", party.address().streetLine(),
                "placeLine", party.address().placeLine(),
                "identifier", identifier);
    }

    private static List<Map<String, Object>> rows(
            Assessment tax, List<TaxObject> objects, Predicate<AssessmentRow> wanted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AssessmentRow row : tax.rows()) {
            if (wanted.test(row)) {
                rows.add(ObjectWords.row(rows.size() + 1, row, objects.get(row.objectPosition())));
            }
        }
        return rows;
    }

    private static Map<String, Object> instalment(Instalment instalment) {
        return Map.of(
                "number", instalment.number().toString(),
                "date", Polish.date(instalment.date()),
                "amount", Polish.zloty(instalment.amount()));
    }

    private static List<String> resolutions(Assessment tax) {
        return tax.rows().stream()
                .map(AssessmentRow::resolution)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What the rows say of reliefs that were granted (AG-06, AG-07). */
    private static List<String> reliefs(Assessment tax) {
        return tax.rows().stream()
                .flatMap(row -> Arrays.stream(row.reason().split("; ")))
                .filter(part -> part.startsWith("ulga: ") || part.startsWith("odliczono "))
                .map(part -> part.replaceFirst("^ulga: ", ""))
                .distinct()
                .toList();
    }

    private String paymentCode(Assessment tax, String account, String caseNumber) {
        BigDecimal amount = tax.instalments().isEmpty()
                ? tax.taxDue()
                : tax.instalments().get(0).amount();
        return PaymentCode.png(PaymentCode.text(
                settings.office().nip(), account, amount, settings.office().name(), "Podatek " + caseNumber));
    }

    /** NRB as people read it: two digits, then fours. */
    static String grouped(String nrb) {
        return nrb.length() < 3
                ? nrb
                : nrb.substring(0, 2) + " " + nrb.substring(2).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
