package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.ProcedureMessageWithdrawn;
import pl.obieg.support.RunningOffice;

/** Messages that come early, twice, in the wrong order, or are left behind by a node that died. */
class MessageInboxTest {

    private static final String TWO_WAITS = "proba-dwoch-oczekiwan";
    private static final String BEGUN_BY_MESSAGE = "proba-komunikatu";

    private static RunningOffice office;

    @BeforeAll
    static void deploy() {
        office = RunningOffice.get();
        deploy(
                TWO_WAITS,
                Bpmn.createExecutableProcess(TWO_WAITS)
                        .name("Próba dwóch oczekiwań")
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent("poczatek")
                        .name("Początek")
                        .intermediateCatchEvent("pierwsze")
                        .name("Pierwsze")
                        .message("FirstHappened")
                        .intermediateCatchEvent("drugie")
                        .name("Drugie")
                        .message("SecondHappened")
                        .endEvent("koniec")
                        .name("Koniec")
                        .done());
        deploy(
                BEGUN_BY_MESSAGE,
                Bpmn.createExecutableProcess(BEGUN_BY_MESSAGE)
                        .name("Próba komunikatu")
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent("komunikat")
                        .name("Komunikat")
                        .camundaAsyncBefore()
                        .message("TrialBegan")
                        .endEvent("koniec")
                        .name("Koniec")
                        .done());
    }

    private static void deploy(String key, BpmnModelInstance model) {
        office.bean(RepositoryService.class)
                .createDeployment()
                .name(key)
                .source("test")
                .addModelInstance(key + ".bpmn", model)
                .deploy();
    }

    @Test
    void messagesThatComeBeforeTheProcedureInTheWrongOrderAreKept() {
        publish("SecondHappened", "wczesne", "w2");
        publish("FirstHappened", "wczesne", "w1");
        start("wczesne");
        ends(TWO_WAITS, "wczesne");
    }

    @Test
    void messageThatComesTwiceIsTakenOnce() {
        publish("TrialBegan", "dwukrotne", "d1");
        publish("TrialBegan", "dwukrotne", "d1");
        ends(BEGUN_BY_MESSAGE, "dwukrotne");
        office.bean(MessageInbox.class).sweep();
        assertThat(office.bean(HistoryService.class)
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(BEGUN_BY_MESSAGE)
                        .processInstanceBusinessKey("dwukrotne")
                        .count())
                .isOne();
    }

    @Test
    void messageLeftBehindByADeadNodeIsFoundByTheSweep() {
        start("porzucone");
        for (String name : new String[] {"FirstHappened", "SecondHappened"}) {
            office.jdbc()
                    .sql("insert into process.message (name, business_key, external_id, variables, received_at)"
                            + " values (?, 'porzucone', ?, '{}', now())")
                    .params(name, "p-" + name)
                    .update();
        }
        ends(TWO_WAITS, "porzucone");
    }

    @Test
    void messageOfAnotherCaseMovesNothing() {
        start("moja");
        publish("FirstHappened", "cudza", "c1");
        office.bean(MessageInbox.class).sweep();
        assertThat(office.bean(RuntimeService.class)
                        .createExecutionQuery()
                        .processInstanceBusinessKey("moja")
                        .messageEventSubscriptionName("FirstHappened")
                        .count())
                .isOne();
    }

    @Test
    void withdrawnMessageIsNotTakenAndMayComeAgain() {
        publish("FirstHappened", "wycofane", "c2");
        office.application().publishEvent(new ProcedureMessageWithdrawn("FirstHappened", "c2"));
        start("wycofane");
        office.bean(MessageInbox.class).sweep();
        assertThat(office.bean(RuntimeService.class)
                        .createExecutionQuery()
                        .processInstanceBusinessKey("wycofane")
                        .messageEventSubscriptionName("FirstHappened")
                        .count())
                .isOne();

        publish("FirstHappened", "wycofane", "c2");
        publish("SecondHappened", "wycofane", "c3");
        ends(TWO_WAITS, "wycofane");
    }

    private static void publish(String name, String businessKey, String externalId) {
        office.application().publishEvent(new ProcedureMessage(name, businessKey, externalId, Map.of()));
    }

    private static void start(String businessKey) {
        office.bean(RuntimeService.class).startProcessInstanceByKey(TWO_WAITS, businessKey);
    }

    private static void ends(String procedure, String businessKey) {
        office.await(
                "end of " + businessKey,
                () -> office.bean(HistoryService.class)
                                .createHistoricProcessInstanceQuery()
                                .processDefinitionKey(procedure)
                                .processInstanceBusinessKey(businessKey)
                                .finished()
                                .count()
                        == 1);
    }
}
