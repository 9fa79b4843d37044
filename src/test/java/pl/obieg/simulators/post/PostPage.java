package pl.obieg.simulators.post;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The HTML of the simulated post. */
final class PostPage {

    private static final Map<String, String> ACTIONS = new LinkedHashMap<>();
    private static final Map<String, String> AUTO = new LinkedHashMap<>();
    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    static {
        ACTIONS.put("doreczono", "Doręczono adresatowi");
        ACTIONS.put("domownik", "Odebrał dorosły domownik");
        ACTIONS.put("sasiad", "Odebrał sąsiad");
        ACTIONS.put("skrzynka", "Wrzucono do skrzynki (bez podpisu)");
        ACTIONS.put("awizo", "Pierwsze awizo");
        ACTIONS.put("ponowne-awizo", "Drugie awizo");
        ACTIONS.put("awiza-i-zwrot", "Dwa awiza i zwrot w terminie");
        ACTIONS.put("zwrot", "Zwrot – nie podjęto");
        ACTIONS.put("odmowa", "Odmowa przyjęcia");
        ACTIONS.put("wyprowadzil-sie", "Zwrot – wyprowadził się");
        ACTIONS.put("nieznany", "Zwrot – adresat nieznany");
        ACTIONS.put("zmarl", "Zwrot – adresat zmarł");
        ACTIONS.put("adres-bledny", "Zwrot – adres błędny");
        AUTO.put("OFF", "nic samo się nie dzieje");
        AUTO.put("DELIVERED", "każdy list od razu doręczony");
        AUTO.put("DEEMED", "każdy list: dwa awiza i zwrot w terminie");
        AUTO.put("REFUSED", "każdy list od razu odmówiony");
        FAULTS.put("none", "bez awarii");
        FAULTS.put("refuse", "odrzuć");
        FAULTS.put("timeout", "wykonaj, ale nie odpowiedz");
        FAULTS.put("twice", "odpowiedz dwa razy");
        FAULTS.put("late", "stan przesyłek z opóźnieniem");
        FAULTS.put("down", "nie działaj");
    }

    private PostPage() {}

    static String of(String rows, String auto, String fault, LocalDate today) {
        return """
                <!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Symulator poczty</title>
                <meta name="viewport" content="width=device-width">
                <style>body{font:1rem/1.5 sans-serif;max-width:80rem;margin:1rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%}caption{text-align:left;font-weight:bold;padding:.5rem 0}
                th,td{border:1px solid #666;padding:.3rem .6rem;text-align:left;vertical-align:top}
                td form{display:inline}td button{margin:.1rem}</style></head>
                <body><main><p><a href="/">Wszystkie symulatory</a></p>
                <h1>Symulator: Poczta Polska, Elektroniczny Nadawca</h1><p>Dzień w symulatorze: %s</p>
                <form method="post" action="/post/tryb"><label for="auto">Co dzieje się samo</label>
                <select id="auto" name="auto">%s</select> <button>Ustaw</button></form>
                <form method="post" action="/post/awarie"><label for="mode">Awaria na życzenie</label>
                <select id="mode" name="mode">%s</select> <label for="count">ile razy</label>
                <input id="count" name="count" type="number" min="0" value="1"> <button>Ustaw</button></form>
                <table><caption>Przesyłki polecone</caption><thead><tr><th scope="col">Numer nadania</th>
                <th scope="col">Adresat</th><th scope="col">Sygnatura</th><th scope="col">Stan</th>
                <th scope="col">Działanie</th></tr></thead><tbody>%s</tbody></table></main></body></html>
                """.formatted(today, options(AUTO, auto), options(FAULTS, fault), rows);
    }

    static String buttons(Shipments.Shipment letter) {
        StringBuilder forms = new StringBuilder();
        ACTIONS.forEach((action, label) -> forms.append("<form method=\"post\" action=\"/post/przesylki/")
                .append(letter.number())
                .append('/')
                .append(action)
                .append("\"><button>")
                .append(label)
                .append("</button></form>"));
        return forms.toString();
    }

    private static String options(Map<String, String> choices, String chosen) {
        StringBuilder options = new StringBuilder();
        choices.forEach((value, label) -> options.append("<option value=\"")
                .append(value)
                .append(value.equals(chosen) ? "\" selected>" : "\">")
                .append(label)
                .append("</option>"));
        return options.toString();
    }
}
