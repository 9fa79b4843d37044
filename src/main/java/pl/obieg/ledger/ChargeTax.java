package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Receivables.Charge;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/**
 * Charges the tax: one receivable per case and assessment, each instalment with its due date (PT-64, PT-65). A payment
 * that came earlier is set against it at once; a tax of 0 zł is settled at once.
 */
@OperationCard(
        label = "Przypisz podatek",
        description = "Zakłada w księgowości należność z ratami i terminami płatności (nie wcześniej niż 14 dni po"
                + " doręczeniu decyzji). Wpłaty, które już nadeszły, zalicza od razu.",
        system = "ledger",
        refusals = "LEGAL_DATE_MISSING: Podatku z decyzji nie można przypisać bez daty doręczenia.")
public class ChargeTax implements Operation<ChargeTax.Input, ChargeTax.Output> {

    /**
     * @param regime {@code DECISION} or {@code SELF}
     * @param payerAccount NRB, 26 digits
     * @param instalments with calendar dates, full zł
     * @param legalDate when the decision was delivered; {@code null} for {@code SELF}
     */
    public record Input(
            String caseNumber,
            String assessmentId,
            Integer taxYear,
            String regime,
            String payerAccount,
            List<String> partyIds,
            List<Instalment> instalments,
            LocalDate legalDate) {}

    /** The receivable that was made, or the one that this assessment already has. */
    public record Output(String receivableId) {}

    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final Settlement settlement;
    private final DueDates dueDates;
    private final Reasons reasons;
    private final ApplicationEventPublisher events;

    ChargeTax(
            PayerAccounts accounts,
            Receivables receivables,
            Settlement settlement,
            DueDates dueDates,
            Reasons reasons,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.receivables = receivables;
        this.settlement = settlement;
        this.dueDates = dueDates;
        this.reasons = reasons;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        PayerAccount account = accounts.byNrb(input.payerAccount())
                .filter(found -> found.caseNumber().equals(input.caseNumber()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The payer account does not belong to case " + input.caseNumber()));
        accounts.lock(account);
        String receivableId =
                receivables.of(input.caseNumber(), input.assessmentId()).orElseGet(() -> charge(input, account));
        return Answer.now(new Output(receivableId));
    }

    private String charge(Input input, PayerAccount account) {
        boolean byDecision = !"SELF".equals(input.regime());
        if (byDecision && input.legalDate() == null) {
            throw new Refusal(
                    "LEGAL_DATE_MISSING", "Podatku z decyzji nie można przypisać bez daty doręczenia decyzji.");
        }
        LocalDate legalDate = byDecision ? input.legalDate() : null;
        List<Instalment> planned = input.instalments() == null ? List.of() : input.instalments();
        List<Instalment> due = planned.stream()
                .map(each -> new Instalment(each.number(), dueDates.dueOn(each.date(), legalDate), each.amount()))
                .toList();
        List<String> parties = input.partyIds() == null ? List.of() : input.partyIds();
        Charge charge = new Charge(
                UUID.randomUUID().toString(),
                input.caseNumber(),
                input.assessmentId(),
                input.taxYear(),
                input.regime(),
                account.account(),
                legalDate,
                parties,
                planned,
                due);
        receivables.insert(charge);
        reasons.keep(
                input.caseNumber(),
                charge.id(),
                "Terminy płatności rat",
                Map.of("Dzień doręczenia decyzji", Zloty.day(legalDate)),
                planned.stream().map(each -> dueDates.why(each, legalDate)).toList());
        events.publishEvent(new CaseFact.TaxCharged(
                input.caseNumber(), charge.id(), input.taxYear(), account.account(), parties, due));
        settlement.allocateWaiting(account);
        settlement.announceIfSettled(charge.id(), input.caseNumber());
        return charge.id();
    }
}
