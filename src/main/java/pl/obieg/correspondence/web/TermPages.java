package pl.obieg.correspondence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import pl.obieg.calendar.ClockStop;
import pl.obieg.correspondence.ComplexCases;
import pl.obieg.correspondence.TermStops;
import pl.obieg.process.Refusal;

/** The list of terms, and the days not counted that a clerk notes in a case file. */
@Controller
class TermPages {

    private final TermReader reader;
    private final TermStops stops;
    private final ComplexCases complexCases;

    TermPages(TermReader reader, TermStops stops, ComplexCases complexCases) {
        this.reader = reader;
        this.stops = stops;
        this.complexCases = complexCases;
    }

    @GetMapping("/ezd/terminy")
    String list(Model model) {
        model.addAttribute("terms", reader.running()).addAttribute("entries", EzdPages.ENTRIES);
        return "correspondence/terms";
    }

    @PostMapping("/ezd/sprawy/{caseNumber}/przerwa")
    String stop(
            @PathVariable String caseNumber,
            @RequestParam(name = "od") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(name = "do", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(name = "powod") ClockStop.Reason reason,
            Principal clerk) {
        if (until != null && until.isBefore(from)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Koniec przerwy jest przed jej początkiem.");
        }
        stops.note(caseNumber, new ClockStop(from, until, reason), clerk == null ? "nieznany" : clerk.getName());
        return "redirect:" + Polish.caseHref(caseNumber) + "#termin";
    }

    @PostMapping("/ezd/sprawy/{caseNumber}/zawilosc")
    String complex(@PathVariable String caseNumber, @RequestParam(name = "powod") String reason, Principal clerk) {
        try {
            complexCases.mark(caseNumber, reason, clerk == null ? "nieznany" : clerk.getName());
        } catch (Refusal refusal) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refusal.getMessage(), refusal);
        }
        return "redirect:" + Polish.caseHref(caseNumber) + "#termin";
    }

    @PostMapping("/ezd/sprawy/{caseNumber}/wznowienie")
    String resume(@PathVariable String caseNumber, HttpServletRequest request, Principal clerk) {
        stops.end(caseNumber, clerk == null ? "nieznany" : clerk.getName());
        return "redirect:" + Polish.caseHref(caseNumber) + "#termin";
    }
}
