package pl.obieg.tax.assessment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.tax.appeal.AppealRegister;

/** The {@link Finality} of issued decisions, from what is recorded of their deliveries and of appeals against them. */
@Repository
public class DecisionFinality {

    private final JdbcClient jdbc;
    private final StatutoryCalendar calendar;
    private final AppealRegister appeals;

    public DecisionFinality(JdbcClient jdbc, StatutoryCalendar calendar, AppealRegister appeals) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.appeals = appeals;
    }

    /** Of the decision with the number. */
    public Optional<Finality> ofNumber(String decisionNumber) {
        return one("select assessment_id from tax.decision where decision_number = ?", decisionNumber);
    }

    /** Of the newest decision of the case, together with those that changed it and reached anybody (OP art. 254). */
    public Optional<Finality> ofCase(String caseNumber) {
        return one(
                        "select assessment_id from tax.decision where case_number = ?"
                                + " order by issued_on desc, decision_number desc limit 1",
                        caseNumber)
                .map(own -> changesOf(caseNumber).stream().reduce(own, Finality::and));
    }

    private List<Finality> changesOf(String chargedCase) {
        return jdbc.sql("""
                select c.new_assessment_id from tax.change c
                where c.charged_case = ? and c.case_number <> c.charged_case and exists (
                    select from tax.decision_addressee a
                    where a.assessment_id = c.new_assessment_id and a.legal_date is not null)
                """).param(chargedCase).query(String.class).list().stream()
                .flatMap(id -> ofAssessment(id).stream())
                .toList();
    }

    /** Of the decision that rests on the assessment; empty if there is none. */
    public Optional<Finality> ofAssessment(String assessmentId) {
        return one("select assessment_id from tax.decision where assessment_id = ?", assessmentId);
    }

    private Optional<Finality> one(String query, String key) {
        return jdbc.sql(query).param(key).query(String.class).optional().map(id -> {
            Map<String, LocalDate> deliveredOn = new LinkedHashMap<>();
            addressees(id).stream()
                    .filter(one -> !one.unreachable())
                    .forEach(one -> deliveredOn.put(one.partyId(), one.legalDate()));
            String number = jdbc.sql("select decision_number from tax.decision where assessment_id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            return Finality.of(deliveredOn, calendar).withAppeals(appeals.runs(number), appeals.lastEnd(number));
        });
    }

    /** {@code status}: how his delivery ended; {@code null} before, {@code DEFECTIVE}: it is made anew. */
    private record Reached(String partyId, String status, LocalDate legalDate) {

        boolean unreachable() {
            return "FAILED".equals(status) && legalDate == null;
        }
    }

    private List<Reached> addressees(String assessmentId) {
        return jdbc.sql("select party_id, status, legal_date from tax.decision_addressee where assessment_id = ?"
                        + " order by party_id")
                .param(assessmentId)
                .query(Reached.class)
                .list();
    }
}
