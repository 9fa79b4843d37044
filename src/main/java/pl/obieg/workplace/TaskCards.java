package pl.obieg.workplace;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.TaskSummary;
import pl.obieg.process.Tasks;

/** What the cards of Tasklist's list show besides the engine's own data; one request for all visible cards. */
@RestController
class TaskCards {

    /** Tasklist shows 15 cards at a time; more than this is no list. */
    private static final int MOST = 100;

    private final Tasks tasks;
    private final Parties parties;
    private final Submissions submissions;
    private final OfficeClock clock;

    TaskCards(Tasks tasks, Parties parties, Submissions submissions, OfficeClock clock) {
        this.tasks = tasks;
        this.parties = parties;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * One card.
     *
     * @param party names as in an address line, joined by ", "; {@code null} if there is none yet
     * @param deadline last day in time, or {@code null}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Card(
            String taskId,
            String caseNumber,
            String party,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate deadline,
            boolean overdue) {}

    @GetMapping("/api/zadania/karty")
    ResponseEntity<List<Card>> cards(@RequestParam List<String> ids) {
        if (ids.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Najwyżej " + MOST + " zadań w jednym zapytaniu");
        }
        List<Card> cards = tasks.find(ids).stream().map(this::card).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(cards);
    }

    private Card card(TaskSummary task) {
        return new Card(
                task.id(),
                task.caseNumber(),
                partiesOf(task),
                task.due(),
                task.due() != null && task.due().isBefore(clock.today()));
    }

    /** The parties of the case; before they are known, the sender of the letter. */
    private String partiesOf(TaskSummary task) {
        if (task.partyIds().isEmpty()) {
            return task.submissionId() == null
                    ? null
                    : submissions.get(task.submissionId()).senderName();
        }
        return task.partyIds().stream().map(id -> parties.get(id).displayName()).collect(Collectors.joining(", "));
    }
}
