package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import pl.obieg.support.RunningOffice;

/** The engine's history goes when its time is over, and holds nobody's data as long as it stays. */
class HistoryCleanUpTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void nightHasAWindowForTheCleanUpAndNoModelGoesWithoutATerm() {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl)
                office.bean(ProcessEngine.class).getProcessEngineConfiguration();
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("22:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("04:00");
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.getHistoryTimeToLive()).isEqualTo("P3650D");
        assertThat(office.bean(HistoryService.class).findHistoryCleanupJobs()).isNotEmpty();
    }

    @Test
    void endedCaseWhoseTermIsOverIsRemovedAndAnotherStays() {
        String outdated = ends("proba-przestarzala", "P0D");
        String recent = ends("proba-swieza", "P3650D");
        office.bean(HistoryService.class).cleanUpHistoryAsync(true);
        office.await("clean-up", () -> known(outdated) == 0);
        assertThat(office.jdbc()
                        .sql("select count(*) from act_hi_varinst where proc_inst_id_ = ?")
                        .param(outdated)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(known(recent)).isOne();
    }

    @Test
    void historyOfACaseHoldsNoPersonalData() {
        office.files("in1", 71).waitsAt("zadekretuj-pismo");
        List<String> personal = office.jdbc()
                .sql("select distinct word from exchange.party, unnest(array[last_name, pesel]) word"
                        + " where length(word) > 3 union select pesel from exchange.party where pesel is not null"
                        + " union select sender_name from exchange.submission where length(sender_name) > 3")
                .query(String.class)
                .list();
        assertThat(personal).isNotEmpty();
        for (String word : personal) {
            for (String table : List.of("act_hi_varinst", "act_hi_detail")) {
                assertThat(rows("select count(*) from " + table + " where position(? in text_) > 0", word))
                        .as(table)
                        .isZero();
            }
            assertThat(rows(
                            "select count(*) from act_ge_bytearray b join act_hi_varinst v on v.bytearray_id_ = b.id_"
                                    + " where position(convert_to(?, 'UTF8') in b.bytes_) > 0",
                            word))
                    .isZero();
        }
    }

    private long rows(String query, String word) {
        return office.jdbc().sql(query).param(word).query(Long.class).single();
    }

    private String ends(String key, String term) {
        office.bean(RepositoryService.class)
                .createDeployment()
                .name(key)
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .name("Próba")
                                .camundaHistoryTimeToLiveString(term)
                                .startEvent("poczatek")
                                .name("Początek")
                                .endEvent("koniec")
                                .name("Koniec")
                                .done())
                .deploy();
        return office.bean(RuntimeService.class)
                .startProcessInstanceByKey(key, Map.of("note", "x"))
                .getId();
    }

    private long known(String instance) {
        return office.bean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .count();
    }
}
