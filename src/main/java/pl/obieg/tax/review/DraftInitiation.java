package pl.obieg.tax.review;

import java.util.List;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Drafts the order to begin tax proceedings ex officio (OP art. 165 § 1–2, 216, 217). */
@OperationCard(
        label = "Napisz postanowienie o wszczęciu",
        description = "Przygotowuje postanowienie o wszczęciu z urzędu postępowania podatkowego.",
        system = "gmina")
public class DraftInitiation implements Operation<DraftInitiation.Input, DraftInitiation.Output> {

    /** {@code proceedingsReason}: why, as the clerk put it. */
    public record Input(String caseNumber, Integer taxYear, List<String> partyIds, String proceedingsReason) {}

    public record Output(String letterId) {}

    private final ProceedingsLetters letters;

    DraftInitiation(ProceedingsLetters letters) {
        this.letters = letters;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(letters.initiation(
                letters.matter(input.caseNumber(), input.taxYear(), input.partyIds()),
                input.proceedingsReason(),
                call.idempotencyKey())));
    }
}
