package pl.obieg.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Counted;
import pl.obieg.ledger.Redating.Charged;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;

/**
 * Brings the tax that was charged as declared to what its verification showed: a correction, or a decision that determines
 * it (PT-12). The due dates stay those of the statute, so interest on what was declared too low runs from them (OP art. 53
 * § 4). A tax that is right already is left alone.
 */
@OperationCard(
        label = "Skoryguj przypis z deklaracji",
        description =
                "Po sprawdzeniu deklaracji zmienia przypisany podatek na właściwy, w terminach ustawowych, i zalicza"
                        + " wpłaty na nowo.",
        system = "ledger")
public class RechargeDeclaredTax implements Operation<RechargeDeclaredTax.Input, RechargeDeclaredTax.Output> {

    /**
     * @param receivableId on which the tax was charged, in this case or in the one that charged the year first
     * @param instalments all of the year with calendar dates, full zł
     */
    public record Input(String caseNumber, String receivableId, List<Instalment> instalments) {}

    /** @param overpaid zł that the payments exceed what they can be set against by */
    public record Output(BigDecimal overpaid) {}

    private final PayerAccounts accounts;
    private final Payments payments;
    private final Redating redating;
    private final Recharge recharge;
    private final Reasons reasons;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    RechargeDeclaredTax(
            PayerAccounts accounts,
            Payments payments,
            Redating redating,
            Recharge recharge,
            Reasons reasons,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.payments = payments;
        this.redating = redating;
        this.recharge = recharge;
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Charged charged = redating.charged(input.receivableId());
        PayerAccount account = accounts.byNrb(charged.account()).orElseThrow();
        accounts.lock(account);
        BigDecimal before = recharge.tax(charged.id());
        List<Instalment> planned = input.instalments() == null ? List.of() : input.instalments();
        BigDecimal due = planned.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (before.compareTo(due) != 0) {
            change(input.caseNumber(), charged, account, planned, before, due);
        }
        return Answer.now(new Output(payments.overpaid(account.caseNumber())));
    }

    private void change(
            String caseNumber,
            Charged charged,
            PayerAccount account,
            List<Instalment> planned,
            BigDecimal before,
            BigDecimal due) {
        List<Counted> counted = payments.reverse(
                account.caseNumber(),
                "Po sprawdzeniu deklaracji podatek wynosi %s zamiast %s."
                        .formatted(Zloty.text(due), Zloty.text(before)));
        redating.clear(account.account());
        List<String> steps = new ArrayList<>();
        steps.add("PT-12: podatek przypisany z deklaracji zmieniono na właściwy, terminy płatności są ustawowe.");
        steps.addAll(recharge.to(
                charged.id(),
                recharge.withOthersAtNothing(charged.id(), planned),
                null,
                "art. 21 § 2 i 3 Ordynacji podatkowej"));
        recharge.total(charged.id());
        redating.settleAnew(charged, account, counted);
        events.publishEvent(new CaseFact.TaxCorrected(
                charged.caseNumber(),
                charged.id(),
                caseNumber,
                null,
                before,
                recharge.tax(charged.id()),
                payments.overpaid(account.caseNumber()),
                clock.today()));
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Przypisano z deklaracji", Zloty.text(before));
        inputs.put("Podatek po sprawdzeniu", Zloty.text(due));
        reasons.keep(caseNumber, charged.id(), "Korekta przypisu z deklaracji", inputs, steps);
    }
}
