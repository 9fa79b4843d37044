package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Says which tax follows from the verification: as declared (OP art. 21 § 2), as the organ corrected it, or as a decision
 * determined it (art. 21 § 3). The due dates stay those of the statute (PT-12).
 */
@OperationCard(
        label = "Zakończ sprawdzenie deklaracji",
        description = "Ustala kwotę podatku po sprawdzeniu deklaracji i jej raty w terminach ustawowych.",
        system = "gmina")
public class ConcludeReview implements Operation<ConcludeReview.Input, ConcludeReview.Output> {

    /**
     * @param reviewEnding {@code PRZYJETA}, {@code SKORYGOWANA_Z_URZEDU}, {@code DECYZJA_OKRESLAJACA},
     *     {@code UMORZONO_POSTEPOWANIE}, {@code NIE_DORECZONO}
     * @param determinedTax full zł, of a decision
     */
    public record Input(
            String caseNumber,
            String declarationId,
            String assessmentId,
            String reviewEnding,
            @Nullable Long determinedTax) {}

    /**
     * @param reviewOutcome the ending; {@code KOREKTA_PODATNIKA} if what is accepted is a correction by the taxpayer
     * @param taxDue full zł
     */
    public record Output(String reviewOutcome, Long taxDue, List<Instalment> instalments) {}

    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final Reviews reviews;
    private final DeclaredTax declaredTax;
    private final Reasons reasons;
    private final OfficeClock clock;

    ConcludeReview(
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            Reviews reviews,
            DeclaredTax declaredTax,
            Reasons reasons,
            OfficeClock clock) {
        this.declarations = declarations;
        this.assessments = assessments;
        this.reviews = reviews;
        this.declaredTax = declaredTax;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Assessment computed = assessments.get(input.assessmentId()).assessment();
        BigDecimal declared =
                declarations.get(input.declarationId()).declaration().declared().tax();
        boolean decided = "DECYZJA_OKRESLAJACA".equals(input.reviewEnding());
        Optional<Reviews.Elsewhere> determined =
                decided ? Optional.empty() : reviews.determinedElsewhere(input.caseNumber(), input.declarationId());
        Optional<Reviews.Elsewhere> corrected = decided || determined.isPresent()
                ? Optional.empty()
                : reviews.correctedElsewhere(input.caseNumber(), input.declarationId());
        BigDecimal own = switch (input.reviewEnding()) {
            case "SKORYGOWANA_Z_URZEDU" -> computed.taxDue();
            case "DECYZJA_OKRESLAJACA" -> BigDecimal.valueOf(input.determinedTax());
            default -> declared == null ? computed.taxDue() : declared;
        };
        BigDecimal tax =
                determined.or(() -> corrected).map(Reviews.Elsewhere::tax).orElse(own);
        String outcome = "PRZYJETA".equals(input.reviewEnding()) && reviews.isCorrected(input.caseNumber())
                ? "KOREKTA_PODATNIKA"
                : input.reviewEnding();
        reviews.conclude(input.caseNumber(), input.declarationId(), outcome, tax, clock.today());
        reasons.keep(
                input.caseNumber(),
                input.caseNumber(),
                "Wynik sprawdzenia deklaracji",
                Map.of("Wynik", words(outcome), "Podatek", Polish.zloty(tax)),
                List.of(determined
                        .map(decision -> "Podatek określiła decyzja w sprawie " + decision.caseNumber()
                                + "; deklaracja w tym zakresie jest bezskuteczna: art. 81b § 1 pkt 2 OP.")
                        .or(() -> corrected.map(later -> "Podatek wynika z późniejszej deklaracji, przyjętej w sprawie "
                                + later.caseNumber() + ": art. 81 OP."))
                        .orElse(basis(outcome))));
        List<Instalment> instalments = tax.compareTo(computed.taxDue()) == 0
                ? computed.instalments()
                : declaredTax.instalments(input.caseNumber(), computed.year(), tax);
        return Answer.now(new Output(outcome, tax.longValueExact(), instalments));
    }

    private static String words(String outcome) {
        return switch (outcome) {
            case "PRZYJETA" -> "deklarację przyjęto";
            case "KOREKTA_PODATNIKA" -> "przyjęto korektę podatnika";
            case "SKORYGOWANA_Z_URZEDU" -> "deklarację skorygowano z urzędu";
            case "DECYZJA_OKRESLAJACA" -> "podatek określono decyzją";
            case "UMORZONO_POSTEPOWANIE" -> "postępowanie umorzono";
            default -> "decyzji nie doręczono";
        };
    }

    private static String basis(String outcome) {
        return switch (outcome) {
            case "KOREKTA_PODATNIKA" -> "Podatek z korekty podatnika jest podatkiem do zapłaty: art. 81 i 21 § 2 OP.";
            case "SKORYGOWANA_Z_URZEDU" ->
                "Bez sprzeciwu korekta organu działa jak korekta podatnika: art. 274 § 4 OP.";
            case "DECYZJA_OKRESLAJACA" ->
                "Podatek określa decyzja, terminy płatności są ustawowe: art. 21 § 3 OP, PT-12.";
            default -> "Podatek z deklaracji jest podatkiem do zapłaty: art. 21 § 2 OP, PT-12.";
        };
    }
}
