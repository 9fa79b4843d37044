package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.tax.assessment.DecisionRegister;

/** An information is corrected in another case before a decision was issued on it. */
class CorrectionBeforeDecisionTest {

    private static final int OWNER = 71;

    private final TaxOffice office = new TaxOffice();
    private final String otherCase = office.caseNumber.replace("FN.3120.", "FN.3120.9");

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("LZ-01: a correction in another case takes the place of the information that waits, so one decision is"
            + " issued")
    void correctionSupersedesTheInformationThatWaits() {
        RecordDeclaration.Output first = files(Declarations.in1(OWNER, 2026), office.caseNumber);
        AssessTax.Output tax = assess(first, office.caseNumber);
        assertThat(superseded(tax)).isFalse();

        RecordDeclaration.Output correction = files(corrected(OWNER), otherCase);

        assertThat(superseded(tax)).as("the draft that waits for approval").isTrue();
        AssessTax.Output again = assess(first, office.caseNumber);
        assertThat(again.assessedElsewhere()).isTrue();
        assertThat(again.assessedInCase()).isEqualTo(otherCase);
        AssessTax.Output once = assess(correction, otherCase);
        assertThat(once.assessedElsewhere()).isFalse();
        assertThat(once.taxDue()).as("counted once").isEqualTo(tax.taxDue());
    }

    @Test
    void correctionAfterTheDecisionLeavesTheDecidedInformationInPlace() {
        RecordDeclaration.Output first = files(Declarations.in1(OWNER, 2026), office.caseNumber);
        AssessTax.Output tax = assess(first, office.caseNumber);
        office.get(DecisionRegister.class)
                .add(
                        tax.assessmentId(),
                        office.caseNumber,
                        office.caseNumber + ".D1",
                        "0".repeat(64),
                        TaxOffice.TODAY,
                        List.of());

        files(corrected(OWNER), otherCase);

        assertThat(superseded(tax)).isFalse();
    }

    @Test
    void anotherOwnersCorrectionTouchesNothing() {
        AssessTax.Output tax = assess(files(Declarations.in1(OWNER, 2026), office.caseNumber), office.caseNumber);

        files(corrected(OWNER + 1), otherCase);

        assertThat(superseded(tax)).isFalse();
    }

    private static String corrected(int owner) {
        return Declarations.in1(owner, 2026).replace("<CelZlozenia>1</CelZlozenia>", "<CelZlozenia>2</CelZlozenia>");
    }

    private RecordDeclaration.Output files(String xml, String caseNumber) {
        String submission = office.submission(xml, Declarations.IN1, "IN-1");
        return run(RecordDeclaration.class, new RecordDeclaration.Input(submission, "IN-1", caseNumber));
    }

    private AssessTax.Output assess(RecordDeclaration.Output declaration, String caseNumber) {
        return run(AssessTax.class, new AssessTax.Input(declaration.declarationId(), caseNumber, "DECISION"));
    }

    private boolean superseded(AssessTax.Output tax) {
        return run(CheckSuperseded.class, new CheckSuperseded.Input(tax.assessmentId()))
                .superseded();
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> operation, I input) {
        return ((Answer.Now<O>) office.get(operation).run(input, office.call("k" + input.hashCode()))).output();
    }
}
