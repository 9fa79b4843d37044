package pl.obieg.portal.matters;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;

/**
 * Writes the facts of cases into the read model, in the transaction that publishes them. Each fact has a row of its own
 * and none needs another, so they may come in any order; the same fact again changes nothing, a corrected one replaces.
 */
@Component
@Transactional
class FactRecorder {

    private final JdbcClient jdbc;

    FactRecorder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void record(CaseFact.DeclarationRecorded fact) {
        jdbc.sql("""
                insert into portal.declaration (declaration_id, case_number, form_code, tax_year, received_on, party_ids)
                values (?, ?, ?, ?, ?, ?) on conflict (declaration_id) do update set
                        case_number = excluded.case_number, form_code = excluded.form_code,
                        tax_year = excluded.tax_year, received_on = excluded.received_on,
                        party_ids = excluded.party_ids
                """)
                .params(
                        fact.declarationId(),
                        fact.caseNumber(),
                        fact.formCode(),
                        fact.taxYear(),
                        fact.receivedOn(),
                        fact.partyIds().toArray(String[]::new))
                .update();
    }

    @EventListener
    void record(CaseFact.DecisionIssued fact) {
        jdbc.sql("""
                insert into portal.decision (case_number, decision_number, document_id, tax_year, tax_due, issued_on,
                        party_ids)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (case_number, decision_number) do update set
                        document_id = excluded.document_id, tax_year = excluded.tax_year, tax_due = excluded.tax_due,
                        issued_on = excluded.issued_on, party_ids = excluded.party_ids
                """)
                .params(
                        fact.caseNumber(),
                        fact.decisionNumber(),
                        fact.documentId(),
                        fact.taxYear(),
                        fact.taxDue(),
                        fact.issuedOn(),
                        fact.partyIds().toArray(String[]::new))
                .update();
    }

    @EventListener
    void record(CaseFact.TaxNamed fact) {
        jdbc.sql("insert into portal.tax_name (case_number, tax) values (?, ?)"
                        + " on conflict (case_number) do update set tax = excluded.tax")
                .params(fact.caseNumber(), fact.tax())
                .update();
    }

    @EventListener
    void record(CaseFact.DeliveryConcluded fact) {
        jdbc.sql("""
                insert into portal.delivery (delivery_id, case_number, party_id, document_id, status, legal_date)
                values (?, ?, ?, ?, ?, ?) on conflict (delivery_id) do update set
                        case_number = excluded.case_number, party_id = excluded.party_id,
                        document_id = excluded.document_id, status = excluded.status, legal_date = excluded.legal_date
                """)
                .params(
                        fact.deliveryId(),
                        fact.caseNumber(),
                        fact.partyId(),
                        fact.documentId(),
                        fact.status(),
                        fact.legalDate())
                .update();
    }

    @EventListener
    void record(CaseFact.TaxCharged fact) {
        // The upsert comes first: it locks the receivable while its instalments are replaced.
        jdbc.sql("""
                insert into portal.receivable (receivable_id, case_number, tax_year, account, party_ids)
                values (?, ?, ?, ?, ?) on conflict (receivable_id) do update set
                        case_number = excluded.case_number, tax_year = excluded.tax_year,
                        account = excluded.account, party_ids = excluded.party_ids
                """)
                .params(
                        fact.receivableId(),
                        fact.caseNumber(),
                        fact.taxYear(),
                        fact.account(),
                        fact.partyIds().toArray(String[]::new))
                .update();
        jdbc.sql("delete from portal.instalment where receivable_id = ?")
                .param(fact.receivableId())
                .update();
        for (Instalment instalment : fact.instalments()) {
            jdbc.sql("insert into portal.instalment (receivable_id, number, due_on, amount) values (?, ?, ?, ?)")
                    .params(fact.receivableId(), instalment.number(), instalment.date(), instalment.amount())
                    .update();
        }
    }

    @EventListener
    void record(CaseFact.PaymentAllocated fact) {
        jdbc.sql("""
                insert into portal.payment (receivable_id, payment_id, instalment_number, paid_on, amount, interest)
                values (?, ?, ?, ?, ?, ?) on conflict (receivable_id, payment_id, instalment_number) do update set
                        paid_on = excluded.paid_on, amount = excluded.amount, interest = excluded.interest
                """)
                .params(
                        fact.receivableId(),
                        fact.paymentId(),
                        fact.instalmentNumber(),
                        fact.paidOn(),
                        fact.amount(),
                        fact.interest())
                .update();
    }

    @EventListener
    void record(CaseFact.OverpaymentRefunded fact) {
        jdbc.sql("insert into portal.refund (refund_id, case_number, ordered_on, amount, interest)"
                        + " values (?, ?, ?, ?, ?) on conflict (refund_id) do nothing")
                .params(fact.refundId(), fact.caseNumber(), fact.orderedOn(), fact.amount(), fact.interest())
                .update();
    }

    @EventListener
    void record(CaseFact.ReliefChanged fact) {
        note(
                fact.reliefCase() + "-" + fact.standing() + "-" + fact.lapsedTerms(),
                fact.caseNumber(),
                fact.receivableId(),
                fact.changedOn(),
                fact.sentence());
    }

    @EventListener
    void record(CaseFact.ArrearsWrittenOff fact) {
        note(fact.writeOffId(), fact.caseNumber(), fact.receivableId(), fact.writtenOffOn(), fact.sentence());
    }

    private void note(String id, String caseNumber, String receivableId, LocalDate day, String sentence) {
        jdbc.sql("insert into portal.ledger_note (note_id, case_number, receivable_id, noted_on, sentence)"
                        + " values (?, ?, ?, ?, ?) on conflict (note_id) do nothing")
                .params(id, caseNumber, receivableId, day, sentence)
                .update();
    }

    @EventListener
    void record(CaseFact.CaseReopened fact) {
        jdbc.sql("delete from portal.closing where case_number = ?")
                .param(fact.caseNumber())
                .update();
    }

    @EventListener
    void record(CaseFact.CaseClosed fact) {
        jdbc.sql("""
                insert into portal.closing (case_number, outcome, closed_on) values (?, ?, ?)
                on conflict (case_number) do update set outcome = excluded.outcome, closed_on = excluded.closed_on
                """).params(fact.caseNumber(), fact.outcome(), fact.closedOn()).update();
    }
}
