package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;

/** What became of a receivable beside payments, for its page: reliefs, their lapse, write-offs; one sentence each. */
@Component
@Transactional
public class ReceivableNotes {

    private final JdbcClient jdbc;

    ReceivableNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sentence and its day. */
    public record Note(LocalDate notedOn, String sentence) {

        public String dayText() {
            return Zloty.day(notedOn);
        }
    }

    /** Oldest first. */
    public List<Note> of(String receivableId) {
        return jdbc.sql("select noted_on, sentence from ledger.receivable_note where receivable_id = ?"
                        + " order by noted_on, note_id")
                .param(receivableId)
                .query(Note.class)
                .list();
    }

    @EventListener
    void record(CaseFact.ReliefChanged fact) {
        keep(
                fact.reliefCase() + "-" + fact.standing() + "-" + fact.lapsedTerms(),
                fact.receivableId(),
                fact.changedOn(),
                fact.sentence());
    }

    @EventListener
    void record(CaseFact.ArrearsWrittenOff fact) {
        keep(fact.writeOffId(), fact.receivableId(), fact.writtenOffOn(), fact.sentence());
    }

    private void keep(String id, String receivableId, LocalDate day, String sentence) {
        jdbc.sql("insert into ledger.receivable_note (note_id, receivable_id, noted_on, sentence) values (?, ?, ?, ?)"
                        + " on conflict (note_id) do nothing")
                .params(id, receivableId, day, sentence)
                .update();
    }
}
