package pl.obieg.correspondence;

import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Enters a letter in the register of outgoing letters. */
@OperationCard(
        label = "Zarejestruj przesyłkę wychodzącą",
        description = "Wpisuje przesyłkę do rejestru przesyłek wychodzących i nadaje jej numer.",
        system = "ezd")
public class RegisterOutgoing implements Operation<RegisterOutgoing.Input, RegisterOutgoing.Output> {

    /** What goes out. Without the party the delivery alone says who gets it. */
    public record Input(
            @Nullable String caseNumber,
            String deliveryId,
            @Nullable String partyId,
            String documentId,
            String channel) {}

    /** {@code outgoingNumber}: {@code RPWych/1/2026}. */
    public record Output(String outgoingNumber) {}

    private final CorrespondenceSystem ezd;

    public RegisterOutgoing(CorrespondenceSystem ezd) {
        this.ezd = ezd;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(ezd.registerOutgoing(new CorrespondenceSystem.Outgoing(
                input.deliveryId(), input.caseNumber(), input.partyId(), input.documentId(), input.channel()))));
    }
}
