package pl.obieg.ledger.enforcement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.dunning.Dunnings.Debtor;

/** Titles with their debtors and the notices owed to the enforcement office. */
@Repository
class Titles {

    static final String LEGAL_BASIS =
            "art. 3 § 1 i art. 27 ustawy z dnia 17 czerwca 1966 r. o postępowaniu egzekucyjnym w administracji";

    private static final String SELECT = """
            select id, dunning_id, number, spouses, state, prepared_on, letter_id, document_id, etw, etw_version, sent_on,
                   office_reference, office_reason
            from ledger.title
            """;

    private final JdbcClient jdbc;

    Titles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a title came. */
    enum State {
        DRAFT,
        SENT,
        ACCEPTED,
        REJECTED,
        PAID,
        DISCONTINUED,
        WITHDRAWN;

        /** Whether the enforcement office works on it or may begin to. */
        boolean withOffice() {
            return this == SENT || this == ACCEPTED;
        }
    }

    record Title(
            String id,
            String dunningId,
            String number,
            boolean spouses,
            State state,
            LocalDate preparedOn,
            String letterId,
            String documentId,
            String etw,
            int etwVersion,
            LocalDate sentOn,
            String officeReference,
            String officeReason) {}

    /** What the office is told (ARR-09). */
    enum NoticeKind {
        /** Paid to the creditor. */
        PAYMENT("WPLATA"),
        /** The title lost its ground, or nothing of it is owed any more. */
        WITHDRAWAL("WYCOFANIE"),
        /** New terms were granted: what they cover is not enforced (UPEA art. 56 §1 pkt 1). */
        SUSPENSION("ZAWIESZENIE"),
        /** The new terms were not kept, so it is enforced again (UPEA art. 57). */
        RESUMPTION("PODJECIE"),
        /** Part was remitted or its tax lowered. */
        REDUCTION("ZMNIEJSZENIE");

        private final String inXml;

        NoticeKind(String inXml) {
            this.inXml = inXml;
        }

        String inXml() {
            return inXml;
        }
    }

    /**
     * What the office must be told (ARR-09).
     *
     * @param amount paid, suspended or resumed, zł; {@code null} for a withdrawal or reduction
     * @param arrears principal and interest to be enforced from now on, zł
     */
    record Notice(
            String id, String titleId, NoticeKind kind, BigDecimal amount, LocalDate statedOn, BigDecimal arrears) {}

    /** A new title in draft, numbered {@code TW-2026-000001}. */
    String prepare(String dunningId, Collection<String> partyIds, boolean spouses, LocalDate today) {
        String id = UUID.randomUUID().toString();
        long next = jdbc.sql("select nextval('ledger.title_number')")
                .query(Long.class)
                .single();
        jdbc.sql("insert into ledger.title (id, dunning_id, number, spouses, state, prepared_on)"
                        + " values (?, ?, ?, ?, 'DRAFT', ?)")
                .params(id, dunningId, "TW-%d-%06d".formatted(today.getYear(), next), spouses, today)
                .update();
        partyIds.forEach(partyId -> jdbc.sql("insert into ledger.title_party (title_id, party_id) values (?, ?)")
                .params(id, partyId)
                .update());
        return id;
    }

