package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Whether the stamp duty of an application is paid: found in a bank file by its title, or proven to a clerk. The duty
 * arises with the application (art. 6 ust. 1 pkt 2 of the stamp duty act).
 */
@OperationCard(
        label = "Sprawdź opłatę skarbową",
        description = "Sprawdza, czy opłata skarbowa wpłynęła przelewem (tytuł wskazuje wniosek albo sprawę) lub czy"
                + " pracownik widział dowód zapłaty. Zero złotych oznacza zwolnienie.",
        system = "ledger")
public class CheckStampDuty implements Operation<CheckStampDuty.Input, CheckStampDuty.Output> {

    /**
     * @param dutyAmount zł; 0: exempt
     * @param dutyProofOn day of payment by the proof the clerk saw; unset without one
     */
    public record Input(
            String caseNumber,
            BigDecimal dutyAmount,
            @Nullable LocalDate dutyProofOn) {}

    /** Whether nothing is left to pay. */
    public record Output(Boolean dutyPaid) {}

    private final StampDuties duties;
    private final OfficeClock clock;

    CheckStampDuty(StampDuties duties, OfficeClock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        if (input.dutyAmount().signum() <= 0) {
            return Answer.now(new Output(true));
        }
        duties.expect(input.caseNumber(), null);
        duties.owe(input.caseNumber(), input.dutyAmount());
        boolean proven = input.dutyProofOn() != null && !input.dutyProofOn().isAfter(clock.today());
        if (proven) {
            duties.proven(input.caseNumber(), input.dutyProofOn());
        }
        return Answer.now(new Output(
                duties.of(input.caseNumber()).filter(StampDuties.Duty::covered).isPresent()));
    }
}
