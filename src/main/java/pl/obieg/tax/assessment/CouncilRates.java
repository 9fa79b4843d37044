package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.process.Refusal;

/**
 * Rates the council set (D05, table {@code stawka-podatku}), each checked against the statutory maximum of its year
 * (PT-30, table {@code stawka-maksymalna}). Last year's rates go on without a new resolution (UPOL art. 20a), but the
 * maximum is the tax year's own: until it is entered, nothing can be assessed.
 */
@Component
public class CouncilRates {

    private final Decisions decisions;
    private final LawTables law;

    public CouncilRates(Decisions decisions, LawTables law) {
        this.decisions = decisions;
        this.law = law;
    }

    /**
     * A rate in force.
     *
     * @param unit {@code m2}, {@code ha} (zł per unit) or {@code PERCENT} (of the value)
     */
    public record Rate(BigDecimal amount, String unit, String resolution) {}

    /**
     * The rate of a kind of objects if the council set one for it ({@code subcode}: garages, summer houses …), else the
     * general one of the category.
     *
     * @param subcode use of the object, or {@code null}
     * @throws Refusal {@code RATE_MISSING} if the table has no rate, {@code RATE_ABOVE_MAXIMUM} or
     *     {@code RATE_BY_PERSON} if it has an unlawful one, {@code RATE_MAXIMUM_MISSING} if the maximum is not known
     */
    public Rate of(String code, String subcode, int year) {
        List<Map<String, Object>> rows = subcode == null ? List.of() : ask(code, subcode, year);
        if (rows.isEmpty()) {
            rows = ask(code, null, year);
        }
        if (rows.size() != 1) {
            throw new Refusal(
                    "RATE_MISSING",
                    "Tabela „Stawka podatku” (stawka-podatku) nie podaje jednej stawki " + code + " na rok " + year
                            + ". Uzupełnij tabelę.");
        }
        Map<String, Object> row = rows.get(0);
        Rate rate = new Rate(LawTables.decimal(row, "rate"), (String) row.get("unit"), (String) row.get("resolution"));
        refuseByPerson(row.get("criterion"), rate, code);
        refuseAboveMaximum(rate, code, year);
        return rate;
    }

    private List<Map<String, Object>> ask(String code, String subcode, int year) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("code", code);
        inputs.put("subcode", subcode);
        inputs.put("year", year);
        return decisions.ask("stawka-podatku", inputs);
    }

    private static void refuseByPerson(Object criterion, Rate rate, String code) {
        if (!"OBJECT".equals(criterion)) {
            throw new Refusal(
                    "RATE_BY_PERSON",
                    "Stawka " + code + " z aktu: " + rate.resolution()
                            + " zależy od osoby podatnika. Rada może różnicować stawki tylko według przedmiotu"
                            + " (art. 5 ust. 2–4 u.p.o.l.), więc nie wolno jej zastosować.");
        }
    }

    private void refuseAboveMaximum(Rate rate, String code, int year) {
        BigDecimal maximum = LawTables.decimal(
                law.row(
                        "stawka-maksymalna",
                        "Stawka maksymalna",
                        "RATE_MAXIMUM_MISSING",
                        Map.of("code", code, "year", year)),
                "maximum");
        if (rate.amount().compareTo(maximum) > 0) {
            throw new Refusal(
                    "RATE_ABOVE_MAXIMUM",
                    "Stawka " + code + " = " + Polish.decimal(rate.amount()) + " z aktu: " + rate.resolution()
                            + " przekracza stawkę maksymalną " + Polish.decimal(maximum) + " na rok " + year + ".");
        }
    }
}
