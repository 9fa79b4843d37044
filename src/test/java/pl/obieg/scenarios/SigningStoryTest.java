package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.LetterText;
import pl.obieg.support.RunningOffice;

/** A call goes out on paper: it is printed, returned unsigned, signed by one who may, and sent (D20). */
class SigningStoryTest {

    private static final String TO_BE_SIGNED = CaseUnderTest.TO_BE_SIGNED;

    private static final Map<String, Object> CALLS = Map.of(
            "reviewResolution", "WEZWIJ",
            "callKind", "CORRECTION",
            "reviewNote", "kwota podatku w deklaracji różni się od obliczonej");

    private final RunningOffice office = RunningOffice.get();

    @Test
    void callOnPaperIsSignedByHandBeforeItIsPosted_SG01() {
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("dn1-bledna-suma", 71);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "ocen-ustalenia", CALLS);

        Task task = matter.waitsAt(TO_BE_SIGNED);
        assertThat(variable(task, "signatureReason").toString()).contains("podpisuje własnoręcznie");
        String print = variable(task, "printDocumentId").toString();
        assertThat(LetterText.of(office.bean(DocumentStore.class).get(print).content(), "wezwanie-do-podpisu"))
                .contains("podpis własnoręczny, imię i nazwisko")
                .doesNotContain("pieczęcią");
        assertThat(Browser.staff("wojtek")
                        .get("/podglad/zadania/" + task.getId())
                        .body())
                .contains("Wydruk do podpisu", print);

        matter.does("wojtek", TO_BE_SIGNED, Map.of("signatureGiven", "ODMOWA", "unsignedReason", "Brak uzasadnienia."));
        matter.does("piotr", "wyjasnij-odmowe-podpisu", Map.of("unsignedResolution", "PODPIS"));
        Task again = matter.waitsAt(TO_BE_SIGNED);
        String today = office.clock().today().toString();
        signed(matter, "piotr", today);
        office.await("piotr may not sign", () -> {
            Task back = matter.waitsAt(TO_BE_SIGNED);
            return !back.getId().equals(again.getId())
                    && String.valueOf(variable(back, "signatureProblem")).contains("art. 143 OP");
        });
        signed(matter, "anna", today);
        matter.waitsAt("odnotuj-odpowiedz-na-wezwanie");

        String id = office.jdbc()
                .sql("select delivery_id from delivery.print_signing where document_id = ? and signed")
                .param(print)
                .query(String.class)
                .single();
        assertThat(Browser.staff("piotr").get("/doreczenia/" + id + "/zpo").body())
                .contains(
                        "SG-01", "Nie podpisano wydruku: Brak uzasadnienia.", "Anna Czapla", "upoważnienie nr 2/2026");
    }

    private void signed(CaseUnderTest matter, String signatory, String day) {
        matter.does(
                "wojtek", TO_BE_SIGNED, Map.of("signatureGiven", "PODPISANO", "signedBy", signatory, "signedOn", day));
    }

    private Object variable(Task task, String name) {
        return office.bean(TaskService.class).getVariable(task.getId(), name);
    }
}
