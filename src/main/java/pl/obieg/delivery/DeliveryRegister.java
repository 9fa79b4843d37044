package pl.obieg.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Address;

/** The register of deliveries: one row per addressee, one per attempt. */
@Repository
public class DeliveryRegister {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters a delivery unless the same document goes to the same party in the case already; returns its id. */
    @Transactional
    public String prepare(String caseNumber, String documentId, String partyId) {
        jdbc.sql("""
                insert into delivery.delivery (id, case_number, document_id, party_id, prepared_at)
                values (?, ?, ?, ?, ?) on conflict (case_number, document_id, party_id) do nothing
                """)
                .params(UUID.randomUUID().toString(), caseNumber, documentId, partyId, now())
                .update();
        return jdbc.sql("select id from delivery.delivery where case_number = ? and document_id = ? and party_id = ?")
                .params(caseNumber, documentId, partyId)
                .query(String.class)
                .single();
    }

    /** @throws IllegalArgumentException if there is none */
    public Delivery get(String id) {
        return jdbc.sql("select * from delivery.delivery where id = ?")
                .param(id)
                .query(DeliveryRegister::row)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No delivery " + id));
    }

    void foundAddresses(String id, String ade, String applicationAde, String epuap) {
        jdbc.sql("update delivery.delivery set ade_address = ?, application_ade = ?, epuap_address = ? where id = ?")
                .params(ade, applicationAde, epuap, id)
                .update();
    }

    /** Records the channel of the coming attempt; what an attempt before it led to no longer holds. */
    void chooseChannel(String id, String channel, String basis, String reason) {
        jdbc.sql("""
                update delivery.delivery set channel = ?, channel_basis = ?, channel_reason = ?,
                       status = 'PREPARED', legal_date = null, concluded_at = null, concluded_from = null,
                       closed_at = null
                where id = ?
                """).params(channel, basis, reason, id).update();
    }

    /** Enters an attempt that the channel has accepted; the same reference is entered once. */
    void dispatched(String id, String channel, String reference) {
        int entered = jdbc.sql("""
                insert into delivery.dispatch (delivery_id, attempt, channel, reference, sent_at)
                select ?, coalesce(max(attempt), 0) + 1, ?, ?, ? from delivery.dispatch where delivery_id = ?
                on conflict (channel, reference) do nothing
                """).params(id, channel, reference, now(), id).update();
        if (entered == 1) {
            jdbc.sql("update delivery.delivery set status = 'SENT' where id = ?")
                    .param(id)
                    .update();
        }
    }

    void concluded(String id, String status, LocalDate legalDate) {
        jdbc.sql("update delivery.delivery set status = ?, legal_date = ?, concluded_at = ? where id = ?")
                .params(status, legalDate, now(), id)
                .update();
    }

    void concludedFrom(String id, String mark) {
        jdbc.sql("update delivery.delivery set concluded_from = ? where id = ?")
                .params(mark, id)
                .update();
    }

    /** Counts that the other systems are told of the attempt; answers which time it is. */
    int told(long dispatchId) {
        return jdbc.sql("update delivery.dispatch set revision = revision + 1 where id = ? returning revision")
                .param(dispatchId)
                .query(Integer.class)
                .single();
    }

    /** Attempts of a delivery, the oldest first. */
    public List<Dispatch> dispatches(String deliveryId) {
        return jdbc.sql("select * from delivery.dispatch where delivery_id = ? order by attempt")
                .param(deliveryId)
                .query(DeliveryRegister::dispatch)
                .list();
    }

    Optional<Dispatch> dispatch(String channel, String reference) {
        return jdbc.sql("select * from delivery.dispatch where channel = ? and reference = ?")
                .params(channel, reference)
                .query(DeliveryRegister::dispatch)
                .optional();
    }

    void announced(long dispatchId, boolean effective) {
        jdbc.sql("update delivery.dispatch set announced = announced + 1, announced_effective = ? where id = ?")
                .params(effective, dispatchId)
                .update();
    }

    /**
     * How a letter was made.
     *
     * @param massIssued in a series, not in a single case
     * @param issuedAutomatically nobody of the staff took part (SG-03)
     */
    record Making(boolean massIssued, boolean issuedAutomatically, java.time.Instant preparedAt) {}

    Making making(String id) {
        return jdbc.sql("select mass_issued, issued_automatically, prepared_at from delivery.delivery where id = ?")
                .param(id)
                .query((row, number) -> new Making(
                        row.getBoolean(1),
                        row.getBoolean(2),
                        row.getTimestamp(3).toInstant()))
                .single();
    }

    void made(String id, boolean massIssued, boolean automatically) {
        jdbc.sql("update delivery.delivery set mass_issued = ?, issued_automatically = ? where id = ?")
                .params(massIssued, automatically, id)
                .update();
    }

    void isOfKind(String documentId, LetterKind kind) {
        jdbc.sql("insert into delivery.letter_kind values (?, ?) on conflict do nothing")
                .params(documentId, kind.name())
                .update();
    }

    /** An ordinary letter if nobody told what it is. */
    LetterKind kindOf(String documentId) {
        return jdbc.sql("select kind from delivery.letter_kind where document_id = ?")
                .param(documentId)
                .query(String.class)
                .optional()
                .map(LetterKind::valueOf)
                .orElse(LetterKind.LETTER);
    }

    void dispute(String caseNumber) {
        jdbc.sql("insert into delivery.disputed_case values (?, ?) on conflict do nothing")
                .params(caseNumber, now())
                .update();
    }

