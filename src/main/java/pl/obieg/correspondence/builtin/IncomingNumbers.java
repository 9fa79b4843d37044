package pl.obieg.correspondence.builtin;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.LetterNumbers;

/** Tells other modules under which number a letter stands in the register of incoming letters. */
@Repository
class IncomingNumbers implements LetterNumbers {

    private final JdbcClient jdbc;

    IncomingNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(String submissionId) {
        return jdbc.sql("select letter_number from correspondence.incoming where submission_id = ?")
                .param(submissionId)
                .query(String.class)
                .optional();
    }
}
