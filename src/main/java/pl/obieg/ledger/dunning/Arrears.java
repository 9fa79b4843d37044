package pl.obieg.ledger.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.ledger.law.Allocation.Due;

/**
 * What is overdue on a day and what the tables D11 and D12 ask about it.
 *
 * @param overdue dues past their day with their interest, earliest first
 * @param regime {@code DECISION} if any of them was established or determined by decision, else {@code SELF}
 * @param decisionFinal whether the appeal term of every decision and of those that changed it (OP art. 254) has passed
 *     and nobody appealed (ARR-02)
 * @param appealPending whether an appeal is open
 * @param immediatelyEnforceable not all of them are final, but each that is not has the rigour of immediate
 *     enforceability (OP art. 239b)
 * @param daysAfterDue days since the earliest due date; 0 if nothing is overdue
 * @param daysBeforeDunning the office's waiting time (ARR-07), days
 * @param holdOffLimit ten times the cost of upomnienie (ARR-05), zł
 * @param limitationNear less than six months are left for one of them (ARR-05)
 * @param limitationPassed one of them cannot be collected any more (LIM-01)
 * @param relief {@code KEPT} if what is left of them is to be paid on new terms that are kept so far, {@code PENDING} if
 *     a relief was asked for something that is overdue, else {@code NONE}
 */
public record Arrears(
        List<Due> overdue,
        String regime,
        boolean decisionFinal,
        boolean appealPending,
        boolean immediatelyEnforceable,
        int daysAfterDue,
        int daysBeforeDunning,
        BigDecimal holdOffLimit,
        boolean limitationNear,
        boolean limitationPassed,
        String relief) {

    /** Principal still to pay, zł. */
    public BigDecimal principal() {
        return overdue.stream().map(Due::principal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Interest of the day, full zł. */
    public BigDecimal interest() {
        return overdue.stream().map(due -> due.interest().charged()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Principal with interest, zł. */
    public BigDecimal total() {
        return principal().add(interest());
    }

    /** The earliest due date; {@code null} if nothing is overdue. */
    public LocalDate earliest() {
        return overdue.stream().map(Due::dueOn).min(LocalDate::compareTo).orElse(null);
    }

    /** Whether what is overdue may be collected: declared, by a final decision or by one with the rigour (ARR-02). */
    public boolean enforceable() {
        return decisionFinal || immediatelyEnforceable;
    }

    /** What D11 is asked. */
    Map<String, Object> questionOfDunning() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("regime", regime);
        inputs.put("enforceable", enforceable());
        inputs.put("arrears", total());
        inputs.put("holdOffLimit", holdOffLimit);
        inputs.put("daysAfterDue", daysAfterDue);
        inputs.put("daysBeforeDunning", daysBeforeDunning);
        inputs.put("limitationNear", limitationNear);
        inputs.put("relief", relief);
        return inputs;
    }
}
