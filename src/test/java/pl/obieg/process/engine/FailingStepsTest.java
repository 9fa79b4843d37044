package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.correspondence.RegisterLetter;
import pl.obieg.process.Answer;
import pl.obieg.process.Refusal;
import pl.obieg.process.Stoppages;
import pl.obieg.process.TaskRemark;

/** Retries and their key, refusals and failures, and what a clerk sees of a step that was given up. */
class FailingStepsTest {

    private static final List<String> KEYS = new CopyOnWriteArrayList<>();
    private static final List<RuntimeException> TROUBLE = new ArrayList<>();
    private static ScriptedEngine office;

    @BeforeAll
    static void deploy() {
        office = new ScriptedEngine(OperationRegistry.of(Map.of(RegisterLetter.class, (input, call) -> {
            KEYS.add(call.idempotencyKey());
            if (!TROUBLE.isEmpty()) {
                throw TROUBLE.remove(0);
            }
            return Answer.now(new RegisterLetter.Output("RPW/" + KEYS.size()));
        })));
        TrialModels.deployment(office, "proba")
                .addModelInstance(
                        "proba-kroku.bpmn",
                        TrialModels.begin("proba-kroku")
                                .exclusiveGateway("wroc")
                                .serviceTask("zarejestruj")
                                .name("Zarejestruj")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${registerLetter}")
                                .camundaFailedJobRetryTimeCycle("PT1S,PT1M")
                                .userTask("popraw")
                                .name("Popraw")
                                .camundaFormRef("popraw")
                                .camundaFormRefBinding("deployment")
                                .camundaCandidateGroups("podatki")
                                .connectTo("wroc")
                                .done())
                .addModelInstance(
                        "proba-wielu.bpmn",
                        TrialModels.begin("proba-wielu")
                                .serviceTask("zarejestruj")
                                .name("Zarejestruj")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${registerLetter}")
                                .multiInstance()
                                .parallel()
                                .cardinality("3")
                                .multiInstanceDone()
                                .endEvent("koniec")
                                .name("Koniec")
                                .done())
                .addString("popraw.form", TrialModels.form("note").replace("krok", "popraw"))
                .deploy();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void forget() {
        KEYS.clear();
        TROUBLE.clear();
    }

    @Test
    void retriesOfOneVisitHaveOneKeyAndTheNextVisitHasAnother() {
        TROUBLE.add(new IllegalStateException("awaria"));
        String instance = start("proba-kroku");
        fails(instance);
        runs(instance);
        office.engine().getTaskService().complete(task(instance));
        runs(instance);
        assertThat(KEYS).hasSize(3);
        assertThat(KEYS.get(0)).isEqualTo(KEYS.get(1));
        assertThat(KEYS.get(2)).isNotEqualTo(KEYS.get(0));
    }

    @Test
    void eachItemOfAMultipleTaskHasAKeyOfItsOwnThatSurvivesTheRetry() {
        TROUBLE.add(new IllegalStateException("awaria"));
        String instance = start("proba-wielu");
        fails(instance);
        runs(instance);
        assertThat(KEYS).hasSize(4);
        assertThat(KEYS.subList(1, 4)).doesNotHaveDuplicates().contains(KEYS.get(0));
    }

    @Test
    void technicalFailureIsRetriedByTheListAndThenStandsStillUntilTriedAgain() {
        for (int i = 0; i < 3; i++) {
            TROUBLE.add(new IllegalStateException("I/O error"));
        }
        String instance = start("proba-kroku");
        fails(instance);
        assertThat(job(instance).getRetries()).isEqualTo(2);
        assertThat(stoppages(instance)).isEmpty();
        fails(instance);
        fails(instance);
        assertThat(job(instance).getRetries()).isZero();
        assertThat(stoppages(instance)).containsExactly("System zewnętrzny nie odpowiada (I/O error).");
        office.stoppages().tryAgain(job(instance).getId());
        assertThat(stoppages(instance)).isEmpty();
        runs(instance);
        assertThat(task(instance)).isNotNull();
    }

    @Test
    void refusalThatTheModelDoesNotCatchStopsTheStepAndNeverEndsTheCase() {
        for (int i = 0; i < 3; i++) {
            TROUBLE.add(new Refusal("PERSON_NOT_FOUND", "Nie ma takiej osoby."));
        }
        String instance = start("proba-kroku");
        fails(instance);
        fails(instance);
        fails(instance);
        assertThat(stoppages(instance))
                .containsExactly("Odmowa, której procedura nie przewiduje: Nie ma takiej osoby. (PERSON_NOT_FOUND)");
        assertThat(runtime()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isOne();
        office.stoppages().tryAgain(job(instance).getId());
        runs(instance);
        assertThat(task(instance)).isNotNull();
    }

    @Test
    void headCorrectsWhatAStoppedStepReadsAndTheCaseFileSaysWhy() {
        String instance = stopped();
        Stoppages.Stoppage stoppage = stoppage(instance);
        assertThat(stoppage.data()).containsExactly(new Stoppages.Datum("submissionId", "1"));
        assertThatThrownBy(() -> office.stoppages()
                        .correct(stoppage.jobId(), new Stoppages.Datum("legalDate", "2026-01-01"), "bo tak", "wojtek"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NO_SUCH_DATUM"));

        office.stoppages()
                .correct(stoppage.jobId(), new Stoppages.Datum("submissionId", "2"), "Błędny numer.", "wojtek");
        runs(instance);

        assertThat(runtime().getVariable(instance, "submissionId")).isEqualTo("2");
        assertThat(task(instance)).isNotNull();
        assertThat(office.remarks)
                .last()
                .isInstanceOfSatisfying(
                        TaskRemark.class,
                        remark -> assertThat(remark.text()).isEqualTo("submissionId – Błędny numer."));
    }

    @Test
    void headLetsTheCaseGoOnWithoutAStoppedStep() {
        String instance = stopped();
        Stoppages.Stoppage stoppage = stoppage(instance);
        int before = KEYS.size();
        assertThatThrownBy(() -> office.stoppages().skip(stoppage.jobId(), " ", "wojtek"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REASON_MISSING"));
        assertThat(stoppage.mayBeSkipped()).isTrue();

        office.stoppages().skip(stoppage.jobId(), "Zarejestrowano ręcznie.", "wojtek");

        assertThat(KEYS).hasSize(before);
        assertThat(task(instance)).isNotNull();
        assertThat(office.remarks).last().isInstanceOfSatisfying(TaskRemark.class, remark -> {
            assertThat(remark.text()).isEqualTo("Zarejestrowano ręcznie.");
            assertThat(remark.login()).isEqualTo("wojtek");
        });
        assertThatThrownBy(() -> office.stoppages().skip(stoppage.jobId(), "Jeszcze raz.", "wojtek"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("STEP_GONE"));
    }

    private static String stopped() {
        for (int i = 0; i < 3; i++) {
            TROUBLE.add(new IllegalStateException("awaria"));
        }
        String instance = start("proba-kroku");
        fails(instance);
        fails(instance);
        fails(instance);
        return instance;
    }

    private static Stoppages.Stoppage stoppage(String instance) {
        return office.stoppages().newest(50).stream()
                .filter(one -> job(instance).getId().equals(one.jobId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void variableNamedLikeAnOperationDoesNotStandInForIt() {
        String instance = runtime()
                .startProcessInstanceByKey(
                        "proba-kroku", "zaslonieta", Map.of("registerLetter", "podstawione", "submissionId", "1"))
                .getId();
        runs(instance);
        assertThat(KEYS).hasSize(1);
        assertThat(task(instance)).isNotNull();
    }

    private static String start(String procedure) {
        return runtime()
                .startProcessInstanceByKey(procedure, Map.of("submissionId", "1"))
                .getId();
    }

    private static void fails(String instance) {
        assertThatThrownBy(() -> runs(instance)).isInstanceOf(RuntimeException.class);
    }

    private static void runs(String instance) {
        management().executeJob(job(instance).getId());
    }

    private static Job job(String instance) {
        return management().createJobQuery().processInstanceId(instance).singleResult();
    }

    private static String task(String instance) {
        return office.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private static List<String> stoppages(String instance) {
        return office.stoppages().newest(50).stream()
                .filter(stoppage -> job(instance).getId().equals(stoppage.jobId()))
                .map(stoppage -> stoppage.reason())
                .toList();
    }

    private static ManagementService management() {
        return office.engine().getManagementService();
    }

    private static RuntimeService runtime() {
        return office.engine().getRuntimeService();
    }
}
