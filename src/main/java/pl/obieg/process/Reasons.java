package pl.obieg.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Why a case went as it did. Each question that a step of the case put to a decision table is kept with the rows that
 * answered; a module adds what it computed itself, such as a legal date or interest. What is kept stays as it was, also
 * when the tables change. It holds no personal data.
 */
public interface Reasons {

    /**
     * One answer of a table, or one computation.
     *
     * @param subject what it is about: the case number, or the id of a delivery, a payment, a receivable
     * @param procedure Polish name of the procedure; empty outside a procedure
     * @param step Polish name of the step; empty outside a procedure
     * @param title Polish name of the table or of the computation
     * @param source which versions of tables, of the model and of the law pack answered, as a Polish phrase
     * @param inputs values by Polish label, in order
     * @param answers the rows that hit, or the steps of the computation
     * @param decidedAt by the office's clock
     */
    record Reason(
            String subject,
            String procedure,
            String step,
            String title,
            String source,
            Map<String, String> inputs,
            List<Answer> answers,
            Instant decidedAt) {}

    /**
     * One row that hit, or one step of a computation.
     *
     * @param text the row's annotation or the step as a Polish sentence; it names the rule ids
     * @param outputs values by Polish label; empty for a step of a computation
     */
    record Answer(String text, Map<String, String> outputs) {}

    /** All reasons of the case, in the order in which they arose. */
    List<Reason> of(String caseNumber);

    /**
     * Keeps a computation, in the caller's transaction, with the calling step and its model's version, the tables read
     * in that transaction and the law pack in force.
     *
     * @param subject see {@link Reason}
     * @param title Polish name of the computation
     * @param inputs values by Polish label
     * @param steps Polish sentences that name their rule ids
     */
    void keep(String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps);
}
