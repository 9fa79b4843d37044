package pl.obieg.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.SignedPrints;
import pl.obieg.documents.StoredDocument;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Finds out what D20 asks: what the letter is, how it was made and on what it goes out (SG-01 to SG-06). */
@OperationCard(
        label = "Ustal cechy pisma",
        description = "Ustala, jakim pismem jest doręczany dokument, jak powstał i w jakiej postaci wychodzi.",
        system = "delivery")
public class DescribeLetter implements Operation<DescribeLetter.Input, DescribeLetter.Output> {

    static final String PAPER = "PAPER";

    /** Any other channel means paper, which asks for more. */
    private static final Map<String, String> MEDIA =
            Map.of("ADE", "ELECTRONIC", "ADE_QERDS", "ELECTRONIC", "EPUAP", "ELECTRONIC", "PUH", "HYBRID");

    private final DeliveryRegister register;
    private final PrintSignings signings;
    private final Signatories signatories;
    private final DocumentStore documents;
    private final SignedPrints prints;
    private final Clock clock;

    DescribeLetter(
            DeliveryRegister register,
            PrintSignings signings,
            Signatories signatories,
            DocumentStore documents,
            SignedPrints prints,
            Clock clock) {
        this.register = register;
        this.signings = signings;
        this.signatories = signatories;
        this.documents = documents;
        this.prints = prints;
        this.clock = clock;
    }

    /** @param deliveryId of a prepared delivery with its channel recorded */
    public record Input(String deliveryId) {}

    /**
     * Inputs of {@code rodzaj-podpisu.dmn}.
     *
     * @param documentKind name of a {@link LetterKind}
     * @param medium {@code PAPER}, {@code ELECTRONIC} or {@code HYBRID}
     * @param personSigned whether a person with an authorisation signed the original electronically
     * @param copySigned whether a print signed by hand lies ready that was never sent
     */
    public record Output(
            String documentKind,
            Boolean massIssued,
            Boolean issuedAutomatically,
            String medium,
            Boolean personSigned,
            Boolean copySigned) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = register.get(input.deliveryId());
        LetterKind kind = register.kindOf(delivery.documentId());
        String medium = MEDIA.getOrDefault(String.valueOf(delivery.channel()), PAPER);
        DeliveryRegister.Making making = register.making(delivery.id());
        return Answer.now(new Output(
                kind.name(),
                making.massIssued(),
                making.issuedAutomatically(),
                medium,
                personSigned(delivery, kind),
                PAPER.equals(medium) && signings.copyWaits(delivery.id())));
    }

    private boolean personSigned(Delivery delivery, LetterKind kind) {
        StoredDocument original = documents.get(delivery.documentId());
        if (!"application/pdf".equals(original.mediaType())) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        return prints.personalSignature(original.content())
                .flatMap(signature -> signatories.authorisedByName(
                        signature.person(), kind, signature.signedOn() == null ? today : signature.signedOn()))
                .isPresent();
    }
}
