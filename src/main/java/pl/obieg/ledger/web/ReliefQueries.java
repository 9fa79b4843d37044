package pl.obieg.ledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.Parties;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;

/** The yearly list of reliefs above the dated limit (500 zł; ustawa o finansach publicznych art. 37 ust. 1 pkt 2 lit. f). */
@Repository
class ReliefQueries {

    /** Somebody whose reliefs of the year exceed the limit; sums in zł. */
    public record ListedRelief(String name, BigDecimal total, BigDecimal remitted, String ground) {

        public String totalText() {
            return Zloty.text(total.setScale(2));
        }

        public String remittedText() {
            return Zloty.text(remitted.setScale(2));
        }
    }

    private record Row(String partyId, BigDecimal total, BigDecimal remitted, String ground) {}

    private static final int FIRST_LIST = 2010;
    private static final int LAST_YEAR = 9999;

    private final JdbcClient jdbc;
    private final Parties parties;
    private final LegalFigures law;

    ReliefQueries(JdbcClient jdbc, Parties parties, LegalFigures law) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.law = law;
    }

    /** Above this sum of the year, zł; the list begins with the act, in 2010. */
    BigDecimal limit(int year) {
        return law.on(LocalDate.of(Math.max(FIRST_LIST, Math.min(year, LAST_YEAR)), 12, 31), Figure.ULGI_DO_WYKAZU);
    }

    /** Those whom the law lists, by name; others are not even read. */
    List<ListedRelief> listed(int year) {
        return jdbc.sql("""
                select p.party_id, sum(g.total) as total, sum(g.remitted) as remitted,
                    coalesce(string_agg(distinct case g.ground when 'TAXPAYER_INTEREST' then 'ważny interes podatnika'
                        when 'PUBLIC_INTEREST' then 'interes publiczny' end, ', ') filter (where g.remitted > 0), '')
                        as ground
                from (select r.receivable_id, r.ground, r.remitted,
                        r.remitted + (select coalesce(sum(x.principal), 0) from ledger.relief_piece x
                            where x.relief_id = r.id) as total
                    from ledger.relief r
                    where r.status in ('GRANTED', 'KEPT', 'LAPSED')
                        and extract(year from r.effective_on) = ?) g
                join ledger.receivable_party p on p.receivable_id = g.receivable_id
                group by p.party_id having sum(g.total) > ?
                """).params(year, limit(year)).query(Row.class).list().stream()
                .map(row -> new ListedRelief(
                        parties.get(row.partyId()).displayName(), row.total(), row.remitted(), row.ground()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }
}
