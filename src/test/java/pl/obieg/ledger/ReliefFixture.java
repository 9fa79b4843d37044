package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Reasons;
import pl.obieg.support.TestDecisions;

/** The ledger with the operations on reliefs, on a clock of its own that begins on 10 March 2026. */
public final class ReliefFixture {

    public record Asked(NoteReliefApplication.Output output) {}

    final LedgerFixture ledger;
    final Reliefs reliefs;
    final List<String> reasons = new CopyOnWriteArrayList<>();
    private final OfficeClock clock;
    private final ReliefRegister register;
    private final ReliefPlans plans;
    private final Submissions submissions;

    ReliefFixture() {
        this(new LedgerFixture(), new OfficeClock(Clock.fixed(LedgerFixture.CLOCK.instant(), OfficeClock.WARSAW)));
    }

    /** On a ledger and a clock that others use too. */
    public ReliefFixture(LedgerFixture ledger, OfficeClock clock) {
        this.ledger = ledger;
        this.clock = clock;
        reliefs = new Reliefs(ledger.jdbc);
        register = new ReliefRegister(ledger.jdbc);
        plans = new ReliefPlans(ledger.jdbc, register);
        submissions = submissions();
    }

    void today(String day) {
        LocalDate start = LocalDate.ofInstant(LedgerFixture.CLOCK.instant(), OfficeClock.WARSAW);
        clock.moveTo(Duration.ofDays(LocalDate.parse(day).toEpochDay() - start.toEpochDay()));
    }

    public Asked asks(String caseNumber, String taxCase, String kind, String instalments, String receivedOn) {
        return asks(caseNumber, taxCase, kind, instalments, receivedOn, false);
    }

    Asked asks(String caseNumber, String taxCase, String kind, String instalments, String receivedOn, boolean complex) {
        String submission = submissions
                .accept(new Submission(
                        null,
                        "PAPER",
                        UUID.randomUUID().toString(),
                        null,
                        null,
                        "ANNA TESTOWA",
                        null,
                        null,
                        "wniosek",
                        LocalDate.parse(receivedOn)
                                .atTime(10, 0)
                                .atZone(OfficeClock.WARSAW)
                                .toInstant(),
                        "doc-1",
                        null,
                        List.of()))
                .id();
        return new Asked(now(() -> new NoteReliefApplication(
                        ledger.jdbc,
                        ledger.accounts,
                        ledger.debts,
                        register,
                        submissions,
                        new TestDecisions(),
                        new StatutoryCalendar(),
                        ledger.publisher)
                .run(
                        new NoteReliefApplication.Input(
                                caseNumber, submission, taxCase, null, kind, instalments, false, complex),
                        call(caseNumber))));
    }

    public PlanRelief.Output plan(String caseNumber, String firstTerm, Integer count, String remitted) {
        return now(() -> new PlanRelief(
                        ledger.accounts,
                        register,
                        ledger.receivables,
                        ledger.debts,
                        ledger.law,
                        new TestDecisions(),
                        new StatutoryCalendar(),
                        clock,
                        new KeptReasons())
                .run(
                        new PlanRelief.Input(
                                caseNumber,
                                firstTerm == null ? null : LocalDate.parse(firstTerm),
                                count,
                                remitted == null ? null : new BigDecimal(remitted),
                                "TAXPAYER_INTEREST",
                                false),
                        call(caseNumber)));
    }

    public void grant(String caseNumber, String legalDate) {
        now(() -> new GrantRelief(
                        ledger.accounts,
                        ledger.receivables,
                        register,
                        plans,
                        new Remission(ledger.jdbc, register, ledger.debts),
                        ledger.settlement,
                        ledger.publisher)
                .run(new GrantRelief.Input(caseNumber, LocalDate.parse(legalDate)), call(caseNumber)));
    }

    public void refuse(String caseNumber) {
        now(() -> new EndRelief(register, ledger.receivables, clock, ledger.publisher)
                .run(new EndRelief.Input(caseNumber, true), call(caseNumber)));
    }

    public WatchRelief.Output watch(String caseNumber) {
        return now(() -> new WatchRelief(
                        ledger.accounts,
                        ledger.receivables,
                        register,
                        plans,
                        ledger.settlement,
                        clock,
                        ledger.publisher)
                .run(new WatchRelief.Input(caseNumber), call(caseNumber)));
    }

    /** Every relief with new terms is looked at, as its procedure would. */
    void watchAll() {
        ledger.jdbc
                .sql("select case_number from ledger.relief where decided_on is not null"
                        + " and status in ('GRANTED', 'KEPT', 'LAPSED') and kind in ('DEFERRAL', 'INSTALMENTS')")
                .query(String.class)
                .list()
                .forEach(this::watch);
    }

    BigDecimal owed(String taxCase, String day) {
        return ledger.debts.owed(ledger.account(taxCase), LocalDate.parse(day)).total();
    }

    /** {@code 2026-06-30 TAX 168.00 from 1}. */
    List<String> openRows(String taxCase) {
        return ledger.jdbc
                .sql("select i.due_on || ' ' || i.kind || ' ' || (i.amount - i.paid - i.written_off) || ' from '"
                        + " || coalesce(i.origin::text, '-') from ledger.instalment i"
                        + " join ledger.receivable r on r.id = i.receivable_id where r.case_number = ?"
                        + " and i.paid + i.written_off < i.amount order by i.due_on, i.number")
                .param(taxCase)
                .query(String.class)
                .list();
    }

    /** What of all payments counts on something, zł. */
    BigDecimal paidOut() {
        return ledger.jdbc
                .sql("select coalesce(sum(amount), 0) from ledger.allocation where reversed_at is null")
                .query(BigDecimal.class)
                .single();
    }

    BigDecimal overpaid(String taxCase) {
        return ledger.jdbc
                .sql("select sum(amount - allocated) from ledger.payment where case_number = ?")
                .param(taxCase)
                .query(BigDecimal.class)
                .single();
    }

    private Submissions submissions() {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.registerBean(JdbcClient.class, () -> ledger.jdbc);
        beans.register(Submissions.class);
        beans.refresh();
        return beans.getBean(Submissions.class);
    }

    private <O extends Record> O now(Supplier<Answer<O>> work) {
        return ledger.transaction.execute(status -> ((Answer.Now<O>) work.get()).output());
    }

    private static Call call(String caseNumber) {
        return new Call("key-" + caseNumber, caseNumber, "ulga");
    }

    private final class KeptReasons implements Reasons {

        @Override
        public List<Reason> of(String caseNumber) {
            return List.of();
        }

        @Override
        public void keep(
                String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
            reasons.addAll(steps);
        }
    }
}
