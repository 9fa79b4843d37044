package pl.obieg.security.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The staff's sign-in page. */
@Controller
class SignInPage {

    @GetMapping("/zaloguj")
    String page(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String wylogowano,
            Model model) {
        model.addAttribute("error", error != null);
        model.addAttribute("signedOut", wylogowano != null);
        return "security/zaloguj";
    }
}
