package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Ties the case to the missing declaration and looks whether it has come in the meantime. */
@OperationCard(
        label = "Sprawdź, czy deklaracji nadal brakuje",
        description = "Wiąże sprawę z podatnikiem i sprawdza, czy deklaracja nie wpłynęła w międzyczasie.",
        system = "gmina")
public class CheckMissingDeclaration
        implements Operation<CheckMissingDeclaration.Input, CheckMissingDeclaration.Output> {

    public record Input(String missingId, String caseNumber) {}

    /**
     * @param lastCaseNumber where his newest declaration is
     * @param missingDeadline by when the office means to settle the case: house rule UR-14, one month
     * @param callDays to answer a call to file (UR-06)
     */
    public record Output(
            Boolean stillMissing,
            List<String> partyIds,
            String lastCaseNumber,
            LocalDate missingDeadline,
            Integer callDays) {}

    private final MissingDeclarations missing;
    private final DeclarationReview review;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    public CheckMissingDeclaration(
            MissingDeclarations missing, DeclarationReview review, StatutoryCalendar calendar, OfficeClock clock) {
        this.missing = missing;
        this.review = review;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        missing.open(input.missingId(), input.caseNumber());
        MissingDeclarations.Listed listed = missing.get(input.missingId());
        return Answer.now(new Output(
                !missing.isFiled(listed),
                List.of(listed.partyId()),
                listed.lastCaseNumber(),
                calendar.endOfMonths(clock.today(), 1),
                review.daysToFile()));
    }
}
