package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.PaperVersions;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.process.Refusal;
import pl.obieg.support.DecisionExamples;

/** How letters are signed (rulebook 3.2), through the office's own operations and table D20. */
class SignatureTest {

    private static final DeliveryOffice office = new DeliveryOffice();
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
    private static final String DISPUTED = "FN.3120.77.2026";
    private static final String PAPER_VERSION = "b".repeat(64);
    private static final String UNSEALED = "c".repeat(64);

    @BeforeEach
    void clear() {
        office.cleared();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @DisplayName("SG-01: wezwanie na papierze podpisuje własnoręcznie tylko osoba upoważniona w dniu podpisu")
    void letterOnPaperIsSignedByHandByOneWhoIsAuthorised() {
        authorise("wojtek", "Wojciech Sowa", LocalDate.of(2026, 1, 1), null, LetterKind.LETTER);
        authorise("anna", "Anna Czapla", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), LetterKind.LETTER);
        authorise("piotr", "Piotr Dudek", LocalDate.of(2026, 1, 1), null, LetterKind.CERTIFICATE);
        hasPaperVersion();
        String id = office.prepared();
        Map<String, Object> row = asked(id, "REGISTERED");

        assertThat(row).containsEntry("signatureKind", "SG-01").containsEntry("handSignature", true);
        PreparePrint.Output print = prepared(id, row);
        assertThat(print.printDocumentId())
                .as("not the one with the words about a seal")
                .isEqualTo(PAPER_VERSION);
        assertThat(print.signatories()).extracting(PreparePrint.Choice::value).containsExactly("wojtek");

        refused("SIGNATORY_NOT_AUTHORISED", id, "anna", TODAY);
        refused("SIGNATORY_NOT_AUTHORISED", id, "piotr", TODAY);
        refused("SIGNATURE_INCOMPLETE", id, "", TODAY);
        refused("SIGNATURE_INCOMPLETE", id, "wojtek", null);
        refused("SIGNING_DAY_WRONG", id, "wojtek", TODAY.plusDays(1));
        refused("SIGNING_DAY_WRONG", id, "wojtek", TODAY.minusDays(1));
        sign(id, "wojtek", TODAY);

        assertThat(signings(id)).singleElement().satisfies(signing -> {
            assertThat(signing.person()).isEqualTo("Wojciech Sowa");
            assertThat(signing.basis()).isEqualTo("upoważnienie nr 7/2026");
            assertThat(signing.signedOn()).isEqualTo(TODAY);
            assertThat(signing.documentId()).isEqualTo(PAPER_VERSION);
        });
    }

    @Test
    @DisplayName(
            "SG-01: podpisany wydruk, którego poczta nie przyjęła, wychodzi bez ponownego podpisu; następna próba nie")
    void signedPrintThatNeverLeftIsNotSignedAgain() {
        authorise("wojtek", "Wojciech Sowa", LocalDate.of(2026, 1, 1), null, LetterKind.LETTER);
        String id = office.prepared();
        prepared(id, asked(id, "REGISTERED"));
        sign(id, "wojtek", TODAY);

        assertThat(asked(id, "REGISTERED")).containsEntry("handSignature", false);

        office.sendByPost(id);
        assertThat(asked(id, "REGISTERED")).containsEntry("handSignature", true);
    }

    @Test
    @DisplayName("SG-01: wydruk zwrócony bez podpisu zostaje z przyczyną przy doręczeniu")
    void printReturnedUnsignedIsKeptWithItsReason() {
        String id = office.prepared();
        prepared(id, asked(id, "REGISTERED"));
        office.run(
                RecordSigningRefusal.class,
                new RecordSigningRefusal.Input(id, DeliveryOffice.OneLetter.ID, "Zły adresat."));

        assertThat(signings(id)).singleElement().satisfies(signing -> {
            assertThat(signing.signed()).isFalse();
            assertThat(signing.remark()).isEqualTo("Zły adresat.");
        });
        assertThat(asked(id, "REGISTERED")).containsEntry("handSignature", true);
    }

    @org.junit.jupiter.params.ParameterizedTest(name = "SG-04a: {0}")
    @org.junit.jupiter.params.provider.MethodSource("disputes")
    void decisionOfADisputedCaseIsSignedByHand(CaseFact dispute) {
        String id = office.prepared();
        String caseNumber = office.bean(DeliveryRegister.class).get(id).caseNumber();
        office.tell(decided(caseNumber));
        assertThat(asked(id, "REGISTERED")).containsEntry("signatureKind", "SG-04");

        office.cleared();
        id = office.prepared();
        office.tell(dispute);
        office.tell(decided(dispute.caseNumber()));
        assertThat(asked(id, "REGISTERED"))
                .containsEntry("signatureKind", "SG-04a")
                .containsEntry("handSignature", true);
    }

