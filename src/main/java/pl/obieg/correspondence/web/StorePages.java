package pl.obieg.correspondence.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.builtin.Storeroom;
import pl.obieg.documents.BarCode;
import pl.obieg.documents.LetterWriter;
import pl.obieg.process.Refusal;
import pl.obieg.process.StaffDirectory;

/** A letter of the register, and where its original and carriers lie: label, loan, return (OFF-10, OFF-11). */
@Controller
class StorePages {

    private static final String LABEL = "letters/pismo-nierozpoznane/etykieta-skladu.ftlh";
    private static final int USUAL_LOAN_DAYS = 14;
    private static final int LONGEST_PURPOSE = 300;

    private final LetterCards cards;
    private final Storeroom storeroom;
    private final StaffDirectory staff;
    private final LetterWriter writer;
    private final OfficeClock clock;

    StorePages(LetterCards cards, Storeroom storeroom, StaffDirectory staff, LetterWriter writer, OfficeClock clock) {
        this.cards = cards;
        this.storeroom = storeroom;
        this.staff = staff;
        this.writer = writer;
        this.clock = clock;
    }

    /** One line of the history of loans, in Polish texts. */
    public record LoanLine(
            String borrower,
            String purpose,
            String lentOn,
            String lentBy,
            String dueOn,
            String returnedOn,
            boolean late) {}

    @GetMapping("/ezd/wplywy/{number}/{year}")
    String letter(@PathVariable String number, @PathVariable String year, Model model) {
        LetterCards.Card card = cards.read("RPW/" + number + "/" + year)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entries", EzdPages.ENTRIES).addAttribute("card", card);
        return "correspondence/letter";
    }

    @GetMapping("/ezd/sklad/{store}/{number}/{year}")
    String item(@PathVariable String store, @PathVariable String number, @PathVariable String year, Model model) {
        return page(find(store, number, year), "", "", clock.today().plusDays(USUAL_LOAN_DAYS), Map.of(), model);
    }

    @PostMapping("/ezd/sklad/{store}/{number}/{year}/wypozyczenie")
    String lend(
            @PathVariable String store,
            @PathVariable String number,
            @PathVariable String year,
            @RequestParam(name = "borrower", defaultValue = "") String borrower,
            @RequestParam(name = "purpose", defaultValue = "") String purpose,
            @RequestParam(name = "dueOn", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate dueOn,
            Principal clerk,
            Model model) {
        Storeroom.Item item = find(store, number, year);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!staff.names().containsKey(borrower)) {
            errors.put("borrower", "Wskaż, kto bierze oryginał.");
        }
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            errors.put("purpose", "Podaj, w jakim celu – najwyżej " + LONGEST_PURPOSE + " znaków.");
        }
        if (dueOn == null || dueOn.isBefore(clock.today())) {
            errors.put("dueOn", "Podaj termin zwrotu, nie wcześniejszy niż dzisiaj.");
        }
        if (errors.isEmpty()) {
            try {
                storeroom.lend(item.place(), borrower, purpose.strip(), dueOn, name(clerk));
                return "redirect:" + Polish.placeHref(item.place()) + "?wypozyczono";
            } catch (Refusal refusal) {
                errors.put("borrower", refusal.getMessage());
            }
        }
        return page(item, borrower, purpose, dueOn, errors, model);
    }

    @PostMapping("/ezd/sklad/{store}/{number}/{year}/zwrot")
    String takeBack(
            @PathVariable String store,
            @PathVariable String number,
            @PathVariable String year,
            Principal clerk,
            Model model) {
        Storeroom.Item item = find(store, number, year);
        try {
            storeroom.takeBack(item.place(), name(clerk));
            return "redirect:" + Polish.placeHref(item.place()) + "?zwrocono";
        } catch (Refusal refusal) {
            return page(
                    item,
                    "",
                    "",
                    clock.today().plusDays(USUAL_LOAN_DAYS),
                    Map.of("zwrot", refusal.getMessage()),
                    model);
        }
    }

    @GetMapping("/ezd/sklad/{store}/{number}/{year}/etykieta")
    ResponseEntity<byte[]> label(@PathVariable String store, @PathVariable String number, @PathVariable String year) {
        Storeroom.Item item = find(store, number, year);
        byte[] pdf = writer.pdf(
                LABEL,
                "Etykieta " + item.place(),
                Map.of(
                        "place",
                        item.place(),
                        "barCode",
                        BarCode.dataUri(item.place()),
                        "letterNumber",
                        item.letterNumber(),
                        "store",
                        item.store().polish(),
                        "storedOn",
                        item.storedOn(),
                        "what",
                        item.what()));
        String fileName = "etykieta-" + item.place().replace('/', '-') + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }

    private Storeroom.Item find(String store, String number, String year) {
        return storeroom
                .find(store + "/" + number + "/" + year)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(
            Storeroom.Item item,
            String borrower,
            String purpose,
            LocalDate dueOn,
            Map<String, String> errors,
            Model model) {
        List<LoanLine> loans =
                storeroom.loans(item.place()).stream().map(this::line).toList();
        Collator polish = Collator.getInstance(Locale.forLanguageTag("pl"));
        Map<String, String> people = new LinkedHashMap<>();
        staff.names().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(polish))
                .forEach(person -> people.put(person.getKey(), person.getValue()));
        model.addAttribute("entries", EzdPages.ENTRIES)
                .addAttribute("item", item)
                .addAttribute("href", Polish.placeHref(item.place()))
                .addAttribute("letterHref", Polish.letterHref(item.letterNumber()))
                .addAttribute("storedOn", Polish.day(item.storedOn()))
                .addAttribute("loans", loans)
                .addAttribute("out", item.lent() == null ? null : line(item.lent()))
                .addAttribute("people", people)
                .addAttribute("borrower", borrower)
                .addAttribute("purpose", purpose)
                .addAttribute("dueOn", dueOn == null ? "" : dueOn.toString())
                .addAttribute("errors", errors);
        return "correspondence/stored-item";
    }

    private LoanLine line(Storeroom.Loan loan) {
        return new LoanLine(
                staff.nameOf(loan.borrower()),
                loan.purpose(),
                Polish.day(loan.lentOn()),
                staff.nameOf(loan.lentBy()),
                Polish.day(loan.dueOn()),
                loan.returnedOn() == null
                        ? null
                        : Polish.day(loan.returnedOn()) + ", przyjął(-ęła): " + staff.nameOf(loan.takenBackBy()),
                (loan.returnedOn() == null ? clock.today() : loan.returnedOn()).isAfter(loan.dueOn()));
    }

    private static String name(Principal clerk) {
        return clerk == null ? "nieznany" : clerk.getName();
    }
}
