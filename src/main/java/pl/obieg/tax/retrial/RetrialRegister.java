package pl.obieg.tax.retrial;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions sent back, with the ruling that the office is bound by (OP art. 233 § 2). */
@Repository
public class RetrialRegister {

    private final JdbcClient jdbc;

    public RetrialRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision sent back.
     *
     * @param caseNumber of the decision, in which the new one will be issued
     * @param assessmentId the annulled decision rested on; {@code null} if it established no tax
     * @param guidance what the appeal body wants to be cleared up, as the clerk took it from the ruling
     * @param returnedOn when the ruling with the files came back; the term of the case runs from it
     * @param declarationId of the facts as they are found now; {@code null} before the case is taken up
     */
    public record Retrial(
            String appealCase,
            String caseNumber,
            String annulledDecision,
            String assessmentId,
            String rulingNumber,
            LocalDate rulingOn,
            String guidance,
            LocalDate returnedOn,
            String declarationId) {}

    /** @return whether the decision was not sent back before, by the appeal of another addressee */
    boolean add(Retrial retrial) {
        return jdbc.sql("""
                insert into tax.retrial (appeal_case, case_number, annulled_decision, assessment_id, ruling_number,
                        ruling_on, guidance, returned_on)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                        .params(
                                retrial.appealCase(),
                                retrial.caseNumber(),
                                retrial.annulledDecision(),
                                retrial.assessmentId(),
                                retrial.rulingNumber(),
                                retrial.rulingOn(),
                                retrial.guidance(),
                                retrial.returnedOn())
                        .update()
                == 1;
    }

    /** @throws IllegalArgumentException if the appeal sent nothing back */
    Retrial get(String appealCase) {
        return one("appeal_case", appealCase)
                .orElseThrow(() -> new IllegalArgumentException("No retrial of appeal " + appealCase));
    }

    /** The retrial that found the facts of the declaration. */
    public Optional<Retrial> ofDeclaration(String declarationId) {
        return one("declaration_id", declarationId);
    }

    private Optional<Retrial> one(String column, String key) {
        return jdbc.sql("select * from tax.retrial where " + column + " = ?")
                .param(key)
                .query(Retrial.class)
                .optional();
    }

    void found(String appealCase, String declarationId) {
        jdbc.sql("update tax.retrial set declaration_id = ? where appeal_case = ?")
                .params(declarationId, appealCase)
                .update();
    }

    /** The facts a step has found already. */
    Optional<String> foundBy(String callKey) {
        return jdbc.sql("select declaration_id from tax.retrial_finding where call_key = ?")
                .param(callKey)
                .query(String.class)
                .optional();
    }

    void found(String appealCase, String declarationId, String callKey) {
        found(appealCase, declarationId);
        jdbc.sql("insert into tax.retrial_finding (call_key, appeal_case, declaration_id) values (?, ?, ?)")
                .params(callKey, appealCase, declarationId)
                .update();
    }
}
