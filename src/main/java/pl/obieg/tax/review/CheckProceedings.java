package pl.obieg.tax.review;

import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * A decision needs a sum, and one other than the declared (OP art. 21 § 3). Proceedings about a missing declaration have
 * lost their object when it comes (art. 208 § 1): what it declares is checked in its own case.
 */
@OperationCard(
        label = "Sprawdź ustalenia postępowania",
        description =
                "Odmawia, gdy do decyzji określającej brakuje kwoty, jest ona taka jak w deklaracji albo brakująca"
                        + " deklaracja wpłynęła.",
        system = "gmina",
        refusals = "TAX_NOT_DETERMINED: Brak kwoty podatku, jest ona taka jak zadeklarowana albo deklaracja wpłynęła.")
public class CheckProceedings implements Operation<CheckProceedings.Input, Nothing> {

    /**
     * @param proceedingsResolution {@code OKRESL} or {@code UMORZ}
     * @param determinedTax full zł
     */
    public record Input(
            String caseNumber,
            String proceedingsResolution,
            @Nullable Long determinedTax,
            @Nullable Long declaredTax) {}

    private final MissingDeclarations missing;

    public CheckProceedings(MissingDeclarations missing) {
        this.missing = missing;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        if ("UMORZ".equals(input.proceedingsResolution())) {
            return Nothing.done();
        }
        missing.filedAfterAll(input.caseNumber()).ifPresent(filed -> {
            throw new Refusal("TAX_NOT_DETERMINED", filedSentence(filed));
        });
        if (input.determinedTax() == null || input.determinedTax() < 0) {
            throw new Refusal("TAX_NOT_DETERMINED", "Podaj kwotę podatku w pełnych złotych.");
        }
        if (input.determinedTax().equals(input.declaredTax())) {
            throw new Refusal(
                    "TAX_NOT_DETERMINED",
                    "Kwota jest taka jak w deklaracji: decyzji określającej się nie wydaje, postępowanie umarza się.");
        }
        return Nothing.done();
    }

    /** @param filed case of the declaration */
    static String filedSentence(String filed) {
        return "Deklaracja wpłynęła (sprawa " + filed
                + "), więc postępowanie jest bezprzedmiotowe: umórz je (art. 208 § 1"
                + " OP). Kwotę z deklaracji sprawdza się w jej sprawie.";
    }
}
