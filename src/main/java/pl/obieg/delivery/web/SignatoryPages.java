package pl.obieg.delivery.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import pl.obieg.delivery.LetterKind;
import pl.obieg.delivery.Signatories;
import pl.obieg.process.StaffDirectory;

/** Who may sign letters by hand (OP art. 143). Everybody of the staff reads it; heads change it. */
@Controller
@RequestMapping("/doreczenia/podpisujacy")
class SignatoryPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int LONGEST = 200;

    private final Signatories signatories;
    private final StaffDirectory staff;
    private final Clock clock;

    SignatoryPages(Signatories signatories, StaffDirectory staff, Clock clock) {
        this.signatories = signatories;
        this.staff = staff;
        this.clock = clock;
    }

    /** What is typed of a new authorisation. */
    public record Form(
            String login, String post, List<LetterKind> kinds, String basis, LocalDate validFrom, LocalDate validTo) {

        public Form {
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }

        private Map<String, String> errors(Map<String, String> names) {
            Map<String, String> errors = new LinkedHashMap<>();
            if (login == null || !names.containsKey(login)) {
                errors.put("login", "Wskaż osobę.");
            }
            if (post == null || post.length() > LONGEST) {
                errors.put("post", "Wpisz stanowisko, najwyżej " + LONGEST + " znaków.");
            }
            if (kinds.isEmpty()) {
                errors.put("kinds", "Zaznacz, jakie pisma osoba może podpisywać.");
            }
            if (basis == null || basis.length() > LONGEST) {
                errors.put("basis", "Wpisz numer i datę upoważnienia, najwyżej " + LONGEST + " znaków.");
            }
            if (validFrom == null) {
                errors.put("validFrom", "Podaj dzień, od którego upoważnienie obowiązuje.");
            } else if (validTo != null && validTo.isBefore(validFrom)) {
                errors.put("validTo", "Koniec nie może być wcześniejszy niż początek.");
            }
            return errors;
        }
    }

    @InitBinder
    void emptyIsNull(WebDataBinder binder) {
        binder.registerCustomEditor(
                String.class, new org.springframework.beans.propertyeditors.StringTrimmerEditor(true));
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return show(new Form(null, null, null, null, null, null), Map.of(), request, model);
    }

    @PostMapping
    String authorise(
            @ModelAttribute("form") Form form, BindingResult binding, HttpServletRequest request, Model model) {
        Map<String, String> names = staff.names();
        Map<String, String> errors = new LinkedHashMap<>();
        binding.getFieldErrors().forEach(error -> errors.put(error.getField(), "Wpisz poprawną wartość."));
        if (errors.isEmpty()) {
            errors.putAll(form.errors(names));
        }
        if (!errors.isEmpty()) {
            return show(form, errors, request, model);
        }
        signatories.authorise(
                form.login(),
                names.get(form.login()),
                form.post(),
                form.kinds(),
                form.basis(),
                form.validFrom(),
                form.validTo());
        return "redirect:/doreczenia/podpisujacy?zapisano";
    }

    @PostMapping("/{id}/odwolanie")
    String revoke(@PathVariable("id") long id) {
        signatories.revoke(id, LocalDate.now(clock));
        return "redirect:/doreczenia/podpisujacy?zapisano";
    }

    private String show(Form form, Map<String, String> errors, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("signatories", signatories.all());
        model.addAttribute("kinds", LetterKind.values());
        model.addAttribute("staff", new TreeMap<>(staff.names()));
        model.addAttribute("mayChange", request.isUserInRole("kierownictwo") || request.isUserInRole("camunda-admin"));
        model.addAttribute("day", (DeliveryPages.DayFormat)
                value -> value instanceof TemporalAccessor moment ? DAY.format(moment) : "");
        return "delivery/podpisujacy";
    }
}
