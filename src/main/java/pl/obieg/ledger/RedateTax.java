package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import pl.obieg.ledger.Corrections.Made;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Moves the due dates of a charged tax to those of another legal date (PT-65) and sets the payments anew. */
@OperationCard(
        label = "Zmień datę doręczenia w księgowości",
        description = "Gdy doręczenie decyzji okazało się wadliwe, przelicza terminy płatności rat od właściwej daty"
                + " doręczenia, odsetki i zaliczenia wpłat; koszty przedwczesnego upomnienia odpadają. Dłużnikami są ci,"
                + " którym decyzję doręczono.",
        system = "ledger",
        refusals = {
            "LEGAL_DATE_MISSING: Nie podano nowej daty doręczenia decyzji.",
            "CASE_HAS_NO_RECEIVABLE: W sprawie nie przypisano podatku z tej decyzji."
        })
public class RedateTax implements Operation<RedateTax.Input, Nothing> {

    /**
     * @param legalDate when the decision was in fact delivered
     * @param deliveredPartyIds whom it reached: they are the debtors (PT-53, OP art. 91–92); unset: as before
     */
    public record Input(
            String caseNumber,
            String assessmentId,
            LocalDate legalDate,
            @Nullable List<String> deliveredPartyIds) {}

    private final JdbcClient jdbc;
    private final Receivables receivables;
    private final Corrections corrections;
    private final Redating redating;
    private final ChangeDelivery changes;

    RedateTax(
            JdbcClient jdbc,
            Receivables receivables,
            Corrections corrections,
            Redating redating,
            ChangeDelivery changes) {
        this.jdbc = jdbc;
        this.receivables = receivables;
        this.corrections = corrections;
        this.redating = redating;
        this.changes = changes;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        if (input.legalDate() == null) {
            throw new Refusal("LEGAL_DATE_MISSING", "Nie podano nowej daty doręczenia decyzji.");
        }
        Optional<String> own = receivables.of(input.caseNumber(), input.assessmentId());
        Optional<Made> change = own.isPresent()
                ? corrections.ofDetermination(input.assessmentId())
                : corrections.ofDecision(input.caseNumber(), input.assessmentId());
        if (change.isPresent()) {
            changes.redate(change.get(), input.legalDate());
            return Nothing.done();
        }
        String receivableId = own.filter(this::byDecision)
                .orElseThrow(
                        () -> new Refusal("CASE_HAS_NO_RECEIVABLE", "W sprawie nie przypisano podatku z tej decyzji."));
        redating.owedBy(receivableId, input.deliveredPartyIds());
        redating.redate(receivableId, input.legalDate());
        return Nothing.done();
    }

    private boolean byDecision(String receivableId) {
        return jdbc.sql("select legal_date is not null from ledger.receivable where id = ?")
                .param(receivableId)
                .query(Boolean.class)
                .single();
    }
}
