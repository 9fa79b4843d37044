package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.correspondence.builtin.Office.call;
import static pl.obieg.correspondence.builtin.Office.sha;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.PaperVersions;
import pl.obieg.documents.PdfA;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.documents.store.PostgresDocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.exchange.OfficeLetters.Kind;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Refusal;

/** Letters of the office from draft to issue, and cases and letters that reach a procedure by a clerk. */
class LettersTest {

    private static final String TEMPLATE = "letters/proba/pismo.ftlh";
    private static final String WORDING = """
            <#import "/letters/wydanie-pisma/pismo.ftlh" as w>
            <@w.pismo basis="art. 67a § 1 Ordynacji podatkowej" instruction="Przysługuje odwołanie.">
            <p>Kwota ${kwotaZl(amount)} do ${dzien(until)}.</p>
            <#list rows as row><p>Rata ${row.number}: ${kwotaZl(row.sum)}</p></#list>
            </@w.pismo>
            """;

    private final Office office = new Office();
    private final Map<String, String> files = new HashMap<>(Map.of(TEMPLATE, WORDING));
    private final DocumentStore documents = new PostgresDocumentStore(office.database.jdbc(), office.clock);
    private final Letters letters = new Letters(office.database.jdbc(), this::file, office.clock);
    private final EzdSettings settings = Binder.get(new MockEnvironment()
                    .withProperty("obieg.systems.ezd.letters[0].code", "ODWOLANIE")
                    .withProperty("obieg.systems.ezd.letters[0].message", "AppealArrived")
                    .withProperty("obieg.systems.ezd.letters[1].code", "SPRZECIW")
                    .withProperty("obieg.systems.ezd.letters[1].message", "ObjectionArrived")
                    .withProperty("obieg.systems.ezd.letters[1].in-case", "true"))
            .bindOrCreate("obieg.systems.ezd", EzdSettings.class);
    private final LetterPages pages =
            new LetterPages(PdfLetterWriter.reading(this::file), documents, office.parties, settings);
    private final PaperVersions papers = new PaperVersions(office.database.jdbc());
    private final PassLetterOn passOn =
            new PassLetterOn(office.submissions, new LetterRouter(office.ezd, settings, office.published::add));

    private record Row(int number, BigDecimal sum) {}

    @Test
    void whatWasApprovedGoesOutThoughTheTemplateChangesInBetween() throws Exception {
        String caseNumber = office.anyCase();
        String letterId = draft(caseNumber, Kind.DECISION);
        String draftText =
                text(now(new WriteLetterDraft(letters, pages, office.clock), new WriteLetterDraft.Input(letterId))
                        .draftDocumentId());

        files.put(TEMPLATE, WORDING.replace("Kwota", "Zupełnie co innego"));
        WriteLetter.Output written =
                now(new WriteLetter(letters, pages, office.ezd, papers, office.clock), new WriteLetter.Input(letterId));

        assertThat(draftText).contains("PROJEKT", "– (projekt)", "Kwota 1 234,50 zł do 15 września 2026 r.");
        assertThat(text(written.unsealedDocumentId()))
                .contains(
                        "DECYZJA",
                        "w sprawie ulgi",
                        "Jan Próbny",
                        "Kwota 1 234,50 zł do 15 września 2026 r.",
                        "Rata 2: 617,25 zł",
                        "Przysługuje odwołanie.",
                        caseNumber + ".D1")
                .doesNotContain("PROJEKT", "Zupełnie");
        assertThat(PdfA.violations(documents.get(written.unsealedDocumentId()).content()))
                .isEmpty();
    }

    @Test
    void countsDecisionsAndOrdersApartAndGivesEachLetterOneNumber() {
        String caseNumber = office.anyCase();
        String decision = draft(caseNumber, Kind.DECISION);

        assertThat(number(decision)).isEqualTo(caseNumber + ".D1").isEqualTo(number(decision));
        assertThat(number(draft(caseNumber, Kind.ORDER))).isEqualTo(caseNumber + ".P1");
        assertThat(number(draft(caseNumber, Kind.DECISION))).isEqualTo(caseNumber + ".D2");
        assertThat(number(draft(caseNumber, Kind.DUNNING))).isNull();
        assertThat(texts("select register_number from correspondence.decision order by number"))
                .containsExactly("1/2026", "2/2026", "3/2026");
    }

