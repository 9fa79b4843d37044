package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.ProcedureFiles;
import pl.obieg.process.Reasons;
import pl.obieg.process.StaffDirectory;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;

/** The two modules as Spring puts them together. */
class CorrespondenceWiringTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void startsWithoutAnySettingAndLeadsALetterToItsCase() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class))
                .withBean(DataSource.class, database::dataSource)
                .withUserConfiguration(Modules.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeanNamesForType(Operation.class))
                            .contains(
                                    "registerLetter",
                                    "openCase",
                                    "recordAssignment",
                                    "registerDecision",
                                    "registerOutgoing",
                                    "writeCall",
                                    "closeCase",
                                    "sealDocument");
                    leadALetter(context);
                });
    }

    private void leadALetter(ApplicationContext context) {
        String documentId = context.getBean(DocumentStore.class).put(new byte[] {1}, "dn1.xml", "application/xml");
        String submissionId = context.getBean(Submissions.class)
                .accept(new Submission(
                        null,
                        "PORTAL",
                        "p-1",
                        null,
                        "DN-1",
                        "Anna Próbna",
                        null,
                        null,
                        null,
                        Instant.EPOCH,
                        documentId,
                        null,
                        List.of()))
                .id();
        Call call = new Call("k", submissionId, "podatek-od-nieruchomosci");
        TransactionTemplate job = context.getBean(TransactionTemplate.class);

        String letterNumber = job.execute(
                status -> now(context.getBean(RegisterLetter.class).run(new RegisterLetter.Input(submissionId), call))
                        .letterNumber());
        String caseNumber = job.execute(status -> now(context.getBean(OpenCase.class)
                        .run(new OpenCase.Input(submissionId, letterNumber, null), call))
                .caseNumber());
        String decisionNumber = job.execute(status -> now(context.getBean(RegisterDecision.class)
                        .run(new RegisterDecision.Input(caseNumber, "USTALAJACA"), call))
                .decisionNumber());
        job.executeWithoutResult(status -> context.publishEvent(new CaseFact.DecisionIssued(
                caseNumber, decisionNumber, documentId, 2026, BigDecimal.TEN, LocalDate.of(2026, 5, 14), List.of())));

        assertThat(letterNumber).startsWith("RPW/1/");
        assertThat(caseNumber).startsWith("FN.3120.1.");
        assertThat(database.jdbc()
                        .sql("select kind from correspondence.case_document where case_number = ? order by position")
                        .param(caseNumber)
                        .query(String.class)
                        .list())
                .containsExactly("LETTER", "DECISION");
    }

    private static <O extends Record> O now(Answer<O> answer) {
        return ((Answer.Now<O>) answer).output();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"pl.obieg.documents", "pl.obieg.correspondence", "pl.obieg.exchange", "pl.obieg.calendar"})
    @ConfigurationPropertiesScan({"pl.obieg.documents", "pl.obieg.correspondence"})
    static class Modules {

        @Bean
        ProcedureFiles files() {
            return path -> {
                throw new IllegalArgumentException(path);
            };
        }

        @Bean
        Decisions decisions() {
            return new TestDecisions();
        }

        @Bean
        Reasons reasons() {
            return mock(Reasons.class);
        }

        @Bean
        StaffDirectory staff() {
            return mock(StaffDirectory.class);
        }
    }
}