    Title get(String id) {
        return find("where id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No title " + id));
    }

    Title lock(String id) {
        return find("where id = ? for update", id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No title " + id));
    }

    Optional<Title> byNumber(String number) {
        return find("where number = ? for update", number).stream().findFirst();
    }

    List<Title> ofDunning(String dunningId) {
        return find("where dunning_id = ? order by number", dunningId);
    }

    /** Titles in work whose dues include the instalment, or the one it was taken from by a relief. */
    List<Title> inWork(String receivableId, int instalment) {
        return jdbc.sql(SELECT + """
                where state in ('DRAFT', 'SENT', 'ACCEPTED') and exists (select from ledger.dunning_due x
                    join ledger.instalment i on i.receivable_id = x.receivable_id and i.number = :number
                    where x.dunning_id = title.dunning_id and x.receivable_id = :receivable
                      and x.instalment_number = ledger.root_instalment(i.receivable_id, i.number)) order by number
                """)
                .param("receivable", receivableId)
                .param("number", instalment)
                .query(Title.class)
                .list();
    }

    /** Titles in work whose dues include the receivable. */
    List<Title> inWork(String receivableId) {
        return find(
                "where state in ('DRAFT', 'SENT', 'ACCEPTED') and exists (select from ledger.dunning_due x"
                        + " where x.dunning_id = title.dunning_id and x.receivable_id = ?) order by number",
                receivableId);
    }

    /** Titles of the round in work that name the party. */
    List<Title> inWork(Dunning dunning, String partyId) {
        return jdbc.sql(SELECT + """
                where dunning_id = ? and state in ('DRAFT', 'SENT', 'ACCEPTED') and exists (
                    select from ledger.title_party p where p.title_id = title.id and p.party_id = ?) order by number
                """)
                .params(dunning.id(), partyId)
                .query(Title.class)
                .list();
    }

    /** When the upomnienie came to each debtor of the title; without a day it did not (UPEA art. 15 §1). */
    List<Debtor> called(String id) {
        return jdbc.sql("""
                select p.party_id, d.delivered_on from ledger.title t
                join ledger.title_party p on p.title_id = t.id
                left join ledger.dunning_party d on d.dunning_id = t.dunning_id and d.party_id = p.party_id
                where t.id = ? order by p.party_id
                """).param(id).query(Debtor.class).list();
    }

    /** Whether the upomnienie came to every debtor of the title. */
    boolean allCalled(String id) {
        return called(id).stream().allMatch(debtor -> debtor.deliveredOn() != null);
    }

    List<String> partyIds(String id) {
        return jdbc.sql("select party_id from ledger.title_party where title_id = ? order by party_id")
                .param(id)
                .query(String.class)
                .list();
    }

    void drafted(String id, String letterId, String etw, int version) {
        jdbc.sql("update ledger.title set state = 'DRAFT', letter_id = ?, etw = ?, etw_version = ? where id = ?")
                .params(letterId, etw, version, id)
                .update();
    }

    void sent(String id, String documentId, String reference, LocalDate today) {
        jdbc.sql("update ledger.title set state = 'SENT', document_id = ?, office_reference = ?, sent_on = ?,"
                        + " office_reason = null where id = ?")
                .params(documentId, reference, today, id)
                .update();
    }

    void state(String id, State state, String reason) {
        jdbc.sql("update ledger.title set state = ?, office_reason = ? where id = ?")
                .params(state.name(), reason, id)
                .update();
    }

    void close(String id, State state, LocalDate closedOn) {
        jdbc.sql("update ledger.title set state = ?, closed_on = ? where id = ?")
                .params(state.name(), closedOn, id)
                .update();
    }

    /** @return false if it is known already */
    boolean owe(
            String titleId, NoticeKind kind, String cause, BigDecimal amount, LocalDate statedOn, BigDecimal arrears) {
        return jdbc.sql("""
                insert into ledger.enforcement_notice (id, title_id, kind, cause, amount, stated_on, arrears)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (title_id, kind, cause) do nothing
                """)
                        .params(UUID.randomUUID().toString(), titleId, kind.name(), cause, amount, statedOn, arrears)
                        .update()
                == 1;
    }

    List<Notice> owed(String titleId) {
        return jdbc.sql("select id, title_id, kind, amount, stated_on, arrears from ledger.enforcement_notice"
                        + " where title_id = ? and sent_on is null order by stated_on, id")
                .param(titleId)
                .query(Notice.class)
                .list();
    }

    /** Whether the office was told, or is to be told, to suspend it. */
    boolean suspended(String titleId) {
        return jdbc.sql(
                        "select exists (select from ledger.enforcement_notice where title_id = ? and kind = 'SUSPENSION')")
                .param(titleId)
                .query(Boolean.class)
                .single();
    }

    /** Number of the instalment the paid one was taken from by a relief, else its own. */
    int origin(CaseFact.PaymentAllocated fact) {
        return jdbc.sql("select ledger.root_instalment(?, ?)")
                .params(fact.receivableId(), fact.instalmentNumber())
                .query(Integer.class)
                .single();
    }

    void told(String noticeId, LocalDate today) {
        jdbc.sql("update ledger.enforcement_notice set sent_on = ? where id = ?")
                .params(today, noticeId)
                .update();
    }

    private List<Title> find(String where, Object value) {
        return jdbc.sql(SELECT + where).param(value).query(Title.class).list();
    }
}
