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

    /** As much as the register keeps. */
    private static final int LONGEST = 500;

    private LandRows() {}

    static List<AssessmentRow> of(LandTax tax) {
        Map<String, BigDecimal> sums = new HashMap<>();
        List<AssessmentRow> rows = new ArrayList<>();
        BigDecimal deducted = tax.deducted();
        for (LandTax.Row row : tax.rows()) {
            if (row.exempt()) {
                rows.add(exempt(row));
                continue;
            }
            BigDecimal before = sums.getOrDefault(row.group(), BigDecimal.ZERO);
            BigDecimal after = before.add(row.yearly());
            sums.put(row.group(), after);
            BigDecimal amount = grosze(after).subtract(grosze(before));
            BigDecimal off = deducted.min(amount);
            deducted = deducted.subtract(off);
            rows.add(taxed(tax, row, amount.subtract(off), off));
        }
        return rows;
    }

    private static AssessmentRow taxed(LandTax tax, LandTax.Row row, BigDecimal amount, BigDecimal off) {
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
                reason(tax, row, off));
    }

    /** What was granted stands beside the rule, so that whoever multiplies the row finds why it is less (AG-07). */
    private static String reason(LandTax tax, LandTax.Row row, BigDecimal off) {
        StringBuilder reason = new StringBuilder(row.reason());
        row.reliefs().forEach(one -> reason.append("; ulga: ").append(one.inWords()));
        if (off.signum() > 0) {
            reason.append("; odliczono ").append(Polish.money(off)).append(": ").append(tax.deductedBecause());
        }
        return reason.length() <= LONGEST ? reason.toString() : reason.substring(0, LONGEST - 1) + "…";
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
