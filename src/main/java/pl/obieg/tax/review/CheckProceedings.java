package pl.obieg.tax.review;

import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** A decision needs a sum, and one other than the declared (OP art. 21 § 3). */
@OperationCard(
        label = "Sprawdź ustalenia postępowania",
        description = "Odmawia, gdy do decyzji określającej brakuje kwoty albo jest ona taka jak w deklaracji.",
        system = "gmina",
        refusals = "TAX_NOT_DETERMINED: Brak kwoty podatku albo jest ona taka jak zadeklarowana.")
public class CheckProceedings implements Operation<CheckProceedings.Input, Nothing> {

    /**
     * @param proceedingsResolution {@code OKRESL} or {@code UMORZ}
     * @param determinedTax full zł
     */
    public record Input(
            String proceedingsResolution,
            @Nullable Long determinedTax,
            @Nullable Long declaredTax) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        boolean decision = !"UMORZ".equals(input.proceedingsResolution());
        if (decision && (input.determinedTax() == null || input.determinedTax() < 0)) {
            throw new Refusal("TAX_NOT_DETERMINED", "Podaj kwotę podatku w pełnych złotych.");
        }
        if (decision && input.determinedTax().equals(input.declaredTax())) {
            throw new Refusal(
                    "TAX_NOT_DETERMINED",
                    "Kwota jest taka jak w deklaracji: decyzji określającej się nie wydaje, postępowanie umarza się.");
        }
        return Nothing.done();
    }
}
