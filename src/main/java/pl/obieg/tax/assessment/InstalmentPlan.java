package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Decisions;

/**
 * Splits a tax into instalments: which dates, by the table {@code raty} (D07); how much, by house rule PT-66; at once, if
 * it does not exceed the limit of its year (PT-63).
 */
@Component
public class InstalmentPlan {

    /** What divides by every number of parts up to twelve. */
    private static final BigDecimal DIVISIBLE = BigDecimal.valueOf(27_720);

    private final Decisions decisions;
    private final LawTables law;
    private final StatutoryCalendar calendar;

    public InstalmentPlan(Decisions decisions, LawTables law, StatutoryCalendar calendar) {
        this.decisions = decisions;
        this.law = law;
        this.calendar = calendar;
    }

    /** Of the property tax. */
    public List<Instalment> of(String regime, BigDecimal tax, LocalDate start) {
        return of(TaxKind.PROPERTY, regime, tax, start);
    }

    /**
     * @param regime {@code DECISION} or {@code SELF}
     * @param tax full zł
     * @param start of the obligation within the year
     * @return none if there is nothing to pay. If no date of the year is left, one part at the start of the
     *     obligation: the delivery then sets the due date (PT-65, PT-66).
     */
    public List<Instalment> of(TaxKind kind, String regime, BigDecimal tax, LocalDate start) {
        if (tax.signum() == 0) {
            return List.of();
        }
        return split(tax, dates(due(kind, regime, tax, start), start));
    }

    /** A row of the table, and its day moved to a working day (PT-64). */
    private record Due(int month, LocalDate date) {}

    private List<Due> due(TaxKind kind, String regime, BigDecimal tax, LocalDate start) {
        int year = start.getYear();
        boolean single = tax.compareTo(law.threshold("SINGLE_PAYMENT", year)) <= 0;
        Map<String, Object> inputs = Map.of(
                "regime", regime,
                "kind", kind.name(),
                "year", year,
                "singlePayment", single,
                "startMonth", start.getMonthValue());
        return decisions.ask("raty", inputs).stream()
                .map(row -> new Due(
                        number(row, "month"),
                        calendar.orNextWorkingDay(LocalDate.of(year, number(row, "month"), number(row, "day")))))
                .toList();
    }

    private List<LocalDate> dates(List<Due> due, LocalDate start) {
        return due.isEmpty()
                ? List.of(calendar.orNextWorkingDay(start))
                : due.stream().map(Due::date).toList();
    }

    /**
     * A part of a tax and the months in which it is owed.
     *
     * @param amount zł and gr
     */
    public record Owed(BigDecimal amount, Months months) {}

    /**
     * Of a tax that the taxpayer reckons himself: what is owed for a month falls due with its date, not before it arose
     * nor after it ended (PT-61, PT-62; "w ratach proporcjonalnych do czasu trwania obowiązku podatkowego", UPOL art. 6
     * ust. 9 pkt 3). A part without a date of its own falls due on the next one, or else on the last.
     *
     * @param tax full zł
     * @param parts that it was rounded from
     */
    public List<Instalment> ofSelfAssessed(TaxKind kind, BigDecimal tax, int year, List<Owed> parts) {
        if (tax.signum() == 0) {
            return List.of();
        }
        List<Owed> owed =
                parts.stream().filter(part -> part.amount().signum() > 0).toList();
        int first = owed.stream().mapToInt(part -> part.months().first()).min().orElse(1);
        LocalDate start = LocalDate.of(year, first, 1);
        List<Due> due = due(kind, "SELF", tax, start);
        List<LocalDate> dates = dates(due, start);
        if (owed.isEmpty() || dates.size() == 1) {
            return split(tax, dates);
        }
        BigDecimal[] weights = new BigDecimal[due.size()];
        Arrays.fill(weights, BigDecimal.ZERO);
        for (Owed part : owed) {
            List<Integer> on = datesOf(part.months(), due);
            BigDecimal each = part.amount().multiply(DIVISIBLE).divide(BigDecimal.valueOf(on.size()));
            on.forEach(at -> weights[at] = weights[at].add(each));
        }
        return weighted(tax, dates, List.of(weights));
    }

    private static List<Integer> datesOf(Months owed, List<Due> due) {
        List<Integer> own = IntStream.range(0, due.size())
                .filter(at -> owed.has(due.get(at).month()))
                .boxed()
                .toList();
        int next = IntStream.range(0, due.size())
                .filter(at -> due.get(at).month() >= owed.first())
                .findFirst()
                .orElse(due.size() - 1);
        return own.isEmpty() ? List.of(next) : own;
    }

    /** Another tax in parts like those of a plan with several. */
    public List<Instalment> like(List<Instalment> plan, BigDecimal tax) {
        return weighted(
                tax,
                plan.stream().map(Instalment::date).toList(),
                plan.stream().map(Instalment::amount).toList());
    }

    /** Full zł by weight; what does not divide goes to the first part that is owed (PT-66). */
    private static List<Instalment> weighted(BigDecimal tax, List<LocalDate> dates, List<BigDecimal> weights) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<LocalDate, BigDecimal> amounts = new TreeMap<>();
        LocalDate first = null;
        for (int at = 0; at < dates.size(); at++) {
            BigDecimal amount =
                    tax.multiply(weights.get(at)).divideToIntegralValue(whole).setScale(0);
            if (weights.get(at).signum() > 0) {
                first = first == null ? dates.get(at) : first;
                amounts.merge(dates.get(at), amount, BigDecimal::add);
            }
        }
        BigDecimal split = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        amounts.merge(first, tax.subtract(split), BigDecimal::add);
        amounts.values().removeIf(amount -> amount.signum() == 0);
        List<Instalment> plan = new ArrayList<>();
        amounts.forEach((date, amount) -> plan.add(new Instalment(plan.size() + 1, date, amount)));
        return List.copyOf(plan);
    }

    /**
     * Another tax on the dates it had, such as after a ruling on an appeal.
     *
     * @param dates of the assessment before
     */
    public List<Instalment> again(BigDecimal tax, List<LocalDate> dates, int year) {
        if (tax.signum() == 0 || dates.isEmpty()) {
            return List.of();
        }
        boolean single = tax.compareTo(law.threshold("SINGLE_PAYMENT", year)) <= 0;
        return split(tax, single ? dates.subList(0, 1) : dates);
    }

    /** Full zł; what does not divide goes to the first part (PT-66). */
    static List<Instalment> split(BigDecimal tax, List<LocalDate> dates) {
        int parts = dates.size();
        BigDecimal regular =
                tax.divideToIntegralValue(BigDecimal.valueOf(parts)).setScale(0);
        BigDecimal first = tax.subtract(regular.multiply(BigDecimal.valueOf(parts - 1L)));
        List<Instalment> plan = new ArrayList<>();
        for (LocalDate date : dates) {
            BigDecimal amount = plan.isEmpty() ? first : regular;
            plan.add(new Instalment(plan.size() + 1, date, amount));
        }
        return List.copyOf(plan);
    }

    private static int number(Map<String, Object> row, String output) {
        return new BigDecimal(row.get(output).toString()).intValueExact();
    }
}
