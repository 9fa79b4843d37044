package pl.obieg.law.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.law.LawInForce;
import pl.obieg.law.LawPacks;
import pl.obieg.law.LawWarnings;
import pl.obieg.law.Proposals;
import pl.obieg.process.LawTables;
import pl.obieg.process.Refusal;
import pl.obieg.process.StaffDirectory;

/** The law in force, its tables to take away, and proposals to change them. */
@Controller
@RequestMapping("/prawo")
class LawPages {

    private static final int SHOWN = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d.MM.yyyy HH:mm").withZone(OfficeClock.WARSAW);

    private final LawTables tables;
    private final LawInForce inForce;
    private final LawPacks packs;
    private final LawWarnings warnings;
    private final Proposals proposals;
    private final StaffDirectory staff;
    private final OfficeClock clock;

    LawPages(
            LawTables tables,
            LawInForce inForce,
            LawPacks packs,
            LawWarnings warnings,
            Proposals proposals,
            StaffDirectory staff,
            OfficeClock clock) {
        this.tables = tables;
        this.inForce = inForce;
        this.packs = packs;
        this.warnings = warnings;
        this.proposals = proposals;
        this.staff = staff;
        this.clock = clock;
    }

    /** A proposal as the page shows it. */
    public record ShownProposal(
            UUID id, String note, String status, boolean open, String proposed, String decided, String reason) {}

    /** A table in force as the page shows it. */
    public record ShownVersion(String key, String name, int version, String since) {}

    @ModelAttribute
    void common(Model model, HttpServletRequest request) {
        model.addAttribute("mayPropose", request.isUserInRole("analitycy"));
        model.addAttribute("mayApprove", request.isUserInRole("analitycy") || request.isUserInRole("kierownictwo"));
    }

    @GetMapping
    String overview(Model model) {
        model.addAttribute(
                "tables",
                tables.inForce().stream()
                        .map(version -> new ShownVersion(
                                version.key(), version.name(), version.version(), TIME.format(version.deployedAt())))
                        .toList());
        model.addAttribute("warnings", warnings.on(clock.today()));
        model.addAttribute("otherwise", inForce.shippedOtherwise());
        model.addAttribute(
                "proposals", proposals.newest(SHOWN).stream().map(this::shown).toList());
        return "law/prawo";
    }

    @GetMapping("/tabele/{key}")
    String table(@PathVariable String key, Model model) {
        model.addAttribute(
                "table", tables.inForce(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("file", "/prawo/tabele/" + key + "/plik");
        model.addAttribute("fileName", key + ".dmn");
        return "law/tabela";
    }

    @GetMapping("/dni-wolne")
    String freeDays(Model model) {
        model.addAttribute("table", inForce.freeDays());
        model.addAttribute("file", "/prawo/dni-wolne/plik");
        model.addAttribute("fileName", "dni-wolne.csv");
        return "law/tabela";
    }

    @GetMapping("/dni-wolne/plik")
    ResponseEntity<byte[]> freeDaysFile() {
        return download(inForce.freeDaysFile(), new MediaType("text", "csv", StandardCharsets.UTF_8), "dni-wolne.csv");
    }

    @GetMapping("/pakiet")
    ResponseEntity<byte[]> archive() {
        return download(inForce.archive(), new MediaType("application", "zip"), "prawo.zip");
    }

    @GetMapping("/tabele/{key}/plik")
    ResponseEntity<byte[]> file(@PathVariable String key) {
        byte[] content = tables.source(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return download(content, MediaType.APPLICATION_XML, key + ".dmn");
    }

    private static ResponseEntity<byte[]> download(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    @PostMapping(value = "/propozycje", params = "!zProgramu")
    String propose(
            @RequestParam("pliki") List<MultipartFile> uploads,
            @RequestParam("opis") String note,
            Principal who,
            RedirectAttributes after)
            throws IOException {
        try {
            Map<String, byte[]> files = PackUpload.files(uploads);
            UUID id = packs.propose(files, note, who.getName());
            List<String> leftOut = LawPacks.leftOut(files);
            if (!leftOut.isEmpty()) {
                after.addFlashAttribute(
                        "notice", "Pominięto pliki, które przychodzą z programem: " + String.join(", ", leftOut) + ".");
            }
            return "redirect:/prawo/propozycje/" + id;
        } catch (Refusal refusal) {
            after.addFlashAttribute("error", refusal.getMessage());
            after.addFlashAttribute("note", note);
            return "redirect:/prawo";
        }
    }

    /** The version that came with the program, as a proposal like any other. */
    @PostMapping(value = "/propozycje", params = "zProgramu")
    String proposeShipped(@RequestParam("zProgramu") String key, Principal who, RedirectAttributes after) {
        try {
            return "redirect:/prawo/propozycje/"
                    + packs.propose(inForce.shippedFiles(key), "Wersja z programem, tabela " + key, who.getName());
        } catch (Refusal refusal) {
            after.addFlashAttribute("error", refusal.getMessage());
            return "redirect:/prawo";
        }
    }

    @GetMapping("/propozycje/{id}")
    String proposal(@PathVariable UUID id, Principal who, Model model) {
        Proposals.Proposal proposal =
                proposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("proposal", shown(proposal));
        model.addAttribute("own", proposal.proposedBy().equals(who.getName()));
        Optional<LawPacks.Review> review =
                proposal.open() ? Optional.of(packs.review(id)) : proposals.reviewAtDecision(id);
        review.ifPresent(read -> model.addAttribute("review", read));
        return "law/propozycja";
    }

    @PostMapping("/propozycje/{id}/zatwierdz")
    String approve(@PathVariable UUID id, Principal who, RedirectAttributes after) {
        try {
            packs.approve(id, who.getName());
            after.addFlashAttribute("notice", "Zmiana obowiązuje. Działa od dat wpisanych w wierszach tabel.");
        } catch (Refusal refusal) {
            after.addFlashAttribute("error", refusal.getMessage());
        }
        return "redirect:/prawo/propozycje/" + id;
    }

    @PostMapping("/propozycje/{id}/odrzuc")
    String reject(
            @PathVariable UUID id, @RequestParam("powod") String reason, Principal who, RedirectAttributes after) {
        try {
            packs.reject(id, who.getName(), reason);
            after.addFlashAttribute("notice", "Propozycja odrzucona.");
        } catch (Refusal refusal) {
            after.addFlashAttribute("error", refusal.getMessage());
        }
        return "redirect:/prawo/propozycje/" + id;
    }

    private ShownProposal shown(Proposals.Proposal proposal) {
        return new ShownProposal(
                proposal.id(),
                proposal.note(),
                switch (proposal.status()) {
                    case "APPROVED" -> "zatwierdzona";
                    case "REJECTED" -> "odrzucona";
                    default -> "czeka na drugą osobę";
                },
                proposal.open(),
                staff.nameOf(proposal.proposedBy()) + ", " + at(proposal.proposedAt()),
                proposal.decidedBy() == null
                        ? ""
                        : staff.nameOf(proposal.decidedBy()) + ", " + at(proposal.decidedAt()),
                proposal.reason());
    }

    private static String at(Instant time) {
        return TIME.format(time);
    }
}
