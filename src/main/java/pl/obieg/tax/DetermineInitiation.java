package pl.obieg.tax;

import java.util.HashMap;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Says whether proceedings need an order to begin and whether the party is heard before the decision (PT-09, PT-10; OP
 * art. 165 and 200). The table is shared by several procedures, so no one of them has it as a step of its own.
 */
@OperationCard(
        label = "Ustal wszczęcie i wysłuchanie",
        description = "Pyta tabelę wszczęcia, czy trzeba postanowienia o wszczęciu i czy przed decyzją strona ma"
                + " 7 dni na wypowiedzenie się. Powód widać na stronie „Dlaczego?”.",
        system = "gmina")
public class DetermineInitiation implements Operation<DetermineInitiation.Input, DetermineInitiation.Output> {

    /**
     * @param initiationGround {@code INFORMATION}, {@code RENEWAL}, {@code REMAND}, {@code OFFICIAL_CHANGE},
     *     {@code DECLARATION_CHECK} or {@code MISSING_DECLARATION}
     * @param otherEvidence whether the decision rests on more than the filed information; unset: it does not
     */
    public record Input(String initiationGround, @Nullable Boolean otherEvidence) {}

    /**
     * @param orderDue an order to begin must be delivered
     * @param hearingDue the party gets 7 days to speak on the evidence
     * @param initiationReason Polish sentence
     */
    public record Output(Boolean orderDue, Boolean hearingDue, String initiationReason) {}

    private final Decisions decisions;

    public DetermineInitiation(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("initiationGround", input.initiationGround());
        asked.put("otherEvidence", Boolean.TRUE.equals(input.otherEvidence()));
        Map<String, Object> answer = decisions.askOne("wszczecie-postepowania", asked);
        return Answer.now(new Output((Boolean) answer.get("orderDue"), (Boolean) answer.get("hearingDue"), (String)
                answer.get("initiationReason")));
    }
}
