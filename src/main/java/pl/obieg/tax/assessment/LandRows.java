package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plots of the agricultural or forest tax as rows of an assessment. The tax rounds the sum of equal plots once (E8), so a
 * row's amount is what it adds to the rounded sum of the rows before it: the rows add up to the grosz.
 */
final class LandRows {

    private LandRows() {}

    static List<AssessmentRow> of(LandTax tax) {
        Map<String, BigDecimal> sums = new HashMap<>();
        List<AssessmentRow> rows = new ArrayList<>();
        for (LandTax.Row row : tax.rows()) {
            if (row.exempt()) {
                rows.add(exempt(row));
            } else {
                String group = row.rate() + "/" + row.months();
                BigDecimal before = sums.getOrDefault(group, BigDecimal.ZERO);
                BigDecimal after =
                        before.add(row.base().multiply(row.rate()).multiply(BigDecimal.valueOf(row.months())));
                sums.put(group, after);
                rows.add(taxed(tax, row, grosze(after).subtract(grosze(before))));
            }
        }
        return rows;
    }

    private static AssessmentRow taxed(LandTax tax, LandTax.Row row, BigDecimal amount) {
        return new AssessmentRow(
                row.objectPosition(),
                tax.kind().name(),
                code(tax, row),
                row.base(),
                row.farm() ? "HA_CONV" : "ha",
                row.rate(),
                row.months(),
                null,
                null,
                amount,
                tax.source(),
                row.reason());
    }

    private static AssessmentRow exempt(LandTax.Row row) {
        return new AssessmentRow(
                row.objectPosition(),
                "EXEMPT",
                null,
                row.hectares().movePointRight(4),
                null,
                null,
                row.months(),
                null,
                null,
                new BigDecimal("0.00"),
                null,
                row.reason());
    }

    private static String code(LandTax tax, LandTax.Row row) {
        if (tax.kind() == TaxKind.AGRICULTURAL) {
            return row.farm() ? "AG_FARM" : "AG_OTHER";
        }
        return row.reason().startsWith("Las w") ? "FO_PROTECTED" : "FO_STD";
    }

    private static BigDecimal grosze(BigDecimal yearly) {
        return yearly.divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
    }
}
