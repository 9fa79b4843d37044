package pl.obieg.simulators.edoreczenia;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which one looks at the operator and acts as an addressee. */
@RestController("edoreczeniaOutsidePage")
class OutsidePage {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(TermOfCollection.WARSAW);

    private final Mailbox mailbox;
    private final Directory directory;
    private final Behaviour behaviour;
    private final TrustedSystems systems;
    private final Clock clock;

    OutsidePage(Mailbox mailbox, Directory directory, Behaviour behaviour, TrustedSystems systems, Clock clock) {
        this.mailbox = mailbox;
        this.directory = directory;
        this.behaviour = behaviour;
        this.systems = systems;
        this.clock = clock;
    }

    @GetMapping(path = "/edoreczenia", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        mailbox.lapse();
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html><html lang="pl"><head><meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Symulator e-Doręczeń</title>
                <style>body{font-family:sans-serif;margin:1.5rem}table{border-collapse:collapse;margin:.5rem 0}
                th,td{border:1px solid #666;padding:.3rem .6rem;text-align:left;vertical-align:top}
                form{display:inline}td button{margin:.1rem}</style></head><body><main><p><a href="/">Wszystkie symulatory</a></p><h1>Symulator e-Doręczeń</h1>
                """);
        html.append("<p>Zegar: ")
                .append(moment(clock.instant()))
                .append(". Adresaci: ")
                .append(behaviour.auto());
        html.append(". Zamówiona awaria: ").append(behaviour.ordered()).append(".</p>");
        orders(html);
        messages(html);
        addresses(html);
        html.append("<h2>Zarejestrowane systemy</h2><ul>");
        systems.clients()
                .forEach(client -> html.append("<li>").append(text(client)).append("</li>"));
        return html.append("</ul></main></body></html>").toString();
    }

    private static void orders(StringBuilder html) {
        html.append("<h2>Zachowanie</h2><form method=\"post\" action=\"/edoreczenia/tryb\">")
                .append("<label>Adresat po wpłynięciu <select name=\"auto\">");
        for (Behaviour.Auto auto : Behaviour.Auto.values()) {
            html.append("<option>").append(auto).append("</option>");
        }
        html.append("</select></label> <button>Ustaw tryb</button></form> ")
                .append("<form method=\"post\" action=\"/edoreczenia/awarie\"><label>Awaria <select name=\"mode\">");
        for (Behaviour.Fault fault : Behaviour.Fault.values()) {
            html.append("<option>").append(fault).append("</option>");
        }
        html.append("</select></label> <label>Ile wywołań <input name=\"count\" type=\"number\" value=\"1\" min=\"1\">")
                .append("</label> <button>Zamów awarię</button></form>");
    }

    private void messages(StringBuilder html) {
        html.append("<h2>Wiadomości</h2><table><thead><tr><th scope=\"col\">Nadano</th><th scope=\"col\">Od</th>")
                .append("<th scope=\"col\">Do</th><th scope=\"col\">Temat</th><th scope=\"col\">Status</th>")
                .append("<th scope=\"col\">Dowody</th><th scope=\"col\">Termin odbioru upływa</th>")
                .append("<th scope=\"col\">Zrób jako adresat</th></tr></thead><tbody>");
        if (mailbox.all().isEmpty()) {
            html.append("<tr><td colspan=\"8\">Nikt jeszcze nic nie nadał.</td></tr>");
        }
        for (Mailbox.Message message : mailbox.all()) {
            html.append("<tr><td>").append(moment(message.sentAt())).append("</td><td>");
            html.append(text(message.sender())).append("</td><td>").append(text(message.recipient()));
            html.append("</td><td>").append(text(message.subject())).append("</td><td>");
            html.append(text(message.status())).append("</td><td>");
            mailbox.evidences(message.messageId())
                    .forEach(evidence -> html.append(evidence.type())
                            .append(' ')
                            .append(moment(evidence.eventAt()))
                            .append("<br>"));
            html.append("</td><td>").append(moment(message.lapsesAt())).append("</td><td>");
            if (message.posted()) {
                for (String outcome : java.util.List.of(
                        "DORECZONO", "DOMOWNIK", "ODMOWA", "NIE_PODJETO", "WYPROWADZIL_SIE", "ZMARL")) {
                    button(html, message, "epo?wynik=" + outcome, "PUH: " + outcome);
                }
            }
            if (message.waits()) {
                button(html, message, "odebrano", "Odebrano");
                button(html, message, "uznane", "Uznane za doręczone");
                button(html, message, "niedoreczona", "Niedoręczona");
            }
            html.append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private static void button(StringBuilder html, Mailbox.Message message, String action, String label) {
        html.append("<form method=\"post\" action=\"/edoreczenia/wiadomosci/")
                .append(message.messageId())
                .append('/')
                .append(action)
                .append("\"><button>")
                .append(label)
                .append("</button></form> ");
    }

    private void addresses(StringBuilder html) {
        html.append("<h2>Baza adresów elektronicznych</h2><table><thead><tr><th scope=\"col\">ADE</th>")
                .append("<th scope=\"col\">Nazwa</th><th scope=\"col\">Identyfikator</th>")
                .append("<th scope=\"col\">Kategoria</th><th scope=\"col\">Status</th></tr></thead><tbody>");
        for (Directory.Address address : directory.all()) {
            html.append("<tr><td>").append(text(address.ade())).append("</td><td>");
            html.append(text(address.name()))
                    .append("</td><td>")
                    .append(text(address.registry()))
                    .append(' ');
            html.append(text(address.identifier())).append("</td><td>").append(text(address.category()));
            html.append("</td><td>").append(text(address.status())).append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private static String moment(Instant at) {
        return at == null ? "–" : MOMENT.format(at);
    }

    private static String text(String value) {
        return HtmlUtils.htmlEscape(value);
    }
}
