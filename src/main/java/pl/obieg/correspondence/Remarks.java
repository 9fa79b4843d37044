package pl.obieg.correspondence;

import java.sql.Timestamp;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.TaskRemark;

/**
 * Keeps in the case, or with the letter that has no case yet, what persons noted in their tasks. There it is read and
 * kept as long as the file, and it is no variable of a procedure.
 */
@Service
public class Remarks {

    private final JdbcClient jdbc;
    private final OfficeClock clock;

    public Remarks(JdbcClient jdbc, OfficeClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(TaskRemark remark) {
        jdbc.sql("""
                insert into correspondence.remark (source_key, case_number, submission_id, task, label, note, clerk,
                        noted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (source_key) do nothing
                """)
                .params(
                        remark.key(),
                        remark.caseNumber(),
                        remark.submissionId(),
                        remark.task(),
                        remark.label(),
                        remark.text(),
                        remark.login(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}
