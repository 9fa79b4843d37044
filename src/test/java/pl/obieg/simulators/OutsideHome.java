package pl.obieg.simulators;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first page of the world outside: the clock, ready-made declarations, the way to each simulator. */
@RestController
class OutsideHome {

    private static final Map<String, String> SAMPLES = new java.util.LinkedHashMap<>();

    static {
        SAMPLES.put("in1", "IN-1: dom z garażem, jeden właściciel");
        SAMPLES.put("in1-wspolwlasnosc", "IN-1: dom dwojga współwłaścicieli");
        SAMPLES.put("in1-male", "IN-1: podatek poniżej progu");
        SAMPLES.put("in1-zbycie", "IN-1: korekta po sprzedaży domu 10 czerwca");
        SAMPLES.put("in1-posiadacz", "IN-1: dom w posiadaniu samoistnym, właściciel jest kto inny");
        SAMPLES.put("in1-dzierzawca", "IN-1: dzierżawca działki gminy");
        SAMPLES.put("in1-warsztat", "IN-1: korekta, warsztat w garażu od 10 czerwca");
        SAMPLES.put("ir1", "IR-1: gospodarstwo rolne");
        SAMPLES.put("il1", "IL-1: las");
        SAMPLES.put("in1-bledny-pesel", "IN-1 z błędnym numerem PESEL");
        SAMPLES.put("dn1", "DN-1 spółki, kwota poprawna");
        SAMPLES.put("dn1-bledna-suma", "DN-1 spółki z błędną kwotą");
        SAMPLES.put("dn1-korekta", "korekta DN-1 z właściwą kwotą");
        SAMPLES.put("odwolanie", "Odwołanie mieszkańca");
        SAMPLES.put("rozstrzygniecie-sko", "Pismo SKO z rozstrzygnięciem");
        SAMPLES.put("nieznany", "Pismo nieznanego wzoru");
    }

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Consumer<Duration> moveClock;

    OutsideHome(JdbcClient jdbc, Clock clock, @Qualifier("moveClock") Consumer<Duration> moveClock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.moveClock = moveClock;
        moveClock.accept(ahead());
    }

    private Duration ahead() {
        return Duration.ofSeconds(jdbc.sql("select ahead_seconds from home.clock")
                .query(Long.class)
                .single());
    }

    @PostMapping("/zegar")
    ResponseEntity<Void> move(@RequestParam int dni) {
        if (dni < 1 || dni > 400) {
            return ResponseEntity.badRequest().build();
        }
        jdbc.sql("update home.clock set ahead_seconds = ahead_seconds + ?")
                .param(Duration.between(clock.instant(), sameHour(dni)).toSeconds())
                .update();
        moveClock.accept(ahead());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/"))
                .build();
    }

    /** Days of the calendar, so that no change to or from summer time ends a day early. */
    private Instant sameHour(int days) {
        return clock.instant().atZone(WARSAW).plusDays(days).toInstant();
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        String now = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .format(LocalDateTime.ofInstant(clock.instant(), WARSAW));
        StringBuilder options = new StringBuilder();
        SAMPLES.forEach((value, label) -> options.append("<option value='")
                .append(value)
                .append("'>")
                .append(label)
                .append("</option>"));
        return """
                <!DOCTYPE html><html lang="pl"><head><meta charset="UTF-8"><title>Świat zewnętrzny</title>
                <link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
                <style>body{font-family:sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;line-height:1.5}
                fieldset{margin:1rem 0;padding:1rem}label{display:block;margin:.4rem 0}</style></head><body>
                <h1>Świat zewnętrzny urzędu (symulatory)</h1>
                <p>Zegar urzędu i symulatorów: <strong>%s</strong></p>
                <form method="post" action="/zegar"><fieldset><legend>Przesuń zegar naprzód</legend>
                <label>Liczba dni <input name="dni" type="number" min="1" max="400" value="14" required></label>
                <button>Przesuń</button></fieldset></form>
                <form method="post" action="/epuap/przyklady"><fieldset><legend>Złóż dokument przez ePUAP</legend>
                <label>Rodzaj <select name="rodzaj">%s</select></label>
                <label>Numer mieszkańca lub firmy <input name="n" type="number" min="1" max="5000" value="1" required></label>
                <label>Rok podatkowy <input name="rok" type="number" value="2026" required></label>
                <button>Złóż</button></fieldset></form>
                <ul><li><a href="/epuap">ePUAP</a></li><li><a href="/edoreczenia">e-Doręczenia</a></li>
                <li><a href="/post">Poczta</a></li><li><a href="/bank">Bank</a></li>
                <li><a href="/enforcement">Organ egzekucyjny</a></li></ul>
                </body></html>
                """.formatted(now, options);
    }
}
