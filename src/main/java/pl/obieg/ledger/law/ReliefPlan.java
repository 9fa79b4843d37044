package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pl.obieg.ledger.law.Allocation.Due;

/**
 * New terms for what is owed: deferral (one term) or instalments (OP art. 49 §1, art. 67a §1). Interest on an arrear
 * stops with the day of the application and becomes part of the terms; from then, or from the old term if that is later,
 * the prolongation fee counts (INT-06, OP art. 57). Principal and interest are divided into equal parts in full zł, the
 * rest goes to the first (house rule UR-16, as PT-66); the oldest dues come first.
 *
 * @param terms in order, numbered from 1
 */
public record ReliefPlan(List<NewTerm> terms) {

    /**
     * What is to be paid on one day.
     *
     * @param interest part of the interest that stopped, zł
     * @param fee full zł; zero if none is charged
     */
    public record NewTerm(int number, LocalDate dueOn, BigDecimal interest, BigDecimal fee, List<Piece> pieces) {

        /** Of the tax, zł. */
        public BigDecimal principal() {
            return pieces.stream().map(Piece::principal).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** All to be paid on the day, zł. */
        public BigDecimal total() {
            return principal().add(interest).add(fee);
        }
    }

    /**
     * What a term takes over of an instalment of the tax.
     *
     * @param origin number of that instalment
     * @param fee how the fee on it was counted; {@code null} if none is charged
     */
    public record Piece(int origin, LocalDate oldTerm, BigDecimal principal, ProlongationFee fee) {}

    /**
     * @param dues of one receivable, with their interest on the day of the application
     * @param days the new terms in order
     * @param bearsFee numbers of the dues that are tax; on interest and fees of an earlier relief no fee is charged
     * @param rates {@code null} if no fee is charged (OP art. 57 §5, §7)
     */
    public static ReliefPlan of(
            List<Due> dues,
            List<LocalDate> days,
            LocalDate appliedOn,
            LocalDate decidedOn,
            Set<Integer> bearsFee,
            RateOnDay rates) {
        List<BigDecimal> principals =
                split(dues.stream().map(Due::principal).reduce(BigDecimal.ZERO, BigDecimal::add), days.size());
        List<BigDecimal> interests = split(
                dues.stream().map(due -> due.interest().charged()).reduce(BigDecimal.ZERO, BigDecimal::add),
                days.size());
        List<BigDecimal> left =
                new ArrayList<>(dues.stream().map(Due::principal).toList());
        List<NewTerm> terms = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            List<Piece> pieces = new ArrayList<>();
            BigDecimal wanted = principals.get(i);
            for (int d = 0; d < dues.size() && wanted.signum() > 0; d++) {
                BigDecimal amount = wanted.min(left.get(d));
                if (amount.signum() > 0) {
                    pieces.add(piece(
                            dues.get(d),
                            amount,
                            days.get(i),
                            appliedOn,
                            decidedOn,
                            bearsFee.contains(dues.get(d).number()) ? rates : null));
                    left.set(d, left.get(d).subtract(amount));
                    wanted = wanted.subtract(amount);
                }
            }
            terms.add(new NewTerm(i + 1, days.get(i), interests.get(i), fee(pieces), List.copyOf(pieces)));
        }
        return new ReliefPlan(List.copyOf(terms));
    }

    /** All fees, full zł. */
    public BigDecimal fee() {
        return terms.stream().map(NewTerm::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All that is to be paid, zł. */
    public BigDecimal total() {
        return terms.stream().map(NewTerm::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Piece piece(
            Due due, BigDecimal amount, LocalDate newTerm, LocalDate appliedOn, LocalDate decidedOn, RateOnDay rates) {
        LocalDate from = due.dueOn().isBefore(appliedOn) ? appliedOn : due.dueOn();
        ProlongationFee fee = rates == null ? null : ProlongationFee.of(amount, from, newTerm, decidedOn, rates);
        return new Piece(due.number(), from, amount, fee);
    }

    private static BigDecimal fee(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.fee() != null)
                .map(piece -> piece.fee().raw())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> split(BigDecimal sum, int parts) {
        BigDecimal each = sum.divide(BigDecimal.valueOf(parts), 0, RoundingMode.DOWN);
        List<BigDecimal> split = new ArrayList<>();
        split.add(sum.subtract(each.multiply(BigDecimal.valueOf(parts - 1L))));
        for (int i = 1; i < parts; i++) {
            split.add(each);
        }
        return split;
    }
}
