package pl.obieg.exchange;

import java.util.Optional;

/**
 * Lets a module that knows the sender's matters say that a form belongs to a case under way and begins none of its own.
 * Asked for a sound form that answers no call, in the transaction that files it.
 */
public interface RunningMatter {

    /** The case under way the form belongs to; what the module notes of it is noted once. */
    Optional<Joined> join(Submission submission);

    /**
     * @param caseNumber case under way
     * @param message that wakes its procedure; {@code null} if nothing waits for it
     * @param note Polish sentence for the history of the case, without personal data
     */
    record Joined(String caseNumber, String message, String note) {}
}
