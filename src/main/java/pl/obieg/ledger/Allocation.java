package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How one payment is divided: earliest due date first (PAY-04, Ordynacja podatkowa art. 62 §1), to the grosz; what no
 * instalment needs stays as overpayment. Interest (PAY-05, INT-*) and costs of upomnienie are not computed yet: they
 * are a later issue, so the whole payment goes to principal.
 *
 * @param parts in the order of allocation, each above zero
 * @param overpaid what is left over, zł
 */
record Allocation(List<Part> parts, BigDecimal overpaid) {

    /** An instalment with the amount still to pay, zł. */
    record OpenInstalment(String receivableId, int number, LocalDate dueOn, BigDecimal open) {}

    /** What of the payment goes to the instalment. */
    record Part(OpenInstalment instalment, BigDecimal amount) {}

    static Allocation earliestDueFirst(BigDecimal payment, List<OpenInstalment> instalments) {
        List<Part> parts = new ArrayList<>();
        BigDecimal left = payment;
        for (OpenInstalment instalment : instalments.stream()
                .sorted(Comparator.comparing(OpenInstalment::dueOn)
                        .thenComparing(OpenInstalment::receivableId)
                        .thenComparing(OpenInstalment::number))
                .toList()) {
            BigDecimal amount = left.min(instalment.open());
            if (amount.signum() > 0) {
                parts.add(new Part(instalment, amount));
                left = left.subtract(amount);
            }
        }
        return new Allocation(List.copyOf(parts), left);
    }
}