    @Test
    void anIssuedLetterIsFiledOnceAndStandsInTheRegister() {
        String caseNumber = office.anyCase();
        String letterId = draft(caseNumber, Kind.ORDER);
        number(letterId);
        IssueLetter issue = new IssueLetter(letters, office.published::add, office.clock);

        now(issue, new IssueLetter.Input(letterId, sha(7)));
        now(issue, new IssueLetter.Input(letterId, sha(7)));

        assertThat(office.published).singleElement().isInstanceOfSatisfying(CaseFact.LetterIssued.class, fact -> {
            assertThat(fact.number()).isEqualTo(caseNumber + ".P1");
            office.chronicle.on(fact);
        });
        assertThat(texts("select title from correspondence.case_document where kind = 'ORDER'"))
                .containsExactly("Postanowienie " + caseNumber + ".P1 w sprawie ulgi");
        assertThat(texts("select issued_on::text from correspondence.decision")).containsExactly("2026-05-14");
    }

    @Test
    @DisplayName("PT-15: a decision that stays in the files is numbered and issued like any, but goes to nobody")
    void decisionOnFileIsRegisteredAndNotDelivered() {
        String caseNumber = office.anyCase();
        IssueLetter issue = new IssueLetter(letters, office.published::add, office.clock);
        String onFile = draft(caseNumber, Kind.FILE_DECISION);
        String ordinary = draft(caseNumber, Kind.DECISION);

        assertThat(number(onFile)).isEqualTo(caseNumber + ".D1");
        assertThat(number(ordinary)).isEqualTo(caseNumber + ".D2");
        assertThat(now(issue, new IssueLetter.Input(onFile, sha(7))).staysInFiles())
                .isTrue();
        assertThat(now(issue, new IssueLetter.Input(ordinary, sha(8))).staysInFiles())
                .isFalse();
    }

    @Test
    @DisplayName("OP art. 169 § 4: a letter is left unexamined by an order with a complaint, to its sender")
    void letterLeftUnexaminedGetsAnOrderWithItsRemedy() throws Exception {
        Submission letter = office.anyLetter();
        String caseNumber = office.caseOf(letter);
        DraftUnexamined draft =
                new DraftUnexamined(office.submissions, new Senders(office.database.jdbc(), office.parties), letters);

        DraftUnexamined.Output output = now(
                draft,
                new DraftUnexamined.Input(
                        caseNumber, letter.id(), "DUTY_UNPAID", "Opłata skarbowa 21 zł nie wpłynęła.", null));
        WriteLetter.Output written = now(
                new WriteLetter(letters, pages, office.ezd, papers, office.clock),
                new WriteLetter.Input(output.letterId()));

        assertThat(output.partyIds()).hasSize(1);
        assertThat(text(written.unsealedDocumentId()))
                .contains("POSTANOWIENIE", "art. 169 § 1, § 2 i § 4", "pozostawiam bez rozpatrzenia")
                .contains("Opłata skarbowa 21 zł nie wpłynęła.", "zażalenie", "7 dni", caseNumber + ".P1");
    }

    @Test
    void opensACaseExOfficioOnceForEachStep() {
        OpenOwnCase open = new OpenOwnCase(office.ezd, office.classes, office.published::add, office.clock);
        OpenOwnCase.Input input = new OpenOwnCase.Input("Zaległości za rok 2026", null);

        String first = open(open, input, "a").caseNumber();

        assertThat(first).isEqualTo("FN.3140.1.2026");
        assertThat(open(open, input, "a").caseNumber()).isEqualTo(first);
        assertThat(open(open, input, "b").caseNumber()).isEqualTo("FN.3140.2.2026");
        assertThat(texts("select title from correspondence.case_file order by number"))
                .containsExactly("Zaległości za rok 2026", "Zaległości za rok 2026");
    }

