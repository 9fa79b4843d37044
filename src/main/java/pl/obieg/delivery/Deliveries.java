package pl.obieg.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Parties;

/** Deliveries as screens show them: the case file page, the ZPO desk. */
@Repository
@Transactional(readOnly = true)
public class Deliveries {

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Forecasts forecasts;

    Deliveries(JdbcClient jdbc, Parties parties, Forecasts forecasts) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.forecasts = forecasts;
    }

    /**
     * One delivery.
     *
     * @param addressee name; personal data
     * @param channel code, {@code null} before it was chosen
     * @param basis provision the channel was chosen by
     * @param status PREPARED, SENT, or the result of D14
     * @param reference of the last attempt, {@code null} before it was sent
     * @param legalDate {@code null} while or if there is none
     * @param forecast the computed day of an e-delivery that lies in the box, until evidence comes; else {@code null}
     */
    public record Line(
            String deliveryId,
            String caseNumber,
            String documentId,
            String addressee,
            String channel,
            String basis,
            String reason,
            String status,
            String reference,
            Instant sentAt,
            LocalDate legalDate,
            LocalDate forecast,
            List<Proof> evidence) {}

    /**
     * One piece of evidence.
     *
     * @param kind name of {@link Evidence.Kind}
     * @param documentId in the document store, or {@code null}
     */
    public record Proof(String kind, LocalDate date, String reference, String documentId, Instant receivedAt) {}

    /** A page of the register. {@code total} counts all that match. */
    public record Page(List<Line> lines, int total) {}

    /** All deliveries of a case with their evidence. */
    public List<Line> ofCase(String caseNumber) {
        return jdbc.sql(LINES + " where d.case_number = ? order by d.prepared_at, d.id")
                .param(caseNumber)
                .query(this::line)
                .list();
    }

    /** @throws IllegalArgumentException if there is none */
    public Line get(String deliveryId) {
        return jdbc.sql(LINES + " where d.id = ?")
                .param(deliveryId)
                .query(this::line)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No delivery " + deliveryId));
    }

    /**
     * Searches the register, the newest first.
     *
     * @param text part of a case number, of a dispatch number or of a name; blank for all
     * @param status blank for all
     * @param page from 0
     */
    public Page search(String text, String status, int page, int size) {
        String wanted = "%" + text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        int total = jdbc.sql("select count(*) from delivery.delivery d " + LAST_ATTEMPT + MATCHES)
                .param("text", wanted)
                .param("status", status)
                .query(Integer.class)
                .single();
        List<Line> lines = jdbc.sql(LINES + MATCHES + " order by d.prepared_at desc, d.id limit :size offset :skip")
                .param("text", wanted)
                .param("status", status)
                .param("size", size)
                .param("skip", page * size)
                .query(this::line)
                .list();
        return new Page(lines, total);
    }

    private static final String LAST_ATTEMPT = """
            left join lateral (select * from delivery.dispatch a where a.delivery_id = d.id
                               order by attempt desc limit 1) l on true
            """;

    private static final String LINES = "select d.*, l.reference, l.sent_at from delivery.delivery d " + LAST_ATTEMPT;

    private static final String MATCHES = """
             where (:status = '' or d.status = :status)
               and (lower(d.case_number) like :text or lower(coalesce(l.reference, '')) like :text
                    or d.party_id in (select id from exchange.party
                                      where lower(concat_ws(' ', first_name, last_name, name)) like :text))
            """;

    private Line line(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new Line(
                id,
                row.getString("case_number"),
                row.getString("document_id"),
                parties.get(row.getString("party_id")).displayName(),
                row.getString("channel"),
                row.getString("channel_basis"),
                row.getString("channel_reason"),
                row.getString("status"),
                row.getString("reference"),
                row.getTimestamp("sent_at") == null
                        ? null
                        : row.getTimestamp("sent_at").toInstant(),
                row.getObject("legal_date", LocalDate.class),
                electronic(row.getString("channel")) ? forecasts.of(id).orElse(null) : null,
                proofs(id));
    }

    private static boolean electronic(String channel) {
        return "ADE".equals(channel) || "ADE_QERDS".equals(channel);
    }

    private List<Proof> proofs(String deliveryId) {
        return jdbc.sql("""
                select e.* from delivery.evidence e
                join delivery.dispatch a on a.channel = e.channel and a.reference = e.dispatch_reference
                where a.delivery_id = ? and not e.withdrawn order by a.attempt, e.stated_on nulls last, e.id
                """)
                .param(deliveryId)
                .query((row, number) -> new Proof(
                        row.getString("kind"),
                        row.getObject("stated_on", LocalDate.class),
                        row.getString("dispatch_reference"),
                        row.getString("document_id"),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }
}
