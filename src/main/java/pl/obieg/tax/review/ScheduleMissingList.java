package pl.obieg.tax.review;

import java.time.LocalDate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** When the list of missing declarations of this year may be made (PT-04; OP art. 12 § 5). */
@OperationCard(
        label = "Ustal dzień przeglądu deklaracji",
        description = "Wskazuje pierwszy dzień po terminie złożenia DN-1 za bieżący rok.",
        system = "gmina")
public class ScheduleMissingList implements Operation<Nothing, ScheduleMissingList.Output> {

    /** @param missingListOn the day after 31 January or the working day it gives way to */
    public record Output(Integer missingYear, LocalDate missingListOn) {}

    private final MissingDeclarations missing;
    private final OfficeClock clock;

    public ScheduleMissingList(MissingDeclarations missing, OfficeClock clock) {
        this.missing = missing;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Nothing input, Call call) {
        int year = clock.today().getYear();
        return Answer.now(new Output(year, missing.listDay(year)));
    }
}
