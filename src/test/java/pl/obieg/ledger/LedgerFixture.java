package pl.obieg.ledger;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.exchange.Parties;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;

/** The ledger wired by hand on a real database; events are kept in order. */
public final class LedgerFixture {

    /** The case of the changing decision of {@link #correct}. */
    public static final String CHANGE = "FN.3120.9.2026";

    public static final OfficeClock CLOCK =
            new OfficeClock(Clock.fixed(Instant.parse("2026-03-10T09:00:00Z"), OfficeClock.WARSAW));

    public final TestDatabase database = TestDatabase.fresh();
    public final JdbcClient jdbc = database.jdbc();
    public final TransactionTemplate transaction = new TransactionTemplate(database.transactions());
    public final List<Object> events = new CopyOnWriteArrayList<>();
    public final BankSettings settings = settings(null);
    /** Whoever else listens to what the ledger publishes. */
    public final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();

    public final ApplicationEventPublisher publisher = event -> {
        events.add(event);
        listeners.forEach(listener -> listener.accept(event));
    };
    public final PayerAccounts accounts = new PayerAccounts(jdbc, CLOCK, settings);
    public final Parties parties = parties(jdbc);
    final Receivables receivables = new Receivables(jdbc, CLOCK);
    final Payments payments = new Payments(jdbc, CLOCK);
    final LegalFigures law = new LegalFigures(new TestDecisions(), CLOCK);
    public final Reliefs reliefs = new Reliefs(jdbc);
    public final LimitationTerms limitations = new LimitationTerms(jdbc, reliefs);
    public final Debts debts = new Debts(jdbc, law, limitations);
    public final KeptReasons reasons = new KeptReasons();
    final StampDuties stampDuties = new StampDuties(jdbc, CLOCK, settings, payments, publisher);
    public final Settlement settlement = new Settlement(
            jdbc,
            accounts,
            receivables,
            payments,
            stampDuties,
            debts,
            new StatutoryCalendar(),
            CLOCK,
            new AllocationBook(receivables, payments, reasons, law, new StatutoryCalendar(), CLOCK),
            new TransferTitles(jdbc, payments),
            publisher,
            new ReliefPlans(jdbc, new ReliefRegister(jdbc)),
            new BrokenTerms(jdbc, new ReliefRegister(jdbc), payments, reasons),
            new PayerCheck(jdbc, parties, law),
            new ReducedRates(jdbc, new StatutoryCalendar()),
            new Overpayments(jdbc, CLOCK));
    private final DueDates dueDates = new DueDates(new StatutoryCalendar());
    private final Redating redating =
            new Redating(jdbc, accounts, receivables, payments, settlement, dueDates, reasons, CLOCK, publisher);
    private final Recharge recharge = new Recharge(jdbc, new ReliefReduction(jdbc, debts, law), dueDates, CLOCK);
    private final Corrections corrections = new Corrections(jdbc, CLOCK);
    final SuspendedInterest suspendedInterest = new SuspendedInterest(jdbc, debts);
    private final DeclaredCorrection declaredCorrection = new DeclaredCorrection(
            jdbc,
            corrections,
            accounts,
            payments,
            redating,
            recharge,
            new ReducedRates(jdbc, new StatutoryCalendar()),
            suspendedInterest,
            reasons,
            CLOCK,
            publisher);
    private final ChargeTax chargeTax = new ChargeTax(
            accounts,
            receivables,
            redating,
            settlement,
            dueDates,
            reasons,
            declaredCorrection,
            suspendedInterest,
            publisher);
    private final ChangeDelivery changes =
            new ChangeDelivery(corrections, accounts, payments, redating, recharge, reasons);
    private final RedateTax redateTax = new RedateTax(jdbc, receivables, corrections, redating, changes);
    private final SuspendTax suspendTax = new SuspendTax(receivables, corrections, redating, changes, jdbc, CLOCK, 30);
    private final RechargeDeclaredTax rechargeDeclared =
            new RechargeDeclaredTax(receivables, corrections, declaredCorrection, recharge, suspendedInterest);
    private final CorrectTax correctTax = new CorrectTax(
            jdbc, new Correction(corrections, accounts, payments, redating, recharge, reasons, CLOCK, publisher));
    private final OpenPayerAccount openPayerAccount = new OpenPayerAccount(accounts);
    private final AllocatePayment allocatePayment = new AllocatePayment(
            accounts,
            receivables,
            payments,
            settlement,
            stampDuties,
            new PayerCheck(jdbc, parties, law),
            reasons,
            CLOCK);
    private final ApplyRuling applyRuling = new ApplyRuling(
            receivables,
            corrections,
            new RulingCorrection(jdbc, accounts, payments, debts, redating, recharge, reasons, CLOCK));
    private final CheckDues checkDues = new CheckDues(new Dues(jdbc, debts), reasons, CLOCK);
    private final CheckStampDuty checkStampDuty = new CheckStampDuty(stampDuties, new TestDecisions(), CLOCK);
    private final ReturnPayment returnPayment = new ReturnPayment(payments);

