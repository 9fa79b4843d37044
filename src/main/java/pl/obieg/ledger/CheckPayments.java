package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Whether the instalments of a tax not charged yet were paid when due (OP art. 272 pkt 1 lit. b): what came on the case's
 * account by each due date (PAY-01) must cover all instalments due by then.
 */
@OperationCard(
        label = "Sprawdź wpłaty",
        description = "Liczy raty, których termin minął, a wpłaty na rachunek sprawy nie pokryły ich na czas.",
        system = "ledger")
public class CheckPayments implements Operation<CheckPayments.Input, CheckPayments.Output> {

    /**
     * @param instalments with calendar dates, full zł
     * @param taxYear with {@code partyIds}: whether the year was charged before in another case, whose payments count too
     */
    public record Input(
            String caseNumber,
            List<Instalment> instalments,
            @Nullable Integer taxYear,
            @Nullable List<String> partyIds) {}

    /** @param instalmentsOverdue 0 if all that was due was paid in time */
    public record Output(Integer instalmentsOverdue) {}

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final DueDates dueDates;
    private final DeclaredCorrection declared;
    private final OfficeClock clock;

    CheckPayments(
            JdbcClient jdbc,
            PayerAccounts accounts,
            DueDates dueDates,
            DeclaredCorrection declared,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.dueDates = dueDates;
        this.declared = declared;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        List<Instalment> plan = input.instalments() == null ? List.of() : input.instalments();
        Optional<String> chargedIn = chargedIn(input);
        BigDecimal owed = BigDecimal.ZERO;
        int overdue = 0;
        for (Instalment instalment :
                plan.stream().sorted(Comparator.comparing(Instalment::date)).toList()) {
            LocalDate due = dueDates.dueOn(instalment.date(), null);
            owed = owed.add(instalment.amount());
            BigDecimal paid = paidBy(input.caseNumber(), due)
                    .add(chargedIn.map(other -> paidBy(other, due)).orElse(BigDecimal.ZERO));
            if (due.isBefore(clock.today()) && paid.compareTo(owed) < 0) {
                overdue++;
            }
        }
        return Answer.now(new Output(overdue));
    }

    private Optional<String> chargedIn(Input input) {
        if (input.taxYear() == null || input.partyIds() == null) {
            return Optional.empty();
        }
        return declared.charged(input.caseNumber(), input.taxYear(), input.partyIds())
                .map(id -> declared.of(id).caseNumber())
                .filter(other -> !other.equals(input.caseNumber()));
    }

    private BigDecimal paidBy(String caseNumber, LocalDate day) {
        return accounts.ofCase(caseNumber)
                .map(account -> jdbc.sql("select coalesce(sum(amount), 0) from ledger.payment"
                                + " where credit and status <> 'RETURNED' and paid_on <= ?"
                                + " and (payer_account = ? or case_number = ?)")
                        .params(day, account.account(), caseNumber)
                        .query(BigDecimal.class)
                        .single())
                .orElse(BigDecimal.ZERO);
    }
}
