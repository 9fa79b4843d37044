package pl.obieg.correspondence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Refusal;

/** Finds, or adds to the client base, the party that sent a letter. */
@Repository
public class Senders {

    private static final int PESEL = 11;
    private static final int NIP = 10;
    private static final Address UNKNOWN = new Address(null, null, null, null, null, "PL");

    private final JdbcClient jdbc;
    private final Parties parties;

    public Senders(JdbcClient jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    /**
     * @return id in the client base
     * @throws Refusal SENDER_UNKNOWN if the letter names nobody
     */
    @Transactional
    public String partyOf(Submission letter) {
        return jdbc.sql("select party_id from correspondence.sender where submission_id = ?")
                .param(letter.id())
                .query(String.class)
                .optional()
                .orElseGet(() -> remember(letter));
    }

    private String remember(Submission letter) {
        String partyId = parties.byIdentifier(letter.senderIdentifier())
                .map(Party::id)
                .orElseGet(() -> parties.register(asFarAsKnown(letter)));
        return remember(letter, partyId);
    }

    /**
     * Keeps who sent the letter, where a clerk knows it.
     *
     * @return the party
     */
    @Transactional
    public String remember(Submission letter, String partyId) {
        jdbc.sql("insert into correspondence.sender (submission_id, party_id) values (?, ?) on conflict do nothing")
                .params(letter.id(), partyId)
                .update();
        return partyId;
    }

    /** Without an address: the channel names the sender, not where he lives. */
    private static Party asFarAsKnown(Submission letter) {
        String name = letter.senderName() == null ? "" : letter.senderName().strip();
        if (name.isEmpty()) {
            throw new Refusal("SENDER_UNKNOWN", "Pismo nie ma nadawcy, którego można wezwać.");
        }
        String identifier = letter.senderIdentifier() == null
                ? ""
                : letter.senderIdentifier().replaceAll("\\D", "");
        int space = name.lastIndexOf(' ');
        if (identifier.length() == PESEL || identifier.isEmpty() && space > 0) {
            return Party.natural(
                    space < 0 ? "" : name.substring(0, space),
                    name.substring(space + 1),
                    identifier.isEmpty() ? null : identifier,
                    UNKNOWN);
        }
        boolean nip = identifier.length() == NIP;
        return Party.legal(name, nip ? identifier : null, nip || identifier.isEmpty() ? null : identifier, UNKNOWN);
    }
}
