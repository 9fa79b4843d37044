package pl.obieg.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.StampDutyAccount;
import pl.obieg.ledger.Payments.Status;
import pl.obieg.process.ProcedureMessage;

/**
 * Stamp duty that cases wait for. All of it is paid to one account; which case a transfer belongs to is told by its
 * title, which names the reference of the application or the case number.
 */
@Repository
class StampDuties implements StampDutyAccount {

    /** No case gets this part of an individual account: their numbers begin with 1. */
    private static final String CLIENT_PART = "000000000000";

    /**
     * The duty of a case.
     *
     * @param amount {@code null} until it is known whether and how much is owed
     * @param proof {@code TRANSFER}, {@code PROOF}, or {@code null} while unpaid
     * @param paid what was paid, zł
     */
    record Duty(
            String caseNumber,
            String reference,
            BigDecimal amount,
            String proof,
            String paymentId,
            BigDecimal paid,
            LocalDate paidOn) {

        boolean covered() {
            return proof != null && (amount == null || paid == null || paid.compareTo(amount) >= 0);
        }
    }

    private record Credit(String id, BigDecimal amount, LocalDate paidOn) {}

    private static final String COLUMNS = "case_number, reference, amount, proof, payment_id, paid, paid_on";

    /** What is missing to a sum that was too small may come with another transfer. */
    private static final String UNPAID = " where proof is null or proof = 'TRANSFER' and paid < amount";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BankSettings settings;
    private final Payments payments;
    private final ApplicationEventPublisher events;

    StampDuties(
            JdbcClient jdbc, Clock clock, BankSettings settings, Payments payments, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.payments = payments;
        this.events = events;
    }

    @Override
    public String account() {
        return Nrb.individual(settings.sortCode(), settings.assignedId(), CLIENT_PART)
                .digits();
    }

    /** Whether a line of a statement names the account, wholly or by its client part. */
    boolean isAccount(String nrbOrClientPart) {
        return CLIENT_PART.equals(nrbOrClientPart) || account().equals(nrbOrClientPart);
    }

    /** The case will have to pay; a second time changes nothing. */
    void expect(String caseNumber, String reference) {
        jdbc.sql("""
                insert into ledger.stamp_duty (case_number, reference, asked_at) values (?, ?, ?)
                on conflict do nothing
                """)
                .params(caseNumber, reference, Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Duty> of(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from ledger.stamp_duty where case_number = ?")
                .param(caseNumber)
                .query(Duty.class)
                .optional();
    }

    void owe(String caseNumber, BigDecimal amount) {
        jdbc.sql("update ledger.stamp_duty set amount = ? where case_number = ?")
                .params(amount, caseNumber)
                .update();
    }

    /** A clerk saw a proof of payment: a receipt of the cash desk, a confirmation of a transfer. */
    void proven(String caseNumber, LocalDate paidOn) {
        jdbc.sql("update ledger.stamp_duty set proof = 'PROOF', paid_on = ? where case_number = ? and proof is null")
                .params(paidOn, caseNumber)
                .update();
    }

    /**
     * Finds the case of a credit by its title and tells it.
     *
     * @return whether a case waits for it
     */
    boolean takeIn(String paymentId, BankLine line) {
        String title = plain(line.title());
        Optional<Duty> duty =
                jdbc.sql("select " + COLUMNS + " from ledger.stamp_duty" + UNPAID).query(Duty.class).list().stream()
                        .filter(open -> names(title, open.reference()) || names(title, open.caseNumber()))
                        .findFirst();
        duty.ifPresent(open -> pay(open.caseNumber(), new Credit(paymentId, line.amount(), line.paidOn())));
        return duty.isPresent();
    }

    /** A clerk found out that the payment is the duty of the case. @return whether the case waits for one */
    boolean pay(String caseNumber, String paymentId) {
        Optional<Duty> open = of(caseNumber).filter(duty -> !duty.covered());
        open.ifPresent(duty -> pay(
                caseNumber,
                jdbc.sql("select id, amount, paid_on from ledger.payment where id = ?")
                        .param(paymentId)
                        .query(Credit.class)
                        .single()));
        return open.isPresent();
    }

    private void pay(String caseNumber, Credit credit) {
        jdbc.sql("""
                update ledger.stamp_duty set proof = 'TRANSFER', payment_id = ?,
                        paid = coalesce(paid, 0) + ?, paid_on = ?
                where case_number = ?
                """)
                .params(credit.id(), credit.amount(), credit.paidOn(), caseNumber)
                .update();
        payments.update(
                credit.id(),
                Status.ALLOCATED,
                caseNumber,
                credit.amount(),
                "Opłata skarbowa w sprawie " + caseNumber + ".");
        events.publishEvent(new CaseFact.StampDutySettled(caseNumber, credit.amount(), credit.paidOn()));
        events.publishEvent(new ProcedureMessage("StampDutyPaid", caseNumber, credit.id()));
    }

    private static boolean names(String title, String reference) {
        return reference != null && !plain(reference).isEmpty() && title.contains(plain(reference));
    }

    /** Banks wrap titles and drop signs and diacritics; letters and digits stay. */
    private static String plain(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFD)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]", "");
    }
}
