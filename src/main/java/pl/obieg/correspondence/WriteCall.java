package pl.obieg.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.documents.PaperVersions;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Writes a call (wezwanie) to the sender of a letter: formal defects (OP art. 169 §1), a correction (OP art. 274),
 * explanations (OP art. 274a § 2) or a declaration on the right form (art. 274a § 1).
 */
@OperationCard(
        label = "Sporządź wezwanie",
        description = "Tworzy wezwanie do nadawcy pisma i dołącza je do sprawy; wezwanie wymaga opieczętowania.",
        system = "ezd",
        refusals = {
            "UNKNOWN_CALL_KIND: Nie ma takiego rodzaju wezwania.",
            "SENDER_UNKNOWN: Pismo nie ma nadawcy, którego można wezwać."
        })
public class WriteCall implements Operation<WriteCall.Input, WriteCall.Output> {

    private static final String TEMPLATE = "letters/wezwanie/wezwanie.ftlh";

    /** Since 2026 only these may still come through ePUAP; an application may not (OP art. 168 §1). */
    private static final Set<String> DECLARATIONS = Set.of("IN-1", "IR-1", "IL-1", "DN-1", "DR-1", "DL-1");

    /**
     * {@code callKind}: {@code FORMAL_DEFECTS}, {@code CORRECTION}, {@code EXPLANATION} or {@code FILING}; {@code callDays} by default 7 or 14;
     * {@code callReason}: Polish text of what is to be done; {@code caseNumber} may be unset before there is a case;
     * {@code partyIds}: whom to call, or unset before the parties are known: then the sender is called.
     */
    public record Input(
            String caseNumber,
            String submissionId,
            String callKind,
            Integer callDays,
            String callReason,
            @Nullable List<String> partyIds) {}

    /** {@code unsealedDocumentId}: the PDF, to be sealed; {@code partyIds}: who is called. */
    public record Output(String unsealedDocumentId, List<String> partyIds) {}

    private enum Kind {
        FORMAL_DEFECTS(
                7,
                "Wezwanie do usunięcia braków formalnych",
                "art. 169 § 1 ustawy z dnia 29 sierpnia 1997 r. – Ordynacja podatkowa",
                "Jeżeli braki nie zostaną usunięte w terminie, podanie pozostanie bez rozpatrzenia."),
        CORRECTION(
                14,
                "Wezwanie do złożenia wyjaśnień lub korekty",
                "art. 274 § 1 pkt 2 i art. 274a § 2 ustawy z dnia 29 sierpnia 1997 r. – Ordynacja podatkowa",
                "Jeżeli wątpliwości nie zostaną wyjaśnione w terminie, organ może wszcząć postępowanie podatkowe."),
        EXPLANATION(
                14,
                "Wezwanie do złożenia wyjaśnień",
                "art. 274a § 2 ustawy z dnia 29 sierpnia 1997 r. – Ordynacja podatkowa",
                "Jeżeli wątpliwości nie zostaną wyjaśnione w terminie, organ może wszcząć postępowanie podatkowe."),
        FILING(
                14,
                "Wezwanie do złożenia deklaracji",
                "art. 274a § 1 ustawy z dnia 29 sierpnia 1997 r. – Ordynacja podatkowa",
                "Jeżeli deklaracja nie zostanie złożona w terminie, organ może wszcząć postępowanie podatkowe.");

        private final int days;
        private final String title;
        private final String basis;
        private final String warning;

        Kind(int days, String title, String basis, String warning) {
            this.days = days;
            this.title = title;
            this.basis = basis;
            this.warning = warning;
        }
    }

    private final CorrespondenceSystem ezd;
    private final Submissions submissions;
    private final Senders senders;
    private final Parties parties;
    private final CallRegister calls;
    private final LetterWriter letters;
    private final DocumentStore documents;
    private final PaperVersions papers;
    private final EzdSettings settings;
    private final OfficeClock clock;

    WriteCall(
            CorrespondenceSystem ezd,
            Submissions submissions,
            Senders senders,
            Parties parties,
            CallRegister calls,
            LetterWriter letters,
            DocumentStore documents,
            PaperVersions papers,
            EzdSettings settings,
            OfficeClock clock) {
        this.ezd = ezd;
        this.submissions = submissions;
        this.senders = senders;
        this.parties = parties;
        this.calls = calls;
        this.letters = letters;
        this.documents = documents;
        this.papers = papers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Kind kind = kindOf(input.callKind());
        Submission letter = submissions.get(input.submissionId());
        List<String> called = input.partyIds() == null || input.partyIds().isEmpty()
                ? List.of(senders.partyOf(letter))
                : input.partyIds();
        Map<String, Object> model = model(input, kind, letter, parties.get(called.get(0)));
        String documentId = write(kind, model, false);
        papers.keep(documentId, write(kind, model, true));
        if (input.caseNumber() != null) {
            ezd.file(input.caseNumber(), CorrespondenceSystem.DocumentKind.CALL, kind.title, documentId);
            calls.open(call.idempotencyKey(), input.caseNumber(), letter);
        }
        return Answer.now(new Output(documentId, called));
    }

    private String write(Kind kind, Map<String, Object> model, boolean forPaper) {
        model.put("forPaper", forPaper);
        return documents.put(letters.pdf(TEMPLATE, kind.title, model), "wezwanie.pdf", "application/pdf");
    }

    private Map<String, Object> model(Input input, Kind kind, Submission letter, Party party) {
        Map<String, Object> model = new HashMap<>();
        model.put("office", settings.office());
        model.put("reference", input.caseNumber() == null ? ezd.register(letter) : input.caseNumber());
        model.put("date", clock.today());
        model.put("party", party);
        model.put("addressee", party.displayName());
        model.put("title", kind.title);
        model.put("basis", kind.basis);
        model.put("warning", kind.warning);
        model.put("days", input.callDays() == null ? kind.days : input.callDays());
        model.put("reason", input.callReason() == null ? "" : input.callReason());
        model.put("declaration", letter.formCode() != null && DECLARATIONS.contains(letter.formCode()));
        model.put("subject", letter.subject() == null ? "pismo" : letter.subject());
        model.put("receivedOn", letter.receivedAt().atZone(OfficeClock.WARSAW).toLocalDate());
        return model;
    }

    private static Kind kindOf(String name) {
        try {
            return Kind.valueOf(String.valueOf(name));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("UNKNOWN_CALL_KIND", "Nie ma rodzaju wezwania " + name);
        }
    }
}
