package pl.obieg.delivery;

import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Records that the print came back from the signatory without a signature, and why. The letter itself stays issued. */
@OperationCard(
        label = "Zapisz odmowę podpisu",
        description = "Zapisuje przy doręczeniu, że wydruku nie podpisano, i z jakiego powodu.",
        system = "delivery")
public class RecordSigningRefusal implements Operation<RecordSigningRefusal.Input, Nothing> {

    private final PrintSignings signings;

    RecordSigningRefusal(PrintSignings signings) {
        this.signings = signings;
    }

    /** @param unsignedReason why it was not signed */
    public record Input(
            String deliveryId,
            String printDocumentId,
            @Nullable String unsignedReason) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        boolean silent =
                input.unsignedReason() == null || input.unsignedReason().isBlank();
        signings.enter(
                call.idempotencyKey(),
                input.deliveryId(),
                new PrintSignings.Signing(
                        signings.nextAttempt(input.deliveryId()),
                        input.printDocumentId(),
                        false,
                        null,
                        null,
                        null,
                        null,
                        silent ? "Nie podano przyczyny." : input.unsignedReason()));
        return Nothing.done();
    }
}
