package pl.obieg.tax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.change.ChangeRegister.Change;
import pl.obieg.tax.review.Determinations;
import pl.obieg.tax.review.Determinations.Determined;

/**
 * Tells whether a letter of a case is a tax decision, on which assessment it rests, and what is to be charged by it if it
 * was delivered after all.
 */
@OperationCard(
        label = "Znajdź decyzję podatkową",
        description = "Sprawdza, czy dokument jest decyzją o podatku, i wskazuje jej wymiar, rodzaj, adresatów i raty"
                + " oraz mówi, czy decyzję ustalającą doręczono za późno, by powstało zobowiązanie.",
        system = "gmina")
public class FindTaxDecision implements Operation<FindTaxDecision.Input, FindTaxDecision.Output> {

    private final DecisionRegister decisions;
    private final AssessmentRegister assessments;
    private final Determinations determinations;
    private final ChangeRegister changes;

    FindTaxDecision(
            DecisionRegister decisions,
            AssessmentRegister assessments,
            Determinations determinations,
            ChangeRegister changes) {
        this.decisions = decisions;
        this.assessments = assessments;
        this.determinations = determinations;
        this.changes = changes;
    }

    /** @param documentId in the document store */
    public record Input(String caseNumber, String documentId) {}

    /**
     * All but {@code decisionKind} and the lists {@code null} if the letter is no tax decision.
     *
     * @param decisionKind {@code ESTABLISHING}, {@code CHANGING} (OP art. 254), {@code DETERMINING} (art. 21 § 3) or
     *     {@code NONE}
     * @param regime by which its tax is charged
     * @param instalments of the whole tax by the dates of the tax act
     * @param chargedCase in which the tax is charged
     * @param changedInstalments of a changing decision, with {@code dueAfterDelivery} full zł beside them (PT-66)
     * @param deliveredTooLate whether an establishing decision came to all it reached after the limitation, by the
     *     deliveries as they are known now: then its tax must not be charged (PT-13, OP art. 68)
     */
    public record Output(
            String assessmentId,
            String decisionKind,
            String decisionNumber,
            Integer taxYear,
            String regime,
            List<String> partyIds,
            List<Instalment> instalments,
            String chargedCase,
            List<Instalment> changedInstalments,
            Long dueAfterDelivery,
            Boolean deliveredTooLate) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(decisions
                .assessmentOf(input.caseNumber(), input.documentId())
                .map(id -> decision(input.caseNumber(), id))
                .orElse(new Output(
                        null, "NONE", null, null, null, List.of(), List.of(), null, List.of(), null, false)));
    }

    private Output decision(String caseNumber, String assessmentId) {
        String number = decisions.of(assessmentId).orElseThrow().decisionNumber();
        List<String> parties = decisions.addressees(assessmentId).stream()
                .map(DecisionRegister.Addressee::partyId)
                .toList();
        Optional<Determined> determined = determinations.of(assessmentId);
        if (determined.isPresent()) {
            return new Output(
                    assessmentId,
                    "DETERMINING",
                    number,
                    determined.get().taxYear(),
                    "DETERMINED",
                    parties,
                    determinations.instalments(
                            determined.get(), determined.get().tax()),
                    caseNumber,
                    List.of(),
                    null,
                    false);
        }
        Assessment tax = assessments.get(assessmentId).assessment();
        Optional<Change> change = changes.find(caseNumber).filter(one -> assessmentId.equals(one.newAssessmentId()));
        return new Output(
                assessmentId,
                change.isPresent() ? "CHANGING" : "ESTABLISHING",
                number,
                tax.year(),
                "DECISION",
                parties,
                tax.instalments(),
                change.map(Change::chargedCase).orElse(caseNumber),
                change.map(one -> datesOfTheAct(tax, one)).orElse(List.of()),
                change.map(one -> one.dueAfterDelivery().longValueExact()).orElse(null),
                change.isEmpty() && decisions.isDeliveredTooLate(assessmentId));
    }

    /** What is due after delivery comes last in the assessment of a change. */
    private static List<Instalment> datesOfTheAct(Assessment tax, Change change) {
        boolean rest = change.dueAfterDelivery().compareTo(BigDecimal.ZERO) > 0;
        return rest ? tax.instalments().subList(0, tax.instalments().size() - 1) : tax.instalments();
    }
}
