package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.ReliefRegister.Kind;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.ReliefPlan;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/** Draws up what a relief would give: new terms with the prolongation fee, or the amount written off (INT-06). */
@OperationCard(
        label = "Wylicz skutki ulgi",
        description =
                "Układa nowe terminy płatności z odsetkami naliczonymi do dnia wniosku i opłatą prolongacyjną albo"
                        + " ustala kwotę umorzenia. Niczego jeszcze nie księguje.",
        system = "ledger",
        refusals = {
            "RELIEF_NOT_FOUND: W sprawie nie odnotowano wniosku o ulgę.",
            "NEW_TERM_NOT_LATER: Nowy termin płatności musi być późniejszy niż dzisiaj i niż dotychczasowy.",
            "NOTHING_IN_ARREARS: Umorzyć można tylko zaległość, a te raty nie są po terminie.",
            "AMOUNT_TOO_HIGH: Kwota umorzenia jest wyższa niż to, co pozostało do zapłaty."
        })
public class PlanRelief implements Operation<PlanRelief.Input, PlanRelief.Output> {

    private static final int MOST_INSTALMENTS = 60;

    /**
     * @param firstNewTerm the new term, or that of the first instalment; the others follow monthly
     * @param instalmentCount for {@code INSTALMENTS}, else one
     * @param remittedAmount zł; {@code null}: all that is overdue
     * @param reliefGround {@code TAXPAYER_INTEREST} or {@code PUBLIC_INTEREST}
     * @param feeExempt the reason was a natural disaster or an accident (OP art. 57 §5)
     */
    public record Input(
            String caseNumber,
            @Nullable LocalDate firstNewTerm,
            @Nullable Integer instalmentCount,
            @Nullable BigDecimal remittedAmount,
            String reliefGround,
            @Nullable Boolean feeExempt) {}

    /**
     * @param reliefFee prolongation fee, full zł
     * @param reliefTotal to be paid on the new terms, zł; zero if something is written off
     */
    public record Output(BigDecimal reliefFee, BigDecimal reliefTotal, BigDecimal reliefRemitted) {}

    private final PayerAccounts accounts;
    private final ReliefRegister register;
    private final Receivables receivables;
    private final Debts debts;
    private final LegalFigures law;
    private final Decisions decisions;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final Reasons reasons;

    PlanRelief(
            PayerAccounts accounts,
            ReliefRegister register,
            Receivables receivables,
            Debts debts,
            LegalFigures law,
            Decisions decisions,
            StatutoryCalendar calendar,
            OfficeClock clock,
            Reasons reasons) {
        this.accounts = accounts;
        this.register = register;
        this.receivables = receivables;
        this.debts = debts;
        this.law = law;
        this.decisions = decisions;
        this.calendar = calendar;
        this.clock = clock;
        this.reasons = reasons;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Relief relief = register.ofCase(input.caseNumber())
                .orElseThrow(() -> new Refusal("RELIEF_NOT_FOUND", "W sprawie nie odnotowano wniosku o ulgę."));
        PayerAccount account = receivables.accountOf(relief.receivableId());
        return Answer.now(
                relief.kind().setsTerms() ? terms(input, relief, account) : remission(input, relief, account));
    }

    private Output terms(Input input, Relief relief, PayerAccount account) {
        LocalDate today = clock.today();
        List<Due> dues = meant(relief, account, relief.appliedOn());
        LocalDate first = input.firstNewTerm();
        if (first == null
                || !first.isAfter(today)
                || dues.stream().anyMatch(due -> relief.kind() == Kind.DEFERRAL && !first.isAfter(due.dueOn()))) {
            throw new Refusal(
                    "NEW_TERM_NOT_LATER", "Nowy termin płatności musi być późniejszy niż dzisiaj i niż dotychczasowy.");
        }
        Map<String, Object> resolution = decisions.askOne("oplata-prolongacyjna", Map.of("day", today));
        boolean fee = Boolean.TRUE.equals(resolution.get("feeIntroduced")) && !Boolean.TRUE.equals(input.feeExempt());
        ReliefPlan plan = ReliefPlan.of(
                dues,
                days(input, relief, first),
                relief.appliedOn(),
                today,
                receivables.taxNumbers(relief.receivableId()),
                fee ? law.rates() : null);
        register.plan(
                relief.id(),
                plan,
                BigDecimal.ZERO,
                input.reliefGround(),
                today,
                fee
                        ? String.valueOf(resolution.get("feeBasis"))
                        : Boolean.TRUE.equals(input.feeExempt())
                                ? "art. 57 § 5 Ordynacji podatkowej"
                                : String.valueOf(resolution.get("feeBasis")));
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Dzień złożenia wniosku", Zloty.day(relief.appliedOn()));
        inputs.put("Dzień decyzji", Zloty.day(today));
        inputs.put("Opłata prolongacyjna", fee ? "ustala się" : "nie ustala się");
        reasons.keep(
                input.caseNumber(),
                relief.id(),
                "Nowe terminy i opłata prolongacyjna",
                inputs,
                plan.terms().stream().map(ReliefSentences::term).toList());
        return new Output(plan.fee(), plan.total(), BigDecimal.ZERO);
    }

    private List<LocalDate> days(Input input, Relief relief, LocalDate first) {
        int count = relief.kind() == Kind.DEFERRAL || input.instalmentCount() == null
                ? 1
                : Math.max(1, Math.min(input.instalmentCount(), MOST_INSTALMENTS));
        return IntStream.range(0, count)
                .mapToObj(month -> calendar.orNextWorkingDay(first.plusMonths(month)))
                .toList();
    }

    private Output remission(Input input, Relief relief, PayerAccount account) {
        LocalDate today = clock.today();
        List<Due> overdue = meant(relief, account, today).stream()
                .filter(due -> due.dueOn().isBefore(today))
                .toList();
        BigDecimal most = switch (relief.kind()) {
            case INTEREST_REMISSION ->
                sum(overdue.stream().map(due -> due.interest().charged()).toList());
            case FEE_REMISSION -> receivables.openFees(relief.receivableId());
            default -> sum(overdue.stream().map(Due::principal).toList());
        };
        if (most.signum() == 0) {
            throw new Refusal(
                    "NOTHING_IN_ARREARS", "Umorzyć można tylko zaległość, a te raty nie są po terminie (art. 67a).");
        }
        // Interest is remitted as a whole up to the day of the decision.
        BigDecimal remitted = input.remittedAmount() == null || relief.kind() == Kind.INTEREST_REMISSION
                ? most
                : input.remittedAmount();
        if (remitted.compareTo(most) > 0) {
            throw new Refusal(
                    "AMOUNT_TOO_HIGH", "Kwota umorzenia jest wyższa niż to, co pozostało do zapłaty: " + most + " zł.");
        }
        register.plan(relief.id(), new ReliefPlan(List.of()), remitted, input.reliefGround(), today, null);
        return new Output(BigDecimal.ZERO, BigDecimal.ZERO, remitted);
    }

    private List<Due> meant(Relief relief, PayerAccount account, LocalDate day) {
        List<Integer> numbers = register.instalments(relief.id());
        return debts.dues(account.account(), day).stream()
                .filter(due -> due.receivableId().equals(relief.receivableId()) && numbers.contains(due.number()))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
