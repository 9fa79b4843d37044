package pl.obieg.workplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.TaskSummary;

/** The documents of one task: the letter it is about and what came with the submission. Others do not belong to it. */
@Component
class TaskFile {

    private final DocumentStore documents;
    private final Submissions submissions;

    TaskFile(DocumentStore documents, Submissions submissions) {
        this.documents = documents;
        this.submissions = submissions;
    }

    /**
     * A document in the order a clerk wants them.
     *
     * @param label what it is, in Polish
     */
    public record Item(String label, String documentId, String fileName, boolean pdf) {}

    /** The submission the task is about. */
    Optional<Submission> submission(TaskSummary task) {
        return Optional.ofNullable(task.submissionId()).map(submissions::get);
    }

    /** Draft first, then the print to be signed, the finished letter, and what the sender filed. */
    List<Item> items(TaskSummary task) {
        List<Item> items = new ArrayList<>();
        add(items, "Projekt pisma", task.draftDocumentId());
        add(items, "Wydruk do podpisu", task.printDocumentId());
        add(items, "Pismo", task.documentId());
        submission(task).ifPresent(submission -> {
            add(items, "Pismo nadawcy", submission.documentId());
            for (Submission.Attachment attachment : submission.attachments()) {
                boolean pdf = attachment.fileName().toLowerCase(Locale.ROOT).endsWith(".pdf");
                items.add(new Item("Załącznik", attachment.documentId(), attachment.fileName(), pdf));
            }
            add(items, "Urzędowe poświadczenie", submission.evidenceDocumentId());
        });
        return items;
    }

    /** The document, if it belongs to the task. */
    Optional<StoredDocument> document(TaskSummary task, String documentId) {
        return items(task).stream().anyMatch(item -> item.documentId().equals(documentId))
                ? Optional.of(documents.get(documentId))
                : Optional.empty();
    }

    private void add(List<Item> items, String label, String documentId) {
        if (documentId == null || items.stream().anyMatch(item -> Objects.equals(item.documentId(), documentId))) {
            return;
        }
        StoredDocument document = documents.get(documentId);
        items.add(new Item(label, documentId, document.fileName(), "application/pdf".equals(document.mediaType())));
    }
}
