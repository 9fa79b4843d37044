package pl.obieg.simulators.bank;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The simulator's page. */
final class BankPage {

    private static final List<List<String>> FAULTS = List.of(
            List.of("none", "brak"),
            List.of("twice", "ten sam plik drugi raz pod inną nazwą"),
            List.of("broken-balance", "błędne saldo końcowe"),
            List.of("duplicated-line", "powtórzony wiersz"),
            List.of("down", "bank nie odpowiada"));

    private BankPage() {}

    static String html(BankSimulator bank) {
        BankSimulator.Desk desk = bank.desk();
        boolean auto = "FILE".equals(desk.auto());
        return """
                <!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Bank – symulator</title>
                <meta name="viewport" content="width=device-width">
                <style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%}th,td{border:1px solid #666;padding:.3rem;text-align:left}
                label{display:block;margin:.4rem 0}pre{overflow:auto;background:#eee;padding:.5rem}</style></head>
                <body><main><p><a href="/">Wszystkie symulatory</a></p><h1>Bank – symulator</h1>
                <p>Rachunek urzędu: <code>%s</code>. Pliki trafiają do folderu <code>%s</code>.</p>
                <h2>Nowa wpłata</h2><form method="post" action="/bank/wplaty">
                <label>Numer rachunku (26 cyfr) <input name="nrb" size="34" required></label>
                <label>Kwota <input name="amount" inputmode="decimal" required></label>
                <label>Wpłacający <input name="payer"></label><label>Tytuł <input name="title" size="50"></label>
                <label>Data (puste = dziś) <input type="date" name="date"></label>
                <button>Wpłać</button></form>
                <h2>Wyciąg</h2><form method="post" action="/bank/wyciag"><input type="hidden" name="wyslij" value="1">
                <button>Zamknij dzień i wyślij wyciąg</button></form>
                <form method="post" action="/bank/tryb"><input type="hidden" name="auto" value="%s">
                <p>Wysyłanie pliku od razu po wpłacie: <strong>%s</strong> <button>%s</button></p></form>
                <h2>Awarie</h2><form method="post" action="/bank/awarie"><label>Rodzaj <select name="mode">%s</select></label>
                <label>Ile razy <input name="count" type="number" min="1" value="1"></label>
                <button>Zamów</button></form>
                <h2>Wpłaty</h2>%s<h2>Wysłane wyciągi</h2>%s</main></body></html>
                """.formatted(
                        escape(bank.account()),
                        escape(bank.outbox().toAbsolutePath().toString()),
                        auto ? "OFF" : "FILE",
                        auto ? "włączone" : "wyłączone",
                        auto ? "Wyłącz" : "Włącz",
                        faults(desk),
                        payments(bank.payments()),
                        statements(bank.statements()));
    }

    private static String faults(BankSimulator.Desk desk) {
        return FAULTS.stream()
                .map(fault -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(fault.get(0), fault.get(0).equals(desk.fault()) ? " selected" : "", fault.get(1)))
                .collect(Collectors.joining());
    }

    private static String payments(List<BankSimulator.Payment> payments) {
        if (payments.isEmpty()) {
            return "<p>Nikt jeszcze nie wpłacił.</p>";
        }
        return payments.stream()
                .map(each -> "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                each.paidOn(),
                                escape(each.nrb()),
                                each.amount(),
                                escape(each.payer()),
                                escape(each.title()),
                                each.statementNo() == null ? "czeka" : "wyciąg " + each.statementNo()))
                .collect(Collectors.joining(
                        "",
                        "<table><thead><tr><th scope=\"col\">Data</th><th scope=\"col\">Na rachunek</th>"
                                + "<th scope=\"col\">Kwota</th><th scope=\"col\">Wpłacający</th>"
                                + "<th scope=\"col\">Tytuł</th><th scope=\"col\">Stan</th></tr></thead><tbody>",
                        "</tbody></table>"));
    }

    private static String statements(List<BankSimulator.Statement> statements) {
        if (statements.isEmpty()) {
            return "<p>Nie wysłano jeszcze żadnego wyciągu.</p>";
        }
        return statements.stream()
                .map(each -> """
                        <section><h3>Wyciąg %d: %s</h3><form method="post" action="/bank/wyciagi/%d/ponownie">
                        <button>Wyślij ponownie wyciąg %d</button></form>
                        <details><summary>Treść pliku</summary><pre>%s</pre></details></section>
                        """.formatted(
                        each.number(), escape(each.fileName()), each.number(), each.number(), escape(each.content())))
                .collect(Collectors.joining());
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
