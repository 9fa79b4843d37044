package pl.obieg.correspondence.builtin;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.CaseMark;
import pl.obieg.correspondence.CorrespondenceSystem;
import pl.obieg.correspondence.Retention;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Refusal;

/**
 * The registers of an office that has no EZD of its own, in the schema {@code correspondence}.
 *
 * <p>Whoever asks for a number first locks what it belongs to, then looks whether it has one. So two who ask for the
 * same at once get one number, and no number is drawn in vain.
 */
@Component
@ConditionalOnProperty(name = "obieg.systems.ezd.binding", havingValue = "builtin", matchIfMissing = true)
public class BuiltInCorrespondence implements CorrespondenceSystem {

    private static final String DECISIONS = "D";

    private final JdbcClient jdbc;
    private final Series series;
    private final CaseRecords cases;
    private final Parties parties;
    private final OfficeClock clock;

    BuiltInCorrespondence(JdbcClient jdbc, Series series, CaseRecords cases, Parties parties, OfficeClock clock) {
        this.jdbc = jdbc;
        this.series = series;
        this.cases = cases;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String register(Submission letter) {
        lock("letter " + letter.id());
        return known("select letter_number from correspondence.incoming where submission_id = ?", letter.id())
                .orElseGet(() -> enter(letter));
    }

    private String enter(Submission letter) {
        int year = clock.today().getYear();
        int number = series.next("RPW/" + year);
        String letterNumber = "RPW/" + number + "/" + year;
        jdbc.sql("""
                insert into correspondence.incoming (letter_number, year, number, submission_id, received_at,
                        registered_at, sender, subject, form_code, channel, external_id, attachments, document_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        letterNumber,
                        year,
                        number,
                        letter.id(),
                        Timestamp.from(letter.receivedAt()),
                        now(),
                        letter.senderName(),
                        letter.subject(),
                        letter.formCode(),
                        letter.channel(),
                        letter.externalId(),
                        letter.attachments().size(),
                        letter.documentId())
                .update();
        return letterNumber;
    }

    @Override
    @Transactional
    public String openCase(Submission letter, String letterNumber, String jrwaClass, String orgUnit) {
        lock("case of letter " + letter.id());
        return known("select case_number from correspondence.case_file where submission_id = ?", letter.id())
                .orElseGet(() -> open(letter, letterNumber, jrwaClass, orgUnit));
    }

    @Override
    @Transactional
    public String openOwnCase(OwnCase own, String key) {
        lock("case of step " + key);
        return known("select case_number from correspondence.case_file where opened_by = ?", key)
                .orElseGet(() -> enterCase(own.jrwaClass(), own.orgUnit(), null, null, own.title(), null, key));
    }

    private String open(Submission letter, String letterNumber, String jrwaClass, String orgUnit) {
        String caseNumber =
                enterCase(jrwaClass, orgUnit, letter.id(), letterNumber, letter.subject(), letter.senderName(), null);
        jdbc.sql("update correspondence.incoming set case_number = ? where submission_id = ?")
                .params(caseNumber, letter.id())
                .update();
        fileLetter(caseNumber, letter, letterNumber);
        return caseNumber;
    }

    /** Without a title the case has that of its class. */
    private String enterCase(
            String jrwaClass,
            String orgUnit,
            String submissionId,
            String letterNumber,
            String title,
            String fromWhom,
            String openedBy) {
        if (!CaseMark.isUnit(orgUnit)) {
            throw new Refusal("UNKNOWN_UNIT", "Symbol komórki organizacyjnej jest pusty albo ma niedozwolone znaki.");
        }
        String classTitle = known("select title from correspondence.jrwa_class where symbol = ?", jrwaClass)
                .orElseThrow(() ->
                        new Refusal("UNKNOWN_CLASS", "W jednolitym rzeczowym wykazie akt nie ma klasy " + jrwaClass));
        int year = clock.today().getYear();
        int number = series.next("SPIS/" + orgUnit + "/" + jrwaClass + "/" + year);
        String caseNumber = new CaseMark(orgUnit, jrwaClass, null, number, year).toString();
        jdbc.sql("""
                insert into correspondence.case_file (case_number, org_unit, jrwa_class, year, number, submission_id,
                        letter_number, title, from_whom, opened_on, handling_unit, opened_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        caseNumber,
                        orgUnit,
                        jrwaClass,
                        year,
                        number,
                        submissionId,
                        letterNumber,
                        title == null || title.isBlank() ? classTitle : title,
                        fromWhom,
                        clock.today(),
                        orgUnit,
                        openedBy)
                .update();
        return caseNumber;
    }

    @Override
    @Transactional
    public boolean fileAnswer(String caseNumber, Submission letter, String letterNumber) {
        return fileLater(
                caseNumber, letter, letterNumber, "Dołączono pismo " + letterNumber + ", odpowiedź na wezwanie.");
    }

    @Override
    @Transactional
    public boolean fileInCase(String caseNumber, Submission letter, String letterNumber) {
        return fileLater(caseNumber, letter, letterNumber, "Dołączono pismo " + letterNumber + ".");
    }

    private boolean fileLater(String caseNumber, Submission letter, String letterNumber, String note) {
        if (cases.lock(caseNumber).closed()) {
            return false;
        }
        jdbc.sql("update correspondence.incoming set case_number = ? where submission_id = ?")
                .params(caseNumber, letter.id())
                .update();
        fileLetter(caseNumber, letter, letterNumber);
        cases.note(caseNumber, "answer " + letter.id(), note);
        return true;
    }

    private void fileLetter(String caseNumber, Submission letter, String letterNumber) {
        file(caseNumber, DocumentKind.LETTER, titleOf(letter, "Pismo " + letterNumber), letter.documentId());
        letter.attachments()
                .forEach(attachment ->
                        file(caseNumber, DocumentKind.ATTACHMENT, attachment.fileName(), attachment.documentId()));
        if (letter.evidenceDocumentId() != null) {
            file(caseNumber, DocumentKind.EVIDENCE, "Poświadczenie przedłożenia", letter.evidenceDocumentId());
        }
    }

    private static String titleOf(Submission letter, String otherwise) {
        boolean blank = letter.subject() == null || letter.subject().isBlank();
        return blank ? otherwise : letter.subject();
    }

    @Override
    @Transactional
    public void assign(Assignment assignment, String key) {
        cases.lock(assignment.caseNumber());
        int noted = jdbc.sql("""
                insert into correspondence.assignment (case_number, org_unit, clerk, task_deadline, instruction,
                        recorded_at, idempotency_key)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (idempotency_key) do nothing
                """)
                .params(
                        assignment.caseNumber(),
                        assignment.orgUnit(),
                        assignment.clerk(),
                        assignment.taskDeadline(),
                        assignment.instruction(),
                        now(),
                        key)
                .update();
        if (noted == 1) {
            jdbc.sql("""
                    update correspondence.case_file set handling_unit = ?, clerk = ?, task_deadline = ?
                    where case_number = ?
                    """)
                    .params(
                            assignment.orgUnit(),
                            assignment.clerk(),
                            assignment.taskDeadline(),
                            assignment.caseNumber())
                    .update();
        }
    }

    @Override
    @Transactional
    public String registerDecision(String caseNumber, String kind) {
        if (cases.lock(caseNumber).closed()) {
            throw new Refusal("CASE_CLOSED", "Sprawa jest zakończona, nie można zarejestrować w niej decyzji.");
        }
        return jdbc.sql("""
                select decision_number from correspondence.decision
                where case_number = ? and kind = ? and document_id is null and letter_id is null
                """)
                .params(caseNumber, kind)
                .query(String.class)
                .optional()
                .orElseGet(() -> enterRuling(caseNumber, kind, DECISIONS, null));
    }

    @Override
    @Transactional
    public String registerRuling(String caseNumber, String letterId, OfficeLetters.Kind kind) {
        if (cases.lock(caseNumber).closed()) {
            throw new Refusal("CASE_CLOSED", "Sprawa jest zakończona, nie można zarejestrować w niej rozstrzygnięcia.");
        }
        return known("select decision_number from correspondence.decision where letter_id = ?", letterId)
                .orElseGet(() -> enterRuling(
                        caseNumber, kind.name(), kind == OfficeLetters.Kind.ORDER ? "P" : DECISIONS, letterId));
    }

    private String enterRuling(String caseNumber, String kind, String letters, String letterId) {
        int ordinal = jdbc.sql("select count(*) + 1 from correspondence.decision where case_number = ? and series = ?")
                .params(caseNumber, letters)
                .query(Integer.class)
                .single();
        int year = clock.today().getYear();
        int number = series.next("RD/" + year);
        String decisionNumber = caseNumber + "." + letters + ordinal;
        jdbc.sql("""
                insert into correspondence.decision (decision_number, register_number, year, number, case_number,
                        ordinal, kind, registered_at, series, letter_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        decisionNumber,
                        number + "/" + year,
                        year,
                        number,
                        caseNumber,
                        ordinal,
                        kind,
                        now(),
                        letters,
                        letterId)
                .update();
        return decisionNumber;
    }

    @Override
    @Transactional
    public String registerOutgoing(Outgoing outgoing) {
        lock("delivery " + outgoing.deliveryId());
        return known("select outgoing_number from correspondence.outgoing where delivery_id = ?", outgoing.deliveryId())
                .orElseGet(() -> enter(outgoing));
    }

    private String enter(Outgoing outgoing) {
        int year = clock.today().getYear();
        int number = series.next("RPWych/" + year);
        String outgoingNumber = "RPWych/" + number + "/" + year;
        String addressee = outgoing.partyId() == null
                ? null
                : parties.get(outgoing.partyId()).displayName();
        jdbc.sql("""
                insert into correspondence.outgoing (outgoing_number, year, number, delivery_id, case_number, party_id,
                        addressee, document_id, channel, registered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        outgoingNumber,
                        year,
                        number,
                        outgoing.deliveryId(),
                        outgoing.caseNumber(),
                        outgoing.partyId(),
                        addressee,
                        outgoing.documentId(),
                        outgoing.channel(),
                        now())
                .update();
        return outgoingNumber;
    }

    @Override
    @Transactional
    public void file(String caseNumber, DocumentKind kind, String title, String documentId) {
        cases.file(caseNumber, kind, title, documentId);
    }

    @Override
    @Transactional
    public boolean closeCase(String caseNumber, String outcome) {
        if (cases.lock(caseNumber).closed()) {
            return false;
        }
        Retention kept = Retention.of(categoryOf(caseNumber), clock.today());
        jdbc.sql("""
                update correspondence.case_file set closed_on = ?, outcome = ?, category = ?, hand_over_from = ?,
                        destroyable_from = ?, appraisal_from = ?, state_archive_from = ?
                where case_number = ?
                """)
                .params(
                        clock.today(),
                        outcome,
                        kept.category(),
                        kept.handOverFrom(),
                        kept.destroyableFrom(),
                        kept.appraisalFrom(),
                        kept.stateArchiveFrom(),
                        caseNumber)
                .update();
        return true;
    }

    private String categoryOf(String caseNumber) {
        return jdbc.sql("""
                select c.category from correspondence.case_file f
                join correspondence.jrwa_class c on c.symbol = f.jrwa_class where f.case_number = ?
                """).param(caseNumber).query(String.class).single();
    }

    @Override
    @Transactional
    public boolean reopenCase(String caseNumber, String reason, String key) {
        boolean closed = cases.lock(caseNumber).closed();
        if (known("select reopen_key from correspondence.case_reopening where reopen_key = ?", key)
                .isPresent()) {
            return true;
        }
        if (!closed) {
            return false;
        }
        jdbc.sql("""
                insert into correspondence.case_reopening
                        (reopen_key, case_number, reopened_on, former_end, former_outcome, reason)
                select ?, case_number, ?, closed_on, outcome, ? from correspondence.case_file where case_number = ?
                """).params(key, clock.today(), reason, caseNumber).update();
        // With the case its retention is open again; the next end counts it anew.
        jdbc.sql("""
                update correspondence.case_file set closed_on = null, outcome = null, category = null,
                        hand_over_from = null, destroyable_from = null, appraisal_from = null, state_archive_from = null
                where case_number = ?
                """).param(caseNumber).update();
        cases.note(caseNumber, "reopened " + key, "Sprawę podjęto ponownie: " + reason);
        return true;
    }

    /** Lets one transaction at a time speak of the subject. */
    private void lock(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null")
                .param(subject)
                .query(Boolean.class)
                .single();
    }

    private Optional<String> known(String query, String key) {
        return jdbc.sql(query).param(key).query(String.class).optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
