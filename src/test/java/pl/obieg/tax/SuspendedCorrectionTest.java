package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.RunningMatter;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.tax.review.ConcludeProceedings;
import pl.obieg.tax.review.OpenProceedings;

/** A correction of a declaration that is in tax proceedings (OP art. 81b). */
class SuspendedCorrectionTest {

    private static final AtomicInteger COMPANIES = new AtomicInteger(700);

    /** A company of its own for each test, since they share the database. */
    private final int company = COMPANIES.incrementAndGet();

    private final TaxOffice office = new TaxOffice();

    @BeforeEach
    void inProceedings() {
        String filed = office.submission(Declarations.dn1WithWrongSum(company, 2026), Declarations.DN1, "DN-1");
        run(RecordDeclaration.class, new RecordDeclaration.Input(filed, "DN-1", office.caseNumber));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void correctionBeforeProceedingsGoesTheUsualWay() {
        assertThat(join(correction())).isEmpty();
    }

    @Test
    void correctionInProceedingsWaitsInTheirCaseAndLapsesWithTheDecision() {
        open();
        RunningMatter.Joined joined = join(correction()).orElseThrow();
        assertThat(joined.caseNumber()).isEqualTo(office.caseNumber);
        assertThat(joined.message()).as("nothing in the case waits for it").isNull();
        assertThat(joined.note()).contains("nie wywołuje skutków", "art. 81b");

        conclude("OKRESL", 1);

        assertThat(office.messages).noneMatch(message -> message.name().equals("DeclarationArrived"));
        assertThat(join(correction())).as("the proceedings are over").isEmpty();
    }

    @Test
    void correctionIsTakenUpWhenTheProceedingsEndWithoutATax() {
        open();
        Submission correction = correction();
        join(correction);

        conclude("UMORZ", 1);
        conclude("UMORZ", 1);

        assertThat(office.messages.stream().filter(message -> message.name().equals("DeclarationArrived")))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.businessKey()).isEqualTo(correction.id());
                    assertThat(message.variables()).containsEntry("formCode", "DN-1");
                });
    }

    @Test
    void declarationThatIsNoCorrectionIsNotHeldUp() {
        open();
        assertThat(join(submission(Declarations.dn1(company, 2026)))).isEmpty();
        assertThat(join(submission(Declarations.dn1Correction(company, 2025))))
                .as("another year")
                .isEmpty();
    }

    private void open() {
        run(OpenProceedings.class, new OpenProceedings.Input(office.caseNumber, 2026, LocalDate.of(2026, 1, 10)));
    }

    private void conclude(String resolution, int delivered) {
        run(
                ConcludeProceedings.class,
                new ConcludeProceedings.Input(office.caseNumber, resolution, 60_000L, delivered, null, null));
    }

    private Submission correction() {
        return submission(Declarations.dn1Correction(company, 2026));
    }

    private Submission submission(String xml) {
        return office.get(Submissions.class).get(office.submission(xml, Declarations.DN1, "DN-1"));
    }

    private Optional<RunningMatter.Joined> join(Submission submission) {
        return office.get(RunningMatter.class).join(submission);
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> type, I input) {
        return ((Answer.Now<O>) office.get(type).run(input, office.call(office.caseNumber + "k"))).output();
    }
}
