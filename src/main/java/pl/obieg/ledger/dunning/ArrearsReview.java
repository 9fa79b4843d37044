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
import pl.obieg.ledger.LimitationTerms;
import pl.obieg.ledger.Reliefs;
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
    private final Reliefs reliefs;
    private final LimitationTerms limitations;
    private final LegalFigures law;
    private final StatutoryCalendar calendar;

    ArrearsReview(
            JdbcClient jdbc,
            Debts debts,
            Reliefs reliefs,
            LimitationTerms limitations,
            LegalFigures law,
            StatutoryCalendar calendar) {
        this.jdbc = jdbc;
        this.debts = debts;
        this.reliefs = reliefs;
        this.limitations = limitations;
        this.law = law;
        this.calendar = calendar;
    }

    private record Charge(String id, String caseNumber, String regime, LocalDate legalDate) {

        /** Also a decision that determines a tax (OP art. 21 § 3) is not carried out before it is final (art. 239a). */
        boolean byDecision() {
            return !"SELF".equals(regime);
        }
    }

    /** How the dues stand on the day; those that are not overdue are left out. */
    public Arrears of(String account, Collection<DueKey> dues, LocalDate day) {
        List<Due> overdue = debts.duesWithExpired(account, day).stream()
                .filter(due -> due.dueOn().isBefore(day))
                .filter(due -> dues.contains(new DueKey(due.receivableId(), due.number())))
                .sorted(Comparator.comparing(Due::dueOn).thenComparing(Due::number))
                .toList();
        List<Charge> charges = charges(dues);
        List<Limitation> terms = overdue.stream().map(this::limitation).toList();
        List<Charge> byDecision = charges.stream().filter(Charge::byDecision).toList();
        boolean allFinal = byDecision.stream().allMatch(charge -> mayBeCarriedOut(charge, Set.of(), day));
        return new Arrears(
                overdue,
                byDecision.isEmpty() ? "SELF" : "DECISION",
                allFinal,
                charges.stream().anyMatch(this::appealed),
                !allFinal
                        && byDecision.stream()
                                .allMatch(charge -> mayBeCarriedOut(charge, withRigour(charge, day), day)),
                overdue.isEmpty()
                        ? 0
                        : (int) ChronoUnit.DAYS.between(overdue.get(0).dueOn(), day),
                law.on(day, Figure.DNI_DO_UPOMNIENIA).intValueExact(),
                law.timesCostOfUpomnienie(day, Figure.KROTNOSC_PROGU_EGZEKUCJI),
                terms.stream().anyMatch(term -> term.nearOn(day) && !term.passedOn(day)),
                terms.stream().anyMatch(term -> term.passedOn(day)),
                relief(dues, overdue));
    }

    /** Until when the due can be collected. */
    public Limitation limitation(Due due) {
        return limitations.of(due.receivableId(), due.number(), due.dueOn());
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

    private List<Charge> charges(Collection<DueKey> dues) {
        Set<String> ids = dues.stream().map(DueKey::receivableId).collect(Collectors.toSet());
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id, case_number, regime, legal_date from ledger.receivable where id in (:ids)")
                        .param("ids", ids)
                        .query(Charge.class)
                        .list();
    }

    /** A decision that changed the tax (OP art. 254), or determined what had been declared in another case. */
    private record Change(String decisionNumber, String changeCase, LocalDate legalDate) {

        boolean isOneOf(Set<String> numbers) {
            return numbers.stream()
                    .anyMatch(number -> number.equals(decisionNumber) || number.startsWith(changeCase + "."));
        }
    }

    private List<Change> changes(Charge charge) {
        return jdbc.sql("select decision_number, change_case, legal_date from ledger.correction"
                        + " where receivable_id = ? and legal_date is not null")
                .param(charge.id())
                .query(Change.class)
                .list();
    }

    /** Whether neither the decision by which the tax is charged nor one that changed it can be appealed against any more. */
    boolean isFinal(String receivableId, LocalDate day) {
        return charges(List.of(new DueKey(receivableId, 0))).stream()
                .allMatch(charge -> mayBeCarriedOut(charge, Set.of(), day));
    }

    /**
     * Each of the decisions must be final, or have the rigour of immediate enforceability (OP art. 239a and 239b).
     *
     * @param withRigour numbers of those that have it
     */
    private boolean mayBeCarriedOut(Charge charge, Set<String> withRigour, LocalDate day) {
        boolean first =
                !withRigour.isEmpty() || termPassed(charge.legalDate(), day) && !appealedIn(charge.caseNumber());
        return first
                && changes(charge).stream()
                        .allMatch(change -> change.isOneOf(withRigour)
                                || termPassed(change.legalDate(), day) && !appealedIn(change.changeCase()));
    }

    private boolean termPassed(LocalDate deliveredOn, LocalDate day) {
        return deliveredOn != null && day.isAfter(calendar.endOfDays(deliveredOn, DAYS_TO_APPEAL));
    }

    private Set<String> withRigour(Charge charge, LocalDate day) {
        return Set.copyOf(
                jdbc.sql("select distinct decision_number from ledger.rigour where receivable_id = ? and given_on <= ?")
                        .params(charge.id(), day)
                        .query(String.class)
                        .list());
    }

    /** Whether an appeal is open against the decision or one that changed it. */
    private boolean appealed(Charge charge) {
        return appealedIn(charge.caseNumber())
                || changes(charge).stream().anyMatch(change -> appealedIn(change.changeCase()));
    }

    private boolean appealedIn(String caseNumber) {
        return jdbc.sql("select exists (select from ledger.appeal where case_number = ? and ended_on is null)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** Of the dues that are to be paid on new terms, zł; they are not overdue. */
    public BigDecimal covered(Collection<DueKey> dues) {
        return dues.stream()
                .map(due -> reliefs.covered(due.receivableId(), due.instalmentNumber()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Only for what is overdue a relief matters: what is on new terms is not, so the rest of the same tax is dunned (OP art.
     * 49 §1).
     */
    private String relief(Collection<DueKey> dues, List<Due> overdue) {
        if (overdue.isEmpty()) {
            return covered(dues).signum() > 0 ? "KEPT" : "NONE";
        }
        return overdue.stream().anyMatch(due -> reliefs.asked(due.receivableId(), due.number())) ? "PENDING" : "NONE";
    }
}
