package pl.obieg.ledger.dunning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.support.TestDecisions;

/** Dunning wired by hand on the ledger's fixture, with a clock of its own that days pass on. */
public final class DunningFixture {

    public static final String TAX_CASE = "FN.3120.1.2026";
    public static final String CASE = "FN.3140.1.2026";

    private static final String RIGOUR = "FN.3140.9.2026";

    private static final Instant START = Instant.parse("2026-03-10T09:00:00Z");

    public final LedgerFixture ledger = new LedgerFixture();
    public final JdbcClient jdbc = ledger.jdbc;
    public final OfficeClock clock = new OfficeClock(Clock.fixed(START, OfficeClock.WARSAW));
    public final Dunnings dunnings = new Dunnings(jdbc);
    public final List<OfficeLetters.Draft> drafts = new ArrayList<>();
    private final StatutoryCalendar calendar = new StatutoryCalendar();
    public final LegalFigures law = new LegalFigures(new TestDecisions(), clock);
    public final ArrearsReview review =
            new ArrearsReview(jdbc, ledger.debts, ledger.reliefs, ledger.limitations, law, calendar);
    public final DueLines lines = new DueLines(jdbc, ledger.reasons);
    public final LimitationEvents limitation = new LimitationEvents(jdbc, dunnings);
    private final ArrearsSettings settings = new ArrearsSettings(true, 7, 30, 365);
    private final DunningCosts costs =
            new DunningCosts(jdbc, dunnings, ledger.debts, ledger.accounts, ledger.settlement, ledger.reasons, clock);
    private final DunningDelivery deliveries = new DunningDelivery(dunnings, costs, law, calendar);
    private final FindArrears find = new FindArrears(
            jdbc, dunnings, review, new TestDecisions(), settings, ledger.settlement, clock, ledger.publisher);
    private final ReviewArrears reviewArrears = new ReviewArrears(jdbc, dunnings, review, costs, settings, clock);
    private final DraftRigour draftRigour =
            new DraftRigour(new Rigours(jdbc), review, ledger.debts, (letter, key) -> keep(letter), calendar, clock);
    private final GiveRigour giveRigour = new GiveRigour(new Rigours(jdbc));
    private final DraftDunning draft =
            new DraftDunning(dunnings, review, lines, law, (letter, key) -> keep(letter), calendar, clock);
    private final RecordDunningDelivery delivery =
            new RecordDunningDelivery(dunnings, deliveries, ledger.accounts, ledger.settlement);
    private final WithdrawDunning withdraw = new WithdrawDunning(dunnings, costs);
    private final RestArrears rest = new RestArrears(dunnings, review, settings, clock);
    private final RecordMeasure measure = new RecordMeasure(limitation, clock);
    private final WriteOffArrears writeOff = new WriteOffArrears(
            jdbc, dunnings, review, costs, ledger.accounts, ledger.settlement, ledger.reasons, clock);
    private final DunningWatch watch = new DunningWatch(
            jdbc, dunnings, review, costs, deliveries, ledger.accounts, ledger.settlement, clock, ledger.publisher);

    public DunningFixture() {
        ledger.listeners.add(event -> {
            if (event instanceof CaseFact.PaymentAllocated fact) {
                watch.paid(fact);
            } else if (event instanceof CaseFact.TaxRedated fact) {
                watch.redated(fact);
            } else if (event instanceof CaseFact.ReliefChanged fact) {
                watch.relieved(fact);
            } else if (event instanceof CaseFact.ArrearsWrittenOff fact) {
                watch.writtenOff(fact);
            }
        });
    }

    private String keep(OfficeLetters.Draft letter) {
        drafts.add(letter);
        return "L-" + drafts.size();
    }

    /** An order of immediate enforceability is drafted for the decision and reaches the debtor today. */
    public DraftRigour.Output rigour(String decision, String ground) {
        return in(() -> {
            DraftRigour.Output output = output(draftRigour.run(
                    new DraftRigour.Input(RIGOUR, TAX_CASE, decision, ground, "Strona sprzedała dwie nieruchomości."),
                    call("rigour")));
            giveRigour.run(new GiveRigour.Input(RIGOUR, RIGOUR + ".P1", clock.today()), call("rigour"));
            return output;
        });
    }

