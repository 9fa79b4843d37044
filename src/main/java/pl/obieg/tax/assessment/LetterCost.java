package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.process.Refusal;
import pl.obieg.tax.TaxSettings;

/**
 * The lowest cost of a registered letter with receipt on 1 January of the tax year (PT-15, PT-16): known years from the
 * table {@code koszt-listu-poleconego}, others from the office's settings.
 */
@Component
public class LetterCost {

    private final Decisions decisions;
    private final TaxSettings settings;

    public LetterCost(Decisions decisions, TaxSettings settings) {
        this.decisions = decisions;
        this.settings = settings;
    }

    /** zł and gr. */
    public BigDecimal of(int year) {
        List<Map<String, Object>> rows = decisions.ask("koszt-listu-poleconego", Map.of("year", year));
        if (rows.size() == 1) {
            return new BigDecimal(rows.get(0).get("letterCost").toString());
        }
        return settings.letterCostOn(LocalDate.of(year, 1, 1))
                .orElseThrow(() -> new Refusal(
                        "LETTER_COST_MISSING",
                        "Nie ma kosztu listu poleconego na 1 stycznia " + year
                                + ". Uzupełnij ustawienie obieg.tax.letter-cost."));
    }
}
