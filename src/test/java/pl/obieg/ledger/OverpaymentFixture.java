package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Reasons;

/** The ledger with the operations on overpayments. Today is 10 March 2026. */
final class OverpaymentFixture {

    final LedgerFixture ledger = new LedgerFixture();
    final Overpayments overpayments = new Overpayments(ledger.jdbc, LedgerFixture.CLOCK);
    final List<String> reasons = new CopyOnWriteArrayList<>();
    private final AnnotationConfigApplicationContext exchange = new AnnotationConfigApplicationContext();
    private final Offset offset =
            new Offset(ledger.jdbc, ledger.debts, ledger.payments, ledger.accounts, ledger.settlement);
    final DecisionDays decisionDays = new DecisionDays(ledger.jdbc);
    final TransferFiles files;
    final String partyId;

    OverpaymentFixture() {
        exchange.registerBean(JdbcClient.class, () -> ledger.jdbc);
        exchange.register(Submissions.class, Parties.class);
        exchange.refresh();
        files = new TransferFiles(
                ledger.jdbc,
                exchange.getBean(Parties.class),
                new TransferSettings("Gmina Przykładowo"),
                LedgerFixture.CLOCK);
        partyId = exchange.getBean(Parties.class)
                .register(new Party(
                        null,
                        Party.Kind.NATURAL,
                        "Żaneta",
                        "Próbna",
                        null,
                        "44051401458",
                        null,
                        null,
                        new Address("Długa", "1", null, "05-252", "Przykładowo", "PL")));
    }

    /** The account of the case belongs to the one taxpayer of this fixture. */
    String account(String taxCase) {
        String account = ledger.account(taxCase);
        ledger.jdbc
                .sql("delete from ledger.payer_account_party where account = ?")
                .param(account)
                .update();
        ledger.jdbc
                .sql("insert into ledger.payer_account_party (account, party_id) values (?, ?)")
                .params(account, partyId)
                .update();
        return account;
    }

    FindOverpayment.Output find(String caseNumber, String taxCase) {
        return now(() -> new FindOverpayment(
                        ledger.jdbc,
                        ledger.accounts,
                        ledger.payments,
                        overpayments,
                        offset,
                        decisionDays,
                        ledger.law,
                        exchange.getBean(Submissions.class),
                        new StatutoryCalendar(),
                        LedgerFixture.CLOCK,
                        new KeptReasons())
                .run(new FindOverpayment.Input(caseNumber, taxCase, null), call(caseNumber)));
    }

    BigDecimal offset(String caseNumber) {
        return now(() -> new OffsetOverpayment(ledger.accounts, overpayments, offset)
                        .run(new OffsetOverpayment.Input(caseNumber), call(caseNumber)))
                .overpaidOffset();
    }

    PrepareRefund.Output prepare(String caseNumber, String way, String interestFrom) {
        return now(() -> new PrepareRefund(
                        ledger.accounts,
                        ledger.payments,
                        overpayments,
                        ledger.law,
                        LedgerFixture.CLOCK,
                        new KeptReasons())
                .run(
                        new PrepareRefund.Input(
                                caseNumber, way, interestFrom == null ? null : LocalDate.parse(interestFrom)),
                        call(caseNumber)));
    }

    void order(String refundId, String approval) {
        now(() -> new OrderRefund(
                        ledger.accounts, ledger.payments, overpayments, files, LedgerFixture.CLOCK, ledger.events::add)
                .run(new OrderRefund.Input(refundId, approval), call("R")));
    }

    void close(String caseNumber) {
        now(() -> new CloseOverpayment(overpayments).run(new CloseOverpayment.Input(caseNumber), call(caseNumber)));
    }

    void payTo(String caseNumber, String nrb) {
        overpayments.payTo(overpayments.ofCase(caseNumber).orElseThrow().id(), nrb);
    }

    private <O extends Record> O now(Supplier<Answer<O>> work) {
        return ledger.transaction.execute(status -> ((Answer.Now<O>) work.get()).output());
    }

    private static Call call(String caseNumber) {
        return new Call("key-" + caseNumber, caseNumber, "nadplata");
    }

    private final class KeptReasons implements Reasons {

        @Override
        public List<Reason> of(String caseNumber) {
            return List.of();
        }

        @Override
        public void keep(
                String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
            reasons.addAll(steps);
        }
    }
}
