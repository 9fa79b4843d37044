package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** What persons note in their tasks lies in the case file and in no variable of a procedure. */
class TaskNotesTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void noteOfATaskIsKeptInTheCaseFileAndInNoVariableOrHistory() {
        CaseUnderTest matter = office.files("in1", 27);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));

        matter.does("piotr", "przygotuj-wymiar", Map.of("preparationNote", "Rozmowa z panem Kowalskim."));
        matter.waitsAt("sprawdz-i-zatwierdz-decyzje");

        assertThat(Browser.staff("piotr")
                        .get("/ezd/sprawy/" + matter.caseNumber())
                        .body())
                .contains("Przygotuj wymiar – Notatka: Rozmowa z panem Kowalskim.");
        assertThat(history("preparationNote", matter)).isZero();
    }

    @Test
    void requiredNoteOfALetterWithoutACaseIsKeptWithTheLetter() {
        CaseUnderTest letter = office.files("nieznany", 28);
        letter.does(
                "katarzyna", "rozpoznaj-pismo", Map.of("letterResolution", "AKTA", "letterNote", "Prośba o telefon."));
        assertThat(letter.ends()).containsExactly("pismo-rozpoznane");

        String number = (String) letter.variable("letterNumber");
        assertThat(Browser.staff("katarzyna")
                        .get("/ezd/wplywy" + number.substring("RPW".length()))
                        .body())
                .contains("Rozpoznaj pismo – Notatka: Prośba o telefon.");
        assertThat(history("letterNote", letter)).isZero();
    }

    private long history(String variable, CaseUnderTest matter) {
        return office.bean(HistoryService.class)
                .createHistoricVariableInstanceQuery()
                .processInstanceId(matter.id())
                .variableName(variable)
                .includeDeleted()
                .count();
    }
}