    static List<CaseFact> disputes() {
        return List.of(
                new CaseFact.AppealEnded(DISPUTED, "D-1", "DO_PONOWNEGO", TODAY),
                new CaseFact.CaseReopened(DISPUTED, "Sprawa wróciła.", TODAY),
                new CaseFact.ProceedingsBegun(DISPUTED, TODAY),
                new CaseFact.HearingOpened(DISPUTED));
    }

    @Test
    @DisplayName("SG-04: odwołanie, które nie wróciło do organu, nie zmienia podpisu decyzji ustalającej")
    void appealThatDidNotComeBackChangesNothing_SG04() {
        String id = office.prepared();
        office.tell(new CaseFact.AppealEnded(DISPUTED, "D-1", "UTRZYMANA", TODAY));
        office.tell(decided(DISPUTED));

        assertThat(asked(id, "REGISTERED")).containsEntry("signatureKind", "SG-04");
    }

    private static CaseFact decided(String caseNumber) {
        return new CaseFact.DecisionIssued(
                caseNumber, "D-2", DeliveryOffice.OneLetter.ID, 2026, java.math.BigDecimal.TEN, TODAY, List.of());
    }

    @Test
    @DisplayName("SG-02: pismo elektroniczne ma pieczęć organu i wskazaną osobę, nikt nie podpisuje go ręcznie")
    void electronicLetterIsSealed() {
        String id = office.prepared();
        for (String channel : List.of("ADE", "ADE_QERDS", "EPUAP", "PUH")) {
            assertThat(asked(id, channel))
                    .as(channel)
                    .containsEntry("signatureKind", "SG-02")
                    .containsEntry("handSignature", false);
        }
        assertThat(prepared(id, asked(id, "ADE")).printDocumentId()).isEqualTo(DeliveryOffice.OneLetter.ID);
    }

    @Test
    @DisplayName("SG-03: pismo wygenerowane automatycznie ma samą pieczęć organu, ale na papierze wymaga podpisu")
    void automaticLetterBearsTheSealAlone() {
        String party = office.bean(Parties.class).register(DeliveryOffice.KOWALSKA);
        String id = office.run(
                        PrepareDeliveries.class,
                        new PrepareDeliveries.Input(
                                "FN.3120." + UUID.randomUUID(),
                                DeliveryOffice.OneLetter.ID,
                                List.of(party),
                                true,
                                true))
                .deliveryIds()
                .get(0);

        assertThat(asked(id, "ADE")).containsEntry("signatureKind", "SG-03");
        assertThat(asked(id, "REGISTERED"))
                .containsEntry("signatureKind", "SG-01")
                .containsEntry("handSignature", true);
    }

    @Test
    @DisplayName("SG-04: decyzja ustalająca na papierze wychodzi z nadrukowanym imieniem, nazwiskiem i stanowiskiem")
    void assessmentDecisionOnPaperNeedsNoSignatureByHand() {
        office.tell(new CaseFact.DecisionIssued(
                "FN.3120.1.2026",
                "FN.3120.1.2026.D1",
                DeliveryOffice.OneLetter.ID,
                2026,
                java.math.BigDecimal.TEN,
                TODAY,
                List.of()));
        hasPaperVersion();
        String id = office.prepared();
        for (String channel : List.of("REGISTERED", "COURIER", "SOLTYS", "OFFICE", "REGISTERED_ABROAD", "BY_HAND")) {
            assertThat(asked(id, channel))
                    .as(channel)
                    .containsEntry("signatureKind", "SG-04")
                    .containsEntry("handSignature", false);
        }
        assertThat(prepared(id, asked(id, "REGISTERED")).printDocumentId()).isEqualTo(DeliveryOffice.OneLetter.ID);
    }

    @Test
    @DisplayName("SG-04a: decyzja zmieniająca lub sporna na papierze wymaga podpisu własnoręcznego")
    void otherDecisionOnPaperIsSignedByHand() {
        isA(OfficeLetters.Kind.DECISION);
        String id = office.prepared();

        assertThat(asked(id, "REGISTERED"))
                .containsEntry("signatureKind", "SG-04a")
                .containsEntry("handSignature", true);
    }

