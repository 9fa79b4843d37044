package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.Corrections.Made;
import pl.obieg.ledger.law.Arrear.FreeSpan;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * The ledger follows a ruling on an appeal (P05): the receivable becomes the tax that was ruled, payments are set anew, so
 * that what is too much becomes an overpayment (OVP-01), and the days the office was late bear no interest (INT-05).
 */
@OperationCard(
        label = "Wykonaj rozstrzygnięcie w księgowości",
        description = "Zmienia przypis na kwotę z rozstrzygnięcia po odwołaniu, zalicza wpłaty od nowa (nadwyżka staje"
                + " się nadpłatą) i zapisuje okresy bez odsetek za opóźnienie organu (art. 54 §1 pkt 2 i 3 OP).",
        system = "ledger")
public class ApplyRuling implements Operation<ApplyRuling.Input, ApplyRuling.Output> {

    /**
     * @param caseNumber case of the decision, whose receivable it is, or of the decision that changed it (OP art. 254)
     * @param assessmentId the decision rests on
     * @param appealCase case of the appeal; the same is carried out once
     * @param rulingOutcome code of the outcome, kept for the record
     * @param newInstalments with calendar dates, full zł; empty if no tax is left; unset if the tax stays as it was
     * @param interestFreeSpans days without interest
     */
    public record Input(
            String caseNumber,
            String assessmentId,
            String appealCase,
            String rulingOutcome,
            @Nullable List<Instalment> newInstalments,
            List<Span> interestFreeSpans) {}

    /** Days without interest; {@code to} is the last of them. */
    public record Span(LocalDate from, LocalDate to, String basis) {}

    /**
     * @param receivableCorrected {@code false} if the tax had not been charged, so that there is nothing to follow
     * @param overpaid what of the payments is left over now, zł
     */
    public record Output(Boolean receivableCorrected, BigDecimal overpaid) {}

    private final Receivables receivables;
    private final Corrections corrections;
    private final RulingCorrection correction;

    ApplyRuling(Receivables receivables, Corrections corrections, RulingCorrection correction) {
        this.receivables = receivables;
        this.corrections = corrections;
        this.correction = correction;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        List<FreeSpan> spans = input.interestFreeSpans() == null
                ? List.of()
                : input.interestFreeSpans().stream()
                        .map(span -> new FreeSpan(span.from(), span.to(), span.basis()))
                        .toList();
        Optional<String> own = receivables.of(input.caseNumber(), input.assessmentId());
        Optional<Made> change =
                own.isPresent() ? Optional.empty() : corrections.ofDecision(input.caseNumber(), input.assessmentId());
        return Answer.now(own.or(() -> change.map(Made::receivableId))
                .map(receivable -> new Output(
                        true,
                        correction.apply(
                                receivable,
                                input.appealCase(),
                                input.rulingOutcome(),
                                planned(input, change),
                                change.isPresent(),
                                spans)))
                .orElseGet(() -> new Output(false, BigDecimal.ZERO)));
    }

    /** Of a change the ledger knows on which dates it stands; elsewhere the new tax stands on the dates of the old. */
    private List<Instalment> planned(Input input, Optional<Made> change) {
        if (input.newInstalments() == null) {
            return null;
        }
        BigDecimal tax =
                input.newInstalments().stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return change.filter(Made::canBeUndone)
                .map(made -> corrections.ruled(made, tax))
                .orElse(input.newInstalments());
    }
}
