package pl.obieg.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.law.Allocation.CostPart;
import pl.obieg.ledger.law.Allocation.DuePart;

/** What payers owe: receivables (przypisy) with their instalments, in zł. */
@Repository
class Receivables {

    /**
     * A receivable to be written.
     *
     * @param legalDate {@code null} for self-assessment
     * @param planned instalments with the dates of the tax act
     * @param instalments the same with their due dates
     */
    record Charge(
            String id,
            String caseNumber,
            String assessmentId,
            int taxYear,
            String regime,
            String account,
            LocalDate legalDate,
            List<String> partyIds,
            List<Instalment> planned,
            List<Instalment> instalments) {

        BigDecimal total() {
            return instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Receivables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The receivable of an assessment. */
    Optional<String> of(String caseNumber, String assessmentId) {
        return jdbc.sql("select id from ledger.receivable where case_number = ? and assessment_id = ?")
                .params(caseNumber, assessmentId)
                .query(String.class)
                .optional();
    }

    /** Cases of corrections of a declared or determined tax that wait for it to be paid. */
    List<String> correctedIn(String receivableId) {
        return jdbc.sql("select distinct c.change_case from ledger.correction c join ledger.receivable r"
                        + " on r.id = c.receivable_id where r.id = ? and r.regime <> 'DECISION' order by 1")
                .param(receivableId)
                .query(String.class)
                .list();
    }

    /** The account the receivable is paid to. */
    PayerAccount accountOf(String receivableId) {
        return jdbc.sql("select a.account, a.case_number from ledger.payer_account a"
                        + " join ledger.receivable r on r.account = a.account where r.id = ?")
                .param(receivableId)
                .query(PayerAccount.class)
                .single();
    }

    /** Prolongation fees that are not paid, zł. */
    BigDecimal openFees(String receivableId) {
        return jdbc.sql("select coalesce(sum(amount - paid - written_off), 0) from ledger.instalment"
                        + " where receivable_id = ? and kind = 'FEE'")
                .param(receivableId)
                .query(BigDecimal.class)
                .single();
    }

    /** The receivable as it stands, for those who keep a copy of its instalments. */
    Optional<CaseFact.TaxCharged> charged(String receivableId) {
        record Row(String caseNumber, int taxYear, String account) {}
        return jdbc.sql("select case_number, tax_year, account from ledger.receivable where id = ?")
                .param(receivableId)
                .query(Row.class)
                .optional()
                .map(row -> new CaseFact.TaxCharged(
                        row.caseNumber(),
                        receivableId,
                        row.taxYear(),
                        row.account(),
                        jdbc.sql("select party_id from ledger.receivable_party where receivable_id = ? order by 1")
                                .param(receivableId)
                                .query(String.class)
                                .list(),
                        jdbc.sql("select number, due_on as date, amount - written_off as amount"
                                        + " from ledger.instalment where receivable_id = ? and amount > written_off"
                                        + " order by due_on, number")
                                .param(receivableId)
                                .query(Instalment.class)
                                .list()));
    }

    /** Numbers of the instalments that are tax, not interest or fee of a relief. */
    Set<Integer> taxNumbers(String receivableId) {
        return Set.copyOf(jdbc.sql("select number from ledger.instalment where receivable_id = ? and kind = 'TAX'")
                .param(receivableId)
                .query(Integer.class)
                .list());
    }

    boolean anyOn(String account) {
        return jdbc.sql("select exists (select from ledger.receivable where account = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** Of the receivables of the account that have an instalment of the number, an open one, else the earliest due. */
    Optional<String> withInstalment(String account, int number) {
        return jdbc.sql("select r.id from ledger.receivable r join ledger.instalment i on i.receivable_id = r.id"
                        + " where r.account = ? and i.number = ? order by i.paid + i.written_off >= i.amount, i.due_on,"
                        + " r.id limit 1")
                .params(account, number)
                .query(String.class)
                .optional();
    }

    /** Receivables of the account. */
    List<String> on(String account) {
        return jdbc.sql("select id from ledger.receivable where account = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    /** As if nothing had been paid yet; to be followed by {@link Settlement#setAgain}. */
    void clear(String account) {
        jdbc.sql("update ledger.instalment i set paid = 0, interest_paid = 0, reduced_rate = false"
                        + " from ledger.receivable r"
                        + " where r.id = i.receivable_id and r.account = ?")
                .param(account)
                .update();
        jdbc.sql("update ledger.collection_cost c set paid = 0 from ledger.receivable r"
                        + " where r.id = c.receivable_id and r.account = ?")
                .param(account)
                .update();
        jdbc.sql("update ledger.receivable r set balance = charged - coalesce((select sum(i.written_off)"
                        + " from ledger.instalment i where i.receivable_id = r.id), 0) where account = ?")
                .param(account)
                .update();
    }

    /** What is owed again is not settled any more. @return the receivables that were settled */
    List<String> openAgain(String account) {
        return jdbc.sql("update ledger.receivable set settled_at = null"
                        + " where account = ? and balance > 0 and settled_at is not null returning id")
                .param(account)
                .query(String.class)
                .list();
    }

    void insert(Charge charge) {
        jdbc.sql("""
                insert into ledger.receivable (id, case_number, assessment_id, tax_year, regime, account, legal_date,
                        charged, balance, charged_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        charge.id(),
                        charge.caseNumber(),
                        charge.assessmentId(),
                        charge.taxYear(),
                        charge.regime(),
                        charge.account(),
                        charge.legalDate(),
                        charge.total(),
                        charge.total(),
                        Timestamp.from(clock.instant()))
                .update();
        setParties(charge.id(), charge.partyIds());
        for (int i = 0; i < charge.instalments().size(); i++) {
            Instalment instalment = charge.instalments().get(i);
            jdbc.sql("insert into ledger.instalment (receivable_id, number, calendar_on, due_on, amount)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            charge.id(),
                            instalment.number(),
                            charge.planned().get(i).date(),
                            instalment.date(),
                            instalment.amount())
                    .update();
        }
    }

    Set<String> parties(String receivableId) {
        return Set.copyOf(jdbc.sql("select party_id from ledger.receivable_party where receivable_id = ?")
                .param(receivableId)
                .query(String.class)
                .list());
    }

    void setParties(String receivableId, List<String> partyIds) {
        jdbc.sql("delete from ledger.receivable_party where receivable_id = ?")
                .param(receivableId)
                .update();
        for (String partyId : partyIds) {
            jdbc.sql("insert into ledger.receivable_party (receivable_id, party_id) values (?, ?)"
                            + " on conflict do nothing")
                    .params(receivableId, partyId)
                    .update();
        }
    }

    void pay(DuePart part) {
        jdbc.sql("update ledger.instalment set paid = paid + ?, interest_paid = interest_paid + ?"
                        + " where receivable_id = ? and number = ?")
                .params(
                        part.principal(),
                        part.interest(),
                        part.due().receivableId(),
                        part.due().number())
                .update();
        jdbc.sql("update ledger.receivable set balance = balance - ? where id = ?")
                .params(part.principal(), part.due().receivableId())
                .update();
    }

    void pay(CostPart part) {
        jdbc.sql("update ledger.collection_cost set paid = paid + ? where id = ?")
                .params(part.amount(), part.cost().id())
                .update();
    }

    /**
     * Nothing is left of the principal; since a due is closed only with its interest (D10), none of that is left either.
     *
     * @return true if this call is the one that found it paid in full
     */
    boolean settleIfPaid(String receivableId) {
        return jdbc.sql(
                                "update ledger.receivable set settled_at = ? where id = ? and balance = 0 and settled_at is null")
                        .params(Timestamp.from(clock.instant()), receivableId)
                        .update()
                == 1;
    }
}
