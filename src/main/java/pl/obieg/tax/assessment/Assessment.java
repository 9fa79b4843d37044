package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import pl.obieg.exchange.Instalment;

/**
 * A computed tax.
 *
 * @param total sum of the rows, zł and gr
 * @param taxDue full zł, half up (PT-45)
 * @param instalments full zł; they sum to the tax
 */
public record Assessment(
        int year, List<AssessmentRow> rows, BigDecimal total, BigDecimal taxDue, List<Instalment> instalments) {

    static BigDecimal total(List<AssessmentRow> rows) {
        return rows.stream().map(AssessmentRow::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Tax amounts and bases in zł go to full zł: under 50 gr down, else up (PT-45, OP art. 63 § 1). */
    static BigDecimal fullZloty(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }
}
