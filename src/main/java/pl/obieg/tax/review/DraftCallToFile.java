package pl.obieg.tax.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.Polish;

/** Drafts the call to file a declaration, or to say why there is none (OP art. 274a § 1). */
@OperationCard(
        label = "Napisz wezwanie do złożenia deklaracji",
        description = "Przygotowuje wezwanie do złożenia deklaracji albo wyjaśnienia, dlaczego jej nie złożono.",
        system = "gmina")
public class DraftCallToFile implements Operation<DraftCallToFile.Input, DraftCallToFile.Output> {

    private static final String TEMPLATE = "letters/brak-deklaracji/wezwanie-do-zlozenia.ftlh";

    /** {@code missingNote}: what the clerk adds, or unset. */
    public record Input(
            String missingId,
            String caseNumber,
            Integer taxYear,
            List<String> partyIds,
            @Nullable String missingNote) {}

    public record Output(String letterId) {}

    private final MissingDeclarations missing;
    private final OfficeLetters letters;
    private final FilingManner manner;

    public DraftCallToFile(MissingDeclarations missing, OfficeLetters letters, FilingManner manner) {
        this.missing = missing;
        this.letters = letters;
        this.manner = manner;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        MissingDeclarations.Listed listed = missing.get(input.missingId());
        FilingDuty duty = FilingDuty.ofForm(listed.form());
        Map<String, Object> content = new HashMap<>();
        content.put("year", String.valueOf(input.taxYear()));
        content.put("form", duty.form());
        content.put("basis", duty.basis());
        content.put("taxLocative", duty.kind().locative());
        content.put("term", Polish.date(manner.yearlyTerm(duty.form(), input.taxYear())));
        content.put("lastCase", listed.lastCaseNumber());
        content.put(
                "note", input.missingNote() == null ? "" : input.missingNote().strip());
        return Answer.now(new Output(letters.draft(
                new OfficeLetters.Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.LETTER,
                        TEMPLATE,
                        "Wezwanie do złożenia deklaracji " + duty.form() + " za rok " + input.taxYear(),
                        content,
                        input.partyIds()),
                call.idempotencyKey())));
    }
}
