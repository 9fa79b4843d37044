package pl.obieg.ledger.dunning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.PayerAccounts;
import pl.obieg.ledger.Settlement;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;

/** A head approved that what limitation has taken is written off (LIM-01, OP art. 59 §1 pkt 9). */
@OperationCard(
        label = "Odpisz przedawnioną należność",
        description = "Odpisuje raty, których termin przedawnienia minął; odsetki i koszty upomnienia odpadają z nimi.",
        system = "ledger")
public class WriteOffArrears implements Operation<WriteOffArrears.Input, Nothing> {

    /** {@code caseNumber}: the dunning's own case. */
    public record Input(String dunningId, String caseNumber) {}

    private final JdbcClient jdbc;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final DunningCosts costs;
    private final PayerAccounts accounts;
    private final Settlement settlement;
    private final Reasons reasons;
    private final OfficeClock clock;

    WriteOffArrears(
            JdbcClient jdbc,
            Dunnings dunnings,
            ArrearsReview review,
            DunningCosts costs,
            PayerAccounts accounts,
            Settlement settlement,
            Reasons reasons,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.dunnings = dunnings;
        this.review = review;
        this.costs = costs;
        this.accounts = accounts;
        this.settlement = settlement;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Dunning dunning = dunnings.get(input.dunningId());
        accounts.byNrb(dunning.account()).ifPresent(settlement::hold);
        List<Due> overdue = review.of(dunning.account(), dunnings.dues(dunning.id()), clock.today())
                .overdue();
        List<String> steps = new ArrayList<>();
        String taxCase = accounts.byNrb(dunning.account()).orElseThrow().caseNumber();
        for (Due due : overdue) {
            if (review.limitation(due).passedOn(clock.today())) {
                writeOff(due);
                String sentence =
                        "Odpisano %s z raty nr %d, płatnej do %s: zobowiązanie przedawniło się z upływem %s (LIM-01, art. 59 § 1 pkt 9 i art. 70 Ordynacji podatkowej)."
                                .formatted(
                                        Zloty.text(due.principal()),
                                        due.number(),
                                        Zloty.day(due.dueOn()),
                                        Zloty.day(review.limitation(due).lastDay()));
                steps.add(sentence);
                tell(dunning, due, taxCase, sentence);
                settlement.announceIfSettled(due.receivableId(), taxCase);
            }
        }
        if (!steps.isEmpty()) {
            reasons.keep(input.caseNumber(), dunning.id(), "Przedawnienie", Map.of(), steps);
        }
        if (steps.size() == overdue.size()) {
            costs.lapse(
                    dunning,
                    "Koszty upomnienia wygasły razem z należnością, której dotyczyły (ARR-06; art. 15 § 3c"
                            + " ustawy o postępowaniu egzekucyjnym w administracji).");
        }
        return Nothing.done();
    }

    private void tell(Dunning dunning, Due due, String taxCase, String sentence) {
        settlement.tell(new CaseFact.ArrearsWrittenOff(
                taxCase,
                due.receivableId(),
                due.number(),
                dunning.id() + "-" + due.number(),
                due.principal(),
                due.interest().charged(),
                sentence,
                clock.today()));
    }

    private void writeOff(Due due) {
        jdbc.sql("update ledger.instalment set written_off = written_off + ? where receivable_id = ? and number = ?")
                .params(due.principal(), due.receivableId(), due.number())
                .update();
        jdbc.sql("update ledger.receivable set balance = balance - ? where id = ?")
                .params(due.principal(), due.receivableId())
                .update();
    }
}
