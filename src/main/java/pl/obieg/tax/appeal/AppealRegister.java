package pl.obieg.tax.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Submission;

/** Appeals, each a case of its own, from the check of the term to the ruling (P05). */
@Repository
public class AppealRegister {

    /**
     * An appeal.
     *
     * @param partyId who appeals; {@code null} if it is no party of the decision
     * @param filedOn when it was given in: the day that keeps the term
     * @param receivedOn when the office got it
     * @param termEnd {@code null} if his copy was not delivered to him, so that his term does not run yet
     * @param forwardBy last day to send it to the appeal body (OP art. 227 §1)
     * @param rulingDueOn last day for the ruling (OP art. 139 §3)
     * @param bodyReceivedOn when the appeal body got it
     */
    public record Appeal(
            String appealCase,
            String decisionNumber,
            String partyId,
            LocalDate filedOn,
            LocalDate receivedOn,
            LocalDate termEnd,
            boolean inTime,
            String verdict,
            LocalDate forwardBy,
            LocalDate rulingDueOn,
            LocalDate bodyReceivedOn,
            String rulingOutcome,
            LocalDate endedOn) {}

    private static final String COLUMNS = "appeal_case, decision_number, party_id, filed_on, received_on, term_end,"
            + " in_time, verdict, forward_by, ruling_due_on, body_received_on, ruling_outcome, ended_on";

    private final JdbcClient jdbc;

    public AppealRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what the check found, in place of an earlier check of the same case. */
    public void put(String appealCase, String decisionNumber, AppealTerm.Finding finding, Submission letter) {
        jdbc.sql("""
                insert into tax.appeal (appeal_case, decision_number, party_id, filed_on, received_on, term_end,
                        in_time, forward_by)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (appeal_case) do update set
                        decision_number = excluded.decision_number, party_id = excluded.party_id,
                        filed_on = excluded.filed_on, term_end = excluded.term_end, in_time = excluded.in_time
                """)
                .params(
                        appealCase,
                        decisionNumber,
                        finding.appellant().orElse(null),
                        finding.filedOn(),
                        LocalDate.ofInstant(letter.receivedAt(), OfficeClock.WARSAW),
                        finding.termEnd().orElse(null),
                        finding.inTime(),
                        finding.standing().end())
                .update();
    }

    /** Whether the party has another appeal against the decision. */
    public boolean anotherOf(String decisionNumber, String partyId, String appealCase) {
        return against(decisionNumber).stream()
                .anyMatch(other ->
                        partyId.equals(other.partyId()) && !other.appealCase().equals(appealCase));
    }

    /** @throws IllegalArgumentException if the case is no appeal */
    public Appeal get(String appealCase) {
        return jdbc.sql("select " + COLUMNS + " from tax.appeal where appeal_case = ?")
                .param(appealCase)
                .query(Appeal.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No appeal " + appealCase));
    }

    /** All appeals against the decision, in the order of filing. */
    public List<Appeal> against(String decisionNumber) {
        return jdbc.sql("select " + COLUMNS
                        + " from tax.appeal where decision_number = ? order by filed_on, appeal_case")
                .param(decisionNumber)
                .query(Appeal.class)
                .list();
    }

    /** @return whether the verdict was not known before */
    public boolean judge(String appealCase, String verdict) {
        return jdbc.sql("update tax.appeal set verdict = ? where appeal_case = ? and verdict is distinct from ?")
                        .params(verdict, appealCase, verdict)
                        .update()
                == 1;
    }

    /** The appeal body got it. */
    public void forwarded(String appealCase, LocalDate bodyReceivedOn, LocalDate rulingDueOn) {
        jdbc.sql("update tax.appeal set body_received_on = ?, ruling_due_on = ? where appeal_case = ?")
                .params(bodyReceivedOn, rulingDueOn, appealCase)
                .update();
    }

    /** @return whether the appeal was still open */
    public boolean end(
            String appealCase, String outcome, String number, LocalDate ruledOn, LocalDate deliveredOn, LocalDate day) {
        return jdbc.sql("""
                update tax.appeal set ruling_outcome = ?, ruling_number = ?, ruling_on = ?, ruling_delivered_on = ?,
                        ended_on = ?
                where appeal_case = ? and ended_on is null
                """)
                        .params(outcome, number, ruledOn, deliveredOn, day, appealCase)
                        .update()
                == 1;
    }

    /** Whether an appeal that holds off finality runs: filed in time, or with a request to restore the term. */
    public boolean runs(String decisionNumber) {
        return against(decisionNumber).stream()
                .anyMatch(appeal -> appeal.endedOn() == null && holdsOff(appeal.verdict()));
    }

    /** When the last appeal against the decision ended. */
    public Optional<LocalDate> lastEnd(String decisionNumber) {
        return against(decisionNumber).stream()
                .filter(appeal -> holdsOff(appeal.verdict()))
                .map(Appeal::endedOn)
                .filter(java.util.Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    /** Whether a decision is not final while an appeal with this verdict runs (OP art. 128). */
    public static boolean holdsOff(String verdict) {
        return verdict != null && !List.of("LATE", "INADMISSIBLE").contains(verdict);
    }
}