    /** Moves the clock to nine o'clock of the day. */
    public DunningFixture on(String day) {
        Instant then = LocalDate.parse(day).atTime(9, 0).toInstant(ZoneOffset.UTC);
        clock.moveTo(java.time.Duration.between(START, then));
        return this;
    }

    public int find() {
        return in(() -> output(find.run(new Nothing(), call("find"))).arrearsFound());
    }

    /** The newest round. */
    public String dunningId() {
        return jdbc.sql("select id from ledger.dunning order by account, round desc limit 1")
                .query(String.class)
                .single();
    }

    public ReviewArrears.Output review() {
        return in(() -> output(reviewArrears.run(new ReviewArrears.Input(dunningId(), CASE), call("review"))));
    }

    public Map<String, ?> draft() {
        return in(() -> {
            draft.run(new DraftDunning.Input(dunningId(), CASE), call("draft"));
            return drafts.get(drafts.size() - 1).content();
        });
    }

    /** The upomnienie goes out today. */
    public void issued() {
        in(() -> {
            watch.issued(new CaseFact.LetterIssued(
                    CASE,
                    "L-" + drafts.size(),
                    OfficeLetters.Kind.DUNNING,
                    "",
                    null,
                    "doc-1",
                    clock.today(),
                    List.of()));
            return null;
        });
    }

    /** It reaches the party on the day; {@code null}: the delivery turned out defective. */
    public void reaches(String partyId, String day) {
        in(() -> {
            watch.delivered(new CaseFact.DeliveryConcluded(
                    CASE,
                    "D-" + partyId,
                    partyId,
                    "doc-1",
                    "REGISTERED",
                    day == null ? "DEFECTIVE" : "DELIVERED",
                    day == null ? null : LocalDate.parse(day)));
            return null;
        });
    }

    public RecordDunningDelivery.Output deliveryEnds(String legalDate) {
        LocalDate day = legalDate == null ? null : LocalDate.parse(legalDate);
        return in(
                () -> output(delivery.run(new RecordDunningDelivery.Input(dunningId(), CASE, day), call("delivery"))));
    }

    /** An upomnienie drafted and issued today that reaches {@code party-1} on the day. */
    public RecordDunningDelivery.Output dunned(String day) {
        review();
        draft();
        issued();
        reaches("party-1", day);
        return deliveryEnds(day);
    }

    public void withdraw() {
        in(() -> withdraw.run(new WithdrawDunning.Input(dunningId()), call("withdraw")));
    }

    public void rest() {
        in(() -> rest.run(new RestArrears.Input(dunningId()), call("rest")));
    }

    public void measureOn(String day) {
        in(() -> measure.run(new RecordMeasure.Input(dunningId(), LocalDate.parse(day)), call("measure")));
    }

    public void writeOff() {
        in(() -> writeOff.run(new WriteOffArrears.Input(dunningId(), CASE), call("write-off")));
    }

    public void close() {
        in(() -> {
            watch.closed(new CaseFact.CaseClosed(CASE, "zakończona", clock.today()));
            return null;
        });
    }

    public void appealed(String decision) {
        appealed(TAX_CASE, decision);
    }

    /** @param caseNumber of the decision */
    public void appealed(String caseNumber, String decision) {
        in(() -> {
            watch.appealed(new CaseFact.AppealFiled(caseNumber, decision, "party-1", clock.today()));
            return null;
        });
    }

    public void appealEnds(String decision) {
        in(() -> {
            watch.appealEnded(new CaseFact.AppealEnded(TAX_CASE, decision, "UTRZYMANA", clock.today()));
            return null;
        });
    }

    public <T> T in(java.util.function.Supplier<T> work) {
        return ledger.transaction.execute(status -> work.get());
    }

    public static Call call(String key) {
        return new Call(key, CASE, "upomnienie-i-tytul");
    }

    public static <O extends Record> O output(Answer<O> answer) {
        return ((Answer.Now<O>) answer).output();
    }
}
