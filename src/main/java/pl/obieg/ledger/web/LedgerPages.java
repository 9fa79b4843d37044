package pl.obieg.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
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
import pl.obieg.exchange.Parties;
import pl.obieg.ledger.Debts;
import pl.obieg.ledger.PaymentCorrections;
import pl.obieg.ledger.ReceivableNotes;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.bank.BankFileImport;
import pl.obieg.process.Refusal;

/** The clerk's pages of the ledger. Search terms are case and account numbers only: no personal data in addresses. */
@Controller
@RequestMapping("/ksiegowosc")
class LedgerPages {

    private final ReceivableQueries receivables;
    private final PaymentQueries payments;
    private final ReceivableNotes notes;
    private final BankFileImport bankFiles;
    private final Parties parties;
    private final Debts debts;
    private final PaymentCorrections corrections;
    private final OfficeClock clock;

    LedgerPages(
            ReceivableQueries receivables,
            PaymentQueries payments,
            ReceivableNotes notes,
            BankFileImport bankFiles,
            Parties parties,
            Debts debts,
            PaymentCorrections corrections,
            OfficeClock clock) {
        this.receivables = receivables;
        this.payments = payments;
        this.notes = notes;
        this.bankFiles = bankFiles;
        this.parties = parties;
        this.debts = debts;
        this.corrections = corrections;
        this.clock = clock;
    }

    @ModelAttribute
    void common(Model model, HttpServletRequest request) {
        model.addAttribute("today", clock.today());
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            model.addAttribute("csrfToken", token.getToken());
        }
    }

    @GetMapping
    String overview(
            @RequestParam(name = "szukaj", defaultValue = "") String text,
            @RequestParam(name = "otwarte", defaultValue = "false") boolean onlyOpen,
            @RequestParam(name = "sortuj", defaultValue = "termin") String order,
            @RequestParam(name = "strona", defaultValue = "1") int page,
            Model model) {
        String sought = text.strip();
        Paging paging = Paging.of(page, receivables.count(sought, onlyOpen));
        model.addAttribute("rows", receivables.page(sought, onlyOpen, order, paging));
        model.addAttribute("paging", paging);
        model.addAttribute("text", sought);
        model.addAttribute("onlyOpen", onlyOpen);
        model.addAttribute("order", order);
        model.addAttribute("unmatched", payments.count("UNMATCHED"));
        return "ledger/overview";
    }

    @GetMapping("/naleznosci/{id}")
    String receivable(@PathVariable String id, Model model) {
        ReceivableQueries.Head head =
                receivables.head(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        BigDecimal overpaid = receivables.overpaid(head.caseNumber());
        model.addAttribute("head", head);
        model.addAttribute(
                "payers",
                receivables.partyIds(id).stream()
                        .map(partyId -> parties.get(partyId).displayName())
                        .toList());
        model.addAttribute("instalments", receivables.instalments(id));
        model.addAttribute("notes", notes.of(id));
        model.addAttribute("allocations", receivables.allocations(id));
        Debts.Owed owed = debts.owed(head.account(), clock.today());
        model.addAttribute(
                "interest",
                owed.interest().signum() > 0 ? Zloty.text(owed.interest().setScale(2)) : "");
        model.addAttribute("costs", owed.costs().signum() > 0 ? Zloty.text(owed.costs()) : "");
        model.addAttribute("overpaid", overpaid.signum() > 0 ? Zloty.text(overpaid) : "");
        return "ledger/receivable";
    }

    @GetMapping("/wplaty")
    String payments(
            @RequestParam(name = "stan", defaultValue = "") String state,
            @RequestParam(name = "strona", defaultValue = "1") int page,
            Model model) {
        Paging paging = Paging.of(page, payments.count(state));
        model.addAttribute("rows", payments.page(state, paging));
        model.addAttribute("paging", paging);
        model.addAttribute("state", state);
        model.addAttribute("states", new TreeMap<>(PaymentQueries.states()));
        return "ledger/payments";
    }

    @GetMapping("/wplaty/{id}")
    String payment(@PathVariable String id, Model model) {
        PaymentQueries.PaymentRow payment =
                payments.payment(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("payment", payment);
        model.addAttribute("explanations", payments.explanations(id));
        model.addAttribute("refunds", payments.refunds(id));
        corrections.open(id).ifPresent(asked -> {
            model.addAttribute("asked", asked);
            model.addAttribute("askedDayText", asked.paidOn() == null ? "" : Zloty.day(asked.paidOn()));
        });
        model.addAttribute(
                "suggestions", "UNMATCHED".equals(payment.status()) ? payments.suggestions(payment) : List.of());
        return "ledger/payment";
    }

    /** One person asks for a correction, another decides on it. */
    @PostMapping("/wplaty/{id}/korekta")
    String correct(
            @PathVariable String id,
            @RequestParam("rodzaj") String kind,
            @RequestParam(name = "dzien", defaultValue = "") String day,
            @RequestParam(name = "powod", defaultValue = "") String reason,
            Principal who,
            RedirectAttributes redirect) {
        try {
            switch (kind) {
                case "dzien" -> corrections.ask(id, LocalDate.parse(day), reason, who.getName());
                case "cofniecie" -> corrections.ask(id, null, reason, who.getName());
                case "zatwierdz" -> corrections.decide(id, true, who.getName());
                default -> corrections.decide(id, false, who.getName());
            }
            redirect.addFlashAttribute("message", "Zapisano.");
        } catch (Refusal refusal) {
            redirect.addFlashAttribute("message", refusal.getMessage());
        } catch (DateTimeParseException noDay) {
            redirect.addFlashAttribute("message", "Podaj właściwy dzień zapłaty.");
        }
        return "redirect:/ksiegowosc/wplaty/" + id;
    }

    @GetMapping("/wyciagi")
    String files(@RequestParam(name = "strona", defaultValue = "1") int page, Model model) {
        Paging paging = Paging.of(page, payments.countFiles());
        model.addAttribute("rows", payments.files(paging));
        model.addAttribute("paging", paging);
        return "ledger/statements";
    }

    @PostMapping("/wyciagi")
    String upload(@RequestParam("plik") MultipartFile file, RedirectAttributes redirect) throws IOException {
        String given = file.getOriginalFilename();
        if (file.isEmpty() || given == null) {
            redirect.addFlashAttribute("message", "Wybierz plik wyciągu.");
        } else {
            String name = Path.of(given.replace('\\', '/')).getFileName().toString();
            redirect.addFlashAttribute(
                    "message", bankFiles.importFile(name, file.getBytes()).message());
        }
        return "redirect:/ksiegowosc/wyciagi";
    }
}
