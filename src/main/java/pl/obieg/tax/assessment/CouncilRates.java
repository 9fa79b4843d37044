package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.process.Refusal;

/**
 * Rates the council set (D05, table {@code stawka-podatku}), each checked against the statutory maximum of its year
 * (PT-30, table {@code stawka-maksymalna}).
 */
@Component
public class CouncilRates {

    /** How many years back a maximum is looked for when the year's own is not entered yet. */
    private static final int YEARS_BACK = 3;

    private final Decisions decisions;

    public CouncilRates(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * A rate in force.
     *
     * @param unit {@code m2}, {@code ha} (zł per unit) or {@code PERCENT} (of the value)
     */
    public record Rate(BigDecimal amount, String unit, String resolution) {}

    /**
     * @throws Refusal {@code RATE_MISSING} if the table has no rate, {@code RATE_ABOVE_MAXIMUM} if it has an unlawful
     *     one
     */
    public Rate of(String code, int year) {
        List<Map<String, Object>> rows = decisions.ask("stawka-podatku", Map.of("code", code, "year", year));
        if (rows.size() != 1) {
            throw new Refusal(
                    "RATE_MISSING",
                    "Tabela stawek podatku nie podaje jednej stawki " + code + " na rok " + year
                            + ". Uzupełnij tabelę „Stawka podatku”.");
        }
        Map<String, Object> row = rows.get(0);
        Rate rate = new Rate(decimal(row, "rate"), (String) row.get("unit"), (String) row.get("resolution"));
        refuseAboveMaximum(rate, code, year);
        return rate;
    }

    private void refuseAboveMaximum(Rate rate, String code, int year) {
        for (int known = year; known >= year - YEARS_BACK; known--) {
            List<Map<String, Object>> rows = decisions.ask("stawka-maksymalna", Map.of("code", code, "year", known));
            if (!rows.isEmpty()) {
                BigDecimal maximum = decimal(rows.get(0), "maximum");
                if (rate.amount().compareTo(maximum) > 0) {
                    throw new Refusal(
                            "RATE_ABOVE_MAXIMUM",
                            "Stawka " + code + " = " + Polish.decimal(rate.amount()) + " z aktu: " + rate.resolution()
                                    + " przekracza stawkę maksymalną " + Polish.decimal(maximum) + " na rok " + known
                                    + ".");
                }
                return;
            }
        }
        throw new Refusal(
                "RATE_MAXIMUM_MISSING",
                "Nie ma stawki maksymalnej " + code + " na rok " + year + ". Uzupełnij tabelę „Stawka maksymalna”.");
    }

    private static BigDecimal decimal(Map<String, Object> row, String output) {
        return new BigDecimal(row.get(output).toString());
    }
}
