package pl.obieg.tax.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import pl.obieg.documents.NumberInWords;

/** An amount of zł and gr in Polish words: {@code dziewięćset sześćdziesiąt osiem złotych 00/100}. */
public final class AmountInWords {

    private AmountInWords() {}

    /**
     * @param amount from 0 to below 10^12, at most two decimals
     * @throws IllegalArgumentException beyond that
     */
    public static String of(BigDecimal amount) {
        BigDecimal exact = amount.setScale(2, RoundingMode.UNNECESSARY);
        long zloty = exact.longValue();
        if (exact.signum() < 0 || zloty >= 1_000_000_000_000L) {
            throw new IllegalArgumentException("No words for such an amount");
        }
        int grosze = exact.remainder(BigDecimal.ONE).movePointRight(2).intValueExact();
        return NumberInWords.of(zloty) + " " + NumberInWords.noun(zloty, "złoty", "złote", "złotych") + " "
                + String.format("%02d/100", grosze);
    }
}
