package pl.obieg.delivery.web;

import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import pl.obieg.delivery.Challenges;
import pl.obieg.delivery.Circumstances;
import pl.obieg.delivery.Deliveries;
import pl.obieg.delivery.Delivery;
import pl.obieg.delivery.DeliveryRegister;
import pl.obieg.delivery.HowToReach;
import pl.obieg.delivery.PrintSignings;
import pl.obieg.delivery.Reconclusion;
import pl.obieg.delivery.Representative;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;

/**
 * The register of deliveries for clerks. A search is posted, since it is often for a name and addresses of pages reach
 * logs.
 */
@Controller
@RequestMapping("/doreczenia")
class DeliveryPages {

    private static final int PAGE = 25;
    private static final int LONGEST_REASON = 1000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Warsaw"));

    private final Deliveries deliveries;
    private final DeliveryRegister register;
    private final Parties parties;
    private final ZpoDesk desk;
    private final Reconclusion reconclusion;
    private final PrintSignings signings;
    private final HowToReach howToReach;
    private final Challenges challenges;

    DeliveryPages(
            Deliveries deliveries,
            DeliveryRegister register,
            Parties parties,
            ZpoDesk desk,
            Reconclusion reconclusion,
            PrintSignings signings,
            HowToReach howToReach,
            Challenges challenges) {
        this.challenges = challenges;
        this.howToReach = howToReach;
        this.signings = signings;
        this.deliveries = deliveries;
        this.register = register;
        this.parties = parties;
        this.desk = desk;
        this.reconclusion = reconclusion;
    }

    @InitBinder
    void emptyIsNull(WebDataBinder binder) {
        binder.registerCustomEditor(
                String.class, new org.springframework.beans.propertyeditors.StringTrimmerEditor(true));
    }

    @ModelAttribute
    void words(Model model) {
        model.addAttribute("statusLabels", DeliveryWords.STATUSES);
        model.addAttribute("channelLabels", DeliveryWords.CHANNELS);
        model.addAttribute("paper", DeliveryWords.PAPER);
        model.addAttribute("representativeRoles", Representative.Role.values());
        model.addAttribute("effective", DeliveryWords.EFFECTIVE);
        model.addAttribute("kindLabels", DeliveryWords.KINDS);
        model.addAttribute("signing", (SigningFormat) DeliveryWords::signing);
        model.addAttribute("day", (DayFormat)
                value -> value instanceof java.time.temporal.TemporalAccessor moment ? DAY.format(moment) : "");
    }

    /** Writes a day as Poles do; used by the templates. */
    @FunctionalInterface
    public interface DayFormat {

        /** @param value {@code LocalDate}, {@code Instant} or {@code null} */
        String of(Object value);
    }

    /** Writes a signed or returned print as a sentence; used by the templates. */
    @FunctionalInterface
    public interface SigningFormat {

        /** @param print as the register keeps it */
        String of(PrintSignings.Signing print);
    }

    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    String list(
            @RequestParam(name = "szukaj", defaultValue = "") String text,
            @RequestParam(name = "stan", defaultValue = "") String status,
            @RequestParam(name = "strona", defaultValue = "1") int page,
            Model model) {
        String wanted = text == null ? "" : text;
        String only = DeliveryWords.STATUSES.containsKey(status) ? status : "";
        int number = Math.max(1, Math.min(page, 100_000));
        Deliveries.Page found = deliveries.search(wanted, only, number - 1, PAGE);
        model.addAttribute("lines", found.lines());
        model.addAttribute("total", found.total());
        model.addAttribute("page", number);
        model.addAttribute("pages", Math.max(1, (found.total() + PAGE - 1) / PAGE));
        model.addAttribute("text", wanted);
        model.addAttribute("status", only);
        return "delivery/lista";
    }

    @GetMapping("/{id}/zpo")
    String zpo(@PathVariable("id") String id, Model model) {
        return zpo(id, ZpoForm.EMPTY, Map.of(), model);
    }

    @PostMapping("/{id}/zpo")
    String enter(
            @PathVariable("id") String id,
            @ModelAttribute("form") ZpoForm form,
            org.springframework.validation.BindingResult binding,
            Principal clerk,
            Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        binding.getFieldErrors().forEach(error -> errors.put(error.getField(), "Wpisz poprawną wartość."));
        if (errors.isEmpty()) {
            errors.putAll(form.errors(desk.today()));
        }
        if (!errors.isEmpty()) {
            return zpo(id, form, errors, model);
        }
        desk.enter(id, form, clerk == null ? "nieznany" : clerk.getName());
        return "redirect:/doreczenia/" + id + "/zpo?zapisano";
    }

