package pl.obieg.portal.web;

import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.StampDutyAccount;
import pl.obieg.portal.Citizens;
import pl.obieg.portal.applications.Applications;
import pl.obieg.portal.applications.Applications.Application;
import pl.obieg.portal.applications.CertificateChoices.Kind;
import pl.obieg.portal.applications.CertificateChoices.Purpose;
import pl.obieg.portal.applications.CertificateChoices.Receipt;
import pl.obieg.portal.applications.OfficialLetters;
import pl.obieg.portal.applications.OfficialLetters.Letter;

/** The application for a tax certificate: form, payment of the stamp duty, answer. Another's application is a 404. */
@Controller
class CertificatePages {

    private final Citizens citizens;
    private final Applications applications;
    private final OfficialLetters letters;
    private final StampDutyAccount account;
    private final OfficeClock clock;

    CertificatePages(
            Citizens citizens,
            Applications applications,
            OfficialLetters letters,
            StampDutyAccount account,
            OfficeClock clock) {
        this.citizens = citizens;
        this.applications = applications;
        this.letters = letters;
        this.account = account;
        this.clock = clock;
    }

    @GetMapping("/gmina24/zaswiadczenie")
    ModelAndView form(Principal citizen) {
        return form(citizen, UUID.randomUUID().toString(), Map.of(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/gmina24/zaswiadczenie")
    ModelAndView file(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String nonce,
            Principal citizen) {
        Optional<String> party = citizens.partyOf(citizen.getName());
        Optional<Kind> asked = one(Kind.values(), kind);
        Optional<Purpose> reason = one(Purpose.values(), purpose);
        Optional<Receipt> way = one(Receipt.values(), receipt);
        Map<String, String> wrong = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            wrong.put("kind", "Wybierz rodzaj zaświadczenia.");
        }
        if (reason.isEmpty()) {
            wrong.put("purpose", "Wybierz cel zaświadczenia.");
        }
        if (way.isEmpty()) {
            wrong.put("receipt", "Wybierz sposób odbioru.");
        }
        boolean whole = nonce.matches("[0-9a-f-]{36}");
        if (party.isEmpty() || !wrong.isEmpty() || !whole) {
            Map<String, String> chosen = Map.of("kind", kind, "purpose", purpose, "receipt", receipt);
            return form(citizen, whole ? nonce : UUID.randomUUID().toString(), chosen, wrong, HttpStatus.BAD_REQUEST);
        }
        String reference =
                applications.file(citizen.getName(), party.get(), asked.get(), reason.get(), way.get(), nonce);
        return new ModelAndView("redirect:/gmina24/wnioski/" + reference);
    }

    @GetMapping("/gmina24/wnioski/{reference}")
    String application(@PathVariable String reference, Principal citizen, Model model) {
        Application application =
                applications.find(citizen.getName(), reference).orElseThrow(NotFound::new);
        List<Letter> answers = citizens.partyOf(citizen.getName()).map(letters::to).orElse(List.of()).stream()
                .filter(letter -> letter.caseNumber().equals(application.caseNumber()))
                .toList();
        model.addAttribute("application", application);
        model.addAttribute("letters", answers);
        model.addAttribute("account", account.account());
        model.addAttribute("text", new Wording(clock.today()));
        return "portal/wniosek";
    }

    private ModelAndView form(
            Principal citizen, String nonce, Map<String, String> chosen, Map<String, String> wrong, HttpStatus status) {
        ModelAndView page = new ModelAndView("portal/zaswiadczenie", status);
        page.addObject("known", citizens.partyOf(citizen.getName()).isPresent());
        page.addObject("kinds", Kind.values());
        page.addObject("purposes", Purpose.values());
        page.addObject("receipts", Receipt.values());
        page.addObject("chosen", chosen);
        page.addObject("wrong", wrong);
        page.addObject("nonce", nonce);
        Map<String, java.math.BigDecimal> duties = new LinkedHashMap<>();
        for (Purpose purpose : Purpose.values()) {
            duties.put(purpose.name(), applications.duty(purpose));
        }
        page.addObject("duties", duties);
        page.addObject("text", new Wording(clock.today()));
        return page;
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
