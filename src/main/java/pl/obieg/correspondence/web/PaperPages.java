package pl.obieg.correspondence.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.EzdSettings;
import pl.obieg.correspondence.builtin.PaperDesk;
import pl.obieg.correspondence.builtin.UnscannedKinds;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.PdfPages;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.process.Refusal;

/**
 * The registry enters a letter that came on paper: first who sent it, then the letter. The search for a sender is
 * posted, since names must not stand in addresses.
 */
@Controller
@RequestMapping("/ezd/rejestracja")
class PaperPages {

    private static final int FOUND_AT_MOST = 20;
    private static final String PDF = "application/pdf";
    private static final String NEW = "nowy";
    private static final String UNKNOWN = "nieznany";

    /** Which field a refusal speaks of. */
    private static final Map<String, String> FIELDS = Map.of(
            "SCAN_UNREADABLE", "scan",
            "SCAN_INCOMPLETE", "scan",
            "NOT_SCANNED", "scan",
            "UNKNOWN_REASON", "unscannedCode",
            "CASE_NOT_FOUND", "relatedCase",
            "CASE_CLOSED", "relatedCase");

    private final PaperDesk desk;
    private final Parties parties;
    private final UnscannedKinds unscanned;
    private final DocumentStore documents;
    private final EzdSettings settings;
    private final OfficeClock clock;

