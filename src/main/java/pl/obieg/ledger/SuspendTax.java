package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.Corrections.Made;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Takes back the due dates of a tax whose decision was not delivered after all: without delivery there is no liability
 * (OP art. 21 § 1 pkt 2), so no interest runs and nobody is dunned. House rule UR-01: until the decision is delivered anew the
 * tax is dated as if that happened in 30 days; the procedure asks again if it lasts longer. Of a changing decision (OP art.
 * 254), or one that determines what was charged as declared (art. 21 § 3), only the raise is taken back.
 */
@OperationCard(
        label = "Wstrzymaj terminy płatności",
        description = "Gdy decyzji jednak nikomu nie doręczono, cofa terminy płatności, odsetki i koszty upomnienia do"
                + " czasu ponownego doręczenia; przy decyzji zmieniającej albo określającej"
                + " podatek zadeklarowany cofa samą podwyżkę. Nic nie robi, jeśli podatku"
                + " jeszcze nie przypisano.",
        system = "ledger")
public class SuspendTax implements Operation<SuspendTax.Input, Nothing> {

    private final Receivables receivables;
    private final Corrections corrections;
    private final Redating redating;
    private final ChangeDelivery changes;
    private final JdbcClient jdbc;
    private final OfficeClock clock;
    private final int days;

    /** @param days in which a new delivery is reckoned with */
    SuspendTax(
            Receivables receivables,
            Corrections corrections,
            Redating redating,
            ChangeDelivery changes,
            JdbcClient jdbc,
            OfficeClock clock,
            @Value("${obieg.systems.ledger.suspended-days:30}") int days) {
        this.receivables = receivables;
        this.corrections = corrections;
        this.redating = redating;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.days = days;
    }

    /**
     * @param assessmentId the assessment the decision rests on
     * @param deliveredCount how many addressees the decision reached; if anybody, nothing is suspended, since he owes the
     *     tax alone (PT-53, OP art. 91–92); unset: nobody
     */
    public record Input(
            String caseNumber,
            String assessmentId,
            @Nullable Integer deliveredCount) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        if (input.deliveredCount() != null && input.deliveredCount() > 0) {
            return Nothing.done();
        }
        LocalDate notBefore = clock.today().plusDays(days);
        Optional<Made> determination = corrections.ofDetermination(input.assessmentId());
        Optional<String> receivable = receivables
                .of(input.caseNumber(), input.assessmentId())
                .filter(id -> determination.isEmpty() && byDecision(id));
        receivable.ifPresent(id -> redating.suspend(id, notBefore));
        if (receivable.isEmpty()) {
            determination
                    .or(() -> corrections.ofDecision(input.caseNumber(), input.assessmentId()))
                    .ifPresent(made -> changes.suspend(made, notBefore));
        }
        return Nothing.done();
    }

    private boolean byDecision(String receivableId) {
        return jdbc.sql("select legal_date is not null from ledger.receivable where id = ?")
                .param(receivableId)
                .query(Boolean.class)
                .single();
    }
}
