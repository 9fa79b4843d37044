package pl.obieg.ledger;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.ReliefRegister.Status;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** The decision that grants a relief was delivered: the ledger follows it (OP art. 67a, art. 212). */
@OperationCard(
        label = "Wprowadź ulgę do księgowości",
        description = "Po doręczeniu decyzji zastępuje dotychczasowe raty nowymi terminami z odsetkami i opłatą"
                + " prolongacyjną albo odpisuje umorzoną kwotę.",
        system = "ledger",
        refusals = "RELIEF_NOT_FOUND: W sprawie nie odnotowano wniosku o ulgę.")
public class GrantRelief implements Operation<GrantRelief.Input, GrantRelief.Output> {

    /** @param legalDate when the decision was delivered */
    public record Input(String caseNumber, LocalDate legalDate) {}

    /** @param reliefHasTerms whether there are new terms to keep; else something was written off */
    public record Output(Boolean reliefHasTerms) {}

    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final ReliefRegister register;
    private final ReliefPlans plans;
    private final Remission remission;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;

    GrantRelief(
            PayerAccounts accounts,
            Receivables receivables,
            ReliefRegister register,
            ReliefPlans plans,
            Remission remission,
            Settlement settlement,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.receivables = receivables;
        this.register = register;
        this.plans = plans;
        this.remission = remission;
        this.settlement = settlement;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        String id = register.ofCase(input.caseNumber())
                .map(Relief::id)
                .orElseThrow(() -> new Refusal("RELIEF_NOT_FOUND", "W sprawie nie odnotowano wniosku o ulgę."));
        PayerAccount account = receivables.accountOf(
                register.ofCase(input.caseNumber()).orElseThrow().receivableId());
        accounts.lock(account);
        Relief relief = register.lock(id);
        if (relief.status() != Status.PENDING) {
            return Answer.now(new Output(relief.kind().setsTerms()));
        }
        if (relief.kind().setsTerms()) {
            plans.apply(relief);
        } else {
            switch (relief.kind()) {
                case REMISSION -> remission.arrears(relief, account.account(), relief.decidedOn());
                case INTEREST_REMISSION -> remission.interest(relief, account.account(), relief.decidedOn());
                default -> remission.fees(relief, relief.decidedOn());
            }
        }
        register.decided(id, relief.kind().setsTerms() ? Status.GRANTED : Status.KEPT, input.legalDate());
        receivables.charged(relief.receivableId()).ifPresent(events::publishEvent);
        events.publishEvent(new CaseFact.ReliefChanged(
                account.caseNumber(),
                relief.receivableId(),
                relief.caseNumber(),
                CaseFact.ReliefStanding.GRANTED,
                0,
                ReliefSentences.granted(
                        relief.kind(),
                        relief.caseNumber(),
                        register.terms(relief.id()).size()),
                input.legalDate()));
        register.writtenOff(relief.id()).forEach(each -> events.publishEvent(each.fact(account.caseNumber())));
        settlement.announceIfSettled(relief.receivableId(), account.caseNumber());
        return Answer.now(new Output(relief.kind().setsTerms()));
    }
}
