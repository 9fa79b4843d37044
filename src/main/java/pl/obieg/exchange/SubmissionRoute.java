package pl.obieg.exchange;

import java.util.Optional;

/**
 * Lets a module that knows the sender's matters say that a form begins another procedure than its kind alone tells. Asked
 * once, when the letter has just been stored.
 */
public interface SubmissionRoute {

    /**
     * @param message that the kind of the form means, such as {@code DeclarationArrived}
     * @return the message to begin with instead; empty to leave it
     */
    Optional<String> instead(Submission submission, String message);
}
