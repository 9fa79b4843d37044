package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** What the pages tell of a letter that lies in an electronic box and nobody has collected yet. */
class WaitingLetterTest {

    private final RunningOffice office = RunningOffice.get();

    @AfterEach
    void addresseesCollectAgain() {
        office.outsideReacts("edoreczenia", "DELIVERED");
    }

    @Test
    void registerOfDeliveriesAndCaseFileShowTheForecastAndAskWithoutATrace_DEL06a() {
        office.outsideReacts("edoreczenia", "OFF");
        CaseUnderTest matter = office.files("in1", 9);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));

        String register = "/doreczenia?szukaj=" + matter.caseNumber();
        office.await("forecast in the register", () -> page(register).contains("prognoza: "));
        long asked = timesAsked();
        AtomicReference<String> caseFile = new AtomicReference<>();
        office.await("forecast in the case file", () -> {
            caseFile.set(page("/ezd/sprawy/" + matter.caseNumber()));
            return caseFile.get().contains("prognoza: ");
        });
        assertThat(page(register)).contains("prognoza: ");
        assertThat(timesAsked()).isEqualTo(asked);
    }

    private static String page(String address) {
        return Browser.staff("piotr").get(address).body();
    }

    private long timesAsked() {
        return office.bean(HistoryService.class)
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("data-doreczenia")
                .count();
    }
}
