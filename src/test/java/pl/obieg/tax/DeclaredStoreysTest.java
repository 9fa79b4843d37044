package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.AssessmentRow;

/** What a form tells of a building's storeys and of structures reaches the tax, through the database. */
class DeclaredStoreysTest {

    private final TaxOffice office = new TaxOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("PT-25: a storey declared as a staircase is no usable area, in the tax, its reason and the preview")
    void staircaseIsNoUsableArea() {
        String form = Declarations.in1(1, 2026)
                .replace(
                        "<Kondygnacja><PowierzchniaM2>10.00",
                        "<Kondygnacja rodzaj=\"KLATKA_SCHODOWA\">" + "<PowierzchniaM2>10.00")
                .replace("<Wysokosc>1.20", "<Wysokosc>2.60");

        AssessmentRow house = assessed(form).get(1);

        assertThat(house.base()).isEqualByComparingTo("140");
        assertThat(house.reason())
                .contains(
                        "Powierzchnia użytkowa 140,00 m²",
                        "klatka schodowa 10,00 m² o wysokości 2,60 m nie wlicza się");
        assertThat(office.get(DeclarationPreview.class)
                        .html(office.submission(form, Declarations.IN1, "IN-1"))
                        .orElseThrow())
                .contains("10,00 m² o wysokości 2,60 m (klatka schodowa)");
    }

    @Test
    @DisplayName(
            "PT-22, PT-30: a bicycle shelter on the form is not taxed, a free-standing garage has the council's sub-rate")
    void wordsOfTheFormReachTheTables() {
        String form = Declarations.in1(1, 2026);

        assertThat(assessed(form.replace("GARAZ_W_BUDYNKU_MIESZKALNYM", "WIATA_ROWEROWA"))
                        .get(2)
                        .treatment())
                .isEqualTo("NONE");
        AssessmentRow garage = assessed(form.replace("GARAZ_W_BUDYNKU_MIESZKALNYM", "GARAZ_WOLNOSTOJACY"))
                .get(2);
        assertThat(garage.code()).isEqualTo("B_OTHER");
        assertThat(garage.rate()).isEqualByComparingTo("9.90");
    }

    private List<AssessmentRow> assessed(String form) {
        String submission = office.submission(form, Declarations.IN1, "IN-1");
        String caseNumber = office.caseNumber + "." + submission;
        String declaration = run(
                        office.get(RecordDeclaration.class),
                        new RecordDeclaration.Input(submission, "IN-1", caseNumber),
                        submission)
                .declarationId();
        String assessment = run(
                        office.get(AssessTax.class),
                        new AssessTax.Input(declaration, caseNumber, "DECISION"),
                        submission + "a")
                .assessmentId();
        return office.get(AssessmentRegister.class).get(assessment).assessment().rows();
    }

    private <I extends Record, O extends Record> O run(Operation<I, O> operation, I input, String key) {
        return ((Answer.Now<O>) operation.run(input, office.call(key))).output();
    }
}
