package pl.obieg.tax.declaration;

import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.Submission;
import pl.obieg.process.ProcedureFiles;
import pl.obieg.tax.TaxSettings;

/** Finds the mapping of a submission by the root namespace of its XML, and reads the declaration with it. */
@Component
public class FormMappings {

    private final ProcedureFiles files;
    private final DocumentStore documents;
    private final TaxSettings settings;

    public FormMappings(ProcedureFiles files, DocumentStore documents, TaxSettings settings) {
        this.files = files;
        this.documents = documents;
        this.settings = settings;
    }

    /** The mapping for the namespace, if the office knows the form. */
    public Optional<FormMapping> of(String namespace) {
        return settings.forms().values().stream()
                .map(path -> FormMapping.parse(files.text(path)))
                .filter(mapping -> mapping.namespace().equals(namespace))
                .findFirst();
    }

    /**
     * The declaration of a submission; empty if its form is not known.
     *
     * @throws FormMapping.Unreadable if the XML or a value in it cannot be read
     */
    public Optional<Declaration> read(Submission submission) {
        return of(submission.namespace())
                .map(mapping ->
                        mapping.read(documents.get(submission.documentId()).content()));
    }
}
