package pl.obieg.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form a citizen signs in with; Spring Security takes what it sends. */
@Controller
class CitizenSignInPage {

    @GetMapping("/gmina24/zaloguj")
    String form(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("failed", asked.containsKey("error"));
        model.addAttribute("signedOut", asked.containsKey("wylogowano"));
        return "portal/zaloguj";
    }
}
