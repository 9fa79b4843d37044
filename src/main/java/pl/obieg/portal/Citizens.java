package pl.obieg.portal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;

/**
 * Accounts of citizens in Gmina24. An account holds a PESEL or NIP and is bound to the party of the client base as soon
 * as there is one. From the fifth failed sign-in on, each further attempt must wait: 1, 2, 4 … at most 60 minutes.
 */
@Service("citizenAccounts")
public class Citizens {

    private static final int SHORTEST_PASSWORD = 12;
    /** BCrypt reads no more bytes than that; a longer password would be cut in silence. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    /** Compared with when there is no such login, so that the answer takes as long. */
    private final String hashOfNobody = encoder.encode("nobody signs in with this");

    Citizens(JdbcClient jdbc, Parties parties, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @param login case does not matter
     * @param rawPassword 12 characters or more, at most 72 bytes
     * @param identifier PESEL (11 digits) or NIP (10 digits), proven to the one who calls this
     * @return {@code false} if the login is taken; then nothing changes
     * @throws IllegalArgumentException if the password or the identifier has not the right form
     */
    @Transactional
    public boolean register(String login, String rawPassword, String identifier) {
        if (rawPassword.length() < SHORTEST_PASSWORD || tooLong(rawPassword)) {
            throw new IllegalArgumentException("A password has at least 12 characters and at most 72 bytes");
        }
        if (!identifier.matches("[0-9]{10,11}")) {
            throw new IllegalArgumentException("A citizen is identified by PESEL (11 digits) or NIP (10 digits)");
        }
        return jdbc.sql("""
                insert into portal.citizen (login, password_hash, identifier, registered_at)
                values (?, ?, ?, ?) on conflict (login) do nothing
                """)
                        .params(
                                written(login),
                                encoder.encode(rawPassword),
                                identifier,
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The party of the client base behind the account; empty until the office knows one. */
    @Transactional
    public Optional<String> partyOf(String login) {
        Optional<Account> account = jdbc.sql("select identifier, party_id from portal.citizen where login = ?")
                .param(written(login))
                .query((row, number) -> new Account(row.getString("identifier"), row.getString("party_id")))
                .optional();
        Optional<String> bound = account.map(Account::partyId);
        return bound.isPresent() ? bound : account.flatMap(unbound -> bind(login, unbound.identifier()));
    }

    private Optional<String> bind(String login, String identifier) {
        Optional<String> party = parties.byIdentifier(identifier).map(Party::id);
        party.ifPresent(id -> jdbc.sql("update portal.citizen set party_id = ? where login = ? and party_id is null")
                .params(id, written(login))
                .update());
        return party;
    }

    /**
     * Whether the password opens the account now. Each attempt is counted as failed before the password is compared and
     * forgiven after, so attempts made at once do not slip through together.
     */
    boolean admits(String login, String rawPassword) {
        Timestamp now = Timestamp.from(clock.instant());
        Optional<String> hash = jdbc.sql("""
                update portal.citizen set failures = failures + 1,
                        locked_until = case when failures + 1 < 5 then null
                            else ?::timestamptz + least(60, power(2, least(failures - 4, 6))) * interval '1 minute' end
                where login = ? and (locked_until is null or locked_until <= ?) returning password_hash
                """)
                .params(now, written(login), now)
                .query(String.class)
                .optional();
        boolean right =
                encoder.matches(tooLong(rawPassword) ? "" : rawPassword, hash.orElse(hashOfNobody)) && hash.isPresent();
        if (right) {
            jdbc.sql("update portal.citizen set failures = 0, locked_until = null where login = ?")
                    .param(written(login))
                    .update();
        }
        return right;
    }

    /** The login as it is kept: without outer blanks, in lower case. */
    static String written(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean tooLong(String rawPassword) {
        return rawPassword.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES;
    }

    private record Account(String identifier, String partyId) {}
}
