package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.obieg.process.LawGuard;
import pl.obieg.process.LawTables.Row;
import pl.obieg.process.LawTables.Table;

/**
 * What a council must not do, checked for every row before a change of the law pack comes in force: no rate above the
 * year's maximum (PT-30), no rate and no exemption by the person of the taxpayer (PT-31, PT-32), no price of rye or wood
 * above the announced one (AG-03, FO-01). The assessment itself refuses the same, but then it is late.
 */
@Component
class CouncilLimits implements LawGuard {

    private static final String RATES = "stawka-podatku";
    private static final String MAXIMA = "stawka-maksymalna";
    private static final String EXEMPTIONS = "zwolnienia-rady";
    private static final Map<String, String> PRICES = Map.of("cena-zyta", "Cena żyta", "cena-drewna", "Cena drewna");

    /** The outputs that the assessment reads as numbers, by table; "1,45" would stop it. */
    private static final Map<String, String> NUMBERS = Map.of(
            RATES,
            "rate",
            MAXIMA,
            "maximum",
            "progi-podatkowe",
            "amount",
            "koszt-listu-poleconego",
            "letterCost",
            "przelicznik-hektara",
            "factor");

    /** Stands for a kind that no row names. */
    private static final String NO_SUBCODE = "?";

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20|21)\\d\\d\\b");

    @Override
    public List<String> objections(Proposed law) {
        Set<String> objections = new LinkedHashSet<>();
        if (law.brings(RATES) || law.brings(MAXIMA)) {
            byPerson(law, RATES, "Stawka", "code").forEach(objections::add);
            rates(law).forEach(objections::add);
        }
        if (law.brings(EXEMPTIONS)) {
            byPerson(law, EXEMPTIONS, "Zwolnienie", "usage").forEach(objections::add);
        }
        NUMBERS.forEach((key, output) -> {
            if (law.brings(key)) {
                objections.addAll(notNumbers(law, key, output));
            }
        });
        PRICES.forEach((key, title) -> {
            if (law.brings(key)) {
                objections.addAll(prices(law, key, title));
            }
        });
        return List.copyOf(objections);
    }

    /** PT-31, PT-32: a row that no example would reach counts as well, hence by the cells. */
    private static List<String> byPerson(Proposed law, String key, String what, String named) {
        List<String> objections = new ArrayList<>();
        law.table(key).ifPresent(table -> {
            for (Row row : table.rows()) {
                if (!"\"OBJECT\"".equals(table.outcome(row, "criterion"))) {
                    objections.add(what + " " + bare(table.condition(row, named)) + " z aktu: "
                            + bare(table.outcome(row, "resolution"))
                            + " nie zależy od przedmiotu (kryterium inne niż OBJECT). Rada może różnicować tylko według"
                            + " przedmiotu (art. 5 ust. 2–4 i art. 7 ust. 3 u.p.o.l.).");
                }
            }
        });
        return objections;
    }

    private static List<String> notNumbers(Proposed law, String key, String output) {
        return law.table(key).stream()
                .flatMap(table -> table.rows().stream()
                        .filter(row -> !table.outcome(row, output).matches("\"\\d+(\\.\\d+)?\"")))
                .map(row -> "Tabela " + key + ", wiersz „" + row.note()
                        + "”: wartość powinna być liczbą z kropką, w cudzysłowie, np. \"1.45\".")
                .toList();
    }

    private static List<String> rates(Proposed law) {
        Optional<Table> rates = law.table(RATES);
        Optional<Table> maxima = law.table(MAXIMA);
        if (rates.isEmpty() || maxima.isEmpty()) {
            return List.of();
        }
        Set<String> codes = new TreeSet<>(texts(rates.get(), "code"));
        codes.addAll(texts(maxima.get(), "code"));
        Set<Integer> years = years(rates.get());
        years.addAll(years(maxima.get()));
        List<String> subcodes = Stream.concat(Stream.of(null, NO_SUBCODE), texts(rates.get(), "subcode").stream())
                .toList();
        List<String> objections = new ArrayList<>();
        for (String code : codes) {
            for (Integer year : years) {
                List<Map<String, Object>> maximum = law.ask(MAXIMA, Map.of("code", code, "year", year));
                for (String subcode : subcodes) {
                    Map<String, Object> inputs = new HashMap<>();
                    inputs.put("code", code);
                    inputs.put("subcode", subcode);
                    inputs.put("year", year);
                    law.ask(RATES, inputs)
                            .forEach(rate -> against(maximum, rate, code, year).ifPresent(objections::add));
                }
            }
        }
        return objections;
    }

    /** PT-30. */
    private static Optional<String> against(
            List<Map<String, Object>> maximum, Map<String, Object> rate, String code, int year) {
        String act = "Stawka " + code + " = " + rate.get("rate") + " z aktu: " + rate.get("resolution");
        if (maximum.isEmpty()) {
            return Optional.of(act + " jest na rok " + year
                    + ", a na ten rok nie ma stawki maksymalnej. Dołącz do pakietu tabelę stawka-maksymalna.");
        }
        Object unit = maximum.get(0).get("unit");
        if (!Objects.equals(unit, rate.get("unit"))) {
            return Optional.of(act + " ma jednostkę " + rate.get("unit") + ", a stawka maksymalna " + unit + ".");
        }
        Optional<BigDecimal> most = number(maximum.get(0).get("maximum"));
        Optional<BigDecimal> own = number(rate.get("rate"));
        if (most.isEmpty() || own.isEmpty()) {
            return Optional.of(act + " na rok " + year + ": stawka albo stawka maksymalna nie jest liczbą.");
        }
        return own.get().compareTo(most.get()) <= 0
                ? Optional.empty()
                : Optional.of(
                        act + " przekracza stawkę maksymalną " + Polish.decimal(most.get()) + " na rok " + year + ".");
    }

    /** AG-03, FO-01. */
    private static List<String> prices(Proposed law, String key, String title) {
        List<String> objections = new ArrayList<>();
        law.table(key).ifPresent(table -> {
            for (Integer year : years(table)) {
                for (Map<String, Object> row : law.ask(key, Map.of("year", year))) {
                    Object lowered = row.get("councilPrice");
                    Optional<BigDecimal> announced = number(row.get("price"));
                    Optional<BigDecimal> own = lowered == null ? announced : number(lowered);
                    if (announced.isEmpty() || own.isEmpty()) {
                        objections.add(title + " na rok " + year + " nie jest liczbą.");
                    } else if (own.get().compareTo(announced.get()) > 0) {
                        objections.add(title + " " + Polish.decimal(own.get()) + " zł z aktu: "
                                + row.get("resolution") + " przekracza ogłoszoną cenę "
                                + Polish.decimal(announced.get()) + " zł na rok " + year + ".");
                    }
                }
            }
        });
        return objections;
    }

    private static Set<String> texts(Table table, String input) {
        Set<String> texts = new TreeSet<>();
        table.rows()
                .forEach(row -> TEXT.matcher(table.condition(row, input))
                        .results()
                        .forEach(found -> texts.add(found.group(1))));
        return texts;
    }

    private static Set<Integer> years(Table table) {
        Set<Integer> years = new TreeSet<>();
        table.rows()
                .forEach(row -> YEAR.matcher(table.condition(row, "year"))
                        .results()
                        .forEach(found -> years.add(Integer.valueOf(found.group()))));
        return years;
    }

    private static Optional<BigDecimal> number(Object value) {
        try {
            return Optional.ofNullable(value).map(Object::toString).map(BigDecimal::new);
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }

    private static String bare(String cell) {
        return cell.replace("\"", "");
    }
}
