package pl.obieg.correspondence;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Says how a call ended. The register of calls knows whether a form has joined the case, whatever woke the procedure: so
 * a form that comes in the minute the term ends is not lost, and a message that comes late wakes no later call.
 */
@OperationCard(
        label = "Zakończ wezwanie",
        description =
                "Ustala skutek wezwania: dołączony formularz, inna odpowiedź, brak odpowiedzi, brak doręczenia albo"
                        + " termin w toku.",
        system = "ezd")
public class EndCall implements Operation<EndCall.Input, EndCall.Output> {

    private static final String NOTED = "ODPOWIEDZ";
    private static final String FORM = "FORMULARZ";
    private static final String WAITS = "CZEKA";
    private static final String NONE = "BRAK";
    private static final String UNDELIVERED = "NIE_DORECZONO";

    /**
     * @param callOutcome {@code ODPOWIEDZ} if a clerk has noted an answer, {@code NIE_DORECZONO} if he gave up a call
     *     that reached nobody: no term has run, so silence means nothing (DEL-08)
     * @param callExpiresOn unset if the call reached nobody
     */
    public record Input(
            String caseNumber,
            String submissionId,
            String callOutcome,
            @Nullable LocalDate callExpiresOn) {}

    /**
     * @param callOutcome {@code FORMULARZ}, {@code ODPOWIEDZ}, {@code BRAK}, {@code NIE_DORECZONO}, or {@code CZEKA} if
     *     there is no answer and the term still runs
     * @param submissionId the form that answers the call; else as it was
     */
    public record Output(String callOutcome, String submissionId) {}

    private final CallRegister calls;
    private final OfficeClock clock;

    EndCall(CallRegister calls, OfficeClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Optional<CallRegister.OpenCall> open = calls.ofCase(input.caseNumber());
        Optional<String> form = open.map(CallRegister.OpenCall::answer);
        String outcome = form.isPresent() ? FORM : withoutForm(input);
        if (!WAITS.equals(outcome)) {
            open.ifPresent(one -> calls.end(one, outcome));
        }
        return Answer.now(new Output(outcome, form.orElse(input.submissionId())));
    }

    private String withoutForm(Input input) {
        if (NOTED.equals(input.callOutcome()) || UNDELIVERED.equals(input.callOutcome())) {
            return input.callOutcome();
        }
        boolean running = input.callExpiresOn() != null && clock.today().isBefore(input.callExpiresOn());
        return running ? WAITS : NONE;
    }
}
