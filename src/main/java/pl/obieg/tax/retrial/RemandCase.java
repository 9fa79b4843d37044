package pl.obieg.tax.retrial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Refusal;
import pl.obieg.tax.appeal.Contestables;
import pl.obieg.tax.appeal.Contestables.Contestable;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.review.Determinations;

/**
 * Sends a case back to who assesses, since its decision was annulled (P05, OP art. 233 § 2). The case of a decision that
 * established a tax goes on by itself; any other the clerk takes up by hand.
 */
@OperationCard(
        label = "Przekaż sprawę do ponownego rozpatrzenia",
        description = "Zapisuje wskazania organu odwoławczego i podejmuje na nowo sprawę, w której uchylono decyzję"
                + " ustalającą podatek. Przy innym rozstrzygnięciu mówi, że sprawę trzeba poprowadzić ręcznie.",
        system = "gmina",
        refusals = "GUIDANCE_MISSING: Nie przepisano wskazań organu odwoławczego.")
public class RemandCase implements Operation<RemandCase.Input, RemandCase.Output> {

    /**
     * @param caseNumber of the appeal
     * @param decisionNumber of the annulled decision
     * @param retrialNote what the appeal body wants to be cleared up
     * @param laterSubmissionId the letter the ruling came with; unset: it is taken to have come today
     */
    public record Input(
            String caseNumber,
            String decisionNumber,
            String retrialNote,
            @Nullable String laterSubmissionId,
            @Nullable String rulingNumber,
            @Nullable LocalDate rulingOn,
            @Nullable String clerk) {}

    /** {@code retrialPath}: {@code WYMIAR}, or {@code RECZNIE} if no procedure takes the case up. */
    public record Output(String retrialPath) {}

    private final RetrialRegister retrials;
    private final Contestables contestables;
    private final ChangeRegister changes;
    private final Determinations determinations;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    public RemandCase(
            RetrialRegister retrials,
            Contestables contestables,
            ChangeRegister changes,
            Determinations determinations,
            Submissions submissions,
            ApplicationEventPublisher events,
            OfficeClock clock) {
        this.retrials = retrials;
        this.contestables = contestables;
        this.changes = changes;
        this.determinations = determinations;
        this.submissions = submissions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        if (input.retrialNote() == null || input.retrialNote().isBlank()) {
            throw new Refusal("GUIDANCE_MISSING", "Przepisz z rozstrzygnięcia, co trzeba wyjaśnić.");
        }
        Contestable decision = contestables.find(input.decisionNumber()).orElseThrow();
        boolean established = decision.assessmentId() != null
                && !changes.isChange(decision.assessmentId())
                && determinations.of(decision.assessmentId()).isEmpty();
        RetrialRegister.Retrial retrial = new RetrialRegister.Retrial(
                input.caseNumber(),
                decision.caseNumber(),
                decision.number(),
                established ? decision.assessmentId() : null,
                input.rulingNumber(),
                input.rulingOn(),
                input.retrialNote().strip(),
                returnedOn(input.laterSubmissionId()),
                null);
        boolean first = retrials.add(retrial);
        if (!established) {
            return Answer.now(new Output("RECZNIE"));
        }
        if (first) {
            events.publishEvent(new ProcedureMessage(
                    "CaseRemanded", decision.caseNumber(), input.caseNumber(), told(retrial, input)));
        }
        return Answer.now(new Output("WYMIAR"));
    }

    private LocalDate returnedOn(String submissionId) {
        if (submissionId == null) {
            return clock.today();
        }
        return LocalDate.ofInstant(submissions.get(submissionId).receivedAt(), OfficeClock.WARSAW);
    }

    private static Map<String, Object> told(RetrialRegister.Retrial retrial, Input input) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseNumber", retrial.caseNumber());
        variables.put("appealCase", retrial.appealCase());
        variables.put("annulledDecision", retrial.annulledDecision());
        variables.put("rulingNumber", retrial.rulingNumber());
        variables.put("rulingOn", retrial.rulingOn());
        variables.put("retrialNote", retrial.guidance());
        variables.put("returnedOn", retrial.returnedOn());
        variables.put("clerk", input.clerk());
        variables.put(
                "reopenReason",
                "SKO uchyliło decyzję " + retrial.annulledDecision()
                        + " i przekazało sprawę do ponownego rozpatrzenia (art. 233 § 2 OP).");
        return variables;
    }
}
