package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.DecisionRegister;

/**
 * Decisions that determine a tax (OP art. 21 § 3). They are kept beside those that establish one, so that their deliveries,
 * finality and appeals are followed the same way (PT-53, art. 239a); the due dates stay those of the statute (PT-12).
 */
@Repository
public class Determinations {

    /**
     * One of them.
     *
     * @param assessmentId by which its tax is charged; where nothing was declared, the id of the missing declaration
     * @param declared what is owed without it, full zł; 0 if nothing was declared
     * @param tax full zł
     */
    public record Determined(
            String letterId,
            String caseNumber,
            String assessmentId,
            int taxYear,
            BigDecimal declared,
            BigDecimal tax) {}

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final AssessmentRegister assessments;
    private final DecisionRegister decisions;
    private final DeclaredTax declaredTax;
    private final ApplicationEventPublisher events;

    Determinations(
            JdbcClient jdbc,
            Reviews reviews,
            AssessmentRegister assessments,
            DecisionRegister decisions,
            DeclaredTax declaredTax,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.assessments = assessments;
        this.decisions = decisions;
        this.declaredTax = declaredTax;
        this.events = events;
    }

    /**
     * The letter is to determine the tax of the case.
     *
     * @param declared full zł; {@code null} if nothing was declared
     */
    void drafted(String letterId, String caseNumber, int taxYear, BigDecimal declared, BigDecimal tax) {
        Optional<AssessmentRegister.Stored> computed =
                reviews.declarationOf(caseNumber).flatMap(assessments::ofDeclaration);
        Optional<String> assessmentId =
                computed.map(AssessmentRegister.Stored::id).or(() -> missingOf(caseNumber));
        BigDecimal otherwise = declared != null
                ? declared
                : computed.map(stored -> stored.assessment().taxDue()).orElse(BigDecimal.ZERO);
        assessmentId.ifPresent(id -> jdbc.sql("""
                insert into tax.determination (letter_id, case_number, assessment_id, tax_year, declared, tax)
                values (?, ?, ?, ?, ?, ?) on conflict (letter_id) do nothing
                """)
                .params(letterId, caseNumber, id, taxYear, otherwise, tax)
                .update());
    }

    private Optional<String> missingOf(String caseNumber) {
        return jdbc.sql("select id from tax.missing_declaration where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    /** It goes out: from now on its deliveries and appeal terms are followed. */
    @EventListener
    @Transactional
    public void on(CaseFact.LetterIssued fact) {
        one("letter_id = ?", fact.letterId()).ifPresent(determined -> {
            boolean isNew = decisions.add(
                    determined.assessmentId(),
                    fact.caseNumber(),
                    fact.number(),
                    fact.documentId(),
                    fact.issuedOn(),
                    fact.partyIds());
            if (isNew) {
                forgetFormerDrafts(determined);
                String tax = FilingDuty.ofForm(reviews.formOf(fact.caseNumber()))
                        .kind()
                        .polish();
                events.publishEvent(new CaseFact.TaxNamed(fact.caseNumber(), determined.taxYear(), tax));
            }
        });
    }

    private void forgetFormerDrafts(Determined issued) {
        jdbc.sql("delete from tax.determination where assessment_id = ? and letter_id <> ?")
                .params(issued.assessmentId(), issued.letterId())
                .update();
    }

    /** The one that was issued on the assessment; empty if the decision on it is another one. */
    public Optional<Determined> of(String assessmentId) {
        return one(
                "assessment_id = ? and exists (select from tax.decision d"
                        + " where d.assessment_id = tax.determination.assessment_id) order by letter_id limit 1",
                assessmentId);
    }

    /** Another tax in its place, on the days of the statute. */
    public List<Instalment> instalments(Determined determined, BigDecimal tax) {
        return declaredTax.instalments(determined.caseNumber(), determined.taxYear(), tax);
    }

    private Optional<Determined> one(String condition, String key) {
        return jdbc.sql("select letter_id, case_number, assessment_id, tax_year, declared, tax from tax.determination"
                        + " where " + condition)
                .param(key)
                .query(Determined.class)
                .optional();
    }
}
