package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.law.Allocation;
import pl.obieg.ledger.law.Allocation.Cost;
import pl.obieg.ledger.law.Allocation.CostPart;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.Allocation.DuePart;
import pl.obieg.ledger.law.AllocationOrder;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;
import pl.obieg.ledger.law.Overpayment;
import pl.obieg.process.Reasons;

/** Writes down how a payment was set: its parts, a sentence for each, and whether an order on it is owed (PAY-06). */
@Component
class AllocationBook {

    private final Receivables receivables;
    private final Payments payments;
    private final Reasons reasons;
    private final LegalFigures law;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    AllocationBook(
            Receivables receivables,
            Payments payments,
            Reasons reasons,
            LegalFigures law,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.receivables = receivables;
        this.payments = payments;
        this.reasons = reasons;
        this.law = law;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @return the sentence of each part, in the order of allocation */
    List<String> store(Payment payment, Allocation allocation) {
        List<String> sentences = new ArrayList<>();
        for (CostPart part : allocation.costs()) {
            String sentence = AllocationSentences.cost(payment, part);
            receivables.pay(part);
            payments.insertAllocation(payment.id(), part, sentence);
            sentences.add(sentence + " (PAY-04)");
        }
        for (DuePart part : allocation.dues()) {
            receivables.pay(part);
            if (part.principal().signum() > 0) {
                String sentence = AllocationSentences.principal(payment, part);
                payments.insertAllocation(payment.id(), part, "PRINCIPAL", part.principal(), sentence);
                sentences.add(sentence + (part.proportional() ? " (PAY-04, PAY-05)" : " (PAY-04)"));
            }
            if (part.interest().signum() > 0) {
                String sentence = AllocationSentences.interest(payment, part);
                payments.insertAllocation(payment.id(), part, "INTEREST", part.interest(), sentence);
                sentences.add(sentence + " (INT-01, INT-02, INT-04, PAY-05)");
            }
        }
        return sentences;
    }

    /** For the page "Dlaczego?": every złoty of the payment in one sentence. */
    void keepWhy(Payment payment, PayerAccount account, List<String> sentences, String note) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Wpłata", Zloty.text(payment.amount()));
        inputs.put("Dzień zapłaty", Zloty.day(payment.paidOn()));
        if (payment.rest().compareTo(payment.amount()) != 0) {
            inputs.put("Z tego do zaliczenia", Zloty.text(payment.rest()));
        }
        if (payment.enforcedBy() != null) {
            inputs.put("Tytuł wykonawczy", payment.enforcedBy());
        } else if (payment.wishedInstalment() != null) {
            inputs.put("Wskazanie podatnika (PAY-04)", "rata nr " + payment.wishedInstalment());
        }
        List<String> steps = new ArrayList<>(sentences);
        steps.add(note + " (OVP-01, PAY-06)");
        reasons.keep(account.caseNumber(), payment.id(), "Zaliczenie wpłaty", inputs, steps);
    }

    /** PAY-06. */
    AllocationOrder order(Payment payment, List<Cost> costs, List<Due> dues, Allocation allocation) {
        List<DuePart> arrears = allocation.dues().stream()
                .filter(part -> part.due().dueOn().isBefore(payment.paidOn()))
                .toList();
        long covered = arrears.stream()
                .filter(part -> part.principalLeft().signum() == 0)
                .count();
        boolean allCovered = covered
                        == dues.stream()
                                .filter(due -> due.dueOn().isBefore(payment.paidOn()))
                                .count()
                && allocation.costs().stream()
                                .map(CostPart::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(costs.stream().map(Cost::open).reduce(BigDecimal.ZERO, BigDecimal::add))
                        == 0;
        return AllocationOrder.of(
                payment.amount(),
                !arrears.isEmpty() || !allocation.costs().isEmpty(),
                allCovered,
                allocation.dues().stream().allMatch(DuePart::wished)
                        && allocation.costs().isEmpty(),
                allocation.costs().isEmpty()
                        && arrears.stream()
                                .allMatch(
                                        part -> part.due().interest().charged().signum() == 0),
                law.timesCostOfUpomnienie(clock.today(), Figure.KROTNOSC_POSTANOWIENIA));
    }

    /** OVP-01: until the payer asks for something. */
    Overpayment overpayment(BigDecimal rest) {
        LocalDate today = clock.today();
        return Overpayment.of(
                rest,
                Overpayment.Request.NOTHING,
                law.on(today, Figure.KOSZT_UPOMNIENIA),
                today,
                law.on(today, Figure.DNI_ZWROTU_NADPLATY).intValueExact(),
                calendar);
    }
}
