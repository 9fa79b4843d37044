package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One object's part of the tax, with what it was computed from.
 *
 * @param objectPosition of the object in the declaration, from 0
 * @param treatment {@code PROPERTY}, {@code EXEMPT}, {@code AGRICULTURAL}, {@code FOREST}, {@code NONE} (D03); with a
 *     rate it is the tax of this row, without one the object is not taxed here
 * @param code rate category, {@code null} if not taxed
 * @param base area in m² or ha after the height factor, conversion hectares, or value in full zł (PT-27, PT-45, AG-02)
 * @param unit {@code m2}, {@code ha}, {@code HA_CONV}, {@code PERCENT}
 * @param rate zł per unit, or per cent
 * @param months of the year, 0 to 12
 * @param shareNumerator {@code null} if the whole object is taxed
 * @param amount zł and gr
 * @param resolution of the council that set the rate, or notice of the price it follows from
 * @param reason Polish sentence for the clerk: which rules led to the row
 */
public record AssessmentRow(
        int objectPosition,
        String treatment,
        String code,
        BigDecimal base,
        String unit,
        BigDecimal rate,
        int months,
        Integer shareNumerator,
        Integer shareDenominator,
        BigDecimal amount,
        String resolution,
        String reason) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** {@code ROUND_GR(base × rate × months / 12 × share)}, half up, rounded once (rulebook §1.5). */
    static BigDecimal amount(
            BigDecimal base, String unit, BigDecimal rate, int months, Integer numerator, Integer denominator) {
        BigDecimal dividend = base.multiply(rate).multiply(BigDecimal.valueOf(months));
        BigDecimal divisor = BigDecimal.valueOf(12);
        if (numerator != null) {
            dividend = dividend.multiply(BigDecimal.valueOf(numerator));
            divisor = divisor.multiply(BigDecimal.valueOf(denominator));
        }
        if ("PERCENT".equals(unit)) {
            divisor = divisor.multiply(HUNDRED);
        }
        return dividend.divide(divisor, 2, RoundingMode.HALF_UP);
    }

    /** The same object in an assessment of another tax. */
    AssessmentRow elsewhere() {
        return new AssessmentRow(
                objectPosition,
                treatment,
                null,
                base,
                null,
                null,
                months,
                null,
                null,
                new BigDecimal("0.00"),
                null,
                "Podlega podatkowi od nieruchomości, ustalanemu osobno");
    }

    /** Whether it carries tax in this assessment. */
    public boolean isTaxed() {
        return rate != null;
    }
}
