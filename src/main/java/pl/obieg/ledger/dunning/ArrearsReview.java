package pl.obieg.ledger.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.ledger.Debts;
import pl.obieg.ledger.dunning.Dunning.DueKey;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;
import pl.obieg.ledger.law.Limitation;

/** Finds out how dues stand on a day: amount with interest, finality, limitation, relief. */
@Component
public class ArrearsReview {

    /** OP art. 223 §2 pkt 1. */
    private static final int DAYS_TO_APPEAL = 14;

    private final JdbcClient jdbc;
    private final Debts debts;
    private final LegalFigures law;
    private final StatutoryCalendar calendar;

    ArrearsReview(JdbcClient jdbc, Debts debts, LegalFigures law, StatutoryCalendar calendar) {
        this.jdbc = jdbc;
        this.debts = debts;
        this.law = law;
        this.calendar = calendar;
    }

    private record Charge(String id, String regime, LocalDate legalDate) {}

    private record Event(String kind, LocalDate fromOn, LocalDate toOn) {}

    /** How the dues stand on the day; those that are not overdue are left out. */
    public Arrears of(String account, Collection<DueKey> dues, LocalDate day) {
        List<Due> overdue = debts.dues(account, day).stream()
                .filter(due -> due.dueOn().isBefore(day))
                .filter(due -> dues.contains(new DueKey(due.receivableId(), due.number())))
                .sorted(Comparator.comparing(Due::dueOn).thenComparing(Due::number))
                .toList();
        List<Charge> charges = charges(overdue);
        List<Limitation> limitations = overdue.stream().map(this::limitation).toList();
        return new Arrears(
                overdue,
                charges.stream().anyMatch(charge -> "DECISION".equals(charge.regime())) ? "DECISION" : "SELF",
                charges.stream()
                        .filter(charge -> "DECISION".equals(charge.regime()))
                        .allMatch(charge -> isFinal(charge, day)),
                overdue.isEmpty()
                        ? 0
                        : (int) ChronoUnit.DAYS.between(overdue.get(0).dueOn(), day),
                law.on(day, Figure.DNI_DO_UPOMNIENIA).intValueExact(),
                law.timesCostOfUpomnienie(day, Figure.KROTNOSC_PROGU_EGZEKUCJI),
                limitations.stream().anyMatch(term -> term.nearOn(day) && !term.passedOn(day)),
                limitations.stream().anyMatch(term -> term.passedOn(day)),
                relief(charges));
    }

    /** Until when the due can be collected. */
    public Limitation limitation(Due due) {
        List<Event> events = jdbc.sql(
                        "select kind, from_on, to_on from ledger.limitation_event where receivable_id = ?")
                .param(due.receivableId())
                .query(Event.class)
                .list();
        return Limitation.of(
                due.dueOn(),
                events.stream()
                        .filter(event -> "MEASURE".equals(event.kind()))
                        .map(Event::fromOn)
                        .toList(),
                events.stream()
                        .filter(event -> "SUSPENSION".equals(event.kind()))
                        .map(event -> new Limitation.Suspension(event.fromOn(), event.toOn()))
                        .toList());
    }

    /** What is open of the cost, zł. */
    public BigDecimal costsLeft(String costId) {
        return costId == null
                ? BigDecimal.ZERO
                : jdbc.sql("select case when lapsed_on is null then amount - paid else 0 end"
                                + " from ledger.collection_cost where id = ?")
                        .param(costId)
                        .query(BigDecimal.class)
                        .single();
    }

    private List<Charge> charges(List<Due> overdue) {
        Set<String> ids = overdue.stream().map(Due::receivableId).collect(Collectors.toSet());
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id, regime, legal_date from ledger.receivable where id in (:ids)")
                        .param("ids", ids)
                        .query(Charge.class)
                        .list();
    }

    private boolean isFinal(Charge charge, LocalDate day) {
        return charge.legalDate() != null && day.isAfter(calendar.endOfDays(charge.legalDate(), DAYS_TO_APPEAL));
    }

    private String relief(List<Charge> charges) {
        List<String> standings = charges.stream()
                .map(charge -> jdbc.sql("select standing from ledger.relief_standing where receivable_id = ?")
                        .param(charge.id())
                        .query(String.class)
                        .optional()
                        .orElse("NONE"))
                .toList();
        if (!standings.isEmpty() && standings.stream().allMatch("KEPT"::equals)) {
            return "KEPT";
        }
        return standings.contains("PENDING") ? "PENDING" : standings.contains("BROKEN") ? "BROKEN" : "NONE";
    }
}
