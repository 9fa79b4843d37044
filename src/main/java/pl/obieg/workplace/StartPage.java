package pl.obieg.workplace;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import pl.obieg.workplace.OutsideLinks.Link;

/** The first page: where everything is. */
@Controller
class StartPage {

    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "Praca urzędu",
                    List.of(
                            new Link(
                                    "Lista zadań",
                                    "/camunda/app/tasklist/default/",
                                    "Zadania referentów i kierowników"),
                            new Link(
                                    "Sprawy wstrzymane",
                                    "/wstrzymane",
                                    "Kroki, które stoją z przyczyn technicznych: ponów, popraw dane, pomiń"),
                            new Link(
                                    "Procedury",
                                    "/camunda/app/cockpit/default/",
                                    "Sprawy w toku, błędy i panel kierownika"),
                            new Link(
                                    "Użytkownicy i uprawnienia",
                                    "/camunda/app/admin/default/",
                                    "Konta, grupy i uprawnienia pracowników"))),
            new Section(
                    "Elektroniczne zarządzanie dokumentacją (EZD)",
                    List.of(
                            new Link(
                                    "Rejestr przesyłek wpływających", "/ezd/wplywy", "Pisma, które wpłynęły do urzędu"),
                            new Link("Rejestr przesyłek wychodzących", "/ezd/wychodzace", "Pisma wysłane z urzędu"),
                            new Link("Spis spraw", "/ezd/sprawy", "Sprawy według jednolitego rzeczowego wykazu akt"),
                            new Link("Rejestr decyzji", "/ezd/decyzje", "Wydane decyzje"),
                            new Link(
                                    "Terminy spraw", "/ezd/terminy", "Sprawy w toku według końca ustawowego terminu"))),
            new Section(
                    "Systemy dziedzinowe",
                    List.of(
                            new Link("Podatki", "/podatki", "Podatnicy, deklaracje i wymiar"),
                            new Link("Doręczenia", "/doreczenia", "Wysyłki, potwierdzenia i skutki doręczeń"),
                            new Link("Księgowość", "/ksiegowosc", "Należności, raty i wpłaty"))),
            new Section(
                    "Dla mieszkańców",
                    List.of(new Link("Gmina24", "/gmina24", "Portal podatnika: deklaracje, decyzje i wpłaty"))));

    private final ObjectProvider<OutsideLinks> outside;

    StartPage(ObjectProvider<OutsideLinks> outside) {
        this.outside = outside;
    }

    /** Links under one heading. */
    public record Section(String heading, List<Link> links) {}

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("sections", SECTIONS);
        outside.ifAvailable(world -> {
            model.addAttribute("outsidePages", world.pages());
            model.addAttribute("accounts", world.accounts());
        });
        return "workplace/start";
    }
}
