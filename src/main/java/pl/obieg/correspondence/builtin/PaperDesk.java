package pl.obieg.correspondence.builtin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.CorrespondenceSystem;
import pl.obieg.correspondence.EzdSettings;
import pl.obieg.correspondence.LetterRouter;
import pl.obieg.correspondence.Senders;
import pl.obieg.correspondence.builtin.UnscannedKinds.UnscannedKind;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.documents.PdfPages;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Refusal;

/**
 * Takes in a letter on paper: number of the register, place of the original (OFF-10) and of carriers (OFF-11), the whole
 * of it as a scan (OFF-13) or the reason why not (OFF-12). Then it goes the way of every letter: it begins a procedure,
 * is filed in a case, or waits to be recognised.
 */
@Service
public class PaperDesk {

    static final String CHANNEL = "PAPER";
    private static final String PDF = "application/pdf";
    private static final String CARD = "letters/pismo-nierozpoznane/karta-pisma.ftlh";
    private static final LocalTime NOON = LocalTime.NOON;

    private final JdbcClient jdbc;
    private final CorrespondenceSystem ezd;
    private final Storeroom storeroom;
    private final UnscannedKinds unscanned;
    private final Submissions submissions;
    private final Senders senders;
    private final Parties parties;
    private final DocumentStore documents;
    private final LetterWriter writer;
    private final LetterRouter router;
    private final EzdSettings settings;
    private final OfficeClock clock;

