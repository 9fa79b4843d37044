package pl.obieg.process;

/**
 * A note that a person wrote in the form of a task, or why he skipped a stopped step or corrected its data. It may name persons, so it is no process variable: whoever keeps the
 * case files takes it over in the transaction that completes the task.
 *
 * @param caseNumber of the case; {@code null} before there is one
 * @param submissionId of the letter the procedure began with, or {@code null}
 * @param key unlike that of any other note
 * @param task Polish name of the task
 * @param label of the field
 * @param text as it was typed
 * @param login who wrote it
 */
public record TaskRemark(
        String caseNumber, String submissionId, String key, String task, String label, String text, String login) {}
