package pl.obieg.tax.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.GrantedRelief;
import pl.obieg.tax.assessment.GrantedReliefs;

/** Enters, approves and withdraws reliefs of the agricultural tax (AG-06); the security of pages lets tax clerks in only. */
@Controller
class GrantedReliefScreens {

    private final GrantedReliefs register;
    private final GrantedReliefView pages;

    GrantedReliefScreens(GrantedReliefs register, GrantedReliefView pages) {
        this.register = register;
        this.pages = pages;
    }

    @PostMapping("/podatki/{caseNumber}/ulgi")
    String enter(
            @PathVariable String caseNumber,
            @RequestParam("osoba") int person,
            @RequestParam("przepis") String article,
            @RequestParam(name = "procent", required = false) String percent,
            @RequestParam(name = "kwota", required = false) String amount,
            @RequestParam(name = "dzialka", required = false) String plot,
            @RequestParam(name = "od", required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(name = "do", required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(name = "decyzja", required = false) String decision,
            @RequestParam(name = "dzien", required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate decidedOn,
            Principal who,
            RedirectAttributes after) {
        return answered(
                caseNumber,
                after,
                () -> register.enter(
                        caseNumber,
                        pages.party(caseNumber, person),
                        new GrantedRelief(
                                text(plot),
                                article,
                                number(percent),
                                number(amount),
                                from,
                                to,
                                text(decision),
                                decidedOn),
                        who.getName()));
    }

    @PostMapping("/podatki/{caseNumber}/ulgi/{id}/zatwierdzenie")
    String approve(@PathVariable String caseNumber, @PathVariable String id, Principal who, RedirectAttributes after) {
        return answered(caseNumber, after, () -> register.approve(id, who.getName()));
    }

    @PostMapping("/podatki/{caseNumber}/ulgi/{id}/wycofanie")
    String withdraw(@PathVariable String caseNumber, @PathVariable String id, Principal who, RedirectAttributes after) {
        return answered(caseNumber, after, () -> register.withdraw(id, who.getName()));
    }

    private static String answered(String caseNumber, RedirectAttributes after, Runnable change) {
        try {
            change.run();
        } catch (Refusal no) {
            after.addFlashAttribute("refusal", no.getMessage());
        }
        after.addAttribute("caseNumber", caseNumber);
        return "redirect:/podatki/{caseNumber}#ulgi";
    }

    private static BigDecimal number(String typed) {
        try {
            return text(typed) == null ? null : new BigDecimal(text(typed).replace(',', '.'));
        } catch (NumberFormatException unfit) {
            throw new Refusal("RELIEF_INCOMPLETE", "Procent i kwotę wpisz cyframi.");
        }
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
