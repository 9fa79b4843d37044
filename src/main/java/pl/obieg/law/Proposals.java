package pl.obieg.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.ApprovedFreeDays;

/** The kept proposals with their files. */
@Repository
public class Proposals implements ApprovedFreeDays {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A proposal.
     *
     * @param status {@code PROPOSED}, {@code APPROVED}, {@code REJECTED}
     * @param decidedBy login; {@code null} while it is open
     * @param reason of a rejection
     */
    public record Proposal(
            UUID id,
            String note,
            String status,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            String reason) {

        /** Whether it still waits for a decision. */
        public boolean open() {
            return "PROPOSED".equals(status);
        }
    }

    private static final String SELECT =
            "select id, note, status, proposed_by, proposed_at, decided_by, decided_at, reason from law.proposal ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Proposal> newest(int limit) {
        return jdbc.sql(SELECT + "order by proposed_at desc, id limit ?")
                .param(limit)
                .query(Proposals::row)
                .list();
    }

    public Optional<Proposal> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Proposals::row).optional();
    }

    Proposal lock(UUID id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(Proposals::row)
                .single();
    }

    void insertFile(UUID id, String name, byte[] content, Integer baseVersion) {
        jdbc.sql("insert into law.proposal_file (proposal_id, name, content, base_version)"
                        + " values (:id, :name, :content, :base)")
                .param("id", id)
                .param("name", name)
                .param("content", content)
                .param("base", baseVersion, Types.INTEGER)
                .update();
    }

    Map<String, byte[]> files(UUID id) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        jdbc.sql("select name, content from law.proposal_file where proposal_id = ? order by name")
                .param(id)
                .query((row, number) -> files.put(row.getString(1), row.getBytes(2)))
                .list();
        return files;
    }

    Map<String, Integer> baseVersions(UUID id) {
        Map<String, Integer> versions = new HashMap<>();
        jdbc.sql("select name, base_version from law.proposal_file where proposal_id = ? and base_version is not null")
                .param(id)
                .query((row, number) -> versions.put(row.getString(1), row.getInt(2)))
                .list();
        return versions;
    }

    /** The file as the last approved proposal brought it. */
    Optional<byte[]> approved(String name) {
        return jdbc.sql("""
                select f.content from law.proposal_file f join law.proposal p on p.id = f.proposal_id
                where p.status = 'APPROVED' and f.name = ? order by p.decided_at desc limit 1
                """).param(name).query(byte[].class).optional();
    }

    /** How often a proposal with the file was approved. */
    int timesApproved(String name) {
        return jdbc.sql("""
                select count(*) from law.proposal_file f join law.proposal p on p.id = f.proposal_id
                where p.status = 'APPROVED' and f.name = ?
                """).param(name).query(Integer.class).single();
    }

    @Override
    public Optional<String> text() {
        return approved(PackFile.FREE_DAYS).map(FreeDayChange::text);
    }

    /** Lets nobody else approve until the transaction ends: two changes must not both stand on the same law. */
    void oneAtATime() {
        jdbc.sql("lock table law.proposal in share row exclusive mode").update();
    }

    void decide(UUID id, String status, String login, String reason, LawPacks.Review review) {
        jdbc.sql("update law.proposal set status = ?, decided_by = ?, decided_at = ?, reason = ?, review = ?::jsonb"
                        + " where id = ?")
                .params(status, login, Timestamp.from(clock.instant()), reason, json(review), id)
                .update();
    }

    /** What the person who decided has read; empty while it is open. */
    public Optional<LawPacks.Review> reviewAtDecision(UUID id) {
        return jdbc.sql("select review::text from law.proposal where id = ? and review is not null")
                .param(id)
                .query(String.class)
                .optional()
                .map(Proposals::review);
    }

    private static String json(LawPacks.Review review) {
        try {
            return JSON.writeValueAsString(review);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static LawPacks.Review review(String json) {
        try {
            return JSON.readValue(json, LawPacks.Review.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Proposal row(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("note"),
                row.getString("status"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"));
    }
}