    PaperDesk(
            JdbcClient jdbc,
            CorrespondenceSystem ezd,
            Storeroom storeroom,
            UnscannedKinds unscanned,
            Submissions submissions,
            Senders senders,
            Parties parties,
            DocumentStore documents,
            LetterWriter writer,
            LetterRouter router,
            EzdSettings settings,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.ezd = ezd;
        this.storeroom = storeroom;
        this.unscanned = unscanned;
        this.submissions = submissions;
        this.senders = senders;
        this.parties = parties;
        this.documents = documents;
        this.writer = writer;
        this.router = router;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Registers the letter and passes it on.
     *
     * @param clerk login
     * @return number of the register, {@code RPW/1/2026}
     * @throws Refusal SCAN_UNREADABLE, SCAN_INCOMPLETE, NOT_SCANNED, UNKNOWN_REASON, CASE_NOT_FOUND, CASE_CLOSED,
     *     UNKNOWN_LETTER_KIND; then nothing is entered and no number drawn
     */
    @Transactional
    public String register(PaperLetter letter, String clerk) {
        Optional<String> known = numberOf(letter.key());
        if (known.isPresent()) {
            return known.get();
        }
        Integer scanPages = letter.scanId() == null ? null : pagesOf(letter);
        UnscannedKind reason = reasonOf(letter);
        Submission stored = store(letter, reason);
        String number = ezd.register(stored);
        describe(letter, number);
        keep(letter, stored.id(), number, scanPages, reason, clerk);
        putAway(letter, number, reason);
        if (PaperLetter.UNRECOGNISED.equals(letter.kind())) {
            router.leaveUnrecognised(stored);
        } else {
            router.pass(stored, number, letter.kind(), letter.relatedCase());
        }
        return number;
    }

    /** The second of two clicks waits here until the first has entered the letter. */
    private Optional<String> numberOf(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null")
                .param("paper " + key)
                .query(Boolean.class)
                .single();
        return jdbc.sql("select letter_number from correspondence.paper_letter where registration_key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** OFF-13: what is scanned is scanned as a whole. */
    private int pagesOf(PaperLetter letter) {
        int pages = PdfPages.of(documents.get(letter.scanId()).content())
                .orElseThrow(() -> new Refusal("SCAN_UNREADABLE", "Skanu nie da się odczytać. Wgraj plik PDF."));
        if (pages < letter.pages() && letter.unscannedCode() == null) {
            throw new Refusal(
                    "SCAN_INCOMPLETE",
                    "Skan ma mniej stron (" + pages + ") niż pismo (" + letter.pages()
                            + "). Odwzorowanie musi być pełne albo trzeba podać, czego nie zeskanowano i dlaczego.");
        }
        return pages;
    }

    private UnscannedKind reasonOf(PaperLetter letter) {
        if (letter.unscannedCode() != null) {
            return unscanned
                    .find(letter.unscannedCode(), clock.today())
                    .orElseThrow(() ->
                            new Refusal("UNKNOWN_REASON", "Tego rodzaju dokumentów nie ma w wykazie nieskanowanych."));
        }
        if (letter.scanId() == null || letter.attachmentScans().size() < letter.attachments()) {
            throw new Refusal(
                    "NOT_SCANNED", "Zeskanuj pismo i wszystkie załączniki albo podaj, dlaczego ich nie zeskanowano.");
        }
        return null;
    }

    private Submission store(PaperLetter letter, UnscannedKind reason) {
        Optional<Party> sender = Optional.ofNullable(letter.sender())
                .map(party -> party.id() == null ? party.withId(parties.register(party)) : party);
        String id = submissions
                .accept(new Submission(
                        null,
                        CHANNEL,
                        letter.key(),
                        null,
                        PaperLetter.UNRECOGNISED.equals(letter.kind()) ? null : letter.kind(),
                        sender.map(Party::displayName).orElse(null),
                        sender.map(PaperDesk::identifier).orElse(null),
                        null,
                        letter.subject(),
                        received(letter.receivedOn()),
                        letter.scanId() == null ? card(letter, sender, reason) : letter.scanId(),
                        null,
                        letter.attachmentScans()))
                .id();
        Submission stored = submissions.get(id);
        sender.ifPresent(party -> senders.remember(stored, party.id()));
        return stored;
    }

    /** A letter entered on the day it came has the time it was entered; else noon stands for the day. */
    private Instant received(LocalDate day) {
        return day.equals(clock.today())
                ? clock.instant()
                : day.atTime(NOON).atZone(OfficeClock.WARSAW).toInstant();
    }

    private static String identifier(Party party) {
        return party.pesel() != null ? party.pesel() : party.nip() != null ? party.nip() : party.regon();
    }

    /** In place of a scan the case holds a card that says what lies in the store and why it was not scanned. */
    private String card(PaperLetter letter, Optional<Party> sender, UnscannedKind reason) {
        byte[] pdf = writer.pdf(
                CARD,
                "Karta pisma nieskanowanego",
                Map.of(
                        "office",
                        settings.office().name(),
                        "sender",
                        sender.map(Party::displayName).orElse("nadawca nieznany"),
                        "receivedOn",
                        letter.receivedOn(),
                        "subject",
                        letter.subject(),
                        "pages",
                        letter.pages(),
                        "reason",
                        reason.label(),
                        "storedApart",
                        reason.storedApart()));
        return documents.put(pdf, "karta-pisma.pdf", PDF);
    }

    private void describe(PaperLetter letter, String number) {
        jdbc.sql("""
                update correspondence.incoming set letter_date = ?, senders_mark = ?, carrier = ?, remarks = ?,
                        attachments = ?
                where letter_number = ?
                """)
                .params(
                        letter.letterDate(),
                        letter.sendersMark(),
                        CHANNEL,
                        letter.remarks(),
                        letter.attachments(),
                        number)
                .update();
    }

    private void keep(
            PaperLetter letter,
            String submissionId,
            String number,
            Integer scanPages,
            UnscannedKind reason,
            String clerk) {
        jdbc.sql("""
                insert into correspondence.paper_letter (submission_id, letter_number, registration_key, kind, pages,
                        scan_pages, unscanned_code, unscanned_reason, registered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        submissionId,
                        number,
                        letter.key(),
                        letter.kind(),
                        letter.pages(),
                        scanPages,
                        reason == null ? null : reason.code(),
                        reason == null ? null : reason.label(),
                        clerk)
                .update();
    }

    private void putAway(PaperLetter letter, String number, UnscannedKind reason) {
        if (reason == null || !reason.storedApart()) {
            String attachments = letter.attachments() == 0 ? "" : ", załączników: " + letter.attachments();
            storeroom.put(Storeroom.Store.ORIGINALS, number, "oryginał pisma, stron: " + letter.pages() + attachments);
        }
        for (int carrier = 1; carrier <= letter.carriers(); carrier++) {
            String which = letter.carriers() == 1 ? "" : " (" + carrier + " z " + letter.carriers() + ")";
            storeroom.put(Storeroom.Store.CARRIERS, number, letter.carrierKind() + which);
        }
    }
}
