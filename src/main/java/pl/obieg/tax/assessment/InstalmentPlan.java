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

/** Splits a tax into instalments: which dates, by the table {@code raty} (D07); how much, by house rule PT-66. */
@Component
public class InstalmentPlan {

    private final Decisions decisions;
    private final StatutoryCalendar calendar;

    public InstalmentPlan(Decisions decisions, StatutoryCalendar calendar) {
        this.decisions = decisions;
        this.calendar = calendar;
    }

    /**
     * @param tax full zł
     * @param start of the obligation within the year
     * @return none if there is nothing to pay. If no date of the year is left, one part at the start of the
     *     obligation: the delivery then sets the due date (PT-65, PT-66).
     */
    public List<Instalment> of(String regime, BigDecimal tax, LocalDate start) {
        if (tax.signum() == 0) {
            return List.of();
        }
        int year = start.getYear();
        List<LocalDate> dates = decisions
                .ask("raty", Map.of("regime", regime, "year", year, "taxDue", tax, "startMonth", start.getMonthValue()))
                .stream()
                .map(row -> LocalDate.of(year, number(row, "month"), number(row, "day")))
                .toList();
        return split(tax, dates.isEmpty() ? List.of(start) : dates);
    }

    private List<Instalment> split(BigDecimal tax, List<LocalDate> dates) {
        int parts = dates.size();
        BigDecimal regular =
                tax.divideToIntegralValue(BigDecimal.valueOf(parts)).setScale(0);
        BigDecimal first = tax.subtract(regular.multiply(BigDecimal.valueOf(parts - 1L)));
        List<Instalment> plan = new ArrayList<>();
        for (LocalDate date : dates) {
            BigDecimal amount = plan.isEmpty() ? first : regular;
            plan.add(new Instalment(plan.size() + 1, calendar.orNextWorkingDay(date), amount));
        }
        return List.copyOf(plan);
    }

    private static int number(Map<String, Object> row, String output) {
        return new BigDecimal(row.get(output).toString()).intValueExact();
    }
}
