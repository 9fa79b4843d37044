package pl.obieg.tax;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.declaration.ContentCheck;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.FormMapping;
import pl.obieg.tax.declaration.FormMappings;
import pl.obieg.tax.declaration.SignerCheck;

/**
 * Checks a declaration before it becomes a case: signature, form, identity, competence, required fields (czynności
 * sprawdzające, OP art. 272).
 */
@OperationCard(
        label = "Sprawdź złożone pismo",
        description = "Sprawdza podpis, wzór formularza, tożsamość podatnika, właściwość organu i wymagane pola.",
        system = "gmina")
public class CheckSubmission implements Operation<CheckSubmission.Input, CheckSubmission.Output> {

    /** What to check. */
    public record Input(String submissionId, String formCode) {}

    /**
     * {@code defects}: codes of {@link Defects} joined by ", ", "" if there are none; {@code defectsInWords}: the same as
     * Polish sentences, one a line, for the clerk and for the call to the sender; {@code unreadable}: nothing can be taken
     * over from it, so that no clerk may accept it as it is.
     */
    public record Output(Boolean submissionValid, String defects, String defectsInWords, Boolean unreadable) {}

    private final Submissions submissions;
    private final DocumentStore documents;
    private final SignatureCheck signatures;
    private final FormMappings mappings;
    private final TaxSettings settings;
    private final OfficeClock clock;

    public CheckSubmission(
            Submissions submissions,
            DocumentStore documents,
            SignatureCheck signatures,
            FormMappings mappings,
            TaxSettings settings,
            OfficeClock clock) {
        this.submissions = submissions;
        this.documents = documents;
        this.signatures = signatures;
        this.mappings = mappings;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Set<String> defects = defectsOf(submissions.get(input.submissionId()), input.formCode());
        String codes = String.join(", ", defects);
        boolean unreadable = defects.contains("UNREADABLE") || defects.contains("UNKNOWN_FORM");
        return Answer.now(
                new Output(defects.isEmpty(), codes, String.join("\n", Defects.sentences(codes)), unreadable));
    }

    /** Codes of {@link Defects}; empty if there are none. */
    Set<String> defectsOf(Submission submission, String formCode) {
        Set<String> defects = new LinkedHashSet<>();
        Optional<FormMapping> mapping = mappings.of(submission.namespace());
        SignatureCheck.Report signature = signature(submission, defects);
        if (mapping.isEmpty()) {
            defects.add("UNKNOWN_FORM");
        } else {
            checkContent(formCode, submission, mapping.get(), signature, defects);
        }
        return defects;
    }

    private SignatureCheck.Report signature(Submission submission, Set<String> defects) {
        if (settings.unsignedChannels().contains(submission.channel())) {
            return null;
        }
        SignatureCheck.Report report =
                signatures.check(documents.get(submission.documentId()).content());
        switch (report.outcome()) {
            case MISSING -> defects.add("NO_SIGNATURE");
            case BROKEN -> defects.add("SIGNATURE_BROKEN");
            case UNTRUSTED -> defects.add("SIGNATURE_UNTRUSTED");
            case VALID -> {
                return report;
            }
        }
        return null;
    }

    private void checkContent(
            String formCode,
            Submission submission,
            FormMapping mapping,
            SignatureCheck.Report validSignature,
            Set<String> defects) {
        Declaration declaration;
        try {
            declaration = mapping.read(documents.get(submission.documentId()).content());
        } catch (FormMapping.Unreadable unreadable) {
            defects.add("UNREADABLE");
            return;
        }
        if (!mapping.form().equals(declaration.form())
                || formCode != null && !mapping.form().equals(formCode)) {
            defects.add("FORM_MISMATCH");
        }
        if (!mapping.versions().contains(declaration.version())) {
            defects.add("UNKNOWN_VERSION");
        }
        defects.addAll(ContentCheck.of(
                declaration, settings.office().teryt(), clock.today().getYear()));
        if (validSignature != null) {
            SignerCheck.of(
                            declaration,
                            validSignature,
                            !submission.attachments().isEmpty())
                    .ifPresent(defects::add);
        }
    }
}
