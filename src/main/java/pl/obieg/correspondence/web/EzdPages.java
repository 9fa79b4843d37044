package pl.obieg.correspondence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import pl.obieg.calendar.ClockStop;

/**
 * The registers and case files of the built-in EZD. A search is posted, since what is searched for is often a name and
 * addresses of pages reach logs; sorting and paging stay in the same form.
 */
@Controller
class EzdPages {

    static final List<Map<String, String>> ENTRIES = Stream.concat(
                    Arrays.stream(Register.values())
                            .map(register -> Map.of("href", "/ezd/" + register.path, "label", register.title)),
                    Stream.of(
                            Map.of("href", "/ezd/terminy", "label", "Terminy spraw"),
                            Map.of("href", "/ezd/rejestracja", "label", "Zarejestruj pismo papierowe")))
            .toList();

    private final RegisterReader registers;
    private final CaseReader cases;
    private final TermReader terms;

    EzdPages(RegisterReader registers, CaseReader cases, TermReader terms) {
        this.registers = registers;
        this.cases = cases;
        this.terms = terms;
    }

    @GetMapping("/ezd")
    String start() {
        return "redirect:/ezd/" + Register.INCOMING.path;
    }

    /**
     * @param sort key of a column; with {@code !} before it, descending
     * @param page from 1
     */
    @RequestMapping(
            path = "/ezd/{register:wplywy|wychodzace|sprawy|decyzje|archiwum|sklad|wypozyczenia}",
            method = {RequestMethod.GET, RequestMethod.POST})
    String register(
            @PathVariable String register,
            @RequestParam(defaultValue = "") String szukaj,
            @RequestParam(defaultValue = "") String sortowanie,
            @RequestParam(defaultValue = "1") int strona,
            HttpServletRequest request,
            Model model) {
        Register shown = Register.at(register).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String order = sortowanie.isEmpty() ? shown.firstOrder() : sortowanie;
        RegisterView view = registers.read(shown, szukaj, order.replaceFirst("^!", ""), order.startsWith("!"), strona);
        model.addAttribute("title", shown.title)
                .addAttribute("lead", shown.lead)
                .addAttribute("whenEmpty", shown.whenEmpty)
                .addAttribute("columns", shown.columns.stream().map(Heading::of).toList())
                .addAttribute("path", "/ezd/" + shown.path)
                .addAttribute("entries", ENTRIES)
                .addAttribute("view", view);
        addCsrf(request, model);
        return "correspondence/register";
    }

    @GetMapping("/ezd/sprawy/{caseNumber}")
    String caseFile(@PathVariable String caseNumber, HttpServletRequest request, Model model) {
        CaseView file = cases.read(caseNumber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("file", file)
                .addAttribute("entries", ENTRIES)
                .addAttribute("term", terms.of(caseNumber).orElse(null))
                .addAttribute("stopReasons", ClockStop.Reason.values());
        addCsrf(request, model);
        return "correspondence/case";
    }

    static void addCsrf(HttpServletRequest request, Model model) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            model.addAttribute("csrfName", token.getParameterName()).addAttribute("csrfToken", token.getToken());
        }
    }

    /** A column's heading; public, since the template reads it. */
    public record Heading(String key, String label, boolean sortable) {

        static Heading of(Register.Column column) {
            return new Heading(column.key(), column.label(), column.sortable());
        }
    }
}
