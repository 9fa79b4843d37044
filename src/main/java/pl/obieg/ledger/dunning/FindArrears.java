package pl.obieg.ledger.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.Settlement;
import pl.obieg.ledger.dunning.Dunning.DueKey;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.ProcedureMessage;

/**
 * The daily look at arrears (P07). Dues of one account and one set of debtors are dunned together. A round is opened
 * only where D11 says that something can be done today; what is too small or not final is found again another day. Terms
 * of a relief are not dunned: one that is missed falls back to its instalment (OP art. 259), which is found then. Dues that
 * an upomnienie called already, for instance before enforcement was discontinued, get no second one, unless they were raised
 * since: nobody was called to pay the raise (UPEA art. 15 §1).
 */
@OperationCard(
        label = "Znajdź zaległości",
        description = "Przegląda raty po terminie, które nie są objęte trwającym upominaniem, pyta tabelę D11 i dla"
                + " każdego zbioru dłużników, wobec którego można dziś działać, rozpoczyna upominanie.",
        system = "ledger")
public class FindArrears implements Operation<Nothing, FindArrears.Output> {

    /** How many rounds were begun. */
    public record Output(Integer arrearsFound) {}

    private static final String OVERDUE = """
            select r.account, i.receivable_id, i.number,
                   (select string_agg(p.party_id, ',' order by p.party_id) from ledger.receivable_party p
                    where p.receivable_id = r.id) as debtors,
                   (select d.id from ledger.dunning_due x join ledger.dunning d on d.id = x.dunning_id
                    where x.receivable_id = i.receivable_id and x.instalment_number = i.number
                      and d.state = 'CLOSED' and d.delivered_on is not null and not exists (
                        select from ledger.correction c join ledger.correction_line l
                          on l.decision_number = c.decision_number
                        where c.receivable_id = i.receivable_id and l.calendar_on = i.calendar_on
                          and l.after > l.before and c.corrected_at > d.issued_on)
                    order by d.round desc limit 1) as called
            from ledger.instalment i join ledger.receivable r on r.id = i.receivable_id
            where i.paid + i.written_off < i.amount and i.due_on < :today and i.relief_id is null and not exists (
                select from ledger.dunning_due x join ledger.dunning d on d.id = x.dunning_id
                where x.receivable_id = i.receivable_id and x.instalment_number = i.number
                  and (d.closed_on is null or d.rests_until >= :today))
            order by r.account, debtors, called, i.due_on
            """;

    private final JdbcClient jdbc;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final Decisions decisions;
    private final ArrearsSettings settings;
    private final Settlement settlement;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    FindArrears(
            JdbcClient jdbc,
            Dunnings dunnings,
            ArrearsReview review,
            Decisions decisions,
            ArrearsSettings settings,
            Settlement settlement,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.dunnings = dunnings;
        this.review = review;
        this.decisions = decisions;
        this.settings = settings;
        this.settlement = settlement;
        this.clock = clock;
        this.events = events;
    }

    private record Overdue(String account, String receivableId, int number, String debtors, String called) {}

    /** {@code called}: the round whose upomnienie was delivered for these dues; {@code null} if there is none. */
    private record Group(String account, List<String> debtors, String called) {}

    @Override
    public Answer<Output> run(Nothing input, Call call) {
        oneLookAtATime();
        LocalDate today = clock.today();
        settlement.lapseOverdue(today);
        Map<Group, List<DueKey>> groups = new LinkedHashMap<>();
        for (Overdue due :
                jdbc.sql(OVERDUE).param("today", today).query(Overdue.class).list()) {
            List<String> debtors = due.debtors() == null
                    ? List.of()
                    : Arrays.asList(due.debtors().split(","));
            groups.computeIfAbsent(new Group(due.account(), debtors, due.called()), unused -> new ArrayList<>())
                    .add(new DueKey(due.receivableId(), due.number()));
        }
        int found = 0;
        for (Map.Entry<Group, List<DueKey>> group : groups.entrySet()) {
            Group key = group.getKey();
            Arrears arrears = review.of(key.account(), group.getValue(), today);
            if (key.called() == null ? isTimeToAct(arrears) : isTimeForATitle(arrears)) {
                Dunning dunning = key.called() == null
                        ? dunnings.open(key.account(), group.getValue(), key.debtors(), today)
                        : dunnings.openCalled(key.called(), group.getValue(), today);
                events.publishEvent(new ProcedureMessage(
                        "ArrearsFound", dunning.id(), dunning.id(), Map.of("dunningId", dunning.id())));
                found++;
            }
        }
        return Answer.now(new Output(found));
    }

    /** After a standstill several daily looks are due at once; each waits and then sees what the one before it opened. */
    private void oneLookAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ledger.find-arrears', 0)) is null")
                .query(Boolean.class)
                .single();
    }

    /** UPEA art. 15 §1: who was called once is not called, nor charged, again; what is left is the title. */
    private boolean isTimeForATitle(Arrears arrears) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("dunningDelivered", true);
        question.put("dunningTermPassed", true);
        question.put("principalLeft", arrears.principal());
        question.put("arrears", arrears.total());
        question.put("costsLeft", BigDecimal.ZERO);
        question.put("holdOffLimit", arrears.holdOffLimit());
        question.put("limitationNear", arrears.limitationNear());
        question.put("enforceable", arrears.enforceable());
        return arrears.limitationPassed()
                || "NONE".equals(arrears.relief())
                        && "TITLE"
                                .equals(decisions
                                        .askOne("czy-wystawic-tytul", question)
                                        .get("titleAction"));
    }

    private boolean isTimeToAct(Arrears arrears) {
        if (arrears.limitationPassed()) {
            return true;
        }
        Object action = decisions
                .askOne("upomniec-czy-czekac", arrears.questionOfDunning())
                .get("dunningAction");
        return "UPOMNIENIE".equals(action) || settings.inform() && "INFORM".equals(action);
    }
}
