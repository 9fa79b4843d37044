package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An agricultural or forest tax of one co-ownership group for one year.
 *
 * @param farm whether the land is a farm in any month (AG-01); {@code false} for forests
 * @param rows one for each plot, exempt ones too; more if it is farm land in some months only
 * @param total zł and gr
 * @param taxDue full zł, half up (PT-45)
 * @param source of the price
 */
public record LandTax(
        TaxKind kind, int year, boolean farm, List<Row> rows, BigDecimal total, BigDecimal taxDue, String source) {

    /**
     * One plot, in months in which it is taxed alike.
     *
     * @param objectPosition in the declaration, from 0
     * @param hectares physical ha
     * @param base ha the tax is reckoned from: of a farm physical ha × factor, else physical ha
     * @param rate zł per ha of the base
     * @param span of the year
     * @param farm whether it belongs to a farm then (AG-01)
     * @param exempt whether it carries no tax
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
            String reason) {

        int months() {
            return span.count();
        }
    }

    /**
     * The plots of equal rate and months are added first and rounded to gr once (E8), then the sum to full zł.
     */
    static LandTax of(TaxKind kind, int year, boolean farm, List<Row> rows, String source) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Row row : rows) {
            if (!row.exempt()) {
                BigDecimal yearly = row.base().multiply(row.rate()).multiply(BigDecimal.valueOf(row.months()));
                sums.merge(row.rate() + "/" + row.months(), yearly, BigDecimal::add);
            }
        }
        BigDecimal total = sums.values().stream()
                .map(yearly -> yearly.divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        return new LandTax(kind, year, farm, List.copyOf(rows), total, Assessment.fullZloty(total), source);
    }

    /** What is taxed, in ha of the base. */
    public BigDecimal taxedBase() {
        return rows.stream().filter(row -> !row.exempt()).map(Row::base).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
