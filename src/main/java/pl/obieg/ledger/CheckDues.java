package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;

/** Looks through all dues of a party, as of today: arrears with interest and costs (P10, OP art. 306e). */
@OperationCard(
        label = "Sprawdź należności strony",
        description = "Sprawdza wszystkie należności strony na dziś: zaległości, odsetki i koszty upomnień. Raty"
                + " odroczone i rozłożone mają nowe terminy, więc przed nimi nie są zaległością.",
        system = "ledger")
public class CheckDues implements Operation<CheckDues.Input, CheckDues.Output> {

    /** @param caseNumber in which the reasons are kept */
    public record Input(String caseNumber, List<String> partyIds) {}

    /**
     * @param arrearsTotal zł, interest and costs included
     * @param duesCheckedOn the day they are told for
     */
    public record Output(Boolean hasArrears, BigDecimal arrearsTotal, LocalDate duesCheckedOn) {}

    private final Dues dues;
    private final Reasons reasons;
    private final OfficeClock clock;

    CheckDues(Dues dues, Reasons reasons, OfficeClock clock) {
        this.dues = dues;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate today = clock.today();
        List<Dues.Line> arrears = dues.arrears(input.partyIds(), today);
        BigDecimal total = arrears.stream().map(Dues.Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Stan na dzień", Zloty.day(today));
        inputs.put("Liczba zaległych pozycji", Integer.toString(arrears.size()));
        List<String> steps = arrears.isEmpty()
                ? List.of("P10: żadna należność strony nie jest po terminie, nie ma zaległości (art. 51 § 1 OP).")
                : arrears.stream().map(CheckDues::sentence).toList();
        reasons.keep(input.caseNumber(), input.caseNumber(), "Zaległości strony", inputs, steps);
        return Answer.now(new Output(!arrears.isEmpty(), total, today));
    }

    private static String sentence(Dues.Line line) {
        String what = line.instalment() == null ? "koszty upomnienia" : "rata " + line.instalment();
        return "P10: %s za rok %d w sprawie %s, termin %s: %s i odsetki %s (INT-01)."
                .formatted(
                        what,
                        line.taxYear(),
                        line.caseNumber(),
                        Zloty.day(line.dueOn()),
                        Zloty.text(line.principal()),
                        Zloty.text(line.interest()));
    }
}
