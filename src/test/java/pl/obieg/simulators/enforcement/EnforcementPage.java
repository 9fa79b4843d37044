package pl.obieg.simulators.enforcement;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The simulator's page. */
final class EnforcementPage {

    private static final List<List<String>> MODES = List.of(
            List.of("OFF", "nic nie robić sam"),
            List.of("ACCEPT", "przyjmować tytuły"),
            List.of("COLLECT", "przyjmować, ściągać całość i kończyć"));

    private EnforcementPage() {}

    static String html(EnforcementSimulator office) {
        return """
                <!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Organ egzekucyjny – symulator</title>
                <link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
                <style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%}th,td{border:1px solid #666;padding:.3rem;text-align:left}
                section{border-top:1px solid #666;margin-top:1rem}form{display:inline-block;margin:.2rem .6rem .2rem 0}
                pre{overflow:auto;background:#eee;padding:.5rem;white-space:pre-wrap}</style></head>
                <body><main><p><a href="/">Wszystkie symulatory</a></p><h1>Organ egzekucyjny – symulator</h1>
                <form method="post" action="/enforcement/tryb"><label>Po otrzymaniu tytułu
                <select name="auto">%s</select></label> <button>Ustaw</button></form>
                <h2>Tytuły wykonawcze</h2>%s<h2>Zawiadomienia wierzyciela</h2>%s<h2>Komunikaty do wierzyciela</h2>%s
                </main></body></html>
                """.formatted(
                MODES.stream()
                        .map(mode -> "<option value=\"%s\"%s>%s</option>"
                                .formatted(
                                        mode.get(0), mode.get(0).equals(office.auto()) ? " selected" : "", mode.get(1)))
                        .collect(Collectors.joining()),
                titles(office.titles()),
                notices(office.notices()),
                messages(office.told(true)));
    }

    private static String titles(List<EnforcementSimulator.Title> titles) {
        if (titles.isEmpty()) {
            return "<p>Nie wpłynął jeszcze żaden tytuł.</p>";
        }
        return titles.stream()
                .map(each -> """
                        <section><h3>%1$s – %2$s</h3><p>Zobowiązany: %3$s. Do ściągnięcia: %4$s zł, ściągnięto: %5$s zł.</p>
                        %6$s%7$s%8$s%9$s%10$s
                        <details><summary>Treść eTW</summary><pre>%11$s</pre></details></section>
                        """.formatted(
                                escape(each.number()),
                                escape(each.state()),
                                escape(each.debtor()),
                                each.total(),
                                each.collected(),
                                button(each.number(), "przyjmij", "Przyjmij", ""),
                                button(
                                        each.number(),
                                        "odrzuc",
                                        "Odrzuć",
                                        "<label>Powód <input name=\"powod\" required></label> "),
                                button(each.number(), "srodek", "Zajmij rachunek bankowy", ""),
                                button(
                                        each.number(),
                                        "przelej",
                                        "Przelej wierzycielowi",
                                        "<label>Kwota (puste = całość) <input name=\"kwota\" size=\"8\"></label> "),
                                button(each.number(), "zakoncz", "Zakończ zapłatą", "")
                                        + button(each.number(), "umorz", "Umórz – bezskuteczna", ""),
                                escape(each.content())))
                .collect(Collectors.joining());
    }

    private static String button(String number, String act, String label, String fields) {
        return "<form method=\"post\" action=\"/enforcement/tytuly/%s/%s\">%s<button>%s</button></form>"
                .formatted(number, act, fields, label);
    }

    private static String notices(List<EnforcementSimulator.Notice> notices) {
        if (notices.isEmpty()) {
            return "<p>Nie ma zawiadomień.</p>";
        }
        return notices.stream()
                .map(each -> "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                escape(each.number()), escape(each.kind()), escape(each.amount()), escape(each.rest())))
                .collect(Collectors.joining(
                        "",
                        "<table><thead><tr><th scope=\"col\">Tytuł</th><th scope=\"col\">Rodzaj</th>"
                                + "<th scope=\"col\">Kwota</th><th scope=\"col\">Pozostaje</th></tr></thead><tbody>",
                        "</tbody></table>"));
    }

    private static String messages(List<EnforcementSimulator.Message> messages) {
        if (messages.isEmpty()) {
            return "<p>Nie ma komunikatów.</p>";
        }
        return messages.stream()
                .map(each -> "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                each.statedOn(),
                                escape(each.number()),
                                escape(each.kind()),
                                each.amount() == null ? "" : each.amount(),
                                Boolean.TRUE.equals(each.taken()) ? "odebrany" : "czeka"))
                .collect(Collectors.joining(
                        "",
                        "<table><thead><tr><th scope=\"col\">Dzień</th><th scope=\"col\">Tytuł</th>"
                                + "<th scope=\"col\">Komunikat</th><th scope=\"col\">Kwota</th>"
                                + "<th scope=\"col\">Stan</th></tr></thead><tbody>",
                        "</tbody></table>"));
    }

    private static String escape(String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
