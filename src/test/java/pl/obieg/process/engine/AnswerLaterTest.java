package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.correspondence.RegisterLetter;
import pl.obieg.process.Answer;
import pl.obieg.process.Refusal;
import pl.obieg.process.Stoppages.Stoppage;

/** Operations whose answer comes later: in either order, twice, as a refusal that is caught or not. */
class AnswerLaterTest {

    private static final AtomicReference<Runnable> BEFORE_COMMIT = new AtomicReference<>(() -> {});
    private static ScriptedEngine office;

    @BeforeAll
    static void deploy() {
        office = new ScriptedEngine(OperationRegistry.of(Map.of(RegisterLetter.class, (input, call) -> {
            BEFORE_COMMIT.get().run();
            return Answer.later(((RegisterLetter.Input) input).submissionId());
        })));
        TrialModels.deployment(office, "proba")
                .addModelInstance(
                        "proba-pozniej.bpmn",
                        TrialModels.begin("proba-pozniej")
                                .serviceTask("zarejestruj")
                                .name("Zarejestruj")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${registerLetter}")
                                .endEvent("koniec")
                                .name("Koniec")
                                .moveToActivity("zarejestruj")
                                .boundaryEvent("odmowa")
                                .name("Odmowa")
                                .error("PERSON_NOT_FOUND")
                                .endEvent("odmowiono")
                                .name("Odmówiono")
                                .done())
                .deploy();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void answerAfterTheTaskWaitsLetsItGoOn() {
        String instance = start("po");
        runJob(instance);
        assertThat(passed(instance, "koniec")).isFalse();
        office.openCalls().answer("po", new RegisterLetter.Output("RPW/1"));
        runJob(instance);
        assertThat(passed(instance, "koniec")).isTrue();
        assertThat(variable(instance, "letterNumber")).isEqualTo("RPW/1");
    }

    @Test
    void answerBeforeTheTasksTransactionHasCommittedIsKept() {
        String instance = start("przed");
        BEFORE_COMMIT.set(
                () -> elsewhere(() -> office.openCalls().answer("przed", new RegisterLetter.Output("RPW/2"))));
        try {
            runJob(instance);
        } finally {
            BEFORE_COMMIT.set(() -> {});
        }
        runJob(instance);
        assertThat(passed(instance, "koniec")).isTrue();
        assertThat(variable(instance, "letterNumber")).isEqualTo("RPW/2");
    }

    @Test
    void secondAnswerChangesNothing() {
        String instance = start("dwa");
        runJob(instance);
        office.openCalls().answer("dwa", new RegisterLetter.Output("RPW/3"));
        office.openCalls().answer("dwa", new RegisterLetter.Output("RPW/4"));
        office.openCalls().refuse("dwa", new Refusal("PERSON_NOT_FOUND", "Nie ma takiej osoby."));
        runJob(instance);
        office.openCalls().sweep();
        assertThat(passed(instance, "koniec")).isTrue();
        assertThat(variable(instance, "letterNumber")).isEqualTo("RPW/3");
        assertThat(jobs(instance)).isZero();
    }

    @Test
    void lateRefusalTakesThePathOfItsCode() {
        String instance = start("odmowa");
        runJob(instance);
        office.openCalls().refuse("odmowa", new Refusal("PERSON_NOT_FOUND", "Nie ma takiej osoby."));
        runJob(instance);
        assertThat(passed(instance, "odmowiono")).isTrue();
        assertThat(passed(instance, "koniec")).isFalse();
    }

    @Test
    void lateRefusalThatNobodyCatchesIsShownWithItsSentence() {
        String instance = start("nieprzewidziana");
        runJob(instance);
        office.openCalls().refuse("nieprzewidziana", new Refusal("OUT_OF_OFFICE", "Urząd jest nieczynny."));
        Job job = job(instance);
        assertThatThrownBy(() -> management().executeJob(job.getId())).hasMessageContaining("OUT_OF_OFFICE");
        assertThat(office.stoppages().newest(10))
                .filteredOn(stoppage -> stoppage.caseNumber().equals("nieprzewidziana"))
                .singleElement()
                .satisfies(stoppage -> {
                    assertThat(stoppage.step()).isEqualTo("Zarejestruj");
                    assertThat(stoppage.reason())
                            .isEqualTo(
                                    "Odmowa, której procedura nie przewiduje: Urząd jest nieczynny. (OUT_OF_OFFICE)");
                });
        assertThat(runtime()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isOne();
    }

    @Test
    void answerThatDoesNotFitIsShownAndCanBeTriedAgain() {
        String instance = start("zepsuta");
        runJob(instance);
        office.jdbc()
                .sql("insert into process.reply (correlation_id, output, replied_at) values ('zepsuta', '[', now())")
                .update();
        office.openCalls().sweep();
        Job job = job(instance);
        assertThatThrownBy(() -> management().executeJob(job.getId())).isInstanceOf(RuntimeException.class);
        Stoppage stoppage = office.stoppages().newest(10).stream()
                .filter(one -> one.caseNumber().equals("zepsuta"))
                .findFirst()
                .orElseThrow();
        assertThat(stoppage.reason()).contains("przyczyn technicznych");
        office.jdbc()
                .sql(
                        "update process.reply set output = '{\"letterNumber\":\"RPW/5\"}' where correlation_id = 'zepsuta'")
                .update();
        office.stoppages().tryAgain(stoppage.jobId());
        runJob(instance);
        assertThat(passed(instance, "koniec")).isTrue();
    }

    @Test
    void answerForACaseThatWentOnWithoutItIsPutAside() {
        String instance = start("odwolana");
        runJob(instance);
        runtime().deleteProcessInstance(instance, "próba");
        office.openCalls().answer("odwolana", new RegisterLetter.Output("RPW/6"));
        Awaitility.await("call closed")
                .until(() -> office.jdbc()
                        .sql("select closed_at is not null from process.open_call where correlation_id = 'odwolana'")
                        .query(Boolean.class)
                        .single());
        assertThat(jobs(instance)).isZero();
    }

    /** In a transaction of its own, as an adapter's callback does it, committed before the task's own. */
    private static void elsewhere(Runnable work) {
        TransactionTemplate own = new TransactionTemplate(office.transactions());
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> work.run());
    }

    private static String start(String correlation) {
        return runtime()
                .startProcessInstanceByKey("proba-pozniej", correlation, Map.of("submissionId", correlation))
                .getId();
    }

    private static void runJob(String instance) {
        management().executeJob(job(instance).getId());
    }

    /** The job, as soon as there is one: the reply is brought together with its task in another thread. */
    private static Job job(String instance) {
        return Awaitility.await("a job")
                .until(
                        () -> management()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .singleResult(),
                        found -> found != null);
    }

    private static long jobs(String instance) {
        return management().createJobQuery().processInstanceId(instance).count();
    }

    private static boolean passed(String instance, String activity) {
        return office.engine()
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(activity)
                        .count()
                == 1;
    }

    private static Object variable(String instance, String name) {
        return office.engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(name)
                .singleResult()
                .getValue();
    }

    private static ManagementService management() {
        return office.engine().getManagementService();
    }

    private static RuntimeService runtime() {
        return office.engine().getRuntimeService();
    }
}
