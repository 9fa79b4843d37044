package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Notes that the debtor was reminded before an upomnienie: form, date, person (ARR-07). */
@OperationCard(
        label = "Odnotuj przypomnienie",
        description = "Zapisuje działanie informacyjne przed upomnieniem: formę, dzień i osobę.",
        system = "ledger",
        refusals = "INFORMING_INCOMPLETE: Nie podano formy, dnia albo osoby, albo dzień jeszcze nie nastąpił.")
public class RecordInforming implements Operation<RecordInforming.Input, Nothing> {

    /**
     * @param informingForm {@code SMS}, {@code EMAIL}, {@code TELEFON}, {@code LIST}, or {@code POMINIETO}: none
     * @param informedBy login of the clerk
     */
    public record Input(String dunningId, String informingForm, LocalDate informedOn, String informedBy) {}

    private static final Set<String> FORMS = Set.of("SMS", "EMAIL", "TELEFON", "LIST", "POMINIETO");

    private final JdbcClient jdbc;
    private final OfficeClock clock;

    RecordInforming(JdbcClient jdbc, OfficeClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        if (!FORMS.contains(input.informingForm())
                || input.informedOn() == null
                || input.informedOn().isAfter(clock.today())
                || input.informedBy() == null) {
            throw new Refusal(
                    "INFORMING_INCOMPLETE", "Podaj formę przypomnienia, dzień nie późniejszy niż dziś i osobę.");
        }
        jdbc.sql("insert into ledger.informing (dunning_id, form, informed_on, informed_by, call_key)"
                        + " values (?, ?, ?, ?, ?) on conflict (call_key) do nothing")
                .params(
                        input.dunningId(),
                        input.informingForm(),
                        input.informedOn(),
                        input.informedBy(),
                        call.idempotencyKey())
                .update();
        return Nothing.done();
    }
}
