package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** {@code instalments}: with calendar dates, full zł. */
    public record Input(String caseNumber, List<Instalment> instalments) {}

    /** @param instalmentsOverdue 0 if all that was due was paid in time */
    public record Output(Integer instalmentsOverdue) {}

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final DueDates dueDates;
    private final OfficeClock clock;

    CheckPayments(JdbcClient jdbc, PayerAccounts accounts, DueDates dueDates, OfficeClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        List<Instalment> plan = input.instalments() == null ? List.of() : input.instalments();
        BigDecimal owed = BigDecimal.ZERO;
        int overdue = 0;
        for (Instalment instalment :
                plan.stream().sorted(Comparator.comparing(Instalment::date)).toList()) {
            LocalDate due = dueDates.dueOn(instalment.date(), null);
            owed = owed.add(instalment.amount());
            if (due.isBefore(clock.today()) && paidBy(input.caseNumber(), due).compareTo(owed) < 0) {
                overdue++;
            }
        }
        return Answer.now(new Output(overdue));
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
