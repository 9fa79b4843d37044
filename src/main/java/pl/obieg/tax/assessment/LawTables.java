package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.process.Refusal;

/**
 * The law pack {@code decisions/prawo}: figures that change by year. A year that a table does not know is refused, never
 * replaced by another year's figure.
 */
@Component
public class LawTables {

    private final Decisions decisions;

    public LawTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * A price per unit that the council may lower (AG-03, UPL art. 4 ust. 5).
     *
     * @param amount zł per q of rye or m³ of wood
     * @param source notice of the GUS or resolution of the council
     */
    public record Price(BigDecimal amount, String source) {}

    /** A money limit or a measure of the tax acts, by its name in {@code progi-podatkowe}. */
    public BigDecimal threshold(String name, int year) {
        return decimal(
                row(
                        "progi-podatkowe",
                        "Progi i mierniki podatkowe",
                        "THRESHOLD_MISSING",
                        Map.of("threshold", name, "year", year)),
                "amount");
    }

    /** The price of rye for the tax year. */
    public Price ryePrice(int year) {
        return price("cena-zyta", "Cena żyta", "RYE_PRICE_MISSING", year);
    }

    /** The price of wood for the tax year. */
    public Price woodPrice(int year) {
        return price("cena-drewna", "Cena drewna", "WOOD_PRICE_MISSING", year);
    }

    private Price price(String table, String title, String refusal, int year) {
        Map<String, Object> row = row(table, title, refusal, Map.of("year", year));
        BigDecimal announced = decimal(row, "price");
        if (row.get("councilPrice") == null) {
            return new Price(announced, (String) row.get("notice"));
        }
        BigDecimal lowered = decimal(row, "councilPrice");
        if (lowered.compareTo(announced) > 0) {
            throw new Refusal(
                    "PRICE_ABOVE_ANNOUNCED",
                    "Cena " + Polish.decimal(lowered) + " zł z aktu: " + row.get("resolution")
                            + " przekracza ogłoszoną cenę " + Polish.decimal(announced) + " zł na rok " + year + ".");
        }
        return new Price(lowered, (String) row.get("resolution"));
    }

    /**
     * The one row for the year.
     *
     * @param inputs with {@code year}
     * @throws Refusal with the code if there is none, or more than one
     */
    Map<String, Object> row(String table, String title, String refusal, Map<String, ?> inputs) {
        List<Map<String, Object>> rows = decisions.ask(table, inputs);
        if (rows.size() != 1) {
            throw new Refusal(
                    refusal,
                    "Nie można obliczyć podatku: tabela „" + title + "” (" + table + ") nie ma danych na rok "
                            + inputs.get("year") + ". Uzupełnij tabelę.");
        }
        return rows.get(0);
    }

    static BigDecimal decimal(Map<String, Object> row, String output) {
        return new BigDecimal(row.get(output).toString());
    }
}
