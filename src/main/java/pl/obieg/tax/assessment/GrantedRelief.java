package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A relief of the agricultural tax that the office granted by decision (AG-06, UPR art. 13d ust. 1).
 *
 * @param plotId {@code null} for all farm land of the taxpayer
 * @param article {@code 13b}, {@code 12.1.4}, {@code 12.6}, {@code 13}, …
 * @param percent of the tax before it; {@code null} if it is an amount
 * @param amount zł off the tax of a year (art. 13: a part of what was invested); {@code null} if it is a percentage
 * @param decisionNumber {@code null} of art. 13b, which counts without a decision
 */
public record GrantedRelief(
        String plotId,
        String article,
        BigDecimal percent,
        BigDecimal amount,
        LocalDate from,
        LocalDate to,
        String decisionNumber,
        LocalDate decidedOn) {

    /** The articles by which there are reliefs, as a Polish reader calls them, in the order of the act. */
    public static final Map<String, String> ARTICLES = articles();

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> ORDER = List.of("13b", "12", "13", "13c");

    /** Art. 13b, then 12, then 13, each on the tax that the former left (AG-07, UPR art. 13d ust. 4). */
    public static List<GrantedRelief> inOrder(List<GrantedRelief> reliefs) {
        return reliefs.stream()
                .sorted(Comparator.comparingInt((GrantedRelief one) ->
                                ORDER.indexOf(one.article().split("\\.")[0]))
                        .thenComparing(GrantedRelief::article))
                .toList();
    }

    /** What percentages leave of a tax; amounts are left alone. */
    static BigDecimal left(BigDecimal tax, List<GrantedRelief> reliefs) {
        BigDecimal left = tax;
        for (GrantedRelief relief : inOrder(reliefs)) {
            if (relief.percent() != null) {
                left = left.subtract(left.multiply(relief.percent()).divide(HUNDRED));
            }
        }
        return left;
    }

    boolean covers(String plot, int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return (plotId == null || plotId.equals(plot))
                && !from.isAfter(first)
                && !to.isBefore(first.plusMonths(1).minusDays(1));
    }

    boolean touches(int year) {
        return from.getYear() <= year && year <= to.getYear();
    }

    /** "art. 12 ust. 1 pkt 4 u.p.r., 100 % (decyzja nr RL.1.2025 z 3 marca 2025 r.)". */
    public String inWords() {
        String size = percent == null ? Polish.money(amount) : Polish.plain(percent) + " %";
        String decision =
                decisionNumber == null ? "" : " (decyzja nr " + decisionNumber + " z " + Polish.date(decidedOn) + ")";
        return ARTICLES.getOrDefault(article, "art. " + article) + " u.p.r., " + size + decision;
    }

    private static Map<String, String> articles() {
        Map<String, String> articles = new LinkedHashMap<>();
        articles.put("13b", "art. 13b");
        for (int point = 3; point <= 7; point++) {
            articles.put("12.1." + point, "art. 12 ust. 1 pkt " + point);
        }
        articles.put("12.6", "art. 12 ust. 6");
        articles.put("13", "art. 13");
        articles.put("13c", "art. 13c");
        return Collections.unmodifiableMap(articles);
    }
}
