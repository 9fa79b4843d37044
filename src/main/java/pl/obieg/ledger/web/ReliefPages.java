package pl.obieg.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.web.ReliefQueries.ListedRelief;

/** Reliefs of a year that have to stand in BIP by 31 May of the next one. */
@Controller
@RequestMapping("/ksiegowosc/ulgi")
class ReliefPages {

    private final ReliefQueries reliefs;
    private final OfficeClock clock;

    ReliefPages(ReliefQueries reliefs, OfficeClock clock) {
        this.reliefs = reliefs;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(name = "rok", required = false) Integer asked, Model model) {
        int year = asked == null ? clock.today().getYear() - 1 : asked;
        model.addAttribute("year", year);
        model.addAttribute(
                "limit",
                reliefs.limit(year).stripTrailingZeros().toPlainString().replace('.', ',') + " zł");
        model.addAttribute("rows", reliefs.listed(year));
        return "ledger/reliefs";
    }

    /** For BIP: semicolons, UTF-8 with a byte order mark, as spreadsheets of Polish offices read it. */
    @GetMapping("/wykaz.csv")
    ResponseEntity<byte[]> csv(@RequestParam("rok") int year) {
        StringBuilder csv = new StringBuilder("\uFEFFNazwa;Kwota ulg w zł;Umorzono w zł;Przyczyna umorzenia\r\n");
        for (ListedRelief row : reliefs.listed(year)) {
            csv.append(String.join(
                            ";",
                            List.of(
                                    cell(row.name()),
                                    row.total().toPlainString().replace('.', ','),
                                    row.remitted().toPlainString().replace('.', ','),
                                    cell(row.ground()))))
                    .append("\r\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ulgi-" + year + ".csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A spreadsheet would take a cell that begins with one of these for a formula. */
    private static String cell(String text) {
        String safe = text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
