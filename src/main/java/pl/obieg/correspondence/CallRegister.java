package pl.obieg.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.MatterKeys;
import pl.obieg.exchange.Submission;

/**
 * Calls to parties, from the day they are written until they end. It decides which letter answers which call: the row of
 * the call is locked by whoever answers or ends it, so that a letter never joins a call that has just ended.
 */
@Repository
class CallRegister {

    private final JdbcClient jdbc;
    private final ObjectProvider<MatterKeys> matters;
    private final OfficeClock clock;

    CallRegister(JdbcClient jdbc, ObjectProvider<MatterKeys> matters, OfficeClock clock) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.clock = clock;
    }

    /** A call that has not ended; {@code answer}: id of the submission that answers it, or {@code null}. */
    record OpenCall(String key, String caseNumber, String answer) {}

    /** Enters a call about a letter; once for each {@code key}. */
    void open(String key, String caseNumber, Submission letter) {
        jdbc.sql("""
                insert into correspondence.party_call (call_key, case_number, submission_id, matter_keys, written_at)
                values (?, ?, ?, ?, ?) on conflict (call_key) do nothing
                """)
                .params(key, caseNumber, letter.id(), keys(letter), Timestamp.from(clock.instant()))
                .update();
    }

    /** The oldest open call in whose matter the letter came, locked. */
    Optional<OpenCall> answeredBy(Submission letter) {
        return jdbc.sql("""
                select * from correspondence.party_call
                where ended_at is null and answer_submission_id is null and matter_keys && ?::text[] and submission_id <> ?
                order by written_at limit 1 for update
                """)
                .params(keys(letter), letter.id())
                .query(CallRegister::row)
                .optional();
    }

    void answer(OpenCall call, Submission letter) {
        jdbc.sql("update correspondence.party_call set answer_submission_id = ? where call_key = ?")
                .params(letter.id(), call.key())
                .update();
    }

    /** The open call of the case, locked; of several the newest. */
    Optional<OpenCall> ofCase(String caseNumber) {
        return jdbc.sql("""
                select * from correspondence.party_call where case_number = ? and ended_at is null
                order by written_at desc limit 1 for update
                """).param(caseNumber).query(CallRegister::row).optional();
    }

    void end(OpenCall call, String outcome) {
        jdbc.sql("update correspondence.party_call set outcome = ?, ended_at = ? where call_key = ?")
                .params(outcome, Timestamp.from(clock.instant()), call.key())
                .update();
    }

    private String[] keys(Submission letter) {
        return matters.stream()
                .map(one -> one.of(letter))
                .flatMap(Set::stream)
                .distinct()
                .toArray(String[]::new);
    }

    private static OpenCall row(ResultSet row, int number) throws SQLException {
        return new OpenCall(
                row.getString("call_key"), row.getString("case_number"), row.getString("answer_submission_id"));
    }
}
