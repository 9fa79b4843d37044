package pl.obieg.tax;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.DecisionFinality;
import pl.obieg.tax.assessment.Finality;

/**
 * Whether a tax decision is final: it reached every addressee and the last of their terms for an appeal has passed (PT-53,
 * OP art. 128 and 223 § 2 pkt 1), and no appeal against it runs.
 */
@OperationCard(
        label = "Sprawdź ostateczność decyzji",
        description =
                "Mówi, czy minął termin odwołania wszystkich adresatów decyzji podatkowej, i od kiedy jest ostateczna.",
        system = "gmina",
        refusals = "DECISION_UNKNOWN: W systemie podatkowym nie ma takiej decyzji.")
public class CheckFinality implements Operation<CheckFinality.Input, CheckFinality.Output> {

    /** {@code caseNumber} is used if {@code decisionNumber} is {@code null}: then the newest decision of the case. */
    public record Input(
            @Nullable String decisionNumber, @Nullable String caseNumber) {}

    /**
     * @param finalOn first day on which no appeal is possible any more; it may lie ahead; {@code null} while an
     *     addressee is not reached or an appeal runs
     */
    public record Output(Boolean decisionFinal, LocalDate finalOn) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final DecisionFinality finality;
    private final Reasons reasons;
    private final OfficeClock clock;

    public CheckFinality(DecisionFinality finality, Reasons reasons, OfficeClock clock) {
        this.finality = finality;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        boolean named =
                input.decisionNumber() != null && !input.decisionNumber().isBlank();
        Finality found = (named ? finality.ofNumber(input.decisionNumber()) : finality.ofCase(input.caseNumber()))
                .orElseThrow(
                        () -> new Refusal("DECISION_UNKNOWN", "W systemie podatkowym nie ma decyzji o tym numerze."));
        LocalDate today = clock.today();
        String caseNumber = input.caseNumber() == null ? call.businessKey() : input.caseNumber();
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Stan na dzień", DAY.format(today));
        if (named) {
            inputs.put("Decyzja", input.decisionNumber());
        }
        reasons.keep(
                caseNumber,
                named ? input.decisionNumber() : caseNumber,
                "Ostateczność decyzji",
                inputs,
                steps(found, today));
        return Answer.now(new Output(found.isFinalOn(today), found.finalOn().orElse(null)));
    }

    private static List<String> steps(Finality found, LocalDate today) {
        List<String> steps = new ArrayList<>(found.appealEnds().values().stream()
                .sorted()
                .map(end -> "Termin odwołania adresata: 14 dni od doręczenia, do " + DAY.format(end)
                        + " (PT-53, art. 223 § 2 pkt 1 OP).")
                .toList());
        steps.add(found.finalOn()
                .map(day -> found.isFinalOn(today)
                        ? "Decyzja jest ostateczna od " + DAY.format(day)
                                + ": minął ostatni termin odwołania i żadne odwołanie nie jest w toku (PT-53, art. 128 OP)."
                                + " Można upominać i egzekwować (ARR-02)."
                        : "Decyzja stanie się ostateczna " + DAY.format(day)
                                + ", o ile nikt się nie odwoła (PT-53, art. 128 OP). Do tego dnia nie wystawia się"
                                + " upomnienia ani tytułu (ARR-02).")
                .orElse("Decyzja nie jest ostateczna: nie doręczono jej wszystkim adresatom albo odwołanie jest w toku"
                        + " (PT-53, art. 128 OP). Nie wystawia się upomnienia ani tytułu (ARR-02)."));
        return steps;
    }
}
