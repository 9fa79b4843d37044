package pl.obieg.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form a citizen signs in with; Spring Security takes what it sends. */
@Controller
class CitizenSignInPage {

    @GetMapping("/gmina24/zaloguj")
    String form(
            @RequestParam(required = false) String error,
            @RequestParam(name = "wylogowano", required = false) String signedOut,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", signedOut != null);
        return "portal/zaloguj";
    }
}
