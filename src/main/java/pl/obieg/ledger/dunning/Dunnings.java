package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.dunning.Dunning.DueKey;
import pl.obieg.ledger.dunning.Dunning.State;

/** Rounds of dunning with their dues and debtors. */
@Repository
public class Dunnings {

    private static final String SELECT = """
            select id, account, round, case_number, state, found_on, letter_id, document_id, issued_on, delivered_on,
                   term_ends_on, cost_id, redated, closed_on
            from ledger.dunning d
            """;

    private final JdbcClient jdbc;

    Dunnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A debtor of a round; {@code deliveredOn} is the legal date, {@code null} while not delivered. */
    public record Debtor(String partyId, LocalDate deliveredOn) {}

    /** Opens the next round of the account. */
    Dunning open(String account, Collection<DueKey> dues, Collection<String> partyIds, LocalDate today) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into ledger.dunning (id, account, round, state, found_on)
                select :id, :account, coalesce(max(round), 0) + 1, 'FOUND', :today
                from ledger.dunning where account = :account
                """)
                .param("id", id)
                .param("account", account)
                .param("today", today)
                .update();
        for (DueKey due : dues) {
            jdbc.sql("insert into ledger.dunning_due (dunning_id, receivable_id, instalment_number) values (?, ?, ?)")
                    .params(id, due.receivableId(), due.instalmentNumber())
                    .update();
        }
        for (String partyId : partyIds) {
            jdbc.sql("insert into ledger.dunning_party (dunning_id, party_id) values (?, ?)")
                    .params(id, partyId)
                    .update();
        }
        return get(id);
    }

    /** @throws IllegalArgumentException if there is none */
    public Dunning get(String id) {
        return find("where d.id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No dunning " + id));
    }

    /** As {@link #get}, held until the end of the transaction. */
    public Dunning lock(String id) {
        return find("where d.id = ? for update", id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No dunning " + id));
    }

    /** Open rounds that the receivable belongs to. */
    List<Dunning> openWith(String receivableId) {
        return find(
                "where d.closed_on is null and exists (select from ledger.dunning_due x"
                        + " where x.dunning_id = d.id and x.receivable_id = ?) order by d.id",
                receivableId);
    }

    Optional<Dunning> ofLetter(String letterId) {
        return find("where d.letter_id = ?", letterId).stream().findFirst();
    }

    /** Rounds that the upomnienie was issued in or that go on from it. */
    public List<Dunning> ofDocument(String documentId) {
        return find("where d.document_id = ? order by d.round", documentId);
    }

    /** The case the upomnienie was issued in. */
    public String reference(Dunning dunning) {
        return dunning.documentId() == null
                ? dunning.caseNumber()
                : jdbc.sql("select case_number from ledger.dunning where document_id = ? order by round limit 1")
                        .param(dunning.documentId())
                        .query(String.class)
                        .single();
    }

    /** The receivable of the latest due of the round that was overdue on the day by what had been paid before it. */
    Optional<String> owedBefore(String id, LocalDate day) {
        return jdbc.sql("""
                select i.receivable_id from ledger.dunning_due x
                join ledger.instalment i on i.receivable_id = x.receivable_id and i.number = x.instalment_number
                where x.dunning_id = :id and i.due_on < :day and i.amount - i.written_off > coalesce((
                    select sum(a.amount) from ledger.allocation a join ledger.payment p on p.id = a.payment_id
                    where a.receivable_id = i.receivable_id and a.instalment_number = i.number
                      and a.kind = 'PRINCIPAL' and a.reversed_at is null and p.paid_on < :day), 0)
                order by i.due_on desc, i.number desc limit 1
                """)
                .param("id", id)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    Optional<Dunning> openOfCase(String caseNumber) {
        return find("where d.closed_on is null and d.case_number = ?", caseNumber).stream()
                .findFirst();
    }

    /** The dues it is about. */
    public Set<DueKey> dues(String id) {
        return jdbc
                .sql("select receivable_id, instalment_number from ledger.dunning_due where dunning_id = ?")
                .param(id)
                .query(DueKey.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Whom it concerns. */
    public List<Debtor> debtors(String id) {
        return jdbc.sql("select party_id, delivered_on from ledger.dunning_party where dunning_id = ?"
                        + " order by party_id")
                .param(id)
                .query(Debtor.class)
                .list();
    }

    /** Whether by the due dates as they are now nothing of the round was overdue when its upomnienie was issued. */
    public boolean isPremature(Dunning dunning) {
        return dunning.issuedOn() != null
                && !jdbc.sql("select exists (select from ledger.dunning_due x join ledger.instalment i"
                                + " on i.receivable_id = x.receivable_id and i.number = x.instalment_number"
                                + " where x.dunning_id = ? and i.due_on < ?)")
                        .params(dunning.id(), dunning.issuedOn())
                        .query(Boolean.class)
                        .single();
    }

    void inCase(String id, String caseNumber) {
        jdbc.sql("update ledger.dunning set case_number = ? where id = ?")
                .params(caseNumber, id)
                .update();
    }

    /** A new draft; deliveries of an earlier letter no longer count. */
    void drafted(String id, String letterId) {
        jdbc.sql("update ledger.dunning set letter_id = ?, document_id = null, issued_on = null, state = 'FOUND'"
                        + " where id = ?")
                .params(letterId, id)
                .update();
        jdbc.sql("update ledger.dunning_party set delivered_on = null where dunning_id = ?")
                .param(id)
                .update();
    }

    void issued(String id, String documentId, LocalDate issuedOn) {
        jdbc.sql("update ledger.dunning set state = 'ISSUED', document_id = ?, issued_on = ? where id = ?")
                .params(documentId, issuedOn, id)
                .update();
    }

    void delivered(String id, String partyId, LocalDate legalDate) {
        jdbc.sql("update ledger.dunning_party set delivered_on = ? where dunning_id = ? and party_id = ?")
                .params(legalDate, id, partyId)
                .update();
    }

    void delivered(String id, LocalDate deliveredOn, LocalDate termEndsOn, String costId) {
        jdbc.sql("update ledger.dunning set state = 'DELIVERED', delivered_on = ?, term_ends_on = ?, cost_id = ?"
                        + " where id = ?")
                .params(deliveredOn, termEndsOn, costId, id)
                .update();
    }

    /** Its delivery was found defective and it is delivered anew. */
    void again(String id) {
        jdbc.sql("update ledger.dunning set state = case when closed_on is null then 'AGAIN' else state end,"
                        + " delivered_on = null, term_ends_on = null, cost_id = null where id = ?")
                .param(id)
                .update();
    }

    /**
     * Opens a round for dues that an upomnienie called already in another round: it goes on from there, without a second
     * upomnienie and its cost.
     */
    Dunning openCalled(String calledId, Collection<DueKey> dues, LocalDate today) {
        Dunning called = get(calledId);
        List<Debtor> debtors = debtors(calledId);
        Dunning next = open(
                called.account(), dues, debtors.stream().map(Debtor::partyId).toList(), today);
        jdbc.sql("""
                update ledger.dunning d set state = 'DELIVERED', letter_id = c.letter_id, document_id = c.document_id,
                    issued_on = c.issued_on, delivered_on = c.delivered_on, term_ends_on = c.term_ends_on,
                    cost_id = c.cost_id
                from ledger.dunning c where c.id = ? and d.id = ?
                """).params(calledId, next.id()).update();
        debtors.stream()
                .filter(debtor -> debtor.deliveredOn() != null)
                .forEach(debtor -> delivered(next.id(), debtor.partyId(), debtor.deliveredOn()));
        return get(next.id());
    }

    void undelivered(String id) {
        state(id, State.UNDELIVERED);
    }

    void state(String id, State state) {
        jdbc.sql("update ledger.dunning set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    void redated(String id) {
        jdbc.sql("update ledger.dunning set redated = true where id = ?")
                .param(id)
                .update();
    }

    void close(String id, LocalDate closedOn, String outcome) {
        jdbc.sql("update ledger.dunning set closed_on = ?, outcome = ?,"
                        + " state = case when state = 'WITHDRAWN' then state else 'CLOSED' end where id = ?")
                .params(closedOn, outcome, id)
                .update();
    }

    /** The same dues are left alone until the day. */
    public void rest(String id, LocalDate until) {
        jdbc.sql("update ledger.dunning set rests_until = ? where id = ?")
                .params(until, id)
                .update();
    }

    private List<Dunning> find(String where, Object value) {
        return jdbc.sql(SELECT + where).param(value).query(Dunning.class).list();
    }
}
