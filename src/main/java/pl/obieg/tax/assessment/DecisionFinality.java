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

    /** Of the newest decision of the case. */
    public Optional<Finality> ofCase(String caseNumber) {
        return one(
                "select assessment_id from tax.decision where case_number = ?"
                        + " order by issued_on desc, decision_number desc limit 1",
                caseNumber);
    }

    /** Of the decision that rests on the assessment; empty if there is none. */
    public Optional<Finality> ofAssessment(String assessmentId) {
        return one("select assessment_id from tax.decision where assessment_id = ?", assessmentId);
    }

    private Optional<Finality> one(String query, String key) {
        return jdbc.sql(query).param(key).query(String.class).optional().map(id -> {
            Map<String, LocalDate> deliveredOn = new LinkedHashMap<>();
            addressees(id).forEach(one -> deliveredOn.put(one.partyId(), one.legalDate()));
            String number = jdbc.sql("select decision_number from tax.decision where assessment_id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            return Finality.of(deliveredOn, calendar).withAppeals(appeals.runs(number), appeals.lastEnd(number));
        });
    }

    private record Reached(String partyId, LocalDate legalDate) {}

    private List<Reached> addressees(String assessmentId) {
        return jdbc.sql("select party_id, legal_date from tax.decision_addressee where assessment_id = ?"
                        + " order by party_id")
                .param(assessmentId)
                .query(Reached.class)
                .list();
    }
}
