package pl.obieg.process;

import java.time.Instant;
import java.util.List;

/**
 * Steps that failed for a technical reason and were given up after the last retry. A clerk can have them tried again; the
 * head can correct what the step reads, or let the case go on without the step. Both leave a {@link TaskRemark}.
 */
public interface Stoppages {

    /**
     * A step that stands still.
     *
     * @param jobId to have it tried again
     * @param caseNumber business key of the case
     * @param procedure Polish name
     * @param step label of the task in the model
     * @param reason Polish sentence
     * @param since when the last try failed
     * @param data what the step reads and a person may correct
     * @param mayBeSkipped whether the model says where the case goes on after the step
     */
    record Stoppage(
            String jobId,
            String caseNumber,
            String procedure,
            String step,
            String reason,
            Instant since,
            List<Datum> data,
            boolean mayBeSkipped) {}

    /** A variable that the step reads, as text. */
    record Datum(String name, String value) {}

    /** The newest first, at most {@code limit}. */
    List<Stoppage> newest(int limit);

    /** Has the step tried again, soon. Does nothing if it is not there any more. */
    void tryAgain(String jobId);

    /**
     * Gives the step another value and has it tried again.
     *
     * @throws Refusal {@code STEP_GONE}, {@code REASON_MISSING}, {@code NO_SUCH_DATUM}, {@code VALUE_UNFIT} if the value is
     *     not of the kind of the one before
     */
    void correct(String jobId, Datum datum, String reason, String login);

    /**
     * Lets the case go on after the step, as if it had done nothing. What it would have found out stays unknown.
     *
     * @throws Refusal {@code STEP_GONE}, {@code REASON_MISSING}, {@code NOT_SKIPPED} if the model does not say where the case
     *     goes on
     */
    void skip(String jobId, String reason, String login);
}
