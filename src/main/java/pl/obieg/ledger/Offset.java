package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Payment;

/**
 * Sets an overpayment against what the same taxpayers owe elsewhere, of the office's own motion (OVP-01, OP art. 76 §1,
 * art. 76a §2: on the day the overpayment arose). On its own account the allocation has done so already (D10). House
 * rule UR-04: only accounts of exactly the same taxpayers, since a co-owner's money must not pay another's tax.
 */
@Service
class Offset {

    private static final String SAME_TAXPAYERS = """
            select a.account, a.case_number from ledger.payer_account a
            where a.account <> :account
                and exists (select from ledger.receivable r where r.account = a.account and (r.balance > 0
                    or exists (select from ledger.collection_cost c where c.receivable_id = r.id
                        and c.paid < c.amount and c.lapsed_on is null)))
                and (select array_agg(party_id order by party_id) from ledger.payer_account_party p
                    where p.account = a.account)
                  = (select array_agg(party_id order by party_id) from ledger.payer_account_party p
                    where p.account = :account)
            order by (select min(i.due_on) from ledger.instalment i join ledger.receivable r on r.id = i.receivable_id
                where r.account = a.account and i.paid + i.written_off < i.amount), a.account
            """;

    private final JdbcClient jdbc;
    private final Debts debts;
    private final Payments payments;
    private final PayerAccounts accounts;
    private final Settlement settlement;

    Offset(JdbcClient jdbc, Debts debts, Payments payments, PayerAccounts accounts, Settlement settlement) {
        this.jdbc = jdbc;
        this.debts = debts;
        this.payments = payments;
        this.accounts = accounts;
        this.settlement = settlement;
    }

    /** A part of a payment that goes to another account. */
    record Move(String paymentId, BigDecimal amount, PayerAccount to, LocalDate day, String sentence) {}

    /** What would be set where, without doing it. */
    List<Move> proposal(PayerAccount account) {
        List<Move> moves = new ArrayList<>();
        Map<String, BigDecimal> given = new HashMap<>();
        List<PayerAccount> others = jdbc.sql(SAME_TAXPAYERS)
                .param("account", account.account())
                .query(PayerAccount.class)
                .list();
        for (Payment payment : payments.lockWithRest(account.caseNumber())) {
            BigDecimal left = payment.rest();
            for (PayerAccount other : others) {
                BigDecimal owed = debts.owed(other.account(), payment.paidOn())
                        .total()
                        .subtract(given.getOrDefault(other.account(), BigDecimal.ZERO));
                BigDecimal amount = left.min(owed);
                if (amount.signum() > 0) {
                    moves.add(new Move(
                            payment.id(), amount, other, payment.paidOn(), sentence(account, payment, other, amount)));
                    given.merge(other.account(), amount, BigDecimal::add);
                    left = left.subtract(amount);
                }
            }
        }
        return moves;
    }

    /** Does what {@link #proposal} says now. @return zł that were set */
    BigDecimal run(PayerAccount account) {
        List<Move> moves = proposal(account);
        moves.stream()
                .map(Move::to)
                .distinct()
                .sorted((one, other) -> one.account().compareTo(other.account()))
                .forEach(accounts::lock);
        for (Move move : moves) {
            String id = payments.move(move.paymentId(), move.amount(), move.to().account(), move.sentence());
            settlement.allocate(payments.lock(id).orElseThrow(), move.to());
        }
        return moves.stream().map(Move::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String sentence(PayerAccount from, Payment payment, PayerAccount to, BigDecimal amount) {
        return "Z nadpłaty w sprawie %s, powstałej %s, zalicza się z urzędu %s na należności tego samego podatnika w sprawie %s (OVP-01, art. 76 § 1 i art. 76a § 2 Ordynacji podatkowej)."
                .formatted(from.caseNumber(), Zloty.day(payment.paidOn()), Zloty.text(amount), to.caseNumber());
    }
}
