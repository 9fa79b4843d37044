package pl.obieg.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The client base: every person and body the office deals with, once. */
@Repository
public class Parties {

    private static final String COLUMNS = "id, kind, first_name, last_name, name, pesel, nip, regon, street, building,"
            + " flat, postcode, place, country";

    private final JdbcClient jdbc;

    Parties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds the party by PESEL, NIP or REGON, or adds it; the newest names and address are kept.
     *
     * @return its id
     */
    @Transactional
    public String register(Party party) {
        Optional<String> known = idByIdentifier(party.pesel())
                .or(() -> idByIdentifier(party.nip()))
                .or(() -> idByIdentifier(party.regon()));
        String id = known.orElseGet(() -> UUID.randomUUID().toString());
        Address address = party.address();
        jdbc.sql("""
                insert into exchange.party (id, kind, first_name, last_name, name, pesel, nip, regon,
                        street, building, flat, postcode, place, country)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set first_name = excluded.first_name, last_name = excluded.last_name,
                        name = excluded.name, pesel = coalesce(excluded.pesel, exchange.party.pesel),
                        nip = coalesce(excluded.nip, exchange.party.nip),
                        regon = coalesce(excluded.regon, exchange.party.regon),
                        street = excluded.street, building = excluded.building, flat = excluded.flat,
                        postcode = excluded.postcode, place = excluded.place, country = excluded.country
                """)
                .params(
                        id,
                        party.kind().name(),
                        party.firstName(),
                        party.lastName(),
                        party.name(),
                        party.pesel(),
                        party.nip(),
                        party.regon(),
                        address.street(),
                        address.building(),
                        address.flat(),
                        address.postcode(),
                        address.place(),
                        address.country())
                .update();
        return id;
    }

    /** The party, if there is one. */
    public Optional<Party> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from exchange.party where id = ?")
                .param(id)
                .query(Parties::row)
                .optional();
    }

    /** @throws IllegalArgumentException if there is none */
    public Party get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No party " + id));
    }

    /** The party with this PESEL, NIP or REGON. */
    public Optional<Party> byIdentifier(String identifier) {
        return idByIdentifier(identifier).map(this::get);
    }

    /**
     * Parties whose name contains the text or whose PESEL, NIP or REGON it is, by name.
     *
     * @param text at least two characters; shorter finds nobody
     */
    public List<Party> search(String text, int limit) {
        String wanted = text.strip();
        if (wanted.length() < 2) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + """
                 from exchange.party
                where concat_ws(' ', first_name, last_name, name) ilike :pattern
                   or concat_ws(' ', last_name, first_name) ilike :pattern
                   or pesel = :digits or nip = :digits or regon = :digits
                order by coalesce(last_name, name) collate "pl-x-icu", first_name, id limit :limit
                """)
                .param("pattern", "%" + wanted.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("digits", wanted.replaceAll("[\\s-]", ""))
                .param("limit", limit)
                .query(Parties::row)
                .list();
    }

    private Optional<String> idByIdentifier(String identifier) {
        if (identifier == null || identifier.isBlank()) {
            return Optional.empty();
        }
        return jdbc.sql("select id from exchange.party where pesel = :id or nip = :id or regon = :id limit 1")
                .param("id", identifier)
                .query(String.class)
                .optional();
    }

    private static Party row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Party(
                row.getString("id"),
                Party.Kind.valueOf(row.getString("kind")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("name"),
                row.getString("pesel"),
                row.getString("nip"),
                row.getString("regon"),
                new Address(
                        row.getString("street"),
                        row.getString("building"),
                        row.getString("flat"),
                        row.getString("postcode"),
                        row.getString("place"),
                        row.getString("country")));
    }
}
