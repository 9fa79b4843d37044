package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Drafts the decision that ends the proceedings: on the tax (OP art. 21 § 3), or to discontinue (art. 208 § 1). */
@OperationCard(
        label = "Napisz decyzję określającą",
        description = "Przygotowuje decyzję określającą podatek albo umarzającą postępowanie, zależnie od ustaleń.",
        system = "gmina",
        refusals = "DECLARATION_FILED: Brakująca deklaracja wpłynęła, zanim napisano decyzję.")
public class DraftDetermination implements Operation<DraftDetermination.Input, DraftDetermination.Output> {

    /**
     * @param proceedingsResolution {@code OKRESL} or {@code UMORZ}
     * @param declaredTax full zł, unset if nothing was declared
     */
    public record Input(
            String caseNumber,
            Integer taxYear,
            List<String> partyIds,
            String proceedingsResolution,
            @Nullable Long declaredTax,
            @Nullable Long determinedTax,
            String evidenceNote) {}

    public record Output(String letterId) {}

    private final ProceedingsLetters letters;
    private final MissingDeclarations missing;
    private final DeclaredTax tax;
    private final Determinations determinations;

    DraftDetermination(
            ProceedingsLetters letters, MissingDeclarations missing, DeclaredTax tax, Determinations determinations) {
        this.letters = letters;
        this.missing = missing;
        this.tax = tax;
        this.determinations = determinations;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        ProceedingsLetters.Matter matter = letters.matter(input.caseNumber(), input.taxYear(), input.partyIds());
        BigDecimal declared = input.declaredTax() == null ? null : BigDecimal.valueOf(input.declaredTax());
        if ("UMORZ".equals(input.proceedingsResolution())) {
            return Answer.now(
                    new Output(letters.discontinuation(matter, declared, input.evidenceNote(), call.idempotencyKey())));
        }
        missing.filedAfterAll(input.caseNumber()).ifPresent(filed -> {
            throw new Refusal("DECLARATION_FILED", CheckProceedings.filedSentence(filed));
        });
        BigDecimal determined = BigDecimal.valueOf(input.determinedTax());
        String letterId = letters.determination(
                matter,
                declared,
                determined,
                tax.instalments(input.caseNumber(), input.taxYear(), determined),
                input.evidenceNote(),
                call.idempotencyKey());
        determinations.drafted(letterId, input.caseNumber(), input.taxYear(), declared, determined);
        return Answer.now(new Output(letterId));
    }
}
