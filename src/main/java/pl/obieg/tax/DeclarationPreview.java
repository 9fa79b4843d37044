package pl.obieg.tax;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.SubmissionPreview;
import pl.obieg.exchange.Submissions;
import pl.obieg.tax.declaration.FormMapping;
import pl.obieg.tax.declaration.FormMappings;
import pl.obieg.tax.letter.DeclarationView;

/** Shows a declaration as a person reads it, for the preview beside a task. */
@Component
public class DeclarationPreview implements SubmissionPreview {

    private static final String TEMPLATE = "letters/podatek-od-nieruchomosci/podglad-deklaracji.ftlh";

    private final Submissions submissions;
    private final FormMappings mappings;
    private final DocumentStore documents;
    private final LetterWriter writer;

    public DeclarationPreview(
            Submissions submissions, FormMappings mappings, DocumentStore documents, LetterWriter writer) {
        this.submissions = submissions;
        this.mappings = mappings;
        this.documents = documents;
        this.writer = writer;
    }

    /**
     * A fragment of HTML, one {@code section}; empty if the submission is no declaration that can be read. It holds
     * personal data.
     */
    @Override
    public Optional<String> html(String submissionId) {
        Submission submission = submissions.get(submissionId);
        LocalDate receivedOn = LocalDate.ofInstant(submission.receivedAt(), OfficeClock.WARSAW);
        try {
            return mappings.of(submission.namespace())
                    .map(mapping -> writer.html(
                            TEMPLATE,
                            DeclarationView.of(
                                    mapping.read(documents
                                            .get(submission.documentId())
                                            .content()),
                                    mapping.name(),
                                    receivedOn)));
        } catch (FormMapping.Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
