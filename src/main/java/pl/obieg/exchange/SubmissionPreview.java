package pl.obieg.exchange;

import java.util.Optional;

/** Shows a submission of a known form the way a person reads it. The module that knows the form implements it. */
public interface SubmissionPreview {

    /**
     * @return a fragment of HTML (no {@code html} or {@code body}) in which everything the sender wrote is escaped;
     *     empty if this implementation does not know the form
     */
    Optional<String> html(String submissionId);
}