    @Test
    @DisplayName(
            "SG-05: wydruk pisma z e-podpisem mówi, kto podpisał, i podaje identyfikator; sama pieczęć nie wystarcza")
    void printOfALetterSignedElectronicallySaysWhoSignedIt() {
        authorise("wojtek", "Wojciech Sowa", LocalDate.of(2026, 1, 1), null, LetterKind.DECISION);
        isA(OfficeLetters.Kind.DECISION);
        String id = office.prepared();
        assertThat(asked(id, "REGISTERED")).as("sealed only").containsEntry("signatureKind", "SG-04a");

        office.eSignatures.person = "Wojciech Sowa";
        Map<String, Object> row = asked(id, "REGISTERED");
        assertThat(row).containsEntry("signatureKind", "SG-05").containsEntry("handSignature", false);
        prepared(id, row);
        assertThat(String.join(" ", office.eSignatures.printed))
                .contains("w postaci elektronicznej", "Wojciech Sowa, kierownik referatu", "02.02.2026")
                .contains(DeliveryOffice.OneLetter.ID);

        office.eSignatures.person = "Ktoś Obcy";
        assertThat(asked(id, "REGISTERED"))
                .as("signed by one without authorisation")
                .containsEntry("signatureKind", "SG-04a");
    }

    @Test
    @DisplayName("SG-06: klauzulę tajemnicy skarbowej niosą pisma podatkowe, upomnienie według KPA nie")
    void fiscalSecrecyIsForTaxLetters() {
        String id = office.prepared();
        assertThat(asked(id, "ADE")).containsEntry("secrecyClause", true);

        office.cleared();
        isA(OfficeLetters.Kind.DUNNING);
        String dunning = office.prepared();
        assertThat(asked(dunning, "ADE")).containsEntry("secrecyClause", false);
        assertThat(asked(dunning, "REGISTERED")).containsEntry("signatureBasis", "art. 14 §1a KPA");
    }

    private static void isA(OfficeLetters.Kind kind) {
        office.tell(new CaseFact.LetterIssued(
                "FN.3120.1.2026", "L-1", kind, "w sprawie", null, DeliveryOffice.OneLetter.ID, TODAY, List.of()));
    }

    private static void hasPaperVersion() {
        var jdbc = office.database.jdbc();
        for (String id : List.of(UNSEALED, PAPER_VERSION, DeliveryOffice.OneLetter.ID)) {
            jdbc.sql("insert into documents.document values (?, 'pismo.pdf', 'application/pdf', 1, '\\x01', now())"
                            + " on conflict do nothing")
                    .param(id)
                    .update();
        }
        jdbc.sql("insert into documents.seal values (?, ?, now())")
                .params(UNSEALED, DeliveryOffice.OneLetter.ID)
                .update();
        office.bean(PaperVersions.class).keep(UNSEALED, PAPER_VERSION);
    }

    private static void authorise(String login, String person, LocalDate from, LocalDate to, LetterKind kind) {
        office.bean(Signatories.class)
                .authorise(login, person, "kierownik referatu", List.of(kind), "upoważnienie nr 7/2026", from, to);
    }

    /** Chooses the channel and asks D20 as the procedure does. */
    private static Map<String, Object> asked(String id, String channel) {
        office.run(RecordChannel.class, new RecordChannel.Input(id, channel, "podstawa", "powód"));
        DescribeLetter.Output letter = office.run(DescribeLetter.class, new DescribeLetter.Input(id));
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("documentKind", letter.documentKind());
        inputs.put("massIssued", letter.massIssued());
        inputs.put("issuedAutomatically", letter.issuedAutomatically());
        inputs.put("medium", letter.medium());
        inputs.put("personSigned", letter.personSigned());
        inputs.put("copySigned", letter.copySigned());
        Map<String, Object> row = DecisionExamples.ask(
                        "decisions/doreczenie/rodzaj-podpisu",
                        inputs,
                        List.of("signatureKind", "signatureBasis", "signatureReason", "secrecyClause", "handSignature"))
                .get(0);
        row.put("documentKind", letter.documentKind());
        row.put("medium", letter.medium());
        return row;
    }

    private static PreparePrint.Output prepared(String id, Map<String, Object> row) {
        return office.run(
                PreparePrint.class,
                new PreparePrint.Input(
                        id,
                        (String) row.get("documentKind"),
                        (String) row.get("medium"),
                        (String) row.get("signatureKind"),
                        (String) row.get("signatureBasis"),
                        (String) row.get("signatureReason")));
    }

    private static void sign(String id, String login, LocalDate day) {
        office.run(
                RecordSignature.class,
                new RecordSignature.Input(id, "LETTER", print(id), login, day, null),
                "sign-" + UUID.randomUUID());
    }

    private static void refused(String code, String id, String login, LocalDate day) {
        assertThatThrownBy(() -> sign(id, login, day))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(signings(id)).isEmpty();
    }

    private static String print(String id) {
        return office.bean(PrintSignings.class).chosen(id).orElseThrow().printDocumentId();
    }

    private static List<PrintSignings.Signing> signings(String id) {
        return office.bean(PrintSignings.class).of(id);
    }
}
