package pl.obieg.ledger.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.ledger.AllocationSentences;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.process.Reasons;

/** Overdue dues as an upomnienie and a title name them, and why their interest is what it is. */
@Component
public class DueLines {

    private final JdbcClient jdbc;
    private final Reasons reasons;

    DueLines(JdbcClient jdbc, Reasons reasons) {
        this.jdbc = jdbc;
        this.reasons = reasons;
    }

    /**
     * One overdue instalment.
     *
     * @param kind of the tax, in Polish
     * @param basis "decyzja doręczona 10.02.2026" or "deklaracja podatnika"
     * @param principal still to pay, zł
     * @param interest of the day, full zł
     * @param interestFrom first day with interest
     * @param ratePercent yearly rate of the day, as {@code 10,5}; empty if no interest runs
     */
    public record Line(
            String kind,
            int taxYear,
            int number,
            String basis,
            LocalDate dueOn,
            BigDecimal principal,
            BigDecimal interest,
            LocalDate interestFrom,
            String ratePercent) {}

    private record Charge(String caseNumber, int taxYear, String regime, LocalDate legalDate) {}

    /** In the order of the dues. */
    public List<Line> of(List<Due> overdue) {
        return overdue.stream().map(this::line).toList();
    }

    private Line line(Due due) {
        Charge charge = jdbc.sql("select case_number, tax_year, regime, legal_date from ledger.receivable where id = ?")
                .param(due.receivableId())
                .query(Charge.class)
                .single();
        var periods = due.interest().periods();
        return new Line(
                TaxKind.of(charge.caseNumber()),
                charge.taxYear(),
                due.number(),
                "SELF".equals(charge.regime())
                        ? "deklaracja podatnika (sprawa " + charge.caseNumber() + ")"
                        : "decyzja w sprawie " + charge.caseNumber() + ", doręczona " + Zloty.day(charge.legalDate()),
                due.dueOn(),
                due.principal(),
                due.interest().charged(),
                due.dueOn().plusDays(1),
                periods.isEmpty()
                        ? ""
                        : periods.get(periods.size() - 1)
                                .percent()
                                .toPlainString()
                                .replace('.', ','));
    }

    /** Keeps with the case how the interest of the day was counted (INT-01, INT-02, INT-04). */
    void keepInterest(String caseNumber, String subject, List<Due> overdue, LocalDate day) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Odsetki na dzień", Zloty.day(day));
        List<String> steps = new ArrayList<>();
        for (Due due : overdue) {
            inputs.put(
                    "Rata nr " + due.number() + ", płatna do " + Zloty.day(due.dueOn()), Zloty.text(due.principal()));
            steps.add(AllocationSentences.interestOn(due));
        }
        reasons.keep(caseNumber, subject, "Odsetki za zwłokę", inputs, steps);
    }
}
