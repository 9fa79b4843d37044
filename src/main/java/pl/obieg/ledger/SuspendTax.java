package pl.obieg.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Takes back the due dates of a tax whose decision was not delivered after all: without delivery there is no liability
 * (OP art. 21 § 1 pkt 2), so no interest runs and nobody is dunned. House rule UR-01: until the decision is delivered anew the
 * tax is dated as if that happened in {@value #DAYS} days; the procedure asks again if it lasts longer.
 */
@OperationCard(
        label = "Wstrzymaj terminy płatności",
        description = "Gdy decyzji jednak nie doręczono, cofa terminy płatności, odsetki i koszty upomnienia do czasu"
                + " ponownego doręczenia. Nic nie robi, jeśli podatku jeszcze nie przypisano.",
        system = "ledger")
public class SuspendTax implements Operation<SuspendTax.Input, Nothing> {

    static final int DAYS = 30;

    private final Receivables receivables;
    private final Redating redating;
    private final JdbcClient jdbc;
    private final OfficeClock clock;

    SuspendTax(Receivables receivables, Redating redating, JdbcClient jdbc, OfficeClock clock) {
        this.receivables = receivables;
        this.redating = redating;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param assessmentId the assessment the decision rests on */
    public record Input(String caseNumber, String assessmentId) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Optional<String> receivable =
                receivables.of(input.caseNumber(), input.assessmentId()).filter(this::byDecision);
        receivable.ifPresent(id -> redating.suspend(id, clock.today().plusDays(DAYS)));
        return Nothing.done();
    }

    private boolean byDecision(String receivableId) {
        return jdbc.sql("select legal_date is not null from ledger.receivable where id = ?")
                .param(receivableId)
                .query(Boolean.class)
                .single();
    }
}
