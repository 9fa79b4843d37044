package pl.obieg.delivery.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import pl.obieg.delivery.Arrangement;
import pl.obieg.delivery.Arrangements;
import pl.obieg.delivery.Representative;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;

/**
 * Who acts for a party, where and how it is served (DEL-15 to DEL-17). Everybody of the staff reads it; those who run cases
 * change it. A search is posted, since it is for a name and addresses of pages reach logs.
 */
@Controller
@RequestMapping("/doreczenia/ustalenia")
class ArrangementPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int MOST = 50;

    private final Arrangements arrangements;
    private final Parties parties;
    private final Clock clock;

    ArrangementPages(Arrangements arrangements, Parties parties, Clock clock) {
        this.arrangements = arrangements;
        this.parties = parties;
        this.clock = clock;
    }

    /** A party as the list shows it, with what holds for it in words. */
    public record Line(String partyId, String name, List<String> holding) {}

    @InitBinder
    void emptyIsNull(WebDataBinder binder) {
        binder.registerCustomEditor(
                String.class, new org.springframework.beans.propertyeditors.StringTrimmerEditor(true));
    }

    @ModelAttribute
    void words(HttpServletRequest request, Model model) {
        model.addAttribute(
                "mayChange",
                Stream.of("kancelaria", "podatki", "ksiegowosc", "kierownictwo", "camunda-admin")
                        .anyMatch(request::isUserInRole));
        model.addAttribute("day", (DeliveryPages.DayFormat)
                value -> value instanceof TemporalAccessor moment ? DAY.format(moment) : "");
    }

    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    String list(@RequestParam(name = "szukaj", defaultValue = "") String text, Model model) {
        String wanted = text == null ? "" : text.strip();
        List<Party> found = wanted.isEmpty()
                ? arrangements.newest(MOST).stream()
                        .map(Arrangement::partyId)
                        .distinct()
                        .map(parties::find)
                        .flatMap(Optional::stream)
                        .toList()
                : parties.search(wanted, MOST);
        model.addAttribute("text", wanted);
        model.addAttribute("lines", found.stream().map(this::line).toList());
        return "delivery/ustalenia";
    }

    @GetMapping("/{partyId}")
    String party(
            @PathVariable("partyId") String partyId,
            @RequestParam(name = "sprawa", required = false) String caseNumber,
            Model model) {
        return show(partyId, ArrangementForm.emptyFor(caseNumber), Map.of(), model);
    }

    @PostMapping("/{partyId}")
    String enter(
            @PathVariable("partyId") String partyId,
            @ModelAttribute("form") ArrangementForm form,
            BindingResult binding,
            Principal clerk,
            Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        binding.getFieldErrors().forEach(error -> errors.put(error.getField(), "Wpisz poprawną wartość."));
        if (errors.isEmpty()) {
            errors.putAll(form.errors());
        }
        if (!errors.isEmpty()) {
            return show(partyId, form, errors, model);
        }
        arrangements.enter(form.arrangement(parties.get(partyId).id()), login(clerk));
        return "redirect:/doreczenia/ustalenia/" + partyId + "?zapisano";
    }

    @PostMapping("/{partyId}/koniec/{id}")
    String end(
            @PathVariable("partyId") String partyId,
            @PathVariable("id") long id,
            @RequestParam(name = "lastDay", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate lastDay,
            Principal clerk) {
        if (!arrangements.get(id).partyId().equals(partyId)) {
            throw new IllegalArgumentException("Arrangement " + id + " is of another party");
        }
        arrangements.end(id, lastDay == null ? LocalDate.now(clock) : lastDay, login(clerk));
        return "redirect:/doreczenia/ustalenia/" + partyId + "?zapisano";
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing() {
        return "delivery/brak-strony";
    }

    private String show(String partyId, ArrangementForm form, Map<String, String> errors, Model model) {
        model.addAttribute("party", parties.get(partyId));
        model.addAttribute("arrangements", arrangements.ofParty(partyId));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", Arrangement.Kind.values());
        model.addAttribute("representativeRoles", Representative.Role.values());
        model.addAttribute("today", LocalDate.now(clock));
        return "delivery/ustalenia-strony";
    }

    private Line line(Party party) {
        LocalDate today = LocalDate.now(clock);
        return new Line(
                party.id(),
                party.displayName(),
                arrangements.ofParty(party.id()).stream()
                        .filter(one -> one.validTo() == null || !one.validTo().isBefore(today))
                        .map(one -> one.kind().getLabel()
                                + (one.caseNumber() == null ? "" : " (sprawa " + one.caseNumber() + ")"))
                        .toList());
    }

    private static String login(Principal clerk) {
        return clerk == null ? "nieznany" : clerk.getName();
    }
}
