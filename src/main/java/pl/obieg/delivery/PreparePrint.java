package pl.obieg.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.PaperVersions;
import pl.obieg.documents.SignedPrints;
import pl.obieg.documents.StoredDocument;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;

/**
 * Records how the letter is signed (D20) and makes what is printed: the version with a line for the signature (SG-01,
 * SG-04a), the original as it is (SG-04), or a print that says who signed it electronically (SG-05).
 */
@OperationCard(
        label = "Przygotuj wydruk pisma",
        description = "Zapisuje rodzaj podpisu z tabeli i przygotowuje wydruk pisma wysyłanego na papierze.",
        system = "delivery")
public class PreparePrint implements Operation<PreparePrint.Input, PreparePrint.Output> {

    private final DeliveryRegister register;
    private final PrintSignings signings;
    private final Signatories signatories;
    private final DocumentStore documents;
    private final PaperVersions papers;
    private final SignedPrints prints;
    private final Reasons reasons;
    private final Clock clock;

    PreparePrint(
            DeliveryRegister register,
            PrintSignings signings,
            Signatories signatories,
            DocumentStore documents,
            PaperVersions papers,
            SignedPrints prints,
            Reasons reasons,
            Clock clock) {
        this.register = register;
        this.signings = signings;
        this.signatories = signatories;
        this.documents = documents;
        this.papers = papers;
        this.prints = prints;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Outputs of D20 and of {@link DescribeLetter}. */
    public record Input(
            String deliveryId,
            String documentKind,
            String medium,
            String signatureKind,
            String signatureBasis,
            String signatureReason) {}

    /**
     * @param printDocumentId what is printed; the original itself if nothing is
     * @param signatories who may sign a letter of this kind today, for the form
     */
    public record Output(String printDocumentId, List<Choice> signatories) {}

    /** One who may sign. */
    public record Choice(String label, String value) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = register.get(input.deliveryId());
        LetterKind kind = LetterKind.valueOf(input.documentKind());
        boolean paper = DescribeLetter.PAPER.equals(input.medium());
        String print = paper ? print(delivery, kind, input.signatureKind()) : delivery.documentId();
        signings.choose(
                delivery.id(),
                new PrintSignings.Chosen(
                        input.signatureKind(), input.signatureBasis(), input.signatureReason(), paper ? print : null));
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Rodzaj pisma", kind.getLabel());
        inputs.put("Rodzaj podpisu (D20)", input.signatureKind());
        reasons.keep(
                delivery.caseNumber(),
                delivery.id(),
                "Podpis pisma",
                inputs,
                List.of(input.signatureReason() + " (" + input.signatureKind() + ", " + input.signatureBasis() + ")"));
        return Answer.now(new Output(print, choices(kind)));
    }

    private String print(Delivery delivery, LetterKind kind, String signatureKind) {
        return switch (signatureKind) {
            case "SG-04" -> delivery.documentId();
            case "SG-05" -> printOfSigned(delivery, kind);
            default -> papers.of(delivery.documentId()).orElse(delivery.documentId());
        };
    }

    private String printOfSigned(Delivery delivery, LetterKind kind) {
        StoredDocument original = documents.get(delivery.documentId());
        SignedPrints.PersonalSignature signature = prints.personalSignature(original.content())
                .orElseThrow(() -> new IllegalStateException("No person signed " + delivery.documentId()));
        LocalDate day = signature.signedOn() == null ? LocalDate.now(clock) : signature.signedOn();
        Signatory signatory = signatories
                .authorisedByName(signature.person(), kind, day)
                .orElseThrow(() -> new IllegalStateException("The signature has no authorisation"));
        byte[] printed = prints.withStatement(
                original.content(),
                List.of(
                        "Wydruk pisma wydanego w postaci elektronicznej i opatrzonego podpisem elektronicznym, który złożył(a) "
                                + LegalDay.day(day) + ":",
                        signatory.person() + ", " + signatory.post() + ".",
                        "Identyfikator pisma w systemie urzędu: " + original.id()));
        return documents.put(printed, "wydruk-" + original.fileName(), original.mediaType());
    }

    private List<Choice> choices(LetterKind kind) {
        return signatories.authorised(kind, LocalDate.now(clock)).stream()
                .map(one -> new Choice(one.person() + ", " + one.post(), one.login()))
                .toList();
    }
}
