package pl.obieg.correspondence;

import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Notes in the case to whom the head gave it (dekretacja, IK 2011). */
@OperationCard(
        label = "Odnotuj dekretację w EZD",
        description = "Zapisuje w sprawie, komu ją przydzielono, z jakim terminem i dyspozycją.",
        system = "ezd",
        refusals = "CASE_NOT_FOUND: Nie ma sprawy o takim znaku.")
public class RecordAssignment implements Operation<RecordAssignment.Input, Nothing> {

    /** {@code clerk} is a user id; {@code taskDeadline} may be unset. */
    public record Input(String caseNumber, String orgUnit, String clerk, LocalDate taskDeadline, String instruction) {}

    private final CorrespondenceSystem ezd;

    public RecordAssignment(CorrespondenceSystem ezd) {
        this.ezd = ezd;
    }

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        ezd.assign(
                new CorrespondenceSystem.Assignment(
                        input.caseNumber(), input.orgUnit(), input.clerk(), input.taskDeadline(), input.instruction()),
                call.idempotencyKey());
        return Nothing.done();
    }
}
