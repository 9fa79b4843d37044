package pl.obieg.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.builtin.CaseRecords;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Marks a case whose term comes near: in its file and on the list of terms. */
@OperationCard(
        label = "Ostrzeż o terminie sprawy",
        description = "Oznacza sprawę, której termin się zbliża, w aktach sprawy i na liście terminów.",
        system = "ezd")
public class WarnOfTerm implements Operation<WarnOfTerm.Input, Nothing> {

    private final CaseTerms terms;
    private final CaseRecords cases;
    private final OfficeClock clock;

    public WarnOfTerm(CaseTerms terms, CaseRecords cases, OfficeClock clock) {
        this.terms = terms;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param termEnd last day of the term */
    public record Input(String caseNumber, LocalDate termEnd) {}

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        terms.warned(input.caseNumber(), clock.today());
        cases.note(
                input.caseNumber(),
                "term warning " + input.termEnd(),
                "Termin sprawy się zbliża: "
                        + DateTimeFormatter.ofPattern("dd.MM.yyyy").format(input.termEnd()) + ".");
        return Nothing.done();
    }
}
