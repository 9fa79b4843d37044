package pl.obieg.portal.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.OwedToday;
import pl.obieg.portal.Citizens;
import pl.obieg.portal.applications.Applications;
import pl.obieg.portal.applications.OfficialLetters;
import pl.obieg.portal.matters.LedgerNotes;
import pl.obieg.portal.matters.Matter;
import pl.obieg.portal.matters.Matters;
import pl.obieg.portal.matters.Receivable;
import pl.obieg.portal.matters.Refunds;

/**
 * The signed-in citizen's cases and decisions. What is not the citizen's own does not exist here: 404. A copy read here is
 * no delivery (DEL-23), and every page says so.
 */
@Controller
class MatterPages {

    private final Citizens citizens;
    private final Matters matters;
    private final Refunds refunds;
    private final LedgerNotes notes;
    private final DocumentStore documents;
    private final Applications applications;
    private final OfficialLetters letters;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final ObjectProvider<OwedToday> owed;

    MatterPages(
            Citizens citizens,
            Matters matters,
            Refunds refunds,
            LedgerNotes notes,
            DocumentStore documents,
            Applications applications,
            OfficialLetters letters,
            StatutoryCalendar calendar,
            OfficeClock clock,
            ObjectProvider<OwedToday> owed) {
        this.citizens = citizens;
        this.matters = matters;
        this.refunds = refunds;
        this.notes = notes;
        this.documents = documents;
        this.applications = applications;
        this.letters = letters;
        this.calendar = calendar;
        this.clock = clock;
        this.owed = owed;
    }

    @GetMapping({"/gmina24", "/gmina24/"})
    String home(Principal citizen, Model model) {
        model.addAttribute(
                "matters", citizens.partyOf(citizen.getName()).map(matters::of).orElse(List.of()));
        model.addAttribute("applications", applications.of(citizen.getName()));
        model.addAttribute(
                "letters", citizens.partyOf(citizen.getName()).map(letters::to).orElse(List.of()));
        model.addAttribute("text", new Wording(clock.today()));
        return "portal/sprawy";
    }

    @GetMapping("/gmina24/sprawy/{caseNumber}")
    String matter(@PathVariable String caseNumber, Principal citizen, Model model) {
        Matter matter = citizens.partyOf(citizen.getName())
                .flatMap(party -> matters.find(party, caseNumber))
                .orElseThrow(NotFound::new);
        model.addAttribute("matter", matter);
        model.addAttribute("refunds", refunds.of(caseNumber));
        model.addAttribute("notes", notes.of(caseNumber));
        model.addAttribute("deliveries", deliveries(matter));
        model.addAttribute(
                "charts", matter.receivables().stream().collect(Collectors.toMap(Receivable::id, InstalmentChart::of)));
        model.addAttribute("owed", owed(matter));
        owed.ifAvailable(ledger -> model.addAttribute("cards", ledger.cards()));
        model.addAttribute("text", new Wording(clock.today()));
        return "portal/sprawa";
    }

    /** Interest and costs of today by receivable; nothing where no module keeps the money. */
    private Map<String, OwedToday.Sum> owed(Matter matter) {
        OwedToday ledger = owed.getIfAvailable();
        return ledger == null
                ? Map.of()
                : matter.receivables().stream()
                        .filter(receivable -> receivable.account() != null)
                        .collect(Collectors.toMap(Receivable::id, receivable -> ledger.on(receivable.account())));
    }

    private Map<String, DeliveryStory> deliveries(Matter matter) {
        return matter.decisions().stream()
                .collect(Collectors.toMap(
                        Matter.Decision::number, decision -> DeliveryStory.of(decision, calendar, clock.today())));
    }

    @GetMapping("/gmina24/dokumenty/{documentId}")
    ResponseEntity<byte[]> document(@PathVariable String documentId, Principal citizen) {
        boolean own = citizens.partyOf(citizen.getName())
                .filter(party -> matters.mayRead(party, documentId) || letters.mayRead(party, documentId))
                .isPresent();
        if (!own) {
            throw new NotFound();
        }
        StoredDocument document = documents.get(documentId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(document.content());
    }

    /** Any other address of the portal. */
    @GetMapping("/gmina24/**")
    String nowhere() {
        throw new NotFound();
    }
}
