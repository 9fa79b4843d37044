package pl.obieg.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.AllocationSentences;
import pl.obieg.ledger.Debts;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.enforcement.DebtorParents;
import pl.obieg.ledger.law.Allocation.Cost;
import pl.obieg.ledger.law.Allocation.Due;

/** Arrears with the state of their dunning, and all that one debtor owes. No personal data in addresses. */
@Controller
@RequestMapping("/ksiegowosc")
class ArrearsPages {

    private final ArrearsQueries arrears;
    private final Parties parties;
    private final Debts debts;
    private final DebtorParents parents;
    private final OfficeClock clock;

    ArrearsPages(ArrearsQueries arrears, Parties parties, Debts debts, DebtorParents parents, OfficeClock clock) {
        this.arrears = arrears;
        this.parties = parties;
        this.debts = debts;
        this.parents = parents;
        this.clock = clock;
    }

    /** A row of the list with what is not in the tables: interest of today and names. */
    public record Line(ArrearsQueries.Row row, String interestText, Map<String, String> debtors) {}

    /** What a debtor owes on one account today. */
    public record Owed(
            ArrearsQueries.Account account,
            List<String> dues,
            String interestText,
            String costsText,
            String totalText) {}

    @GetMapping("/zaleglosci")
    String arrears(
            @RequestParam(name = "szukaj", defaultValue = "") String text,
            @RequestParam(name = "stan", defaultValue = "") String state,
            @RequestParam(name = "sortuj", defaultValue = "termin") String order,
            @RequestParam(name = "strona", defaultValue = "1") int page,
            Model model) {
        LocalDate today = clock.today();
        String sought = text.strip();
        Paging paging = Paging.of(page, arrears.count(sought, state, today));
        model.addAttribute(
                "lines",
                arrears.page(sought, state, order, today, paging).stream()
                        .map(row -> new Line(
                                row,
                                Zloty.text(interest(overdue(row.account(), today))),
                                names(arrears.debtors(row.account()))))
                        .toList());
        model.addAttribute("paging", paging);
        model.addAttribute("text", sought);
        model.addAttribute("state", state);
        model.addAttribute("order", order);
        model.addAttribute("states", states());
        return "ledger/arrears";
    }

    @GetMapping("/dluznicy/{partyId}")
    String debtor(@PathVariable String partyId, Model model, HttpServletRequest request) {
        LocalDate today = clock.today();
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            model.addAttribute("csrfToken", token.getToken());
        }
        Party party = find(partyId);
        model.addAttribute("party", party);
        model.addAttribute("today", today);
        model.addAttribute(
                "accounts",
                arrears.accounts(partyId).stream()
                        .map(account -> owed(account, today))
                        .toList());
        model.addAttribute("rounds", arrears.rounds(partyId));
        model.addAttribute("parents", parents.of(partyId));
        return "ledger/debtor";
    }

    /** Personal data stay here; a title that is filled in afterwards states them. */
    @PostMapping("/dluznicy/{partyId}/rodzice")
    String keepParents(
            @PathVariable String partyId,
            @RequestParam(name = "ojciec", defaultValue = "") String father,
            @RequestParam(name = "matka", defaultValue = "") String mother,
            RedirectAttributes redirect) {
        parents.keep(find(partyId).id(), new DebtorParents.Parents(father, mother));
        redirect.addFlashAttribute("message", "Zapisano imiona rodziców.");
        return "redirect:/ksiegowosc/dluznicy/" + partyId;
    }

    private Party find(String partyId) {
        try {
            return parties.get(partyId);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Owed owed(ArrearsQueries.Account account, LocalDate today) {
        List<Due> overdue = overdue(account.account(), today);
        BigDecimal principal = overdue.stream().map(Due::principal).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal costs =
                debts.costs(account.account(), today).stream().map(Cost::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Owed(
                account,
                overdue.stream()
                        .map(due -> Zloty.text(due.principal()) + " – " + AllocationSentences.interestOn(due))
                        .toList(),
                Zloty.text(interest(overdue)),
                Zloty.text(costs),
                Zloty.text(principal.add(interest(overdue)).add(costs)));
    }

    private List<Due> overdue(String account, LocalDate today) {
        return debts.dues(account, today).stream()
                .filter(due -> due.dueOn().isBefore(today))
                .toList();
    }

    private static BigDecimal interest(List<Due> dues) {
        return dues.stream().map(due -> due.interest().charged()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, String> names(List<String> partyIds) {
        Map<String, String> names = new LinkedHashMap<>();
        partyIds.forEach(id -> names.put(id, parties.get(id).displayName()));
        return names;
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("NONE", "bez upominania");
        for (Dunning.State state : List.of(
                Dunning.State.FOUND,
                Dunning.State.ISSUED,
                Dunning.State.DELIVERED,
                Dunning.State.AGAIN,
                Dunning.State.UNDELIVERED)) {
            states.put(state.name(), state.polish());
        }
        return states;
    }
}
