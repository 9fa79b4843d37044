package pl.obieg.simulators.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters as the post sees them. What was planned happens when the clock gets there. */
@Repository("postShipments")
public class Shipments {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final JdbcClient jdbc;
    private final Clock clock;

    Shipments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One letter. {@code status} by statusEPOEnum, {@code receiver} and {@code reason} by the enumerations of EN. */
    public record Shipment(
            String guid,
            String number,
            String addressee,
            String address,
            String signature,
            String rules,
            Integer envelopeId,
            String plan,
            String status,
            LocalDate firstNoticeOn,
            LocalDate secondNoticeOn,
            OffsetDateTime endedAt,
            String receiver,
            String receiverName,
            String reason) {}

    /** Adds a letter to the buffer; a known guid gets its first number again. */
    synchronized String add(
            String guid, String addressee, String address, String signature, String rules, boolean epo) {
        Optional<String> known = jdbc.sql("select number from post.shipment where guid = ?")
                .param(guid)
                .query(String.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        String number = RegisteredNumber.of(
                jdbc.sql("select nextval('post.serial')").query(Long.class).single());
        jdbc.sql("""
                insert into post.shipment (guid, number, addressee, address, signature, rules, epo)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(guid, number, addressee, address, signature, rules, epo)
                .update();
        return number;
    }

    void clearBuffer() {
        jdbc.sql("delete from post.shipment where envelope_id is null").update();
    }

    List<Shipment> buffer() {
        return list("envelope_id is null");
    }

    /** Hands the buffer over; empty if there is nothing in it. */
    synchronized Optional<Integer> sendEnvelope(String auto) {
        if (buffer().isEmpty()) {
            return Optional.empty();
        }
        int id = jdbc.sql("insert into post.envelope (sent_on) values (?) returning id")
                .param(today())
                .query(Integer.class)
                .single();
        List<Shipment> letters = buffer();
        jdbc.sql("update post.shipment set envelope_id = ? where envelope_id is null")
                .param(id)
                .update();
        letters.forEach(letter -> plan(letter.guid(), auto));
        return Optional.of(id);
    }

    /** {@code DELIVERED}, {@code REFUSED}: at once; {@code DEEMED}: notices and return by the calendar. */
    void plan(String guid, String plan) {
        switch (plan) {
            case "DELIVERED" -> deliver(guid, "ADRESAT");
            case "REFUSED" -> giveBack(guid, "ODMOWA");
            default -> {
                jdbc.sql("update post.shipment set plan = ?, plan_from = ? where guid = ?")
                        .params(plan, today(), guid)
                        .update();
                letTimePass();
            }
        }
    }

    void deliver(String guid, String receiver) {
        jdbc.sql("""
                update post.shipment set status = 'DORECZONA', receiver = ?, receiver_name = addressee, ended_at = ?,
                       plan = 'OFF'
                where guid = ? and ended_at is null
                """).params(receiver, now(), guid).update();
    }

    void giveBack(String guid, String reason) {
        jdbc.sql("""
                update post.shipment set status = 'ZWROT', reason = ?, ended_at = ?, plan = 'OFF'
                where guid = ? and ended_at is null
                """).params(reason, now(), guid).update();
    }

    void firstNotice(String guid) {
        jdbc.sql("update post.shipment set status = 'AWIZO', first_notice_on = ? where guid = ? and ended_at is null")
                .params(today(), guid)
                .update();
    }

    void secondNotice(String guid) {
        jdbc.sql("""
                update post.shipment set status = 'PONOWNE_AWIZO', second_notice_on = ?
                where guid = ? and ended_at is null and first_notice_on is not null
                """).params(today(), guid).update();
    }

    List<Integer> envelopes(LocalDate from, LocalDate to) {
        return jdbc.sql("select id from post.envelope where sent_on between ? and ? order by id desc")
                .params(from, to)
                .query(Integer.class)
                .list();
    }

    List<Shipment> inEnvelope(int id) {
        return list("envelope_id = " + id);
    }

    /** All letters, the newest first. */
    public List<Shipment> all() {
        letTimePass();
        return list("true");
    }

    /** Puts planned notices and returns into effect whose day has come. */
    private void letTimePass() {
        LocalDate today = today();
        jdbc.sql("""
                update post.shipment set status = 'AWIZO', first_notice_on = plan_from
                where plan = 'DEEMED' and first_notice_on is null
                """).update();
        jdbc.sql("""
                update post.shipment set status = 'PONOWNE_AWIZO', second_notice_on = first_notice_on + 7
                where plan = 'DEEMED' and second_notice_on is null and first_notice_on + 7 <= ?
                """).param(today).update();
        jdbc.sql("""
                update post.shipment set status = 'ZWROT', reason = 'ADRESAT_NIE_PODJAL', plan = 'OFF',
                       ended_at = (first_notice_on + 15 + time '10:00') at time zone 'Europe/Warsaw'
                where plan = 'DEEMED' and first_notice_on + 15 <= ?
                """).param(today).update();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WARSAW);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private List<Shipment> list(String condition) {
        return jdbc.sql("select * from post.shipment where " + condition + " order by number desc")
                .query(Shipments::row)
                .list();
    }

    private static Shipment row(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Shipment(
                row.getString("guid"),
                row.getString("number"),
                row.getString("addressee"),
                row.getString("address"),
                row.getString("signature"),
                row.getString("rules"),
                row.getObject("envelope_id", Integer.class),
                row.getString("plan"),
                row.getString("status"),
                row.getObject("first_notice_on", LocalDate.class),
                row.getObject("second_notice_on", LocalDate.class),
                ended == null ? null : ended.toInstant().atZone(WARSAW).toOffsetDateTime(),
                row.getString("receiver"),
                row.getString("receiver_name"),
                row.getString("reason"));
    }
}
