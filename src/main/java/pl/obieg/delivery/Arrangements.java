package pl.obieg.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;

/**
 * How letters reach each party: who acts for it, where and how it is served, from when to when. Every attempt reads it, the
 * first one too, so that a letter of a represented party does not go to the party (OP art. 145).
 */
@Repository
public class Arrangements {

    private static final Logger LOG = LoggerFactory.getLogger(Arrangements.class);

    /** What holds for one case goes before what holds for all; the attorney named for deliveries before others. */
    private static final Comparator<Arrangement> FIRST_THAT_COUNTS = Comparator.comparing(
                    (Arrangement one) -> one.caseNumber() == null)
            .thenComparing(one ->
                    one.representative() == null || one.representative().role() != Representative.Role.DELIVERY_AGENT)
            .thenComparing(Arrangement::validFrom, Comparator.reverseOrder())
            .thenComparing(Arrangement::id, Comparator.reverseOrder());

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Clock clock;

    Arrangements(JdbcClient jdbc, Parties parties, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.clock = clock;
    }

    /** All of a party, those that hold first. */
    @Transactional(readOnly = true)
    public List<Arrangement> ofParty(String partyId) {
        LocalDate today = LocalDate.now(clock);
        return jdbc
                .sql("select * from delivery.arrangement where party_id = ?")
                .param(partyId)
                .query(Arrangements::row)
                .list()
                .stream()
                .sorted(Comparator.comparing((Arrangement one) -> !one.holdsOn(today))
                        .thenComparing(FIRST_THAT_COUNTS))
                .toList();
    }

    /** The newest that hold or will hold, of all parties. */
    @Transactional(readOnly = true)
    public List<Arrangement> newest(int limit) {
        return jdbc.sql("""
                select * from delivery.arrangement where valid_to is null or valid_to >= ?
                order by entered_at desc, id desc limit ?
                """)
                .params(LocalDate.now(clock), limit)
                .query(Arrangements::row)
                .list();
    }

    /** @throws IllegalArgumentException if there is none */
    @Transactional(readOnly = true)
    public Arrangement get(long id) {
        return jdbc.sql("select * from delivery.arrangement where id = ?")
                .param(id)
                .query(Arrangements::row)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No arrangement " + id));
    }

    /** Enters what is known; {@code clerk} is a login. */
    @Transactional
    public void enter(Arrangement one, String clerk) {
        Address address = one.address();
        boolean ofRepresentative = one.representative() != null;
        long id = jdbc.sql("""
                insert into delivery.arrangement (party_id, case_number, kind, representative_name, representative_role,
                        professional, ade, street, building, flat, postcode, place, country, instead_of, basis,
                        valid_from, valid_to, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        one.partyId(),
                        one.caseNumber(),
                        one.kind().name(),
                        ofRepresentative ? one.representative().name() : null,
                        ofRepresentative ? one.representative().role().name() : null,
                        one.professional(),
                        one.ade(),
                        address == null ? null : address.street(),
                        address == null ? null : address.building(),
                        address == null ? null : address.flat(),
                        address == null ? null : address.postcode(),
                        address == null ? null : address.place(),
                        address == null ? null : address.country(),
                        one.kind() == Arrangement.Kind.ADDRESS ? known(one.partyId()) : null,
                        one.basis(),
                        one.validFrom(),
                        one.validTo(),
                        clerk,
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        LOG.info("Arrangement {} ({}) was entered by {}", id, one.kind(), clerk);
    }

    /** Ends it with the day; one that has not begun by then never holds. */
    @Transactional
    public void end(long id, LocalDate lastDay, String clerk) {
        int ended = jdbc.sql("""
                update delivery.arrangement set valid_to = ?, ended_by = ?, ended_at = ?
                where id = ? and (valid_to is null or valid_to > ?)
                """)
                .params(lastDay, clerk, Timestamp.from(clock.instant()), id, lastDay)
                .update();
        if (ended == 1) {
            LOG.info("Arrangement {} was ended with {} by {}", id, lastDay, clerk);
        }
    }

    /**
     * What holds today for a letter of the party in the case, the one that counts of each kind.
     *
     * @param generalAttorney whether an attorney not bound to a case acts here
     */
    @Transactional(readOnly = true)
    List<Arrangement> inForce(String partyId, String caseNumber, boolean generalAttorney) {
        LocalDate today = LocalDate.now(clock);
        List<Arrangement> holding =
                jdbc.sql("""
                select * from delivery.arrangement
                where party_id = ? and (case_number is null or case_number = ?)
                  and (instead_of is null or instead_of = ?)
                """).params(partyId, caseNumber, known(partyId)).query(Arrangements::row).list().stream()
                        .filter(one -> one.holdsOn(today))
                        .filter(one -> generalAttorney || one.caseNumber() != null || !one.byPowerOfAttorney())
                        .sorted(FIRST_THAT_COUNTS)
                        .toList();
        return java.util.Arrays.stream(Arrangement.Kind.values())
                .map(kind -> holding.stream().filter(one -> one.kind() == kind).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private String known(String partyId) {
        return line(parties.get(partyId).address());
    }

    /** The same for the same address, however its empty parts are kept. */
    static String line(Address address) {
        return address == null
                ? ""
                : String.join(
                        "|",
                        text(address.street()),
                        text(address.building()),
                        text(address.flat()),
                        text(address.postcode()),
                        text(address.place()),
                        text(address.country()));
    }

    private static String text(String part) {
        return part == null ? "" : part.strip();
    }

    private static Arrangement row(ResultSet row, int number) throws SQLException {
        String role = row.getString("representative_role");
        return new Arrangement(
                row.getLong("id"),
                row.getString("party_id"),
                row.getString("case_number"),
                Arrangement.Kind.valueOf(row.getString("kind")),
                role == null
                        ? null
                        : new Representative(row.getString("representative_name"), Representative.Role.valueOf(role)),
                row.getBoolean("professional"),
                row.getString("ade"),
                row.getString("place") == null
                        ? null
                        : new Address(
                                row.getString("street"),
                                row.getString("building"),
                                row.getString("flat"),
                                row.getString("postcode"),
                                row.getString("place"),
                                row.getString("country")),
                row.getString("basis"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("entered_by"),
                row.getString("ended_by"));
    }
}
