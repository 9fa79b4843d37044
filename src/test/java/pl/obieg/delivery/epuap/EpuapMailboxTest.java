package pl.obieg.delivery.epuap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.exchange.Submission;
import pl.obieg.transport.soap.SoapUnavailable;

/** The office's box against the simulator, over the wire. */
class EpuapMailboxTest {

    private static final String EMPTY = "{\"oczekujace\":0}";
    private static final String DECLARATION = """
            <d:Deklaracja xmlns:d="%s" xmlns:str="http://crd.gov.pl/xml/schematy/struktura/2009/11/16/"><d:Rok>2026</d:Rok>
            <str:Zalaczniki><str:Zalacznik format="application/pdf" kodowanie="base64" nazwaPliku="../mapa.pdf">
            <str:DaneZalacznika>JVBERg==</str:DaneZalacznika></str:Zalacznik></str:Zalaczniki></d:Deklaracja>
            """.formatted(EpuapOffice.DN1);

    private EpuapSimulator simulator;
    private EpuapOffice office;

    @BeforeEach
    void start() {
        simulator = EpuapSimulator.start();
        office = EpuapOffice.connectedTo(simulator);
    }

    @AfterEach
    void stop() {
        office.close();
        simulator.close();
    }

    @Test
    void storesDeclarationAndBeginsItsProcedure() {
        simulator.file(DECLARATION);

        assertThat(office.mailbox().collect()).isEqualTo(1);

        Submission submission = onlySubmission();
        assertThat(submission.formCode()).isEqualTo("DN-1");
        assertThat(submission.namespace()).isEqualTo(EpuapOffice.DN1);
        assertThat(submission.senderName()).isEqualTo("Jan Kowalski");
        assertThat(submission.senderIdentifier()).isEqualTo("80010112345");
        assertThat(content(submission.documentId())).isEqualTo(DECLARATION);
        assertThat(content(submission.evidenceDocumentId())).contains("UPP");
        assertThat(submission.attachments()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("mapa.pdf");
            assertThat(content(file.documentId())).isEqualTo("%PDF");
        });
        assertThat(office.messages.get(0).name()).isEqualTo("DeclarationArrived");
        assertThat(office.messages.get(0).variables())
                .isEqualTo(Map.of("submissionId", submission.id(), "formCode", "DN-1", "channel", "EPUAP"));
        assertThat(simulator.queue()).isEqualTo(EMPTY);
    }

    @Test
    void storesOnceWhatComesTwice() {
        simulator.file(DECLARATION);
        simulator.fault("twice", "potwierdzOdebranie");

        office.mailbox().collect();
        office.mailbox().collect();

        assertThat(onlySubmission().formCode()).isEqualTo("DN-1");
        assertThat(simulator.queue()).isEqualTo(EMPTY);
    }

    @Test
    void storesTwoFilingsOfTheSameContent() {
        simulator.file(DECLARATION);
        simulator.file(DECLARATION);

        office.mailbox().collect();

        assertThat(office.submissionCount()).isEqualTo(2);
    }

    @Test
    void confirmsAgainAfterTheAnswerToAConfirmationWasLost() {
        simulator.file(DECLARATION);
        simulator.fault("down", "potwierdzOdebranie");

        assertThatThrownBy(() -> office.mailbox().collect()).isInstanceOf(SoapUnavailable.class);
        office.mailbox().collect();

        assertThat(onlySubmission().formCode()).isEqualTo("DN-1");
        assertThat(simulator.queue()).isEqualTo(EMPTY);
    }

    @Test
    void leavesInTheQueueWhatCouldNotBeStored() {
        simulator.file(DECLARATION);
        office.documentStoreIsBroken = true;

        assertThatThrownBy(() -> office.mailbox().collect()).hasMessage("disk full");
        assertThat(simulator.queue()).isEqualTo("{\"oczekujace\":1}");
        assertThat(office.submissionCount()).isZero();

        office.documentStoreIsBroken = false;
        office.mailbox().collect();
        assertThat(onlySubmission().formCode()).isEqualTo("DN-1");
    }

    @Test
    void handsWhatIsNotXmlToAClerk() {
        simulator.file("Dzień dobry, to nie jest XML");

        office.mailbox().collect();

        assertThat(onlySubmission().namespace()).isNull();
        assertUnrecognised();
    }

    @Test
    void handsUnknownFormToAClerk() {
        simulator.file("<inne xmlns=\"http://example.org/inne/\"/>");

        office.mailbox().collect();

        assertThat(onlySubmission().namespace()).isEqualTo("http://example.org/inne/");
        assertUnrecognised();
    }

    @Test
    void keepsXmlWithOutsideEntityButDoesNotReadIt() {
        String attack = """
                <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d xmlns="%s">&x;</d>""".formatted(EpuapOffice.DN1);
        simulator.file(attack);

        office.mailbox().collect();

        assertThat(content(onlySubmission().documentId())).isEqualTo(attack);
        assertUnrecognised();
    }

    @Test
    void isNotBlockedByOverlongNames() {
        simulator.file(
                "<a xmlns=\"http://example.org/" + "n".repeat(400) + "\"/>", "/" + "s".repeat(190), "p".repeat(290));

        office.mailbox().collect();

        assertUnrecognised();
        assertThat(simulator.queue()).isEqualTo(EMPTY);
    }

    @Test
    void takesUpdAsEvidenceOfCollection() {
        simulator.collectsAtOnce();
        String order = office.channel().send(office.letterTo("/JanKowalski/domyslna"), "key-1");

        office.mailbox().collect();

        assertThat(office.evidence).singleElement().satisfies(evidence -> {
            assertThat(evidence.channel()).isEqualTo("EPUAP");
            assertThat(evidence.dispatchReference()).isEqualTo(order);
            assertThat(evidence.kind()).isEqualTo(Evidence.Kind.COLLECTED);
            assertThat(evidence.date()).isEqualTo(LocalDate.now(OfficeClock.WARSAW));
            assertThat(content(evidence.documentId())).contains("DataOdbioru");
        });
        assertThat(office.submissionCount()).isZero();
        assertThat(simulator.queue()).isEqualTo(EMPTY);
    }

    @Test
    void handsUpdWithBrokenSignatureToAClerk() {
        simulator.collectsAtOnce();
        office.signature = SignatureCheck.Outcome.BROKEN;
        office.channel().send(office.letterTo("/JanKowalski/domyslna"), "key-1");

        office.mailbox().collect();

        assertThat(office.evidence).isEmpty();
        assertUnrecognised();
    }

    @Test
    void worksOnOneNodeAtATime() throws SQLException {
        simulator.file(DECLARATION);
        try (Connection otherNode = office.database.dataSource().getConnection()) {
            otherNode.setAutoCommit(false);
            otherNode.createStatement().execute("select pg_advisory_xact_lock(hashtext('obieg.systems.epuap'))");

            assertThat(office.mailbox().collect()).isZero();
            otherNode.rollback();
        }
        assertThat(office.mailbox().collect()).isEqualTo(1);
    }

    private void assertUnrecognised() {
        assertThat(office.messages)
                .singleElement()
                .satisfies(message -> assertThat(message.name()).isEqualTo("UnrecognisedDocumentArrived"));
        assertThat(onlySubmission().formCode()).isNull();
    }

    private Submission onlySubmission() {
        assertThat(office.submissionCount()).isEqualTo(1);
        assertThat(office.messages).hasSize(1);
        return office.submissions().get(office.messages.get(0).businessKey());
    }

    private String content(String documentId) {
        return new String(office.documents.get(documentId).content(), StandardCharsets.UTF_8);
    }
}
