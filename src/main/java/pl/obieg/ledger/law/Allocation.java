package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How one payment is divided: D10 (PAY-04, PAY-05; OP art. 55 §2, art. 62 §1–1a). First the costs of delivered
 * upomnienia, then the due the payer named, then the one with the earliest due date, and so on. Within a due that the
 * rest does not cover with its interest, principal and interest share in proportion, to the grosz.
 *
 * @param costs in the order of allocation
 * @param dues in the order of allocation
 * @param overpaid what no due needs, zł
 */
public record Allocation(List<CostPart> costs, List<DuePart> dues, BigDecimal overpaid) {

    private static final BigDecimal GROSZ = new BigDecimal("0.01");

    /**
     * Costs of a delivered upomnienie.
     *
     * @param arisenOn day of its delivery (ARR-04)
     * @param open zł
     */
    public record Cost(String id, String receivableId, LocalDate arisenOn, BigDecimal open) {}

    /**
     * An instalment.
     *
     * @param principal still to pay, zł
     * @param interest on it on the day of payment (D09)
     * @param kind {@code TAX}, or {@code INTEREST} or {@code FEE} of a relief (OP art. 57)
     */
    public record Due(
            String receivableId, int number, LocalDate dueOn, BigDecimal principal, Interest interest, String kind) {

        /** Of tax. */
        public Due(String receivableId, int number, LocalDate dueOn, BigDecimal principal, Interest interest) {
            this(receivableId, number, dueOn, principal, interest, "TAX");
        }

        /** Principal with interest, zł. */
        public BigDecimal owed() {
            return principal.add(interest.charged());
        }
    }

    /** What the payer named; {@code number} is {@code null} for all instalments of the receivable. */
    public record Wish(String receivableId, Integer number) {

        boolean means(Due due) {
            return due.receivableId().equals(receivableId) && (number == null || number == due.number());
        }
    }

    /** Above zero. */
    public record CostPart(Cost cost, BigDecimal amount) {}

    /**
     * @param wished because the payer named it, not because it is the earliest
     * @param proportional because it covers the due and its interest only in part
     */
    public record DuePart(Due due, BigDecimal principal, BigDecimal interest, boolean wished, boolean proportional) {

        /** Of the instalment, after this part, zł. */
        public BigDecimal principalLeft() {
            return due.principal().subtract(principal);
        }
    }

    /** @param wish {@code null} if the payer named nothing */
    public static Allocation of(BigDecimal payment, List<Cost> costs, List<Due> dues, Wish wish) {
        return firstTo(wish == null ? List.of() : List.of(wish), payment, costs, dues);
    }

    /** @param wishes the dues that go first; empty if nothing was named */
    public static Allocation firstTo(List<Wish> wishes, BigDecimal payment, List<Cost> costs, List<Due> dues) {
        BigDecimal left = payment;
        List<CostPart> costParts = new ArrayList<>();
        for (Cost cost : costs.stream()
                .sorted(Comparator.comparing(Cost::arisenOn).thenComparing(Cost::id))
                .toList()) {
            BigDecimal amount = left.min(cost.open());
            if (amount.signum() > 0) {
                costParts.add(new CostPart(cost, amount));
                left = left.subtract(amount);
            }
        }
        List<DuePart> dueParts = new ArrayList<>();
        for (Due due : dues.stream().sorted(order(wishes)).toList()) {
            if (left.signum() > 0 && due.principal().signum() > 0) {
                DuePart part = divide(left, due, meant(wishes, due));
                dueParts.add(part);
                left = left.subtract(part.principal()).subtract(part.interest());
            }
        }
        return new Allocation(List.copyOf(costParts), List.copyOf(dueParts), left);
    }

    private static boolean meant(List<Wish> wishes, Due due) {
        return wishes.stream().anyMatch(wish -> wish.means(due));
    }

    private static Comparator<Due> order(List<Wish> wishes) {
        return Comparator.comparing((Due due) -> !meant(wishes, due))
                .thenComparing(Due::dueOn)
                .thenComparing(Due::receivableId)
                .thenComparing(Due::number);
    }

    private static DuePart divide(BigDecimal left, Due due, boolean wished) {
        BigDecimal interest = due.interest().charged();
        if (left.compareTo(due.owed()) >= 0) {
            return new DuePart(due, due.principal(), interest, wished, false);
        }
        if (interest.signum() == 0) {
            return new DuePart(due, left, BigDecimal.ZERO, wished, false);
        }
        // One grosz of principal stays: a due is never closed while its interest is not paid in full.
        BigDecimal principal = left.multiply(due.principal())
                .divide(due.owed(), 2, RoundingMode.HALF_UP)
                .min(due.principal().subtract(GROSZ));
        return new DuePart(due, principal, left.subtract(principal), wished, true);
    }
}
