package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The lowest cost of a registered letter with receipt on 1 January of the tax year (PT-15, PT-16; table
 * {@code koszt-listu-poleconego} of the law pack).
 */
@Component
public class LetterCost {

    private final LawTables law;

    public LetterCost(LawTables law) {
        this.law = law;
    }

    /** zł and gr. */
    public BigDecimal of(int year) {
        return LawTables.decimal(
                law.row(
                        "koszt-listu-poleconego",
                        "Koszt listu poleconego",
                        "LETTER_COST_MISSING",
                        Map.of("year", year)),
                "letterCost");
    }
}
