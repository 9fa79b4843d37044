package pl.obieg.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Seals a document once: asked again for the same one, it answers with the first result. */
@OperationCard(
        label = "Opieczętuj dokument",
        description = "Opatruje dokument PDF kwalifikowaną pieczęcią elektroniczną urzędu (PAdES).",
        system = "documents")
public class SealDocument implements Operation<SealDocument.Input, SealDocument.Output> {

    /** {@code unsealedDocumentId} is a PDF in the document store. */
    public record Input(String unsealedDocumentId) {}

    /** {@code documentId} is the sealed PDF. */
    public record Output(String documentId) {}

    private final DocumentStore documents;
    private final Seal seal;
    private final JdbcClient jdbc;
    private final Clock clock;

    public SealDocument(DocumentStore documents, Seal seal, JdbcClient jdbc, Clock clock) {
        this.documents = documents;
        this.seal = seal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        String unsealedId = input.unsealedDocumentId();
        return Answer.now(new Output(known(unsealedId).orElseGet(() -> sealed(unsealedId))));
    }

    private String sealed(String unsealedId) {
        StoredDocument unsealed = documents.get(unsealedId);
        String id = documents.put(seal.put(unsealed.content()), unsealed.fileName(), unsealed.mediaType());
        jdbc.sql("""
                insert into documents.seal (unsealed_document_id, document_id, sealed_at) values (?, ?, ?)
                on conflict (unsealed_document_id) do nothing
                """).params(unsealedId, id, Timestamp.from(clock.instant())).update();
        return known(unsealedId).orElse(id);
    }

    private Optional<String> known(String unsealedId) {
        return jdbc.sql("select document_id from documents.seal where unsealed_document_id = ?")
                .param(unsealedId)
                .query(String.class)
                .optional();
    }
}
