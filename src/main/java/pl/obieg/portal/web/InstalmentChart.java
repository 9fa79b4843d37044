package pl.obieg.portal.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import pl.obieg.portal.matters.Receivable;

/**
 * The picture of a receivable: one bar for each instalment, its length the amount, filled as far as it is paid. Lengths
 * are SVG units; the words beside the bars say the same, and the table on the page says it again.
 */
public record InstalmentChart(int height, List<Bar> bars) {

    /** Length of the largest instalment. */
    private static final int FULL = 356;

    private static final int ROW = 46;

    /** One instalment. {@code top} is where its row begins; {@code length} and {@code filled} are those of the bar. */
    public record Bar(Receivable.Instalment instalment, int top, int length, int filled) {}

    static InstalmentChart of(Receivable receivable) {
        List<Receivable.Instalment> instalments = receivable.instalments();
        BigDecimal largest = instalments.stream()
                .map(Receivable.Instalment::amount)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE)
                .max(BigDecimal.ONE);
        List<Bar> bars = IntStream.range(0, instalments.size())
                .mapToObj(row -> bar(instalments.get(row), row * ROW, largest))
                .toList();
        return new InstalmentChart(instalments.size() * ROW, bars);
    }

    private static Bar bar(Receivable.Instalment instalment, int top, BigDecimal largest) {
        BigDecimal filled = instalment.paid().min(instalment.amount());
        return new Bar(instalment, top, length(instalment.amount(), largest), length(filled, largest));
    }

    private static int length(BigDecimal amount, BigDecimal largest) {
        return amount.multiply(BigDecimal.valueOf(FULL))
                .divide(largest, 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
