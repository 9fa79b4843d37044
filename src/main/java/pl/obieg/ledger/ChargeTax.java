package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
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
 * that came earlier is set against it at once; a tax of 0 zł is settled at once. A tax that a decision determined (OP art.
 * 21 § 3) is due on the days of the statute, but waits for the decision like one that a decision established (ARR-02).
 * What taxpayers count themselves is charged once for a year: a later declaration (OP art. 81) or a determining decision
 * corrects that receivable.
 */
@OperationCard(
        label = "Przypisz podatek",
        description = "Zakłada w księgowości należność z ratami i terminami płatności (nie wcześniej niż 14 dni po"
                + " doręczeniu decyzji ustalającej; podatku określonego decyzją w terminach ustawowych). Dłużnikami są ci,"
                + " którym decyzję doręczono. Wpłaty, które już nadeszły, zalicza od razu. Podatek zadeklarowany albo"
                + " określony za rok, za który należność już jest, koryguje tę należność.",
        system = "ledger",
        refusals = "LEGAL_DATE_MISSING: Podatku z decyzji nie można przypisać bez daty doręczenia.")
public class ChargeTax implements Operation<ChargeTax.Input, ChargeTax.Output> {

    /**
     * @param regime {@code DECISION}, {@code DETERMINED} (OP art. 21 § 3) or {@code SELF}
     * @param payerAccount NRB, 26 digits
     * @param instalments with calendar dates, full zł
     * @param legalDate when the decision was delivered; {@code null} for {@code SELF}
     * @param deliveredPartyIds whom the decision reached: only they are debtors (PT-53, OP art. 91–92); unset: all parties
     */
    public record Input(
            String caseNumber,
            String assessmentId,
            Integer taxYear,
            String regime,
            String payerAccount,
            List<String> partyIds,
            List<Instalment> instalments,
            LocalDate legalDate,
            @Nullable List<String> deliveredPartyIds) {}

    /**
     * @param receivableId that was made or corrected, or that this assessment already has
     * @param payerAccount to which it is paid, 26 digits: of the case in which the year was charged first
     */
    public record Output(String receivableId, String payerAccount) {}

    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final Redating redating;
    private final Settlement settlement;
    private final DueDates dueDates;
    private final Reasons reasons;
    private final DeclaredCorrection correction;
    private final SuspendedInterest suspendedInterest;
    private final ApplicationEventPublisher events;

    ChargeTax(
            PayerAccounts accounts,
            Receivables receivables,
            Redating redating,
            Settlement settlement,
            DueDates dueDates,
            Reasons reasons,
            DeclaredCorrection correction,
            SuspendedInterest suspendedInterest,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.receivables = receivables;
        this.redating = redating;
        this.settlement = settlement;
        this.dueDates = dueDates;
        this.reasons = reasons;
        this.correction = correction;
        this.suspendedInterest = suspendedInterest;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        PayerAccount account = accounts.byNrb(input.payerAccount())
                .filter(found -> found.caseNumber().equals(input.caseNumber()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The payer account does not belong to case " + input.caseNumber()));
        accounts.lock(account);
        Optional<String> own = receivables.of(input.caseNumber(), input.assessmentId());
        own.ifPresent(receivableId -> follow(receivableId, input));
        Optional<String> known = own.or(() -> correction.correctedBy(input.assessmentId()));
        known.filter(receivableId -> "DETERMINED".equals(input.regime()))
                .ifPresent(receivableId -> correction.determine(
                        receivableId, input.caseNumber(), input.assessmentId(), planned(input), decidedOn(input)));
        String receivableId = known.or(() -> correct(input)).orElseGet(() -> charge(input, account));
        return Answer.now(
                new Output(receivableId, receivables.accountOf(receivableId).account()));
    }

    /** It was charged when the decision had reached fewer addressees; what was declared all owe anyway. */
    private void follow(String receivableId, Input input) {
        if (correction.isDetermined(input.assessmentId())) {
            return;
        }
        if (redating.charged(receivableId).legalDate() != null && input.legalDate() != null) {
            redating.owedBy(receivableId, input.deliveredPartyIds());
            redating.redate(receivableId, input.legalDate());
        }
    }

    private Optional<String> correct(Input input) {
        if ("DECISION".equals(input.regime())) {
            return Optional.empty();
        }
        Optional<String> charged = correction.charged(input.caseNumber(), input.taxYear(), parties(input));
        charged.ifPresent(id ->
                correction.correct(id, input.caseNumber(), input.assessmentId(), planned(input), decidedOn(input)));
        return charged;
    }

    private static List<Instalment> planned(Input input) {
        return input.instalments() == null ? List.of() : input.instalments();
    }

    private static List<String> parties(Input input) {
        return input.partyIds() == null ? List.of() : input.partyIds();
    }

    private String charge(Input input, PayerAccount account) {
        LocalDate legalDate = decidedOn(input);
        boolean byDecision = legalDate != null;
        List<Instalment> planned = planned(input);
        List<Instalment> due = planned.stream()
                .map(each -> new Instalment(
                        each.number(),
                        dueDates.dueOn(each.date(), Redating.dueFrom(input.regime(), legalDate)),
                        each.amount()))
                .toList();
        List<String> parties = byDecision ? debtors(input) : parties(input);
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
                planned.stream()
                        .map(each -> dueDates.why(each, Redating.dueFrom(input.regime(), legalDate)))
                        .toList());
        suspendedInterest.charged(input.caseNumber(), charge.id());
        events.publishEvent(new CaseFact.TaxCharged(
                input.caseNumber(), charge.id(), input.taxYear(), account.account(), parties, due));
        settlement.allocateWaiting(account);
        settlement.announceIfSettled(charge.id(), input.caseNumber());
        return charge.id();
    }

    /** When the decision was delivered; {@code null} for a declared tax. */
    private static LocalDate decidedOn(Input input) {
        if ("SELF".equals(input.regime())) {
            return null;
        }
        if (input.legalDate() == null) {
            throw new Refusal(
                    "LEGAL_DATE_MISSING", "Podatku z decyzji nie można przypisać bez daty doręczenia decyzji.");
        }
        return input.legalDate();
    }

    private static List<String> debtors(Input input) {
        return input.deliveredPartyIds() == null || input.deliveredPartyIds().isEmpty()
                ? parties(input)
                : input.deliveredPartyIds();
    }
}