    boolean disputed(String caseNumber) {
        return jdbc.sql("select exists (select 1 from delivery.disputed_case where case_number = ?)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }

    void deliveredByKpa(String documentId) {
        jdbc.sql("insert into delivery.document_law values (?, 'KPA') on conflict do nothing")
                .param(documentId)
                .update();
    }

    /** {@code OP} or {@code KPA}. */
    public String lawOf(String documentId) {
        return jdbc.sql("select law from delivery.document_law where document_id = ?")
                .param(documentId)
                .query(String.class)
                .optional()
                .orElse("OP");
    }

    Provisions provisionsOf(String documentId) {
        return Provisions.valueOf(lawOf(documentId));
    }

    /** Sends the letter to another instead of the party (DEL-15, DEL-16); blank name: to the party again. */
    @Transactional
    void represent(String id, Representative representative) {
        jdbc.sql("update delivery.delivery set representative_name = ?, representative_role = ? where id = ?")
                .params(
                        representative == null ? null : representative.name(),
                        representative == null ? null : representative.role().name(),
                        id)
                .update();
    }

    /** The procedure has given the delivery up; what comes later nobody waits for. */
    void close(String id) {
        jdbc.sql("update delivery.delivery set closed_at = coalesce(closed_at, ?) where id = ?")
                .params(now(), id)
                .update();
    }

    boolean closed(String id) {
        return jdbc.sql("select closed_at is not null from delivery.delivery where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Nothing more is expected of the attempt; evidence of it that comes later still counts. */
    void lost(long dispatchId) {
        jdbc.sql("update delivery.dispatch set lost_at = coalesce(lost_at, ?) where id = ?")
                .params(now(), dispatchId)
                .update();
    }

    /** From now on the attempts made so far carry no delivery. */
    void annul(String deliveryId, String reason) {
        jdbc.sql("""
                update delivery.dispatch set annulled_at = ?, annul_reason = ?
                where delivery_id = ? and annulled_at is null
                """).params(now(), reason, deliveryId).update();
    }

    /** All deliveries of the same letter in its case, this one too, in the order they were prepared. */
    List<String> ofSameLetter(Delivery delivery) {
        return jdbc.sql("""
                select id from delivery.delivery where case_number = ? and document_id = ? order by prepared_at, id
                """)
                .params(delivery.caseNumber(), delivery.documentId())
                .query(String.class)
                .list();
    }

    /** When the delivery was last concluded, in milliseconds; 0 before. */
    long concludedAt(String deliveryId) {
        return jdbc.sql("select coalesce((extract(epoch from concluded_at) * 1000)::bigint, 0)"
                        + " from delivery.delivery where id = ?")
                .param(deliveryId)
                .query(Long.class)
                .single();
    }

    /** Where and how the coming attempt reaches the addressee; no address: the one of the client base. */
    @Transactional
    void correct(String id, Address address, Circumstances circumstances) {
        jdbc.sql("""
                update delivery.delivery set street = ?, building = ?, flat = ?, postcode = ?, place = ?, country = ?,
                       pickup_at_office = ?, imprisoned = ?, attorney_professional = ?, attorney_ade = ?,
                       paper_at_once = ?, electronic_impossible = ?
                where id = ?
                """)
                .params(
                        address == null ? null : address.street(),
                        address == null ? null : address.building(),
                        address == null ? null : address.flat(),
                        address == null ? null : address.postcode(),
                        address == null ? null : address.place(),
                        address == null ? null : address.country(),
                        circumstances.pickupAtOffice(),
                        circumstances.imprisoned(),
                        circumstances.attorneyProfessional(),
                        circumstances.attorneyAde(),
                        circumstances.paperAtOnce(),
                        circumstances.electronicImpossible(),
                        id)
                .update();
    }

    void caseCameFrom(String caseNumber, String submissionId) {
        jdbc.sql("insert into delivery.case_submission values (?, ?) on conflict (case_number) do nothing")
                .params(caseNumber, submissionId)
                .update();
    }

    Optional<String> submissionOf(String caseNumber) {
        return jdbc.sql("select submission_id from delivery.case_submission where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Delivery row(ResultSet row, int number) throws SQLException {
        Address corrected = row.getString("place") == null
                ? null
                : new Address(
                        row.getString("street"),
                        row.getString("building"),
                        row.getString("flat"),
                        row.getString("postcode"),
                        row.getString("place"),
                        row.getString("country"));
        return new Delivery(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("document_id"),
                row.getString("party_id"),
                row.getString("status"),
                row.getString("channel"),
                row.getString("channel_basis"),
                row.getString("channel_reason"),
                row.getString("ade_address"),
                row.getString("application_ade"),
                row.getString("epuap_address"),
                corrected,
                new Circumstances(
                        row.getBoolean("pickup_at_office"),
                        row.getBoolean("imprisoned"),
                        row.getBoolean("attorney_professional"),
                        row.getString("attorney_ade"),
                        row.getBoolean("paper_at_once"),
                        row.getBoolean("electronic_impossible")),
                row.getObject("legal_date", LocalDate.class),
                row.getString("concluded_from"),
                row.getString("representative_name") == null
                        ? null
                        : new Representative(
                                row.getString("representative_name"),
                                Representative.Role.valueOf(row.getString("representative_role"))));
    }

    private static Dispatch dispatch(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                row.getLong("id"),
                row.getString("delivery_id"),
                row.getInt("attempt"),
                row.getString("channel"),
                row.getString("reference"),
                row.getTimestamp("sent_at").toInstant(),
                row.getInt("announced"),
                row.getBoolean("announced_effective"),
                row.getTimestamp("annulled_at") != null,
                row.getTimestamp("lost_at") != null);
    }
}
