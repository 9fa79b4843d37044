package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.lang.Nullable;
import pl.obieg.ledger.PayerAccounts;
import pl.obieg.ledger.Settlement;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** The upomnienie reached its addressees, or not (ARR-04, ARR-10). */
@OperationCard(
        label = "Odnotuj doręczenie upomnienia",
        description = "Zapisuje dzień doręczenia upomnienia, przypisuje jego koszty i liczy 7 dni na zapłatę.",
        system = "ledger")
public class RecordDunningDelivery implements Operation<RecordDunningDelivery.Input, RecordDunningDelivery.Output> {

    /** {@code legalDate}: of the delivery; {@code null} if nobody was reached. */
    public record Input(
            String dunningId, String caseNumber, @Nullable LocalDate legalDate) {}

    /** {@code dunningTermEndsOn}: last day to pay; {@code null} if nobody was reached. */
    public record Output(Boolean dunningReached, LocalDate dunningTermEndsOn) {}

    private final Dunnings dunnings;
    private final DunningDelivery deliveries;
    private final PayerAccounts accounts;
    private final Settlement settlement;

    RecordDunningDelivery(
            Dunnings dunnings, DunningDelivery deliveries, PayerAccounts accounts, Settlement settlement) {
        this.dunnings = dunnings;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.settlement = settlement;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        accounts.byNrb(dunnings.get(input.dunningId()).account()).ifPresent(settlement::hold);
        Dunning dunning = dunnings.lock(input.dunningId());
        Optional<LocalDate> termEndsOn = deliveries.count(dunning, input.caseNumber(), input.legalDate());
        if (termEndsOn.isEmpty()) {
            dunnings.undelivered(dunning.id());
        }
        return Answer.now(new Output(termEndsOn.isPresent(), termEndsOn.orElse(null)));
    }
}
