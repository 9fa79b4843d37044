package pl.obieg.correspondence;

import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.builtin.CaseRecords;

/** Days not counted in a term that a clerk notes by hand (TIM-03), with a line in the history of the case. */
@Service
public class TermStops {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final CaseTerms terms;
    private final CaseRecords cases;
    private final OfficeClock clock;

    public TermStops(CaseTerms terms, CaseRecords cases, OfficeClock clock) {
        this.terms = terms;
        this.cases = cases;
        this.clock = clock;
    }

    /** The same stop again changes nothing; a case without a running term is left as it is. */
    @Transactional
    public void note(String caseNumber, ClockStop stop, String clerk) {
        String key = "clerk " + stop.from() + " " + stop.reason();
        if (terms.stop(caseNumber, key, stop)) {
            cases.note(
                    caseNumber,
                    "stop " + key,
                    "Przerwa w biegu terminu od " + DAY.format(stop.from())
                            + (stop.until() == null ? "" : " do " + DAY.format(stop.until())) + ": "
                            + stop.reason().label() + " (wpisał: " + clerk + ").");
        }
    }

    /** The clock goes on; yesterday was the last day not counted. */
    @Transactional
    public void end(String caseNumber, String clerk) {
        if (terms.resume(caseNumber, clock.today().minusDays(1)) > 0) {
            cases.note(
                    caseNumber,
                    "resume " + clock.today(),
                    "Bieg terminu wznowiono od " + DAY.format(clock.today()) + " (wpisał: " + clerk + ").");
        }
    }
}
