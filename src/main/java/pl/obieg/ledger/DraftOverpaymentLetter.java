package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Says what a decision or an order on an overpayment is to say (OP art. 72–79). */
@OperationCard(
        label = "Przygotuj pismo w sprawie nadpłaty",
        description = "Tworzy projekt decyzji stwierdzającej nadpłatę albo odmawiającej, postanowienia o zaliczeniu na"
                + " inne należności albo zawiadomienia o rozliczeniu.",
        system = "ledger",
        refusals = "UNKNOWN_OVERPAYMENT_LETTER: Nie ma takiego rodzaju pisma.")
public class DraftOverpaymentLetter implements Operation<DraftOverpaymentLetter.Input, DraftOverpaymentLetter.Output> {

    /**
     * @param overpaymentLetter {@code STWIERDZENIE}, {@code ODMOWA} or {@code ZALICZENIE}
     * @param overpaymentReasons as a clerk wrote them
     */
    public record Input(
            String caseNumber,
            String taxCaseNumber,
            String overpaymentLetter,
            @Nullable BigDecimal overpaidAmount,
            @Nullable LocalDate refundBy,
            @Nullable String overpaymentReasons,
            List<String> payerPartyIds) {}

    /** The draft. */
    public record Output(String letterId) {}

    private final PayerAccounts accounts;
    private final Offset offset;
    private final OfficeLetters letters;

    DraftOverpaymentLetter(PayerAccounts accounts, Offset offset, OfficeLetters letters) {
        this.accounts = accounts;
        this.offset = offset;
        this.letters = letters;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        PayerAccount account = accounts.ofCase(input.taxCaseNumber().strip()).orElseThrow();
        Map<String, Object> content = new HashMap<>();
        content.put("letter", input.overpaymentLetter());
        content.put("taxCase", account.caseNumber());
        content.put("amount", input.overpaidAmount() == null ? BigDecimal.ZERO : input.overpaidAmount());
        content.put("refundBy", input.refundBy() == null ? "" : input.refundBy());
        content.put("reasons", input.overpaymentReasons() == null ? "" : input.overpaymentReasons());
        content.put("moves", List.of());
        Draft draft = switch (String.valueOf(input.overpaymentLetter())) {
            case "STWIERDZENIE", "ODMOWA" ->
                draft(
                        input,
                        OfficeLetters.Kind.DECISION,
                        "letters/nadplata/decyzja-o-nadplacie.ftlh",
                        "w sprawie stwierdzenia nadpłaty",
                        content);
            case "ZALICZENIE" -> {
                content.put(
                        "moves",
                        offset.proposal(account).stream()
                                .map(move -> Map.of(
                                        "taxCase", move.to().caseNumber(),
                                        "amount", move.amount(),
                                        "day", move.day(),
                                        "sentence", move.sentence()))
                                .toList());
                yield draft(
                        input,
                        OfficeLetters.Kind.ORDER,
                        "letters/nadplata/zaliczenie.ftlh",
                        "w sprawie zaliczenia nadpłaty",
                        content);
            }
            default ->
                throw new Refusal("UNKNOWN_OVERPAYMENT_LETTER", "Nie ma pisma rodzaju " + input.overpaymentLetter());
        };
        return Answer.now(new Output(letters.draft(draft, call.idempotencyKey())));
    }

    private static Draft draft(
            Input input, OfficeLetters.Kind kind, String template, String title, Map<String, Object> content) {
        return new Draft(input.caseNumber(), kind, template, title, content, input.payerPartyIds());
    }
}
