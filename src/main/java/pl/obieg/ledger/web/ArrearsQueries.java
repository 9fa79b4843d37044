package pl.obieg.ledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.dunning.Dunning;

/** What the pages on arrears and debtors read. */
@Repository
class ArrearsQueries {

    /** An account with something overdue; {@code state} of its newest round, {@code null} if there is none. */
    public record Row(
            String account,
            String caseNumber,
            LocalDate since,
            BigDecimal principal,
            String state,
            String dunningCase,
            String title) {

        public String accountText() {
            return Nrb.spaced(account);
        }

        public String sinceText() {
            return Zloty.day(since);
        }

        public String principalText() {
            return Zloty.text(principal);
        }

        public String stateText() {
            return ArrearsQueries.polish(state, title);
        }
    }

    /** A round of dunning of a debtor. */
    public record Round(
            String caseNumber,
            String taxCase,
            String state,
            LocalDate foundOn,
            LocalDate deliveredOn,
            LocalDate termEndsOn,
            BigDecimal cost,
            String documentId,
            String outcome,
            String title) {

        public String stateText() {
            return outcome == null ? ArrearsQueries.polish(state, title) : outcome;
        }

        public String foundText() {
            return Zloty.day(foundOn);
        }

        public String deliveredText() {
            return Zloty.day(deliveredOn);
        }

        public String termText() {
            return Zloty.day(termEndsOn);
        }

        public String costText() {
            return cost == null ? "–" : Zloty.text(cost);
        }
    }

    /** An account a debtor answers for. */
    public record Account(String account, String caseNumber) {

        public String accountText() {
            return Nrb.spaced(account);
        }
    }

    private static final Map<String, String> ORDER = Map.of(
            "sprawa", "case_number",
            "kwota", "principal desc, case_number",
            "termin", "since, case_number");

    private static final Map<String, String> TITLES = Map.of(
            "DRAFT", "tytuł wykonawczy w przygotowaniu",
            "SENT", "tytuł wysłany do organu egzekucyjnego",
            "ACCEPTED", "egzekucja w toku",
            "REJECTED", "tytuł odrzucony przez organ",
            "PAID", "wyegzekwowano",
            "DISCONTINUED", "egzekucja umorzona",
            "WITHDRAWN", "tytuł wycofany");

    private static final String OVERDUE = """
            with overdue as (
                select r.account, min(r.case_number) as case_number, min(i.due_on) as since,
                       sum(i.amount - i.paid - i.written_off) as principal
                from ledger.instalment i join ledger.receivable r on r.id = i.receivable_id
                where i.paid + i.written_off < i.amount and i.due_on < :today
                group by r.account),
            listed as (
                select o.*, d.state, d.case_number as dunning_case,
                       (select t.state from ledger.title t where t.dunning_id = d.id order by t.number desc limit 1) as title
                from overdue o left join lateral (
                    select * from ledger.dunning x where x.account = o.account and x.closed_on is null
                    order by x.round desc limit 1) d on true
                where (:text = '' or o.case_number ilike :pattern escape '!'
                       or d.case_number ilike :pattern escape '!'
                       or o.account like replace(:pattern, ' ', '') escape '!')
                  and (:state = '' or coalesce(d.state, 'NONE') = :state))
            """;

    private final JdbcClient jdbc;

    ArrearsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String polish(String state, String title) {
        if (title != null) {
            return TITLES.getOrDefault(title, title);
        }
        return state == null ? "bez upominania" : Dunning.State.valueOf(state).polish();
    }

    List<Row> page(String text, String state, String order, LocalDate today, Paging paging) {
        return jdbc.sql(OVERDUE + " select * from listed order by " + ORDER.getOrDefault(order, ORDER.get("termin"))
                        + " limit :size offset :offset")
                .param("today", today)
                .param("text", text)
                .param("pattern", Paging.pattern(text))
                .param("state", state)
                .param("size", Paging.SIZE)
                .param("offset", paging.offset())
                .query(Row.class)
                .list();
    }

    long count(String text, String state, LocalDate today) {
        return jdbc.sql(OVERDUE + " select count(*) from listed")
                .param("today", today)
                .param("text", text)
                .param("pattern", Paging.pattern(text))
                .param("state", state)
                .query(Long.class)
                .single();
    }

    /** Who answers for the account's receivables. */
    List<String> debtors(String account) {
        return jdbc.sql("select distinct p.party_id from ledger.receivable_party p"
                        + " join ledger.receivable r on r.id = p.receivable_id where r.account = ? order by 1")
                .param(account)
                .query(String.class)
                .list();
    }

    List<Account> accounts(String partyId) {
        return jdbc.sql("select distinct r.account, r.case_number from ledger.receivable r"
                        + " join ledger.receivable_party p on p.receivable_id = r.id where p.party_id = ?"
                        + " order by r.case_number")
                .param(partyId)
                .query(Account.class)
                .list();
    }

    List<Round> rounds(String partyId) {
        return jdbc.sql("""
                select d.case_number, a.case_number as tax_case, d.state, d.found_on, d.delivered_on, d.term_ends_on,
                       c.amount as cost, d.document_id, d.outcome,
                       (select t.state from ledger.title t join ledger.title_party tp on tp.title_id = t.id
                        where t.dunning_id = d.id and tp.party_id = p.party_id order by t.number desc limit 1) as title
                from ledger.dunning_party p join ledger.dunning d on d.id = p.dunning_id
                join ledger.payer_account a on a.account = d.account
                left join ledger.collection_cost c on c.id = d.cost_id and c.lapsed_on is null
                where p.party_id = ? order by d.found_on desc, d.round desc
                """).param(partyId).query(Round.class).list();
    }
}
