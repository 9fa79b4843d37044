package pl.obieg.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rules by their ids, from {@code decisions/prawo/reguly.csv}: {@code id;podstawa;tresc;pewnosc;ustawienie}, the last one only
 * where the office can choose; and what the codes of
 * the tables mean, from {@code decisions/prawo/slowa.csv}: {@code kod;znaczenie}.
 */
@Component
public class LawBook {

    /** A rule id inside a text. */
    private static final Pattern ID = Pattern.compile("\\b[A-Z]{2,4}-\\d{1,2}[a-z]?\\b");

    private static final Map<String, LegalRule.Certainty> CERTAINTY = Map.of(
            "zrodlo", LegalRule.Certainty.SOURCE,
            "wysoka", LegalRule.Certainty.HIGH,
            "srednia", LegalRule.Certainty.MEDIUM,
            "niska", LegalRule.Certainty.LOW,
            "urzad", LegalRule.Certainty.HOUSE);

    private final Map<String, LegalRule> rules;
    private final Map<String, String> words = new HashMap<>();

    public LawBook() {
        this.rules = read(lines("/decisions/prawo/reguly.csv"));
        lines("/decisions/prawo/slowa.csv")
                .forEach(
                        line -> words.put(line.substring(0, line.indexOf(';')), line.substring(line.indexOf(';') + 1)));
    }

    /** All rules, in the order of the book. */
    public Collection<LegalRule> all() {
        return rules.values();
    }

    public Optional<LegalRule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The rules that the text names by id, each once, in order. */
    public List<LegalRule> namedIn(String text) {
        return ID.matcher(text)
                .results()
                .map(match -> rules.get(match.group()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A value of a table as a clerk reads it: {@code B_RES} is "budynki mieszkalne"; one that is no code stays. */
    public String inWords(String value) {
        return words.getOrDefault(value, value);
    }

    private static Map<String, LegalRule> read(List<String> lines) {
        Map<String, LegalRule> rules = new LinkedHashMap<>();
        for (int at = 1; at < lines.size(); at++) {
            String[] cells = lines.get(at).split(";", -1);
            LegalRule.Certainty certainty = cells.length == 4 || cells.length == 5 ? CERTAINTY.get(cells[3]) : null;
            if (certainty == null || cells[1].isBlank() || cells[2].isBlank()) {
                throw new IllegalStateException("reguly.csv, wiersz " + (at + 1)
                        + ": oczekiwano id;podstawa;tresc;pewnosc albo id;podstawa;tresc;pewnosc;ustawienie, jest: "
                        + lines.get(at));
            }
            if (rules.put(cells[0], new LegalRule(cells[0], cells[1], cells[2], certainty, settings(cells))) != null) {
                throw new IllegalStateException("reguly.csv: reguła " + cells[0] + " jest dwa razy");
            }
        }
        return rules;
    }

    private static List<LegalRule.Setting> settings(String[] cells) {
        return cells.length < 5
                ? List.of()
                : Stream.of(cells[4].split("\\s\\+\\s"))
                        .map(LegalRule.Setting::of)
                        .toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = LawBook.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
