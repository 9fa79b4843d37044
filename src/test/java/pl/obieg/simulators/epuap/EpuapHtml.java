package pl.obieg.simulators.epuap;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.obieg.simulators.pki.Xml;

/** The page of the simulator. */
final class EpuapHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Europe/Warsaw"));

    private EpuapHtml() {}

    static String page(EpuapBox box, EpuapOrders orders) {
        return """
                <!doctype html>
                <html lang="pl"><head><meta charset="utf-8"><title>ePUAP – symulator</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>body{font-family:sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%}th,td{border:1px solid #767676;padding:.3rem;text-align:left}
                label{display:block;margin:.4rem 0 .1rem}input,textarea,select{font:inherit;max-width:100%%}
                fieldset{margin:1rem 0}</style></head><body>
                <main><h1>ePUAP – symulator</h1><p><a href="/">Wszystkie symulatory</a></p>
                <p>Stan: %s</p>
                <h2>Dokumenty w skrytce urzędu %s</h2>
                <table><thead><tr><th scope="col">Nadano</th><th scope="col">Nadawca</th><th scope="col">Plik</th>
                <th scope="col">Odebrano przez urząd</th></tr></thead><tbody>%s</tbody></table>
                <form method="post" action="/epuap/dokumenty" enctype="multipart/form-data"><fieldset>
                <legend>Złóż dokument do urzędu</legend>%s
                <label for="plik">Plik</label><input type="file" id="plik" name="plik">
                <label for="xml">albo treść</label><textarea id="xml" name="xml" rows="8" cols="90"></textarea>
                <label><input type="checkbox" name="podpisz" value="true" checked> podpisz certyfikatem testowym osoby
                (wymaga PESEL i poprawnego XML)</label>
                <p><button>Złóż</button></p></fieldset></form>
                <h2>Pisma urzędu do obywateli</h2>
                <table><thead><tr><th scope="col">Wysłano</th><th scope="col">Adres</th><th scope="col">Sprawa</th>
                <th scope="col">Pismo</th><th scope="col">Odbiór</th></tr></thead><tbody>%s</tbody></table>
                %s</main></body></html>
                """.formatted(
                        Xml.escape(orders.summary()),
                        Xml.escape(box.officeBox()),
                        box.incoming().stream().map(EpuapHtml::row).collect(Collectors.joining()),
                        senderFields(),
                        box.sent().stream().map(EpuapHtml::row).collect(Collectors.joining()),
                        switches());
    }

    private static String senderFields() {
        return Stream.of(
                        field("imie", "Imię", "Jan"),
                        field("nazwisko", "Nazwisko", "Kowalski"),
                        field("nazwa", "Nazwa (zamiast imienia i nazwiska)", ""),
                        field("pesel", "PESEL", "80010112345"),
                        field("nip", "NIP", ""),
                        field("adresOdpowiedzi", "Adres skrytki do odpowiedzi", "/JanKowalski/domyslna"))
                .collect(Collectors.joining());
    }

    private static String field(String name, String label, String value) {
        return "<label for=\"%s\">%s</label><input id=\"%s\" name=\"%s\" value=\"%s\">"
                .formatted(name, label, name, name, value);
    }

    private static String row(EpuapBox.Incoming document) {
        return cells(
                time(document.sentAt()),
                Xml.escape(document.sender().display()),
                Xml.escape(document.fileName()),
                document.confirmedAt() == null ? "czeka" : time(document.confirmedAt()));
    }

    private static String row(EpuapBox.Sent letter) {
        String id = Xml.escape(letter.orderId());
        String collect = letter.collectedAt() != null
                ? time(letter.collectedAt())
                : "<form method=\"post\" action=\"/epuap/wyslane/%s/odbior\"><button>Odbierz i podpisz UPD</button></form>"
                        .formatted(id);
        return cells(
                time(letter.sentAt()),
                Xml.escape(letter.address()),
                Xml.escape(letter.caseNumber()),
                "<a href=\"/epuap/wyslane/%s/zalacznik\">PDF</a> <a href=\"/epuap/wyslane/%s/dokument\">XML</a>"
                        .formatted(id, id),
                collect);
    }

    private static String switches() {
        return """
                <form method="post" action="/epuap/awarie"><fieldset><legend>Awaria na zamówienie</legend>
                <label for="mode">Rodzaj</label><select id="mode" name="mode">
                <option value="none">brak</option><option value="refuse">odmowa</option>
                <option value="timeout">brak odpowiedzi</option><option value="twice">podwójnie</option>
                <option value="late">z opóźnieniem</option><option value="down">przerwa</option></select>
                <label for="count">Ile wywołań</label><input id="count" name="count" type="number" min="1" value="1">
                <p><button>Zamów</button></p></fieldset></form>
                <form method="post" action="/epuap/tryb"><fieldset><legend>Odbiór przez obywateli</legend>
                <label for="auto">Sposób</label><select id="auto" name="auto"><option value="OFF">ręcznie</option>
                <option value="DELIVERED">od razu</option></select>
                <p><button>Ustaw</button></p></fieldset></form>
                """;
    }

    private static String cells(String... cells) {
        return Stream.of(cells).map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
