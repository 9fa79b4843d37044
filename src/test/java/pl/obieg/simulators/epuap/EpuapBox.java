package pl.obieg.simulators.epuap;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.simulators.pki.TestPki;

/** The state: the queue of the office's box and the letters sent to citizens. */
@Component
class EpuapBox {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TestPki pki;
    private final Confirmations confirmations;
    private final String officeBox;

    EpuapBox(
            JdbcClient jdbc,
            Clock clock,
            TestPki pki,
            Confirmations confirmations,
            @Value("${obieg.simulators.epuap.box:/UrzadGminy/SkrytkaESP}") String officeBox) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pki = pki;
        this.confirmations = confirmations;
        this.officeBox = officeBox;
    }

    /** Who writes to the office; a body has {@code nazwa}, a person {@code imie} and {@code nazwisko}. */
    record Sender(String imie, String nazwisko, String nazwa, String pesel, String nip, String regon) {

        boolean person() {
            return nazwa == null || nazwa.isBlank();
        }

        String display() {
            return person() ? imie + " " + nazwisko : nazwa;
        }

        String subjectId() {
            return person() ? "osoba-" + pesel : "firma-" + nip;
        }
    }

    /** A document in the office's box. */
    record Incoming(
            long id,
            String box,
            Sender sender,
            String subjectId,
            String replyAddress,
            String fileName,
            String mediaType,
            byte[] content,
            byte[] extra,
            Instant sentAt,
            Instant confirmedAt) {}

    /** A letter of the office. {@code collectedAt} is {@code null} until the addressee takes it. */
    record Sent(
            String orderId,
            String documentId,
            String ownId,
            String podmiot,
            String address,
            String replyAddress,
            String caseNumber,
            String fileName,
            byte[] content,
            boolean withUpd,
            Instant sentAt,
            Instant collectedAt) {}

    String officeBox() {
        return officeBox;
    }

    /** The outside world files a document; it gets a UPP. Answers its number in the queue. */
    long file(Sender sender, String replyAddress, String fileName, byte[] content, boolean sign) {
        byte[] document =
                sign ? pki.signXml(content, pki.citizen(sender.pesel(), sender.imie(), sender.nazwisko())) : content;
        Instant now = now();
        byte[] upp =
                confirmations.upp(sender.display(), officeBox, UUID.randomUUID().toString(), now);
        return enqueue(officeBox, sender, sender.subjectId(), replyAddress, fileName, document, upp, now);
    }

    private long enqueue(
            String box,
            Sender sender,
            String subjectId,
            String replyAddress,
            String fileName,
            byte[] content,
            byte[] extra,
            Instant at) {
        return jdbc.sql("""
                insert into epuap.incoming (box, subject_id, person_kind, first_name, last_name, pesel, nip, regon,
                        reply_address, file_name, media_type, content, extra, digest, sent_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        box,
                        subjectId,
                        sender.person() ? "F" : "P",
                        sender.person() ? sender.imie() : "",
                        sender.person() ? sender.nazwisko() : sender.nazwa(),
                        sender.pesel(),
                        sender.nip(),
                        sender.regon(),
                        replyAddress,
                        fileName,
                        "application/xml",
                        content,
                        extra,
                        sha1(content),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    int waiting(String box) {
        return jdbc.sql("select count(*) from epuap.incoming where box = ? and confirmed_at is null")
                .param(box)
                .query(Integer.class)
                .single();
    }

    Optional<Incoming> first(String box) {
        return jdbc.sql("select * from epuap.incoming where box = ? and confirmed_at is null order by id limit 1")
                .param(box)
                .query(EpuapBox::incomingRow)
                .optional();
    }

    /** Takes the first document off if the digest is its own; {@code keep} only pretends to. */
    boolean confirm(String box, String digest, boolean keep) {
        Optional<Incoming> first =
                first(box).filter(document -> sha1(document.content()).equals(digest));
        if (first.isPresent() && !keep) {
            jdbc.sql("update epuap.incoming set confirmed_at = ? where id = ?")
                    .params(Timestamp.from(now()), first.get().id())
                    .update();
        }
        return first.isPresent();
    }

    /** Keeps a letter of the office; the same own id again answers the first order. */
    Sent keep(Sent letter) {
        jdbc.sql("""
                insert into epuap.outgoing values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)
                on conflict (podmiot, own_id) do nothing
                """)
                .params(
                        letter.orderId(),
                        letter.documentId(),
                        letter.ownId(),
                        letter.podmiot(),
                        letter.address(),
                        letter.replyAddress(),
                        letter.caseNumber(),
                        letter.fileName(),
                        letter.content(),
                        letter.withUpd(),
                        Timestamp.from(letter.sentAt()))
                .update();
        return jdbc.sql("select * from epuap.outgoing where podmiot = ? and (own_id = ? or order_id = ?)")
                .params(letter.podmiot(), letter.ownId(), letter.orderId())
                .query(EpuapBox::sentRow)
                .single();
    }

    /** The addressee takes the letter: a UPD goes to the office. Nothing happens the second time. */
    void collect(String orderId, boolean twice) {
        int first = jdbc.sql("update epuap.outgoing set collected_at = ? where order_id = ? and collected_at is null")
                .params(Timestamp.from(now()), orderId)
                .update();
        Sent letter = sent(orderId);
        if (first == 0 || !letter.withUpd()) {
            return;
        }
        byte[] upd = confirmations.upd(letter, now());
        Sender platform = new Sender(null, null, "ePUAP", null, null, null);
        for (int copies = twice ? 2 : 1; copies > 0; copies--) {
            enqueue(letter.replyAddress(), platform, "ePUAP", "", "UPD.xml", upd, new byte[0], now());
        }
    }

    Sent sent(String orderId) {
        return jdbc.sql("select * from epuap.outgoing where order_id = ?")
                .param(orderId)
                .query(EpuapBox::sentRow)
                .single();
    }

    List<Sent> sent() {
        return jdbc.sql("select * from epuap.outgoing order by sent_at desc limit 200")
                .query(EpuapBox::sentRow)
                .list();
    }

    List<Incoming> incoming() {
        return jdbc.sql("select * from epuap.incoming order by id desc limit 200")
                .query(EpuapBox::incomingRow)
                .list();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String sha1(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Incoming incomingRow(ResultSet row, int number) throws SQLException {
        boolean person = row.getString("person_kind").equals("F");
        Sender sender = new Sender(
                row.getString("first_name"),
                person ? row.getString("last_name") : null,
                person ? null : row.getString("last_name"),
                row.getString("pesel"),
                row.getString("nip"),
                row.getString("regon"));
        return new Incoming(
                row.getLong("id"),
                row.getString("box"),
                sender,
                row.getString("subject_id"),
                row.getString("reply_address"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getBytes("content"),
                row.getBytes("extra"),
                row.getTimestamp("sent_at").toInstant(),
                instant(row.getTimestamp("confirmed_at")));
    }

    private static Sent sentRow(ResultSet row, int number) throws SQLException {
        return new Sent(
                row.getString("order_id"),
                row.getString("document_id"),
                row.getString("own_id"),
                row.getString("podmiot"),
                row.getString("address"),
                row.getString("reply_address"),
                row.getString("case_number"),
                row.getString("file_name"),
                row.getBytes("content"),
                row.getBoolean("with_upd"),
                row.getTimestamp("sent_at").toInstant(),
                instant(row.getTimestamp("collected_at")));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
