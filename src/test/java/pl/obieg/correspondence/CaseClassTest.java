package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Answer;
import pl.obieg.process.Refusal;
import pl.obieg.support.DecisionExamples;
import pl.obieg.support.TestDecisions;

/** OFF-04: the class of a case comes from the JRWA by D15, and all its letters carry its mark. */
class CaseClassTest {

    private final Office office = new Office();

    @Test
    @DisplayName("OFF-04: the form and the procedure give a case its class and unit, and the case says why")
    void asksTheTable() {
        Submission letter = letter("IR-1");

        OpenCase.Output opened = open(letter, "podatek-od-nieruchomosci", "cokolwiek");

        assertThat(opened).isEqualTo(new OpenCase.Output("FN.3121.1.2026", "3121", "FN"));
        assertThat(office.reasons.get("Klasa akt i komórka"))
                .first()
                .asString()
                .contains("IR-1", "klasa 3121", "komórka FN", "kategoria B10", "OFF-04");
    }

    @Test
    @DisplayName("OFF-04: where the letter is on no form, what the clerk recognised counts")
    void asksWithWhatTheClerkRecognised() {
        assertThat(open(letter(null), "ulga", "ULGA").caseNumber()).isEqualTo("FN.3150.1.2026");
        assertThat(open(letter(null), "zaswiadczenie-o-niezaleganiu", "ZASWIADCZENIE")
                        .jrwaClass())
                .isEqualTo("3160");
    }

    @Test
    @DisplayName("OFF-04: a procedure the table does not know gets no class at all")
    void refusesWhatTheTableDoesNotKnow() {
        assertThatThrownBy(() -> open(letter("DN-1"), "wycinka-drzew", null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("UNKNOWN_CLASS");
                    assertThat(refusal.getMessage()).contains("wycinka-drzew", "nie wymyśla");
                });
    }

    @Test
    @DisplayName("OFF-04: a class that is not in the office's JRWA is refused, whatever the table says")
    void refusesAClassOutsideTheJrwa() {
        TestDecisions mistaken = new TestDecisions()
                .with(
                        "klasa-akt",
                        asked -> List.of(Map.of(
                                "jrwaClass", "9999", "orgUnit", "FN", "category", "B5", "classReason", "pomyłka")));
        OpenOwnCase operation = new OpenOwnCase(
                office.ezd,
                new CaseClass(mistaken, org.mockito.Mockito.mock(pl.obieg.process.Reasons.class), office.clock),
                office.published::add,
                office.clock);

        assertThatThrownBy(() -> office.transaction.execute(
                        status -> operation.run(new OpenOwnCase.Input("x", null), Office.call("a", "ulga"))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("UNKNOWN_CLASS");
                    assertThat(refusal.getMessage()).contains("wykazie akt nie ma klasy 9999");
                });
        assertThat(office.database
                        .jdbc()
                        .sql("select count(*) from correspondence.case_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("OFF-04: no model writes a class or unit itself, and D15 knows each procedure that opens a case")
    void everyModelLeavesTheClassToTheTable() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path model :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                String text = Files.readString(model);
                assertThat(text)
                        .as(model.toString())
                        .doesNotContain("inputParameter name=\"jrwaClass\"", "inputParameter name=\"orgUnit\"");
                if (text.contains("${openCase}") || text.contains("${openOwnCase}")) {
                    String procedure = model.getFileName().toString().replace(".bpmn", "");
                    assertThat(office.classes.of(procedure, null).jrwaClass())
                            .as(procedure)
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    @DisplayName("OFF-04: each class and category of D15 is that of the register of classes")
    void theTableAgreesWithTheRegister() {
        assertThat(DecisionExamples.of("decisions/kancelaria/klasa-akt")).allSatisfy(example -> {
            CaseClass.Found found = office.classes.of((String) example.inputs().get("procedure"), (String)
                    example.inputs().get("formCode"));
            assertThat(office.database
                            .jdbc()
                            .sql("select category from correspondence.jrwa_class where symbol = ?")
                            .param(found.jrwaClass())
                            .query(String.class)
                            .optional())
                    .contains(found.category());
        });
    }

    @Test
    @DisplayName(
            "OFF-03, OFF-04: over the year's end a case keeps its mark and its letters carry it; a new one begins at 1")
    void keepsTheMarkOverTheYearsEnd() {
        String old = open(letter("DN-1"), "podatek-od-nieruchomosci", null).caseNumber();
        office.clock.moveTo(java.time.Duration.ofDays(300));

        String letterNumber = office.register(letter(null));
        assertThat(letterNumber).isEqualTo("RPW/1/2027");
        assertThat(office.<Boolean>inTransaction(() -> office.ezd.fileInCase(old, letter("W_SPRAWIE"), letterNumber)))
                .isTrue();
        assertThat(office.<String>inTransaction(() -> office.ezd.registerDecision(old, "USTALAJACA")))
                .isEqualTo("FN.3120.1.2026.D1");
        assertThat(open(letter("DN-1"), "podatek-od-nieruchomosci", null).caseNumber())
                .isEqualTo("FN.3120.1.2027");
        assertThat(office.<Boolean>inTransaction(() -> office.ezd.closeCase(old, "załatwiona")))
                .isTrue();
        assertThat(retention(old)).isEqualTo("B10 2030-01-01 2038-01-01");
    }

    @Test
    @DisplayName("a case taken up again has no retention until it ends again; then the years count anew")
    void retentionBeginsAnewWithTheSecondEnd() {
        String number = office.anyCase();
        office.inTransaction(() -> office.ezd.closeCase(number, "załatwiona"));
        assertThat(retention(number)).isEqualTo("B10 2029-01-01 2037-01-01");

        office.inTransaction(() -> office.ezd.reopenCase(number, "uchylona decyzja", "k"));
        assertThat(retention(number)).isEmpty();

        office.clock.moveTo(java.time.Duration.ofDays(300));
        office.inTransaction(() -> office.ezd.closeCase(number, "załatwiona"));
        assertThat(retention(number)).isEqualTo("B10 2030-01-01 2038-01-01");
    }

    private String retention(String caseNumber) {
        return office.database
                .jdbc()
                .sql("select concat_ws(' ', category, hand_over_from, destroyable_from, appraisal_from)"
                        + " from correspondence.case_file where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .single();
    }

    private OpenCase.Output open(Submission letter, String procedure, String recognisedAs) {
        OpenCase operation = new OpenCase(office.ezd, office.submissions, office.classes, office.published::add);
        String letterNumber = office.register(letter);
        return office.inTransaction(() -> ((Answer.Now<OpenCase.Output>) operation.run(
                        new OpenCase.Input(letter.id(), letterNumber, recognisedAs), Office.call("a", procedure)))
                .output());
    }

    private Submission letter(String formCode) {
        return office.letterOn(formCode);
    }
}
