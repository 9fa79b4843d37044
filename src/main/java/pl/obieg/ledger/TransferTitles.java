package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.law.Allocation.Wish;
import pl.obieg.ledger.law.PayerWish;

/**
 * What the title of a transfer says of where the money goes: the instalment a payer names (PAY-04), or the writ of execution
 * ({@code TW-2026-000001}) the enforcement office collected it by. What it collected counts on the day it did (PAY-01), as
 * far as its message of that amount tells the day. Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class TransferTitles {

    private static final Pattern TITLE = Pattern.compile("TW-\\d{4}-\\d{6}");

    private final JdbcClient jdbc;
    private final Payments payments;

    TransferTitles(JdbcClient jdbc, Payments payments) {
        this.jdbc = jdbc;
        this.payments = payments;
    }

    /**
     * A payment that counts from another day now.
     *
     * @param why Polish sentence with the article
     */
    record Redated(String caseNumber, String why) {}

    private record Message(String externalId, LocalDate statedOn) {}

    /** The account of the writ that the title names. */
    Optional<PayerAccount> accountOf(String title) {
        return number(title)
                .flatMap(number -> jdbc.sql("select a.account, a.case_number from ledger.title t"
                                + " join ledger.dunning d on d.id = t.dunning_id"
                                + " join ledger.payer_account a on a.account = d.account where t.number = ?")
                        .param(number)
                        .query(PayerAccount.class)
                        .optional());
    }

    private static Optional<String> number(String title) {
        Matcher number = TITLE.matcher(title == null ? "" : title.toUpperCase(Locale.ROOT));
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }

    /** Keeps with the payment what its title says; it is not set yet. */
    void read(String paymentId, BankLine line, PayerAccount account) {
        number(line.title())
                .ifPresentOrElse(
                        number -> enforced(paymentId, number, line.amount(), line.paidOn(), account),
                        () -> PayerWish.in(line.title()).ifPresent(wish -> named(paymentId, wish, account)));
    }

    private void enforced(String paymentId, String number, BigDecimal amount, LocalDate paidOn, PayerAccount account) {
        boolean known = jdbc.sql(
                        "select exists (select from ledger.title t join ledger.dunning d on d.id = t.dunning_id"
                                + " where t.number = ? and d.account = ?)")
                .params(number, account.account())
                .query(Boolean.class)
                .single();
        if (known) {
            payments.enforcedBy(paymentId, number);
            jdbc.sql("""
                    select m.external_id, m.stated_on from ledger.enforcement_message m
                    join ledger.title t on t.id = m.title_id
                    where t.number = ? and m.kind = 'COLLECTED' and m.amount = ? and m.stated_on <= ?
                      and m.payment_id is null order by m.stated_on, m.external_id limit 1
                    """)
                    .params(number, amount, paidOn)
                    .query(Message.class)
                    .optional()
                    .ifPresent(message -> collectedOn(paymentId, message));
        }
    }

    /** The enforcement office tells what it collected after the money came: it counts from that day. */
    Optional<Redated> collected(String externalId) {
        record Collected(String number, BigDecimal amount, LocalDate statedOn) {}
        record Found(String id, String caseNumber) {}
        Collected told = jdbc.sql("select t.number, m.amount, m.stated_on from ledger.enforcement_message m"
                        + " join ledger.title t on t.id = m.title_id where m.external_id = ?")
                .param(externalId)
                .query(Collected.class)
                .single();
        return jdbc.sql("""
                select p.id, p.case_number from ledger.payment p
                where p.enforced_by = ? and p.amount = ? and p.paid_on >= ? and p.status = 'ALLOCATED'
                  and not exists (select from ledger.enforcement_message m where m.payment_id = p.id)
                order by p.paid_on, p.id limit 1
                """)
                .params(told.number(), told.amount(), told.statedOn())
                .query(Found.class)
                .optional()
                .map(payment -> {
                    collectedOn(payment.id(), new Message(externalId, told.statedOn()));
                    return new Redated(
                            payment.caseNumber(),
                            "Organ egzekucyjny pobrał %s dnia %s na podstawie tytułu %s; wpłata liczy się z tym dniem (art. 53 § 4 Ordynacji podatkowej)."
                                    .formatted(Zloty.text(told.amount()), Zloty.day(told.statedOn()), told.number()));
                });
    }

    private void collectedOn(String paymentId, Message message) {
        payments.paidOn(paymentId, message.statedOn());
        jdbc.sql("update ledger.enforcement_message set payment_id = ? where external_id = ?")
                .params(paymentId, message.externalId())
                .update();
    }

    /** Only an instalment of the account, and only if one year has it. */
    private void named(String paymentId, PayerWish wish, PayerAccount account) {
        record Row(String receivableId, int taxYear, boolean open) {}
        List<Row> named = jdbc
                .sql("select r.id as receivable_id, r.tax_year, i.paid + i.written_off < i.amount as open"
                        + " from ledger.receivable r"
                        + " join ledger.instalment i on i.receivable_id = r.id where r.account = ? and i.number = ?"
                        + " and i.kind = 'TAX' and i.relief_id is null")
                .params(account.account(), wish.number())
                .query(Row.class)
                .list()
                .stream()
                .filter(row -> wish.year() == null || wish.year() == row.taxYear())
                .toList();
        // One that is paid may be open again when this payment is set where its day puts it.
        List<Row> open = named.stream().filter(Row::open).toList();
        List<Row> meant = open.isEmpty() ? named : open;
        if (meant.size() == 1) {
            payments.wish(paymentId, new Wish(meant.get(0).receivableId(), wish.number()));
        }
    }
}