    PaperPages(
            PaperDesk desk,
            Parties parties,
            UnscannedKinds unscanned,
            DocumentStore documents,
            EzdSettings settings,
            OfficeClock clock) {
        this.desk = desk;
        this.parties = parties;
        this.unscanned = unscanned;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    @InitBinder
    void emptyIsNull(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("entries", EzdPages.ENTRIES).addAttribute("text", "");
        return "correspondence/paper-sender";
    }

    @PostMapping
    String search(@RequestParam(name = "szukaj", defaultValue = "") String text, Model model) {
        String wanted = text == null ? "" : text;
        model.addAttribute("entries", EzdPages.ENTRIES)
                .addAttribute("text", wanted)
                .addAttribute("found", parties.search(wanted, FOUND_AT_MOST))
                .addAttribute("most", FOUND_AT_MOST);
        return "correspondence/paper-sender";
    }

    @GetMapping("/pismo")
    String form(@RequestParam(name = "nadawca") String sender, Model model) {
        PaperForm empty = PaperForm.empty(UUID.randomUUID().toString(), clock.today());
        return page(sender, empty, SenderForm.EMPTY, Map.of(), model);
    }

    @PostMapping("/pismo")
    String register(
            @RequestParam(name = "nadawca") String sender,
            @ModelAttribute("form") PaperForm form,
            BindingResult formBinding,
            @ModelAttribute("senderForm") SenderForm senderForm,
            @RequestParam(name = "scan", required = false) MultipartFile scan,
            @RequestParam(name = "attachmentScans", required = false) List<MultipartFile> attachmentScans,
            Principal clerk,
            Model model)
            throws IOException {
        Map<String, String> errors = new LinkedHashMap<>();
        PaperForm filled = withUploads(form, scan, attachmentScans, errors);
        filled.errors(clock.today(), settings.letters(), reasons().keySet()).forEach(errors::putIfAbsent);
        formBinding.getFieldErrors().forEach(error -> errors.putIfAbsent(error.getField(), "Wpisz poprawną wartość."));
        if (NEW.equals(sender)) {
            senderForm.check(errors, parties);
        }
        if (errors.isEmpty()) {
            try {
                String number = desk.register(
                        filled.letter(party(sender, senderForm)), clerk == null ? "nieznany" : clerk.getName());
                return "redirect:" + Polish.letterHref(number) + "?zarejestrowano";
            } catch (Refusal refusal) {
                errors.put(FIELDS.getOrDefault(refusal.code(), "kind"), refusal.getMessage());
            }
        }
        return page(sender, filled, senderForm, errors, model);
    }

    private Party party(String sender, SenderForm senderForm) {
        return switch (sender) {
            case NEW -> senderForm.party();
            case UNKNOWN -> null;
            default -> known(sender);
        };
    }

    private Party known(String id) {
        try {
            return parties.get(id);
        } catch (IllegalArgumentException absent) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Keeps the files that can be read; a scan chosen anew replaces the one before. */
    private PaperForm withUploads(
            PaperForm form, MultipartFile scan, List<MultipartFile> attachmentScans, Map<String, String> errors)
            throws IOException {
        String scanId = isDocument(form.scanId()) ? form.scanId() : null;
        String scanName = form.scanName();
        if (scan != null && !scan.isEmpty()) {
            Optional<String> kept = keep(scan);
            if (kept.isEmpty()) {
                errors.put("scan", "Skanu nie da się odczytać. Wgraj plik PDF bez hasła.");
            } else {
                scanId = kept.get();
                scanName = nameOf(scan);
            }
        }
        List<String> kept = new ArrayList<>();
        for (MultipartFile file : attachmentScans == null ? List.<MultipartFile>of() : attachmentScans) {
            if (!file.isEmpty()) {
                Optional<String> id = keep(file);
                if (id.isEmpty()) {
                    errors.put(
                            "attachmentScans",
                            "Pliku „" + nameOf(file) + "” nie da się odczytać. Wgraj plik PDF bez hasła.");
                } else {
                    kept.add(id.get() + "|" + nameOf(file));
                }
            }
        }
        return form.withFiles(scanId, scanName, kept.isEmpty() ? keptBefore(form) : kept);
    }

    private List<String> keptBefore(PaperForm form) {
        return form.attachmentIds().stream()
                .filter(kept -> kept.matches("[0-9a-f]{64}\\|.{1,200}"))
                .filter(kept -> isDocument(PaperForm.attachment(kept).documentId()))
                .toList();
    }

    /** What comes back in a hidden field may be anything. */
    private boolean isDocument(String id) {
        try {
            return id != null && documents.get(id) != null;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }

    private Optional<String> keep(MultipartFile file) throws IOException {
        byte[] content = file.getBytes();
        return PdfPages.of(content).isEmpty()
                ? Optional.empty()
                : Optional.of(documents.put(content, nameOf(file), PDF));
    }

    /** Without the path that some browsers send along. */
    private static String nameOf(MultipartFile file) {
        String given = file.getOriginalFilename();
        String name = given == null || given.isBlank()
                ? "skan.pdf"
                : Path.of(given.replace('\\', '/').replace('\0', '_'))
                        .getFileName()
                        .toString();
        // A comma would part the hidden field in two.
        String plain = name.replace(',', ' ');
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }

    private Map<String, String> reasons() {
        return unscanned.on(clock.today()).stream()
                .collect(Collectors.toMap(
                        UnscannedKinds.UnscannedKind::code,
                        UnscannedKinds.UnscannedKind::label,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private String page(String sender, PaperForm form, SenderForm senderForm, Map<String, String> errors, Model model) {
        boolean chosen = !NEW.equals(sender) && !UNKNOWN.equals(sender);
        model.addAttribute("entries", EzdPages.ENTRIES)
                .addAttribute("sender", sender)
                .addAttribute("party", chosen ? known(sender) : null)
                .addAttribute("form", form)
                .addAttribute("senderForm", senderForm)
                .addAttribute("errors", errors)
                .addAttribute("kinds", settings.letters())
                .addAttribute("carrierKinds", PaperForm.Carrier.values())
                .addAttribute("reasons", reasons())
                .addAttribute(
                        "attachmentFiles",
                        form.attachmentIds().stream()
                                .map(kept -> Map.of(
                                        "kept",
                                        kept,
                                        "name",
                                        PaperForm.attachment(kept).fileName()))
                                .toList());
        return "correspondence/paper-letter";
    }
}
