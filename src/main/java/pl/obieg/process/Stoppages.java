package pl.obieg.process;

import java.time.Instant;
import java.util.List;

/** Steps that failed for a technical reason and were given up after the last retry; a clerk can have them tried again. */
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
     */
    record Stoppage(String jobId, String caseNumber, String procedure, String step, String reason, Instant since) {}

    /** The newest first, at most {@code limit}. */
    List<Stoppage> newest(int limit);

    /** Has the step tried again, soon. Does nothing if it is not there any more. */
    void tryAgain(String jobId);
}
