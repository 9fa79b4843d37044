package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Whether the stamp duty of an application is paid: found in a bank file by its title, or proven to a clerk. The duty
 * arises with the application (art. 6 ust. 1 pkt 2 of the stamp duty act).
 */
@OperationCard(
        label = "Sprawdź opłatę skarbową",
        description = "Ustala opłatę skarbową według celu zaświadczenia i sprawdza, czy wpłynęła przelewem (tytuł"
                + " wskazuje wniosek albo sprawę) lub czy pracownik widział dowód zapłaty.",
        system = "ledger",
        refusals = "UNKNOWN_PURPOSE: Tabela opłaty skarbowej nie zna takiego celu zaświadczenia.")
public class CheckStampDuty implements Operation<CheckStampDuty.Input, CheckStampDuty.Output> {

    /**
     * @param purpose code of the table {@code oplata-skarbowa}
     * @param appliedOn day of the application, whose rate counts
     * @param dutyProofOn day of payment by the proof the clerk saw; unset without one
     */
    public record Input(
            String caseNumber,
            String purpose,
            LocalDate appliedOn,
            @Nullable LocalDate dutyProofOn) {}

    /**
     * @param dutyAmount zł; 0: exempt
     * @param dutyBasis provision of the duty or of the exemption
     * @param purposeText the purpose in Polish
     * @param dutyPaid whether nothing is left to pay
     * @param dutyCall what a call to pay asks for (OP art. 169 §2)
     */
    public record Output(
            BigDecimal dutyAmount, String dutyBasis, String purposeText, Boolean dutyPaid, String dutyCall) {}

    private final StampDuties duties;
    private final Decisions decisions;
    private final OfficeClock clock;

    CheckStampDuty(StampDuties duties, Decisions decisions, OfficeClock clock) {
        this.duties = duties;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Map<String, Object> rate =
                decisions
                        .ask("oplata-skarbowa", Map.of("purpose", input.purpose(), "appliedOn", input.appliedOn()))
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(
                                "UNKNOWN_PURPOSE", "Tabela opłaty skarbowej nie zna celu " + input.purpose() + "."));
        BigDecimal amount = new BigDecimal(rate.get("dutyAmount").toString());
        return Answer.now(new Output(
                amount,
                rate.get("dutyBasis").toString(),
                rate.get("purposeText").toString(),
                amount.signum() == 0 || paid(input, amount),
                call(input.caseNumber(), amount)));
    }

    private String call(String caseNumber, BigDecimal amount) {
        return "Zapłata opłaty skarbowej od zaświadczenia w kwocie %s na rachunek %s z tytułem: %s (art. 169 § 2 Ordynacji podatkowej)."
                .formatted(Zloty.text(amount), Nrb.spaced(duties.account()), caseNumber);
    }

    private boolean paid(Input input, BigDecimal amount) {
        duties.expect(input.caseNumber(), null);
        duties.owe(input.caseNumber(), amount);
        if (input.dutyProofOn() != null && !input.dutyProofOn().isAfter(clock.today())) {
            duties.proven(input.caseNumber(), input.dutyProofOn());
        }
        return duties.of(input.caseNumber()).filter(StampDuties.Duty::covered).isPresent();
    }
}
