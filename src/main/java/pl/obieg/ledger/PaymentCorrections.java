package pl.obieg.ledger;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.Payments.Status;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/**
 * Corrects the day a payment was made (PAY-01), or takes an allocation to the wrong account back, so that a clerk says anew
 * whose payment it is. One person asks, another decides; all payments of the account are then set anew.
 */
@Service
@Transactional
public class PaymentCorrections {

    /** What a clerk asks for. */
    public enum Kind {
        PAID_ON,
        TAKE_BACK
    }

    /** A request that waits for the second person; {@code paidOn} is {@code null} unless the day is to be corrected. */
    public record Asked(String id, String paymentId, Kind kind, LocalDate paidOn, String reason, String askedBy) {}

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final Payments payments;
    private final Settlement settlement;
    private final Reasons reasons;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    PaymentCorrections(
            JdbcClient jdbc,
            PayerAccounts accounts,
            Payments payments,
            Settlement settlement,
            Reasons reasons,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.payments = payments;
        this.settlement = settlement;
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

    /** @param paidOn the right day; {@code null} to take the allocation back */
    public void ask(String paymentId, LocalDate paidOn, String reason, String who) {
        correctable(paymentId);
        if (paidOn != null && paidOn.isAfter(clock.today())) {
            throw new Refusal("DAY_IN_FUTURE", "Dzień zapłaty nie może być późniejszy niż dziś.");
        }
        if (reason == null || reason.isBlank()) {
            throw new Refusal("REASON_MISSING", "Podaj, skąd wiadomo, że zapis jest błędny.");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new Refusal("REASON_TOO_LONG", "Powód może mieć najwyżej " + LONGEST_REASON + " znaków.");
        }
        if (open(paymentId).isPresent()) {
            throw new Refusal("CORRECTION_ASKED", "Korekta tej wpłaty czeka już na zatwierdzenie.");
        }
        jdbc.sql("insert into ledger.payment_correction (id, payment_id, kind, paid_on, reason, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        paymentId,
                        (paidOn == null ? Kind.TAKE_BACK : Kind.PAID_ON).name(),
                        paidOn,
                        reason.strip(),
                        who,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The request that waits. */
    @Transactional(readOnly = true)
    public Optional<Asked> open(String paymentId) {
        return jdbc.sql("select id, payment_id, kind, paid_on, reason, asked_by from ledger.payment_correction"
                        + " where payment_id = ? and decided_by is null")
                .param(paymentId)
                .query(Asked.class)
                .optional();
    }

    /** @param who not the one who asked */
    public void decide(String paymentId, boolean approved, String who) {
        Asked asked = open(paymentId)
                .orElseThrow(
                        () -> new Refusal("NOTHING_ASKED", "Żadna korekta tej wpłaty nie czeka na zatwierdzenie."));
        if (asked.askedBy().equals(who)) {
            throw new Refusal("SAME_PERSON", "Korektę zatwierdza inna osoba niż ta, która o nią wniosła.");
        }
        int decided = jdbc.sql("update ledger.payment_correction set decided_by = ?, decided_at = ?, approved = ?"
                        + " where id = ? and decided_by is null")
                .params(who, Timestamp.from(clock.instant()), approved, asked.id())
                .update();
        if (approved && decided == 1) {
            PayerAccount account = jdbc.sql("select case_number from ledger.payment where id = ?")
                    .param(paymentId)
                    .query(String.class)
                    .optional()
                    .flatMap(accounts::ofCase)
                    .orElseThrow();
            accounts.lock(account);
            correct(asked, correctable(paymentId), account);
        }
    }

    /** The payment, held; between the request and the decision a part of it may have been given back. */
    private Payment correctable(String paymentId) {
        Payment payment = payments.lock(paymentId)
                .filter(each -> each.status() == Status.ALLOCATED)
                .orElseThrow(() -> new Refusal(
                        "PAYMENT_NOT_ALLOCATED", "Skorygować można tylko wpłatę, którą zaliczono na konto sprawy."));
        if (payment.refunded().signum() > 0 || payment.moved().signum() > 0) {
            throw new Refusal(
                    "PAYMENT_GIVEN_BACK",
                    "Część tej wpłaty zwrócono albo przeniesiono jako nadpłatę; najpierw cofnij to.");
        }
        return payment;
    }

    private void correct(Asked asked, Payment payment, PayerAccount account) {
        String why = asked.kind() == Kind.PAID_ON
                ? "Dzień zapłaty wpłaty %s poprawiono z %s na %s (art. 60 § 1 Ordynacji podatkowej)."
                        .formatted(Zloty.text(payment.amount()), Zloty.day(payment.paidOn()), Zloty.day(asked.paidOn()))
                : "Wpłatę %s z %s zaliczono na niewłaściwe konto; zaliczenie cofnięto."
                        .formatted(Zloty.text(payment.amount()), Zloty.day(payment.paidOn()));
        reasons.keep(
                account.caseNumber(),
                payment.id(),
                "Korekta wpłaty",
                Map.of("Wpłata", Zloty.text(payment.amount())),
                List.of(why + " (PAY-01)"));
        if (asked.kind() == Kind.PAID_ON) {
            payments.paidOn(payment.id(), asked.paidOn());
            settlement.settleAnew(account, why);
        } else {
            settlement.settleAnewWithout(payment, account, why);
            String once = payment.id() + "-" + asked.id();
            events.publishEvent(new ProcedureMessage(
                    "PaymentUnmatched",
                    once,
                    once,
                    Map.of("paymentId", payment.id(), "payerDoubt", false, "unmatchedReason", why)));
        }
    }
}
