package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An agricultural or forest tax of one co-ownership group for one year.
 *
 * @param farm whether the land is a farm in any month (AG-01); {@code false} for forests
 * @param rows one for each plot, exempt ones too; more if it is farm land in some months only
 * @param total zł and gr
 * @param taxDue full zł, half up (PT-45)
 * @param source of the price
 * @param deducted zł and gr that a relief by amount took off the sum of the rows (AG-07)
 * @param deductedBecause Polish; {@code null} if nothing
 */
public record LandTax(
        TaxKind kind,
        int year,
        boolean farm,
        List<Row> rows,
        BigDecimal total,
        BigDecimal taxDue,
        String source,
        BigDecimal deducted,
        String deductedBecause) {

    /**
     * One plot, in months in which it is taxed alike.
     *
     * @param objectPosition in the declaration, from 0
     * @param hectares physical ha
     * @param base ha the tax is reckoned from: of a farm physical ha × factor, else physical ha
     * @param rate zł per ha of the base
     * @param span of the year
     * @param farm whether it belongs to a farm then (AG-01)
     * @param exempt whether it carries no tax by statute
     * @param reliefs by percentage that were granted, in their order (AG-07)
     * @param reason Polish sentence with the basis
     */
    public record Row(
            int objectPosition,
            BigDecimal hectares,
            BigDecimal base,
            BigDecimal rate,
            Months span,
            boolean farm,
            boolean exempt,
            List<GrantedRelief> reliefs,
            String reason) {

        int months() {
            return span.count();
        }

        /** Base × rate × months, less what was granted; a twelfth of it is the tax. */
        BigDecimal yearly() {
            return GrantedRelief.left(base.multiply(rate).multiply(BigDecimal.valueOf(months())), reliefs);
        }

        /** What is equal in it is added before it is rounded. */
        String group() {
            return rate + "/" + months() + "/" + reliefs;
        }
    }

    /**
     * The plots of equal rate and months are added first and rounded to gr once (E8), then the sum to full zł.
     */
    static LandTax of(TaxKind kind, int year, boolean farm, List<Row> rows, String source) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Row row : rows) {
            if (!row.exempt()) {
                sums.merge(row.group(), row.yearly(), BigDecimal::add);
            }
        }
        BigDecimal total = sums.values().stream()
                .map(yearly -> yearly.divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        return new LandTax(
                kind,
                year,
                farm,
                List.copyOf(rows),
                total,
                Assessment.fullZloty(total),
                source,
                new BigDecimal("0.00"),
                null);
    }

    /** Less what reliefs by amount take off the tax of the year; it never falls below nothing (UPR art. 13). */
    LandTax less(List<GrantedRelief> granted) {
        List<GrantedRelief> amounts = granted.stream()
                .filter(one -> one.amount() != null && one.touches(year))
                .toList();
        BigDecimal off = amounts.stream()
                .map(GrantedRelief::amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add)
                .min(total);
        if (off.signum() == 0) {
            return this;
        }
        BigDecimal left = total.subtract(off);
        String because = amounts.stream().map(GrantedRelief::inWords).collect(Collectors.joining(" i "));
        return new LandTax(kind, year, farm, rows, left, Assessment.fullZloty(left), source, off, because);
    }

    /** What is taxed, in ha of the base. */
    public BigDecimal taxedBase() {
        return rows.stream().filter(row -> !row.exempt()).map(Row::base).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
