package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        int year = start.getYear();
        boolean single = tax.compareTo(law.threshold("SINGLE_PAYMENT", year)) <= 0;
        Map<String, Object> inputs = Map.of(
                "regime", regime,
                "kind", kind.name(),
                "year", year,
                "singlePayment", single,
                "startMonth", start.getMonthValue());
        List<LocalDate> dates = decisions.ask("raty", inputs).stream()
                .map(row -> calendar.orNextWorkingDay(LocalDate.of(year, number(row, "month"), number(row, "day"))))
                .toList();
        return split(tax, dates.isEmpty() ? List.of(calendar.orNextWorkingDay(start)) : dates);
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
