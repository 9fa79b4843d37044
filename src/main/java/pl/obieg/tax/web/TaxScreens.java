package pl.obieg.tax.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The clerk's screens of the tax system. A search is posted, so that no name gets into an address or a log. */
@Controller
class TaxScreens {

    private final TaxPages pages;
    private final GrantedReliefView reliefs;

    TaxScreens(TaxPages pages, GrantedReliefView reliefs) {
        this.pages = pages;
        this.reliefs = reliefs;
    }

    @GetMapping("/podatki")
    String list(Model model, HttpServletRequest request) {
        return search("", 1, model, request);
    }

    @PostMapping("/podatki")
    String search(
            @RequestParam(name = "szukaj", defaultValue = "") String search,
            @RequestParam(name = "strona", defaultValue = "1") int page,
            Model model,
            HttpServletRequest request) {
        TaxPages.Page shown = pages.list(search, page);
        model.addAttribute("search", search);
        model.addAttribute("rows", shown.rows());
        model.addAttribute("page", shown.number());
        model.addAttribute("pages", shown.pages());
        model.addAttribute("found", shown.found());
        addToken(model, request);
        return "tax/declarations";
    }

    @GetMapping("/podatki/{caseNumber}")
    String ofCase(@PathVariable String caseNumber, Model model, HttpServletRequest request) {
        List<Map<String, Object>> declarations = pages.ofCase(caseNumber);
        if (declarations.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nie ma deklaracji w sprawie o tym znaku.");
        }
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute("declarations", declarations);
        model.addAttribute("change", pages.changeOf(caseNumber));
        model.addAttribute("reliefs", reliefs.ofCase(caseNumber));
        addToken(model, request);
        return "tax/case";
    }

    static void addToken(Model model, HttpServletRequest request) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        if (token instanceof CsrfToken csrf) {
            model.addAttribute("csrf", Map.of("name", csrf.getParameterName(), "value", csrf.getToken()));
        }
    }
}