    /** Evidence that looks good may prove nothing: a stranger signed, the day is wrong, the letter never came. */
    @PostMapping("/{id}/zakwestionowanie")
    String question(
            @PathVariable("id") String id,
            @RequestParam(name = "truth", required = false) Challenges.Truth truth,
            @RequestParam(name = "trueDay", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate trueDay,
            @RequestParam(name = "challengeReason", required = false) String reason,
            Principal clerk,
            Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (reason == null || reason.length() > LONGEST_REASON) {
            errors.put("challengeReason", "Napisz, dlaczego kwestionujesz doręczenie, najwyżej 1000 znaków.");
        }
        if (truth == null) {
            errors.put("truth", "Wskaż, co jest prawdą.");
        }
        LocalDate held = register.get(id).legalDate();
        boolean impossible = trueDay == null || trueDay.isAfter(desk.today()) || trueDay.equals(held);
        if (truth == Challenges.Truth.OTHER_DAY && impossible) {
            errors.put("trueDay", "Podaj dzień odbioru: inny niż zapisany i nie z przyszłości.");
        }
        if (!errors.isEmpty()) {
            return zpo(id, ZpoForm.EMPTY, errors, model);
        }
        challenges.raise(id, truth, trueDay, reason, clerk == null ? "nieznany" : clerk.getName());
        return "redirect:/doreczenia/" + id + "/zpo?zapisano";
    }

    @GetMapping("/{id}/adres")
    String address(@PathVariable("id") String id, Model model) {
        Delivery delivery = register.get(id);
        HowToReach.Way way = howToReach.now(id);
        model.addAttribute("line", deliveries.get(id));
        model.addAttribute(
                "address",
                Optional.ofNullable(way.address())
                        .orElseGet(() -> parties.get(delivery.partyId()).address()));
        model.addAttribute("circumstances", way.circumstances());
        model.addAttribute("representative", way.representative());
        model.addAttribute("partyId", delivery.partyId());
        return "delivery/adres";
    }

    @PostMapping("/{id}/adres")
    String correct(
            @PathVariable("id") String id,
            @ModelAttribute("address") Address address,
            @ModelAttribute("circumstances") Circumstances circumstances,
            @RequestParam(name = "representativeName", required = false) String representativeName,
            @RequestParam(name = "representativeRole", required = false) Representative.Role representativeRole,
            Principal clerk,
            Model model) {
        if (address.building() == null || address.place() == null || address.postcode() == null) {
            model.addAttribute("line", deliveries.get(id));
            model.addAttribute("partyId", register.get(id).partyId());
            model.addAttribute("error", "Podaj numer domu, kod pocztowy i miejscowość.");
            return "delivery/adres";
        }
        boolean represented = representativeName != null && representativeRole != null;
        howToReach.found(
                id,
                new Address(
                        address.street(),
                        address.building(),
                        address.flat(),
                        address.postcode(),
                        address.place(),
                        address.country() == null ? "PL" : address.country()),
                circumstances,
                represented ? new Representative(representativeName, representativeRole) : null,
                clerk == null ? "nieznany" : clerk.getName());
        return "redirect:/doreczenia/" + id + "/zpo?zapisano";
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing() {
        return "delivery/brak";
    }

    private String zpo(String id, ZpoForm form, Map<String, String> errors, Model model) {
        model.addAttribute("line", deliveries.get(id));
        model.addAttribute("partyId", register.get(id).partyId());
        signings.chosen(id).ifPresent(chosen -> model.addAttribute("chosen", chosen));
        model.addAttribute("prints", signings.of(id));
        model.addAttribute("form", form == null ? ZpoForm.EMPTY : form);
        model.addAttribute("errors", errors);
        model.addAttribute("anew", reconclusion.due(id));
        model.addAttribute("attempts", desk.onPaper(id));
        model.addAttribute("challenges", challenges.of(id));
        model.addAttribute("questionable", challenges.possible(id));
        model.addAttribute("truths", Challenges.Truth.values());
        model.addAttribute("warning", errors.isEmpty() || form == null ? null : form.warning());
        model.addAttribute("outcomes", ZpoForm.Outcome.values());
        model.addAttribute("roles", ZpoForm.ReceiverRole.values());
        model.addAttribute("noticePlaces", ZpoForm.NoticePlace.values());
        model.addAttribute("depositPlaces", ZpoForm.DepositPlace.values());
        model.addAttribute("reasons", ZpoForm.ReturnReason.values());
        return "delivery/zpo";
    }
}
