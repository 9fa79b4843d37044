package pl.obieg.correspondence;

import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.builtin.CaseRecords;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** The clerk says that the case will be settled in its term, so no notice is sent now. */
@OperationCard(
        label = "Potwierdź termin sprawy",
        description = "Odnotowuje, że sprawa zostanie załatwiona w terminie i zawiadomienie nie jest potrzebne.",
        system = "ezd")
public class ConfirmTerm implements Operation<ConfirmTerm.Input, Nothing> {

    private final CaseTerms terms;
    private final CaseRecords cases;
    private final OfficeClock clock;

    public ConfirmTerm(CaseTerms terms, CaseRecords cases, OfficeClock clock) {
        this.terms = terms;
        this.cases = cases;
        this.clock = clock;
    }

    public record Input(String caseNumber) {}

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        terms.confirmed(input.caseNumber(), clock.today());
        cases.note(
                input.caseNumber(),
                "term confirmed " + call.idempotencyKey(),
                "Prowadzący potwierdził, że sprawa zostanie załatwiona w terminie.");
        return Nothing.done();
    }
}
