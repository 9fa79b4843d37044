package pl.obieg.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.LetterNumbers;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.SubmissionPreview;
import pl.obieg.process.TaskSummary;
import pl.obieg.process.Tasks;

/** The page behind the tab "Podgląd" of a task, and the documents it shows. */
@Controller
class TaskPreview {

    /** Shown in the browser; any other type is only downloaded, since it could carry a script. */
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

    private static final Map<String, String> CHANNELS = Map.of(
            "EPUAP", "ePUAP",
            "ADE", "e-Doręczenia",
            "PORTAL", "portal Gmina24",
            "PAPER", "papier (kancelaria)");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm");

    private final Tasks tasks;
    private final TaskFile file;
    private final ObjectProvider<SubmissionPreview> previews;
    private final ObjectProvider<LetterNumbers> letterNumbers;

    TaskPreview(
            Tasks tasks,
            TaskFile file,
            ObjectProvider<SubmissionPreview> previews,
            ObjectProvider<LetterNumbers> letterNumbers) {
        this.tasks = tasks;
        this.file = file;
        this.previews = previews;
        this.letterNumbers = letterNumbers;
    }

    /** What the register says about the letter. */
    public record LetterFacts(String number, String channel, String receivedAt, String subject, String formCode) {}

    /** Personal data: nothing stays in the browser's cache, and only our own pages may frame it. */
    @ModelAttribute
    void protect(HttpServletResponse response) {
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping("/podglad/zadania/{taskId}")
    String show(@PathVariable String taskId, Model model, HttpServletResponse response) {
        Optional<TaskSummary> found = tasks.find(taskId);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "workplace/brak-zadania";
        }
        TaskSummary task = found.get();
        List<TaskFile.Item> items = file.items(task);
        model.addAttribute("task", task);
        model.addAttribute("items", items);
        items.stream().filter(TaskFile.Item::pdf).findFirst().ifPresent(main -> model.addAttribute("main", main));
        file.submission(task).ifPresent(submission -> describe(task, submission, model));
        return "workplace/podglad";
    }

    private void describe(TaskSummary task, Submission submission, Model model) {
        model.addAttribute("letter", facts(submission));
        Optional<String> html = previews.orderedStream()
                .flatMap(preview -> preview.html(submission.id()).stream())
                .findFirst();
        if (html.isPresent()) {
            model.addAttribute("previewHtml", html.get());
        } else if (submission.documentId() != null) {
            file.document(task, submission.documentId())
                    .flatMap(document -> XmlOutline.of(document.content()))
                    .ifPresent(outline -> model.addAttribute("outline", outline));
        }
    }

    private LetterFacts facts(Submission submission) {
        String number = letterNumbers.stream()
                .flatMap(register -> register.find(submission.id()).stream())
                .findFirst()
                .orElse(null);
        return new LetterFacts(
                number,
                CHANNELS.getOrDefault(submission.channel(), submission.channel()),
                MOMENT.format(submission.receivedAt().atZone(OfficeClock.WARSAW)),
                submission.subject(),
                submission.formCode());
    }

    @GetMapping("/podglad/zadania/{taskId}/dokument/{documentId}")
    ResponseEntity<byte[]> document(@PathVariable String taskId, @PathVariable String documentId) {
        Optional<StoredDocument> found = tasks.find(taskId).flatMap(task -> file.document(task, documentId));
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        StoredDocument document = found.get();
        boolean shown = SHOWN.contains(document.mediaType());
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(shown ? MediaType.valueOf(document.mediaType()) : MediaType.APPLICATION_OCTET_STREAM)
                .body(document.content());
    }
}