    /** The client base, which only Spring may make. */
    private static Parties parties(JdbcClient jdbc) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.register(Parties.class);
            context.refresh();
            return context.getBean(Parties.class);
        }
    }

    /** A clerk says who paid, and that it belongs to the case. */
    public void allocateFrom(String paymentId, String caseNumber, String payerRelation) {
        transaction.executeWithoutResult(status ->
                allocatePayment.run(new AllocatePayment.Input(paymentId, caseNumber, null, payerRelation), call()));
    }

    /** Settings with the defaults of production. */
    public static BankSettings settings(Path inbox) {
        return new BankSettings(
                "99900009", "0001", List.of(), inbox, Duration.ofSeconds(30), Duration.ZERO, StatementProfile.mbank());
    }

    /** The NRB of the case. */
    public String account(String caseNumber) {
        return transaction.execute(status -> output(
                        openPayerAccount.run(new OpenPayerAccount.Input(caseNumber, List.of("party-1")), call()))
                .payerAccount());
    }

    /** Four instalments of 2026, delivered on 10 February. */
    public String charge(String caseNumber, String... amounts) {
        return chargeAs(caseNumber, "assessment-1", "DECISION", LocalDate.of(2026, 2, 10), amounts);
    }

    /** One instalment of a declared tax, due on the day. */
    public String chargeOn(String caseNumber, LocalDate dueOn, String amount) {
        return chargeOn(caseNumber, "assessment-1", dueOn, amount);
    }

    /** One instalment of another declared tax of the case. */
    public String chargeOn(String caseNumber, String assessmentId, LocalDate dueOn, String amount) {
        return charge(
                caseNumber, assessmentId, "SELF", null, List.of(new Instalment(1, dueOn, new BigDecimal(amount))));
    }

    public String chargeAs(
            String caseNumber, String assessmentId, String regime, LocalDate legalDate, String... amounts) {
        return charge(caseNumber, assessmentId, regime, legalDate, instalments(amounts));
    }

    private String charge(
            String caseNumber, String assessmentId, String regime, LocalDate legalDate, List<Instalment> instalments) {
        return charge(caseNumber, assessmentId, regime, legalDate, instalments, List.of("party-1"), null);
    }

    /** @param delivered whom the decision reached; {@code null}: all parties */
    String charge(
            String caseNumber,
            String assessmentId,
            String regime,
            LocalDate legalDate,
            List<Instalment> instalments,
            List<String> parties,
            List<String> delivered) {
        String account = account(caseNumber);
        return transaction.execute(status -> output(chargeTax.run(
                        new ChargeTax.Input(
                                caseNumber,
                                assessmentId,
                                2026,
                                regime,
                                account,
                                parties,
                                instalments,
                                legalDate,
                                delivered),
                        call()))
                .receivableId());
    }

    public void allocate(String paymentId, String caseNumber) {
        allocate(paymentId, caseNumber, null);
    }

    public void allocate(String paymentId, String caseNumber, Integer instalment) {
        transaction.executeWithoutResult(status ->
                allocatePayment.run(new AllocatePayment.Input(paymentId, caseNumber, instalment, null), call()));
    }

    /** The decision of {@code assessment-1} was in fact delivered on the day. */
    public void redate(String caseNumber, String legalDate) {
        redate(caseNumber, legalDate, null);
    }

    /** As {@link #redate(String, String)}, with those whom it reached. */
    public void redate(String caseNumber, String legalDate, List<String> delivered) {
        transaction.executeWithoutResult(status -> redateTax.run(
                new RedateTax.Input(
                        caseNumber, "assessment-1", legalDate == null ? null : LocalDate.parse(legalDate), delivered),
                call()));
    }

    /** The decision of {@code assessment-1} turned out not to be delivered. */
    public void suspend(String caseNumber) {
        suspend(caseNumber, 0);
    }

    /** One copy of it turned out not to be delivered, others were. */
    public void suspend(String caseNumber, int delivered) {
        transaction.executeWithoutResult(
                status -> suspendTax.run(new SuspendTax.Input(caseNumber, "assessment-1", delivered), call()));
    }

    /** The tax of the case is changed to these instalments; the changing decision is delivered on the day. */
    public CorrectTax.Output correct(
            String caseNumber, String decision, String legalDate, long afterDelivery, String... amounts) {
        return transaction.execute(status -> output(correctTax.run(
                new CorrectTax.Input(
                        CHANGE,
                        caseNumber,
                        2026,
                        decision,
                        instalments(amounts),
                        afterDelivery,
                        legalDate == null ? null : LocalDate.parse(legalDate)),
                call())));
    }

    /** The verification of the declaration makes another tax of what was charged as declared. */
    void recharge(String caseNumber, String receivableId, String outcome, LocalDate legalDate, String... amounts) {
        transaction.executeWithoutResult(status -> rechargeDeclared.run(
                new RechargeDeclaredTax.Input(
                        caseNumber, receivableId, "assessment-1", outcome, instalments(amounts), legalDate),
                call()));
    }

    /** The ruling on an appeal makes another tax of {@code assessment-1}; {@code null} instalments: it stays. */
    ApplyRuling.Output rule(String caseNumber, List<Instalment> instalments, ApplyRuling.Span... spans) {
        return ruleIn("FN.3120.9.2026", caseNumber, instalments, spans);
    }

    /** As {@link #rule}, in the case of the appeal. */
    ApplyRuling.Output ruleIn(
            String appealCase, String caseNumber, List<Instalment> instalments, ApplyRuling.Span... spans) {
        return transaction.execute(status -> output(applyRuling.run(
                new ApplyRuling.Input(caseNumber, "assessment-1", appealCase, "ZMIENIONA", instalments, List.of(spans)),
                call())));
    }

    CheckDues.Output dues(String... partyIds) {
        return output(checkDues.run(new CheckDues.Input("FN.3160.1.2026", List.of(partyIds)), call()));
    }

    boolean dutyPaid(String caseNumber, String purpose, LocalDate proofOn) {
        return transaction.execute(status -> output(checkStampDuty.run(
                        new CheckStampDuty.Input(caseNumber, purpose, CLOCK.today(), proofOn), call()))
                .dutyPaid());
    }

    public void giveBack(String paymentId) {
        transaction.executeWithoutResult(status -> returnPayment.run(new ReturnPayment.Input(paymentId), call()));
    }

    /** A credit of the amount, known to the bank under the reference. */
    public static BankLine credit(String reference, String payerAccount, String amount) {
        return credit(reference, payerAccount, amount, LocalDate.of(2026, 3, 9));
    }

    /** A credit paid on the day. */
    public static BankLine credit(String reference, String payerAccount, String amount, LocalDate day) {
        return credit(reference, payerAccount, amount, day, "PODATEK");
    }

    /** A credit with a title of its own. */
    public static BankLine credit(String reference, String payerAccount, String amount, LocalDate day, String title) {
        return new BankLine(
                "29114010810000267002001002",
                reference,
                true,
                new BigDecimal(amount),
                day,
                day,
                payerAccount,
                null,
                "ANNA TESTOWA",
                title);
    }

    /** Takes the line in. @return the payment's id */
    public String takenIn(BankLine line) {
        takeIn(line);
        return paymentId(line.reference());
    }

    /** Takes the line in, in a transaction of its own. */
    public boolean takeIn(BankLine line) {
        return Boolean.TRUE.equals(transaction.execute(status -> settlement.takeIn(line, null)));
    }

    /** The only payment with the reference. */
    public String paymentId(String reference) {
        return jdbc.sql("select id from ledger.payment where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    public String paymentStatus(String reference) {
        return jdbc.sql("select status from ledger.payment where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    public BigDecimal balance(String receivableId) {
        return jdbc.sql("select balance from ledger.receivable where id = ?")
                .param(receivableId)
                .query(BigDecimal.class)
                .single();
    }

    public List<LocalDate> dueDates(String receivableId) {
        return jdbc.sql("select due_on from ledger.instalment where receivable_id = ? order by number")
                .param(receivableId)
                .query(LocalDate.class)
                .list();
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from ledger." + table)
                .query(Long.class)
                .single();
    }

    public List<ProcedureMessage> messages(String name) {
        return events.stream()
                .filter(ProcedureMessage.class::isInstance)
                .map(ProcedureMessage.class::cast)
                .filter(message -> message.name().equals(name))
                .toList();
    }

    public <F extends CaseFact> List<F> facts(Class<F> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Instalment> instalments(String... amounts) {
        List<LocalDate> dates = List.of(
                LocalDate.of(2026, 3, 16),
                LocalDate.of(2026, 5, 15),
                LocalDate.of(2026, 9, 15),
                LocalDate.of(2026, 11, 16));
        return java.util.stream.IntStream.range(0, amounts.length)
                .mapToObj(i -> new Instalment(i + 1, dates.get(i), new BigDecimal(amounts[i])))
                .toList();
    }

    private static Call call() {
        return new Call("key-1", "FN.3120.1.2026", "podatek-od-nieruchomosci");
    }

    private static <O extends Record> O output(Answer<O> answer) {
        return ((Answer.Now<O>) answer).output();
    }
}
