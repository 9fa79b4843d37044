package pl.obieg.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where evidence is kept, each piece once, whether or not its dispatch is known yet. */
@Repository
class EvidenceShelf {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceShelf(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Lets one transaction at a time look at a dispatch and its evidence, until it commits. Without it two notices that
     * arrive together, or evidence and the sending it belongs to, would not see each other.
     */
    void alone(String channel, String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 4711))")
                .param(channel + '\n' + reference)
                .query((row, number) -> true)
                .single();
    }

    /** Keeps the evidence; {@code false} if it was there. */
    boolean keep(Evidence evidence) {
        return jdbc.sql("""
                        insert into delivery.evidence (channel, external_id, dispatch_reference, kind, stated_on, details,
                                document_id, received_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (channel, external_id) do nothing
                        """)
                        .params(
                                evidence.channel(),
                                evidence.externalId(),
                                evidence.dispatchReference(),
                                evidence.kind().name(),
                                evidence.date(),
                                json(evidence.details()),
                                evidence.documentId(),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Takes cards of the desk out of account, because a corrected one follows. */
    void withdrawCards(String channel, String reference) {
        jdbc.sql("""
                update delivery.evidence set withdrawn = true
                where channel = ? and dispatch_reference = ? and external_id like 'ZPO-%'
                """).params(channel, reference).update();
    }

    /** What a clerk says to be true stands for all that says how the dispatch ended, until it is dismissed. */
    void replace(String channel, String reference, String by) {
        jdbc.sql("""
                update delivery.evidence set replaced_by = ?
                where channel = ? and dispatch_reference = ? and not withdrawn and replaced_by is null
                  and kind not in ('SENT', 'INFLOW', 'FIRST_NOTICE', 'SECOND_NOTICE')
                """).params(by, channel, reference).update();
    }

    /** The evidence counts as it did before {@link #replace}. */
    void restore(String channel, String by) {
        jdbc.sql("update delivery.evidence set withdrawn = true where channel = ? and external_id = ?")
                .params(channel, by)
                .update();
        jdbc.sql("update delivery.evidence set replaced_by = null where channel = ? and replaced_by = ?")
                .params(channel, by)
                .update();
    }

    /**
     * All evidence of a dispatch that counts, in the order it came. Of several pieces that say in the same way how it ended
     * the newest counts: an operator, or the desk, that writes again corrects what was written before.
     */
    List<Evidence> of(String channel, String reference) {
        List<Evidence> all = jdbc.sql("""
                select * from delivery.evidence
                where channel = ? and dispatch_reference = ? and not withdrawn and replaced_by is null order by id
                """)
                .params(channel, reference)
                .query(EvidenceShelf::row)
                .list();
        return IntStream.range(0, all.size())
                .filter(at -> all.subList(at + 1, all.size()).stream().noneMatch(all.get(at)::correctedBy))
                .mapToObj(all::get)
                .toList();
    }

    private static Evidence row(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getString("channel"),
                row.getString("dispatch_reference"),
                row.getString("external_id"),
                Evidence.Kind.valueOf(row.getString("kind")),
                row.getObject("stated_on", LocalDate.class),
                map(row.getString("details")),
                row.getString("document_id"));
    }

    private static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details == null ? Map.of() : details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The details of an evidence cannot be written", impossible);
        }
    }

    private static Map<String, String> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The details of an evidence cannot be read", broken);
        }
    }
}
