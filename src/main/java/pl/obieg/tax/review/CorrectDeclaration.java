package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.LawTables;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.TaxObject;
import pl.obieg.tax.letter.AmountInWords;
import pl.obieg.tax.letter.ObjectWords;

/**
 * The organ corrects a declaration itself if the tax changes by no more than the limit of the law pack, and drafts the copy
 * with the information that goes to the taxpayer (OP art. 274 § 1 pkt 1 and § 2).
 */
@OperationCard(
        label = "Skoryguj deklarację z urzędu",
        description = "Koryguje deklarację do kwoty obliczonej przez urząd i przygotowuje odpis korekty dla podatnika.",
        system = "gmina",
        refusals = {
            "OWN_CORRECTION_NOT_ALLOWED: Zmiana podatku przekracza próg własnej korekty albo nie ma czego korygować.",
            "THRESHOLD_MISSING: W tabeli nie ma progu własnej korekty na ten rok."
        })
public class CorrectDeclaration implements Operation<CorrectDeclaration.Input, CorrectDeclaration.Output> {

    private static final String TEMPLATE = "letters/sprawdzenie-dn1/odpis-korekty.ftlh";

    /** {@code correctionReason}: what is wrong, as the clerk put it. */
    public record Input(
            String caseNumber,
            String declarationId,
            String assessmentId,
            String correctionReason,
            List<String> partyIds) {}

    /** {@code letterId}: the copy of the correction, to be issued. */
    public record Output(String correctionId, String letterId) {}

    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final Reviews reviews;
    private final LawTables law;
    private final OfficeLetters letters;
    private final OfficeClock clock;

    public CorrectDeclaration(
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            Reviews reviews,
            LawTables law,
            OfficeLetters letters,
            OfficeClock clock) {
        this.declarations = declarations;
        this.assessments = assessments;
        this.reviews = reviews;
        this.law = law;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        DeclarationRegister.Stored declaration = declarations.get(input.declarationId());
        Assessment computed = assessments.get(input.assessmentId()).assessment();
        BigDecimal declared = declaration.declaration().declared().tax();
        BigDecimal change = computed.taxDue().subtract(declared == null ? BigDecimal.ZERO : declared);
        BigDecimal limit = law.threshold("OWN_CORRECTION", computed.year());
        boolean nothingToCorrect = declared != null && change.signum() == 0;
        if (nothingToCorrect || change.abs().compareTo(limit) > 0) {
            throw new Refusal(
                    "OWN_CORRECTION_NOT_ALLOWED",
                    nothingToCorrect
                            ? "Zadeklarowana kwota jest taka jak obliczona, nie ma czego korygować."
                            : "Podatek zmieniłby się o " + Polish.zloty(change.abs()) + ", czyli więcej niż "
                                    + Polish.zloty(limit) + ". Wezwij podatnika (art. 274 § 1 pkt 2 OP).");
        }
        String correctionId = reviews.correct(
                new Reviews.OwnCorrection(
                        null,
                        input.caseNumber(),
                        input.declarationId(),
                        input.assessmentId(),
                        declared,
                        computed.taxDue(),
                        null,
                        false),
                call.idempotencyKey(),
                clock.today());
        String letterId = letters.draft(
                new OfficeLetters.Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.LETTER,
                        TEMPLATE,
                        "Odpis korekty deklaracji " + declaration.declaration().form() + " za rok " + computed.year(),
                        content(input, declaration, computed, declared, change),
                        input.partyIds()),
                call.idempotencyKey());
        return Answer.now(new Output(correctionId, letterId));
    }

    private static Map<String, Object> content(
            Input input,
            DeclarationRegister.Stored declaration,
            Assessment computed,
            BigDecimal declared,
            BigDecimal change) {
        List<TaxObject> objects = declaration.declaration().objects();
        Map<String, Object> content = new HashMap<>();
        content.put("year", String.valueOf(computed.year()));
        content.put("form", declaration.declaration().form());
        content.put("taxName", computed.kind().polish());
        content.put("receivedOn", declaration.receivedOn());
        content.put("reason", input.correctionReason() == null ? "" : input.correctionReason());
        content.put("declared", declared == null ? "nie podano" : Polish.zloty(declared));
        content.put("corrected", Polish.zloty(computed.taxDue()));
        content.put("correctedInWords", AmountInWords.of(computed.taxDue()));
        content.put("change", Polish.zloty(change.abs()));
        content.put("higher", change.signum() > 0);
        content.put("total", Polish.money(computed.total()));
        content.put(
                "rows",
                IntStream.range(0, computed.rows().size())
                        .mapToObj(i -> ObjectWords.row(
                                i + 1,
                                computed.rows().get(i),
                                objects.get(computed.rows().get(i).objectPosition())))
                        .toList());
        content.put("instalments", DeclaredTax.inWords(computed.instalments()));
        return content;
    }
}
