package pl.obieg.ledger;

import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.ReliefRegister.Status;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** No relief is given: the application was refused, or ends without a decision on the substance. */
@OperationCard(
        label = "Zakończ wniosek o ulgę bez ulgi",
        description = "Odnotowuje, że ulgi odmówiono albo że wniosku nie rozpatrzono; windykacja może iść dalej.",
        system = "ledger")
public class EndRelief implements Operation<EndRelief.Input, Nothing> {

    /** @param reliefRefused whether it was refused; else it was left without a decision */
    public record Input(String caseNumber, Boolean reliefRefused) {}

    private final ReliefRegister register;

    EndRelief(ReliefRegister register) {
        this.register = register;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        register.ofCase(input.caseNumber())
                .filter(relief -> relief.status() == Status.PENDING)
                .map(Relief::id)
                .ifPresent(id -> register.status(
                        id, Boolean.TRUE.equals(input.reliefRefused()) ? Status.REFUSED : Status.DROPPED));
        return Nothing.done();
    }
}