    private OpenOwnCase.Output open(OpenOwnCase open, OpenOwnCase.Input input, String key) {
        return office.transaction.execute(status ->
                ((Answer.Now<OpenOwnCase.Output>) open.run(input, Office.call(key, "upomnienie-i-tytul"))).output());
    }

    @Test
    void aLetterAClerkRecognisedBeginsItsProcedure() {
        Submission letter = office.anyLetter();

        now(passOn, new PassLetterOn.Input(letter.id(), "RPW/1/2026", "ODWOLANIE", null));

        assertThat(office.published)
                .containsExactly(new ProcedureMessage(
                        "AppealArrived",
                        letter.id(),
                        letter.id(),
                        Map.of("submissionId", letter.id(), "formCode", "ODWOLANIE", "channel", "EPUAP")));
    }

    @Test
    void aLetterInACaseUnderWayIsFiledThereAndToldToIt() {
        String caseNumber = office.anyCase();
        Submission letter = office.anyLetter();
        String letterNumber = office.register(letter);

        now(passOn, new PassLetterOn.Input(letter.id(), letterNumber, "SPRZECIW", " " + caseNumber + " "));

        assertThat(office.published)
                .containsExactly(new ProcedureMessage(
                        "ObjectionArrived",
                        caseNumber,
                        letter.id(),
                        Map.of("laterSubmissionId", letter.id(), "channel", "EPUAP")));
        assertThat(texts(
                        "select case_number from correspondence.incoming where letter_number = '" + letterNumber + "'"))
                .containsExactly(caseNumber);
    }

    @Test
    void refusesAWrongCaseNumberAClosedCaseAndAnUnknownKind() {
        String closed = office.anyCase();
        office.transaction.execute(status -> office.ezd.closeCase(closed, "załatwiono"));
        Submission letter = office.anyLetter();

        refused("CASE_NOT_FOUND", new PassLetterOn.Input(letter.id(), "RPW/2/2026", "SPRZECIW", "FN.3120.99.2026"));
        refused("CASE_NOT_FOUND", new PassLetterOn.Input(letter.id(), "RPW/2/2026", "SPRZECIW", null));
        refused("CASE_CLOSED", new PassLetterOn.Input(letter.id(), "RPW/2/2026", "SPRZECIW", closed));
        refused("UNKNOWN_LETTER_KIND", new PassLetterOn.Input(letter.id(), "RPW/2/2026", "DONOS", null));
        assertThat(office.published).isEmpty();
    }

    private void refused(String code, PassLetterOn.Input input) {
        assertThatThrownBy(() -> now(passOn, input))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String draft(String caseNumber, Kind kind) {
        String partyId = office.parties.register(
                Party.natural("Jan", "Próbny", null, new Address("Polna", "1", null, "00-999", "Przykładowo", "PL")));
        Draft draft = new Draft(
                caseNumber,
                kind,
                TEMPLATE,
                "w sprawie ulgi",
                Map.of(
                        "amount", new BigDecimal("1234.50"),
                        "until", LocalDate.of(2026, 9, 15),
                        "rows", List.of(new Row(1, new BigDecimal("617.25")), new Row(2, new BigDecimal("617.25")))),
                List.of(partyId));
        String key = partyId + kind;
        String letterId = letters.draft(draft, key);
        assertThat(letters.draft(draft, key)).isEqualTo(letterId);
        return letterId;
    }

    private String number(String letterId) {
        return now(new WriteLetter(letters, pages, office.ezd, papers, office.clock), new WriteLetter.Input(letterId))
                .letterNumber();
    }

    private <I extends Record, O extends Record> O now(Operation<I, O> operation, I input) {
        return now(operation, input, "k");
    }

    private <I extends Record, O extends Record> O now(Operation<I, O> operation, I input, String key) {
        return office.transaction.execute(status -> ((Answer.Now<O>) operation.run(input, call(key))).output());
    }

    private List<String> texts(String query) {
        return office.database.jdbc().sql(query).query(String.class).list();
    }

    private String text(String documentId) throws IOException {
        try (PDDocument document = Loader.loadPDF(documents.get(documentId).content())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private String file(String path) {
        try {
            return files.containsKey(path) ? files.get(path) : Files.readString(Path.of(path));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
