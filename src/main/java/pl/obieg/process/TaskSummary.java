package pl.obieg.process;

import java.time.LocalDate;
import java.util.List;

/**
 * What the screens around Tasklist know of a user task: ids that lead to the rest. Anything but {@code id} and
 * {@code name} may be unknown; then it is {@code null}, and the list is empty.
 *
 * @param name label of the task in the model
 * @param caseNumber process variable of this name
 * @param submissionId process variable of this name
 * @param documentId of a finished letter, process variable of this name
 * @param draftDocumentId of a letter to be checked, process variable of this name
 * @param printDocumentId of a print to be signed by hand, process variable of this name
 * @param partyIds process variable of this name
 * @param due last day on which the task is in time, Warsaw date
 */
public record TaskSummary(
        String id,
        String name,
        String caseNumber,
        String submissionId,
        String documentId,
        String draftDocumentId,
        String printDocumentId,
        List<String> partyIds,
        LocalDate due) {

    public TaskSummary {
        partyIds = partyIds == null ? List.of() : List.copyOf(partyIds);
    }
}
