package pl.obieg.delivery;

import java.util.List;
import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Enters one delivery per addressee of a document. */
@OperationCard(
        label = "Przygotuj doręczenia",
        description = "Zakłada w rejestrze doręczeń po jednym wpisie dla każdego adresata pisma.",
        system = "delivery")
public class PrepareDeliveries implements Operation<PrepareDeliveries.Input, PrepareDeliveries.Output> {

    private final DeliveryRegister register;

    PrepareDeliveries(DeliveryRegister register) {
        this.register = register;
    }

    /**
     * @param partyIds addressees in the client base
     * @param massIssued the letter is one of a series (D20); unset: of a single case
     * @param issuedAutomatically nobody of the staff took part (SG-03); unset: somebody did
     */
    public record Input(
            String caseNumber,
            String documentId,
            List<String> partyIds,
            @Nullable Boolean massIssued,
            @Nullable Boolean issuedAutomatically) {

        public Input(String caseNumber, String documentId, List<String> partyIds) {
            this(caseNumber, documentId, partyIds, null, null);
        }
    }

    /** @param deliveryIds in the order of the parties, without repetition */
    public record Output(List<String> deliveryIds) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        if (input.partyIds() == null || input.partyIds().isEmpty()) {
            throw new IllegalArgumentException("A document without addressees in case " + input.caseNumber());
        }
        return Answer.now(new Output(input.partyIds().stream()
                .distinct()
                .map(partyId -> prepare(input, partyId))
                .toList()));
    }

    private String prepare(Input input, String partyId) {
        String id = register.prepare(input.caseNumber(), input.documentId(), partyId);
        register.made(id, Boolean.TRUE.equals(input.massIssued()), Boolean.TRUE.equals(input.issuedAutomatically()));
        return id;
    }
}
