package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * Reliefs of the agricultural tax in their statutory order: art. 13b, then 12, then 13, each on the tax that the former
 * left (AG-07, UPR art. 13d ust. 4).
 */
public final class AgriculturalReliefs {

    private static final List<String> ORDER = List.of("13b", "12", "13");

    private AgriculturalReliefs() {}

    /**
     * A granted relief.
     *
     * @param article {@code 13b}, {@code 12} or {@code 13}
     * @param percent of the tax before it
     */
    public record Relief(String article, BigDecimal percent) {}

    /** The tax that is left, zł and gr; never below nothing. */
    public static BigDecimal apply(BigDecimal tax, List<Relief> reliefs) {
        BigDecimal left = tax;
        List<Relief> ordered = reliefs.stream()
                .sorted(Comparator.comparingInt(relief -> ORDER.indexOf(relief.article())))
                .toList();
        for (Relief relief : ordered) {
            left = left.subtract(left.multiply(relief.percent()).movePointLeft(2));
        }
        return left.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
    }
}
