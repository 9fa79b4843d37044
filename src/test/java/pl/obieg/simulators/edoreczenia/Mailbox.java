package pl.obieg.simulators.edoreczenia;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages and evidence of the operator, moving through the states of rule R9. */
@Repository("edoreczeniaMailbox")
class Mailbox {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Behaviour behaviour;
    private final Clock clock;
    private final TransactionTemplate whole;

    Mailbox(
            JdbcClient jdbc,
            Directory directory,
            Behaviour behaviour,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.whole = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.directory = directory;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    /** {@code body} is the message as it was sent, in JSON. */
    record Message(
            String messageId,
            String taskId,
            String sender,
            String recipient,
            String subject,
            String caseId,
            String body,
            String status,
            Instant sentAt,
            Instant receiptAt,
            Instant lapsesAt,
            String service,
            String shipmentNumber,
            String card) {

        boolean hybrid() {
            return service.equals("hybrid");
        }

        /** Whether the hybrid service carries it: the last status it ever has (R9). */
        boolean posted() {
            return hybrid() && status.equals("Nadana") && card == null;
        }

        boolean waits() {
            return status.equals("Czeka na doręczenie");
        }
    }

    record Evidence(
            String evidenceId, String messageId, String type, Instant eventAt, String reason, boolean downloaded) {}

    /** Takes a message; returns the id of the sending task. */
    String accept(String sender, String recipient, String subject, String caseId, String body) {
        String id = UUID.randomUUID().toString();
        String task = UUID.randomUUID().toString();
        Instant now = clock.instant();
        whole.executeWithoutResult(transaction -> {
            jdbc.sql("""
                insert into edoreczenia.message (message_id, task_id, sender, recipient, subject, case_id, body,
                    status, sent_at) values (?, ?, ?, ?, ?, ?, ?, 'W trakcie weryfikacji', ?)
                """)
                    .params(id, task, sender, recipient, subject, caseId, body, Timestamp.from(now))
                    .update();
            forward(id, recipient, now);
        });
        return task;
    }

    /**
     * Takes a letter for the hybrid service.
     *
     * @param recipient whom and where, as the page shows it
     */
    String acceptHybrid(String sender, String recipient, String subject, String caseId, String body) {
        String id = UUID.randomUUID().toString();
        String task = UUID.randomUUID().toString();
        Instant now = clock.instant();
        whole.executeWithoutResult(transaction -> {
            jdbc.sql("""
                insert into edoreczenia.message (message_id, task_id, sender, recipient, subject, case_id, body,
                    status, sent_at, service) values (?, ?, ?, ?, ?, ?, ?, 'Przekazana do realizacji', ?, 'hybrid')
                """)
                    .params(id, task, sender, recipient, subject, caseId, body, Timestamp.from(now))
                    .update();
            Behaviour.Auto auto = behaviour.auto();
            if (auto == Behaviour.Auto.REFUSED) {
                prove(id, "H.DW", now, "Margines strony jest za wąski;Nieosadzona czcionka");
                status(id, "Odrzucona");
                return;
            }
            prove(id, "H.PN", now, null);
            status(id, "Nadana");
            jdbc.sql("update edoreczenia.message set shipment_number = ? where message_id = ?")
                    .params(HybridCard.shipmentNumber(id), id)
                    .update();
            if (auto == Behaviour.Auto.DELIVERED) {
                card(id, "DORECZONO");
            }
        });
        return task;
    }

    /** What the postman did with a letter of the hybrid service; its receipt says so. */
    void card(String messageId, String outcome) {
        whole.executeWithoutResult(transaction -> find(messageId)
                .filter(Message::posted)
                .ifPresent(message -> {
                    Instant now = clock.instant();
                    jdbc.sql("update edoreczenia.message set card = ? where message_id = ?")
                            .params(HybridCard.of(message, outcome, now), messageId)
                            .update();
                    prove(messageId, "H.EPO", now, null);
                }));
    }

    private void forward(String id, String recipient, Instant now) {
        Behaviour.Auto auto = behaviour.auto();
        Optional<Directory.Address> addressee =
                directory.of(recipient).filter(address -> address.status().equals("ACTIVE"));
        if (addressee.isEmpty() || auto == Behaviour.Auto.REFUSED) {
            prove(id, "A.2", now, "Nieprawidłowy adres adresata, Invalid recipient address");
            status(id, "Odrzucona");
            return;
        }
        for (String type : List.of("A.1", "BP.WX", "B.1", "D.1")) {
            prove(id, type, now, null);
        }
        status(id, "Czeka na doręczenie");
        if (!addressee.get().isPublic()) {
            jdbc.sql("update edoreczenia.message set lapses_at = ? where message_id = ?")
                    .params(Timestamp.from(TermOfCollection.lapse(now)), id)
                    .update();
        }
        switch (auto) {
            case DELIVERED -> collect(id);
            case DEEMED -> deem(id);
            case UNDELIVERED -> fail(id);
            default -> {}
        }
    }

    /** The addressee collects: E.1 and the evidence of receipt. */
    void collect(String messageId) {
        ifWaiting(messageId, message -> {
            Instant now = clock.instant();
            prove(messageId, "E.1", now, null);
            prove(messageId, "BP.OX", now, null);
            received(messageId, "Doręczona", now);
        });
    }

    /** The term lapses, now or by order; the evidence is dated with the moment of the lapse. */
    void deem(String messageId) {
        ifWaiting(messageId, message -> {
            if (message.lapsesAt() != null) {
                prove(messageId, "BP.OX", message.lapsesAt(), "Upływ 14 dni od dnia wpłynięcia");
                received(messageId, "Uznana za doręczoną", message.lapsesAt());
            }
        });
    }

    /** The message cannot be handed over: E.2. */
    void fail(String messageId) {
        ifWaiting(messageId, message -> {
            prove(messageId, "E.2", clock.instant(), "Skrzynka adresata jest zablokowana");
            status(messageId, "Niedoręczona");
        });
    }

    /** Deems delivered whatever has waited too long by the clock. */
    void lapse() {
        jdbc.sql("""
                select message_id from edoreczenia.message
                where status = 'Czeka na doręczenie' and lapses_at <= ?
                """)
                .param(Timestamp.from(clock.instant()))
                .query(String.class)
                .list()
                .forEach(this::deem);
    }

    List<Message> all() {
        return jdbc.sql("select * from edoreczenia.message order by sent_at desc")
                .query(Message.class)
                .list();
    }

    Optional<Message> find(String messageId) {
        return jdbc.sql("select * from edoreczenia.message where message_id = ?")
                .param(messageId)
                .query(Message.class)
                .optional();
    }

    Optional<Message> ofTask(String taskId) {
        return jdbc.sql("select * from edoreczenia.message where task_id = ?")
                .param(taskId)
                .query(Message.class)
                .optional();
    }

    List<Evidence> evidences(String messageId) {
        return jdbc.sql("select * from edoreczenia.evidence where message_id = ? order by event_at, type")
                .param(messageId)
                .query(Evidence.class)
                .list();
    }

    /** The evidence, marked as downloaded. */
    Optional<Evidence> download(String evidenceId) {
        return jdbc.sql("update edoreczenia.evidence set downloaded = true where evidence_id = ? returning *")
                .param(evidenceId)
                .query(Evidence.class)
                .optional();
    }

    /** Once, though the page and the API may ask for it at the same moment. */
    private void ifWaiting(String messageId, Consumer<Message> move) {
        whole.executeWithoutResult(transaction -> {
            jdbc.sql("select 1 from edoreczenia.message where message_id = ? for update")
                    .param(messageId)
                    .query(Integer.class)
                    .optional();
            find(messageId).filter(Message::waits).ifPresent(move);
        });
    }

    private void prove(String messageId, String type, Instant at, String reason) {
        jdbc.sql("insert into edoreczenia.evidence (evidence_id, message_id, type, event_at, reason)"
                        + " values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID().toString(), messageId, type, Timestamp.from(at), reason)
                .update();
    }

    private void received(String messageId, String status, Instant at) {
        status(messageId, status);
        jdbc.sql("update edoreczenia.message set receipt_at = ? where message_id = ?")
                .params(Timestamp.from(at), messageId)
                .update();
    }

    private void status(String messageId, String status) {
        jdbc.sql("update edoreczenia.message set status = ? where message_id = ?")
                .params(status, messageId)
                .update();
    }
}
