package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import pl.obieg.exchange.Instalment;

/**
 * A computed tax, or the several taxes of one decision.
 *
 * @param kind {@code JOINT} if it is more than one tax (LZ-01)
 * @param parts each tax for itself; one unless joint
 * @param total sum of the rows, zł and gr
 * @param taxDue full zł, half up (PT-45); of several taxes the sum of each one rounded (LZ-02)
 * @param instalments full zł; they sum to the tax
 */
public record Assessment(
        int year,
        TaxKind kind,
        List<AssessmentRow> rows,
        List<Part> parts,
        BigDecimal total,
        BigDecimal taxDue,
        List<Instalment> instalments) {

    /**
     * One tax.
     *
     * @param total zł and gr
     * @param taxDue full zł
     */
    public record Part(TaxKind kind, BigDecimal total, BigDecimal taxDue) {}

    /** Of the property tax alone. */
    public Assessment(
            int year, List<AssessmentRow> rows, BigDecimal total, BigDecimal taxDue, List<Instalment> instalments) {
        this(
                year,
                TaxKind.PROPERTY,
                rows,
                List.of(new Part(TaxKind.PROPERTY, total, taxDue)),
                total,
                taxDue,
                instalments);
    }

    /** Of the taxes that are named; the rest of the rows stays as an explanation. */
    static Assessment of(
            int year, TaxKind kind, List<AssessmentRow> rows, List<Part> parts, List<Instalment> instalments) {
        BigDecimal total = parts.stream().map(Part::total).reduce(new BigDecimal("0.00"), BigDecimal::add);
        BigDecimal tax = parts.stream().map(Part::taxDue).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Assessment(year, kind, List.copyOf(rows), List.copyOf(parts), total, tax, instalments);
    }

    static BigDecimal total(List<AssessmentRow> rows) {
        return rows.stream().map(AssessmentRow::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Tax amounts and bases in zł go to full zł: under 50 gr down, else up (PT-45, OP art. 63 § 1). */
    static BigDecimal fullZloty(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }
}
