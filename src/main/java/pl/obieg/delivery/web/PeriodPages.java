package pl.obieg.delivery.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
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
import pl.obieg.delivery.ChannelPeriods;

/** When couriers, the sołtys, PUH and ePUAP carry letters. Everybody of the staff reads it; heads change it. */
@Controller
@RequestMapping("/doreczenia/okresy")
class PeriodPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int LONGEST_BASIS = 300;
    private static final int LONGEST_AREA = 100;

    private final ChannelPeriods periods;
    private final Clock clock;

    PeriodPages(ChannelPeriods periods, Clock clock) {
        this.periods = periods;
        this.clock = clock;
    }

    /** What is typed of a new period. */
    public record Form(
            ChannelPeriods.Channel channel,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            String area,
            String basis) {

        private Map<String, String> errors() {
            Map<String, String> errors = new LinkedHashMap<>();
            if (channel == null) {
                errors.put("channel", "Wskaż, kto doręcza.");
            }
            if (channel == ChannelPeriods.Channel.SOLTYS && (area == null || area.length() > LONGEST_AREA)) {
                errors.put("area", "Wpisz miejscowość, w której sołtys doręcza.");
            }
            if (from == null) {
                errors.put("from", "Podaj pierwszy dzień.");
            }
            if (to == null || from != null && to.isBefore(from)) {
                errors.put("to", "Podaj ostatni dzień, nie wcześniejszy niż pierwszy.");
            }
            if (basis == null || basis.length() > LONGEST_BASIS) {
                errors.put("basis", "Wpisz podstawę (zarządzenie, umowę), najwyżej " + LONGEST_BASIS + " znaków.");
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
        return show(new Form(null, null, null, null, null), Map.of(), request, model);
    }

    @PostMapping
    String enter(
            @ModelAttribute("form") Form form,
            BindingResult binding,
            Principal clerk,
            HttpServletRequest request,
            Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        binding.getFieldErrors().forEach(error -> errors.put(error.getField(), "Wpisz poprawną wartość."));
        if (errors.isEmpty()) {
            errors.putAll(form.errors());
        }
        if (!errors.isEmpty()) {
            return show(form, errors, request, model);
        }
        periods.enter(form.channel(), form.from(), form.to(), form.area(), form.basis(), login(clerk));
        return "redirect:/doreczenia/okresy?zapisano";
    }

    @PostMapping("/{id}/koniec")
    String end(@PathVariable("id") long id, Principal clerk) {
        periods.end(id, LocalDate.now(clock), login(clerk));
        return "redirect:/doreczenia/okresy?zapisano";
    }

    private String show(Form form, Map<String, String> errors, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("periods", periods.all());
        model.addAttribute("channels", ChannelPeriods.Channel.values());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayChange", request.isUserInRole("kierownictwo") || request.isUserInRole("camunda-admin"));
        model.addAttribute("day", (DeliveryPages.DayFormat)
                value -> value instanceof TemporalAccessor moment ? DAY.format(moment) : "");
        return "delivery/okresy";
    }

    private static String login(Principal clerk) {
        return clerk == null ? "nieznany" : clerk.getName();
    }
}
