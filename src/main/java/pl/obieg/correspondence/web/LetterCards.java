package pl.obieg.correspondence.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.correspondence.EzdSettings;
import pl.obieg.correspondence.builtin.Storeroom;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.StaffDirectory;

/** Reads all that the register of incoming letters holds of one letter. */
@Repository
class LetterCards {

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Storeroom storeroom;
    private final EzdSettings settings;
    private final StaffDirectory staff;

    LetterCards(
            JdbcClient jdbc, Submissions submissions, Storeroom storeroom, EzdSettings settings, StaffDirectory staff) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.storeroom = storeroom;
        this.settings = settings;
        this.staff = staff;
    }

    /** A letter, ready to be shown: every value is a Polish text, {@code null} where there is none. */
    public record Card(
            String number,
            String sender,
            String receivedAt,
            String registeredAt,
            String channel,
            String subject,
            String letterDate,
            String sendersMark,
            int attachments,
            String remarks,
            String caseNumber,
            List<File> files,
            List<String> notes,
            Paper paper,
            List<Kept> kept) {}

    /** A file of the letter. */
    public record File(String name, String href) {}

    /** What is known of a letter on paper only. */
    public record Paper(String kind, int pages, Integer scanPages, String unscannedReason, String registeredBy) {}

    /** An original or a carrier in its store. */
    public record Kept(String place, String href, String store, String what, String borrower, String dueOn) {}

    /** @param number {@code RPW/1/2026} */
    @Transactional(readOnly = true)
    public Optional<Card> read(String number) {
        return jdbc.sql("select * from correspondence.incoming where letter_number = ?")
                .param(number)
                .query((row, index) -> new Card(
                        number,
                        row.getString("sender"),
                        Polish.time(row.getTimestamp("received_at").toInstant()),
                        Polish.time(row.getTimestamp("registered_at").toInstant()),
                        Polish.channel(row.getString("channel")),
                        row.getString("subject"),
                        Polish.day(row.getObject("letter_date", LocalDate.class)),
                        row.getString("senders_mark"),
                        row.getInt("attachments"),
                        row.getString("remarks"),
                        row.getString("case_number"),
                        files(submissions.get(row.getString("submission_id"))),
                        notes(row.getString("submission_id")),
                        paper(number),
                        kept(number)))
                .optional();
    }

    private static List<File> files(Submission letter) {
        List<File> files = new java.util.ArrayList<>();
        files.add(new File("Treść pisma", "/dokumenty/" + letter.documentId()));
        letter.attachments().forEach(one -> files.add(new File(one.fileName(), "/dokumenty/" + one.documentId())));
        return files;
    }

    /** What was noted of the letter before it had a case. */
    private List<String> notes(String submissionId) {
        return jdbc.sql("select task, label, note, clerk, noted_at from correspondence.remark"
                        + " where submission_id = ? and case_number is null order by id")
                .param(submissionId)
                .query((row, index) -> Polish.time(row.getTimestamp("noted_at").toInstant()) + ", "
                        + row.getString("task") + " – " + row.getString("label") + ": " + row.getString("note")
                        + (row.getString("clerk") == null ? "" : ", " + staff.nameOf(row.getString("clerk"))))
                .list();
    }

    private Paper paper(String number) {
        return jdbc.sql("select * from correspondence.paper_letter where letter_number = ?")
                .param(number)
                .query((row, index) -> new Paper(
                        kind(row.getString("kind")),
                        row.getInt("pages"),
                        row.getObject("scan_pages", Integer.class),
                        row.getString("unscanned_reason"),
                        staff.nameOf(row.getString("registered_by"))))
                .optional()
                .orElse(null);
    }

    private String kind(String code) {
        return settings.letters().stream()
                .filter(one -> one.code().equals(code))
                .map(EzdSettings.LetterKind::label)
                .findFirst()
                .orElse("do rozpoznania");
    }

    private List<Kept> kept(String number) {
        return storeroom.ofLetter(number).stream()
                .map(item -> new Kept(
                        item.place(),
                        Polish.placeHref(item.place()),
                        item.store().polish(),
                        item.what(),
                        item.lent() == null ? null : staff.nameOf(item.lent().borrower()),
                        item.lent() == null ? null : Polish.day(item.lent().dueOn())))
                .toList();
    }
}
