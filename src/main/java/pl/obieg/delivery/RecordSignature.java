package pl.obieg.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Records who signed the print by hand and when; only one who is authorised may have (SG-01, SG-04a; OP art. 143). */
@OperationCard(
        label = "Zapisz podpis na wydruku",
        description = "Sprawdza upoważnienie osoby, która podpisała wydruk, i zapisuje podpis przy doręczeniu.",
        system = "delivery",
        refusals = {
            "SIGNATURE_INCOMPLETE: Nie podano, kto i kiedy podpisał wydruk.",
            "SIGNING_DAY_WRONG: Dzień podpisania jest niemożliwy.",
            "SIGNATORY_NOT_AUTHORISED: Osoba nie ma upoważnienia do podpisania takiego pisma."
        })
public class RecordSignature implements Operation<RecordSignature.Input, Nothing> {

    private final DeliveryRegister register;
    private final PrintSignings signings;
    private final Signatories signatories;
    private final Clock clock;

    RecordSignature(DeliveryRegister register, PrintSignings signings, Signatories signatories, Clock clock) {
        this.register = register;
        this.signings = signings;
        this.signatories = signatories;
        this.clock = clock;
    }

    /**
     * @param printDocumentId what was printed and signed
     * @param signedBy login of the one who signed
     */
    public record Input(
            String deliveryId,
            String documentKind,
            String printDocumentId,
            @Nullable String signedBy,
            @Nullable LocalDate signedOn,
            @Nullable String signatureRemark) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        if (input.signedBy() == null || input.signedBy().isBlank() || input.signedOn() == null) {
            throw new Refusal("SIGNATURE_INCOMPLETE", "Podaj, kto i którego dnia podpisał wydruk.");
        }
        LocalDate prepared = LocalDate.ofInstant(preparedAt(input.deliveryId()), clock.getZone());
        if (input.signedOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("SIGNING_DAY_WRONG", "Dzień podpisania nie może być z przyszłości.");
        }
        if (input.signedOn().isBefore(prepared)) {
            throw new Refusal(
                    "SIGNING_DAY_WRONG",
                    "Dzień podpisania nie może być wcześniejszy niż wydanie pisma (" + LegalDay.day(prepared) + ").");
        }
        LetterKind kind = LetterKind.valueOf(input.documentKind());
        Signatory signatory = signatories
                .authorised(input.signedBy(), kind, input.signedOn())
                .orElseThrow(() -> new Refusal(
                        "SIGNATORY_NOT_AUTHORISED",
                        "Wskazana osoba nie miała " + LegalDay.day(input.signedOn())
                                + " upoważnienia do podpisywania pism tego rodzaju: " + kind.getLabel()
                                + " (art. 143 OP)."));
        signings.enter(
                call.idempotencyKey(),
                input.deliveryId(),
                new PrintSignings.Signing(
                        signings.nextAttempt(input.deliveryId()),
                        input.printDocumentId(),
                        true,
                        signatory.person(),
                        signatory.post(),
                        signatory.basis(),
                        input.signedOn(),
                        input.signatureRemark()));
        return Nothing.done();
    }

    private Instant preparedAt(String deliveryId) {
        return register.making(deliveryId).preparedAt();
    }
}
