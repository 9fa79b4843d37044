package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.List;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Instalments of a tax determined though nothing was declared: on the days of the statute (PT-12, D07). */
@OperationCard(
        label = "Zaplanuj raty podatku określonego",
        description = "Dzieli podatek określony decyzją na raty w terminach ustawowych.",
        system = "gmina")
public class PlanDeterminedTax implements Operation<PlanDeterminedTax.Input, PlanDeterminedTax.Output> {

    /** {@code determinedTax}: full zł. */
    public record Input(String caseNumber, Integer taxYear, Long determinedTax) {}

    public record Output(List<Instalment> instalments) {}

    private final DeclaredTax tax;

    PlanDeterminedTax(DeclaredTax tax) {
        this.tax = tax;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(
                tax.instalments(input.caseNumber(), input.taxYear(), BigDecimal.valueOf(input.determinedTax()))));
    }
}
