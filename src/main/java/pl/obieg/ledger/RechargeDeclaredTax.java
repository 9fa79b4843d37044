package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Brings the tax that was charged as declared to what its verification showed: a correction, or a decision that determines
 * it (PT-12). The due dates stay those of the statute, so interest on what was declared too low runs from them (OP art. 53
 * § 4). A tax that is right already is left alone.
 */
@OperationCard(
        label = "Skoryguj przypis z deklaracji",
        description =
                "Po sprawdzeniu deklaracji zmienia przypisany podatek na właściwy, w terminach ustawowych, i zalicza"
                        + " wpłaty na nowo.",
        system = "ledger",
        refusals = "LEGAL_DATE_MISSING: Nie podano daty doręczenia decyzji określającej.")
public class RechargeDeclaredTax implements Operation<RechargeDeclaredTax.Input, Nothing> {

    private static final String DETERMINED = "DECYZJA_OKRESLAJACA";

    /**
     * @param receivableId on which the tax was charged, in this case or in the one that charged the year first
     * @param assessmentId of the declaration that was accepted, or on which a decision determined the tax
     * @param reviewOutcome {@code DECYZJA_OKRESLAJACA} if a decision did
     * @param instalments all of the year with calendar dates, full zł
     * @param legalDate when that decision was delivered
     */
    public record Input(
            String caseNumber,
            String receivableId,
            String assessmentId,
            String reviewOutcome,
            List<Instalment> instalments,
            @Nullable LocalDate legalDate) {}

    private final Receivables receivables;
    private final Corrections corrections;
    private final DeclaredCorrection declared;
    private final Recharge recharge;
    private final SuspendedInterest suspendedInterest;

    RechargeDeclaredTax(
            Receivables receivables,
            Corrections corrections,
            DeclaredCorrection declared,
            Recharge recharge,
            SuspendedInterest suspendedInterest) {
        this.receivables = receivables;
        this.corrections = corrections;
        this.declared = declared;
        this.recharge = recharge;
        this.suspendedInterest = suspendedInterest;
    }

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        LocalDate decidedOn = decidedOn(input);
        List<Instalment> planned = input.instalments() == null ? List.of() : input.instalments();
        BigDecimal due = planned.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean right = recharge.tax(input.receivableId()).compareTo(due) == 0;
        if (right && decidedOn == null) {
            suspendedInterest.charged(input.caseNumber(), input.receivableId());
        } else if (corrections.by(key(input)).isEmpty()) {
            declared.correct(input.receivableId(), input.caseNumber(), key(input), planned, decidedOn);
        }
        return Nothing.done();
    }

    /** A correction by the taxpayer has an assessment of its own; the others bear on the one that was charged. */
    private String key(Input input) {
        boolean charged =
                receivables.of(input.caseNumber(), input.assessmentId()).isPresent()
                        || corrections.by(input.assessmentId()).isPresent();
        return charged ? input.assessmentId() + Corrections.VERIFIED : input.assessmentId();
    }

    private static LocalDate decidedOn(Input input) {
        if (!DETERMINED.equals(input.reviewOutcome())) {
            return null;
        }
        if (input.legalDate() == null) {
            throw new Refusal("LEGAL_DATE_MISSING", "Nie podano daty doręczenia decyzji określającej.");
        }
        return input.legalDate();
    }
}
