package pl.obieg.correspondence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.LetterWriter;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.ProcedureFiles;

/** Letters of the office from draft to issue, in the table {@code correspondence.letter}. */
@Repository
class Letters implements OfficeLetters {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JdbcClient jdbc;
    private final ProcedureFiles files;
    private final OfficeClock clock;

    Letters(JdbcClient jdbc, ProcedureFiles files, OfficeClock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
    }

    /**
     * One letter.
     *
     * @param number of the register of decisions, {@code null} for other kinds and before it is written
     * @param documentId of the sealed PDF, {@code null} before it is issued
     * @param settles whether its case is settled with it
     */
    record Letter(
            String id,
            String caseNumber,
            Kind kind,
            String title,
            LetterWriter.Wording wording,
            Map<String, Object> content,
            List<String> partyIds,
            String number,
            String documentId,
            boolean settles) {}

    @Override
    @Transactional
    public String draft(Draft draft, String key) {
        jdbc.sql("""
                insert into correspondence.letter (letter_id, idempotency_key, case_number, kind, title, template,
                        wording, content, party_ids, settles, drafted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (idempotency_key) do nothing
                """)
                .params(
                        UUID.randomUUID().toString(),
                        key,
                        draft.caseNumber(),
                        draft.kind().name(),
                        draft.title(),
                        draft.template(),
                        files.text(draft.template()),
                        json(draft.content()),
                        draft.partyIds().toArray(String[]::new),
                        draft.settles(),
                        Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select letter_id from correspondence.letter where idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    /** @throws IllegalArgumentException if there is none */
    Letter get(String letterId) {
        return jdbc.sql("select * from correspondence.letter where letter_id = ?")
                .param(letterId)
                .query((row, number) -> letter(row))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No letter " + letterId));
    }

    void number(String letterId, String number) {
        jdbc.sql("update correspondence.letter set number = ? where letter_id = ?")
                .params(number, letterId)
                .update();
    }

    /** @return whether it was not issued before */
    boolean issue(String letterId, String documentId, LocalDate on) {
        return jdbc.sql("""
                update correspondence.letter set document_id = ?, issued_on = ?
                where letter_id = ? and document_id is null
                """).params(documentId, on, letterId).update() == 1;
    }

    private static Letter letter(ResultSet row) throws SQLException {
        Array parties = row.getArray("party_ids");
        return new Letter(
                row.getString("letter_id"),
                row.getString("case_number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                new LetterWriter.Wording(row.getString("template"), row.getString("wording")),
                content(row.getString("content")),
                List.of((String[]) parties.getArray()),
                row.getString("number"),
                row.getString("document_id"),
                row.getBoolean("settles"));
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException("The content of a letter is no data: " + unfit.getOriginalMessage());
        }
    }

    private static Map<String, Object> content(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The content of a letter cannot be read: " + broken.getOriginalMessage());
        }
    }
}
