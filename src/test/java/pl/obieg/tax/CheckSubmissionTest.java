package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.process.Answer;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;

class CheckSubmissionTest {

    private final TaxOffice office = new TaxOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void acceptsInformationSignedByTheOwner() {
        office.signedBy(Town.naturalPerson(5).pesel());

        assertThat(check(Declarations.in1(5, 2026), Declarations.IN1, "IN-1"))
                .isEqualTo(new CheckSubmission.Output(true, "", "", false));
    }

    @Test
    void acceptsDeclarationSignedByThePresidentItNames() {
        office.signedBy(Town.company(2).president().pesel());

        assertThat(defects(Declarations.dn1(2, 2026), Declarations.DN1, "DN-1")).isEmpty();
    }

    @Test
    void acceptsPaperWithoutElectronicSignature() {
        String submission = office.submission("PAPER", Declarations.in1(5, 2026), Declarations.IN1, "IN-1");

        assertThat(run(submission, "IN-1").submissionValid()).isTrue();
    }

    @Test
    void refusesUnsignedLetter() {
        assertThat(check(Declarations.in1(5, 2026), Declarations.IN1, "IN-1"))
                .isEqualTo(new CheckSubmission.Output(false, "NO_SIGNATURE", "Pismo nie jest podpisane.", false));
    }

    @Test
    void refusesBrokenSignature() {
        office.signature = new SignatureCheck.Report(SignatureCheck.Outcome.BROKEN, null, null);

        assertThat(defects(Declarations.in1(5, 2026), Declarations.IN1, "IN-1")).isEqualTo("SIGNATURE_BROKEN");
    }

    @Test
    void refusesSignatureOfSomebodyElse() {
        office.signedBy(Town.naturalPerson(6).pesel());

        assertThat(defects(Declarations.in1(5, 2026), Declarations.IN1, "IN-1")).isEqualTo("SIGNER_NOT_TAXPAYER");
    }

    @Test
    void refusesWrongPesel() {
        String pesel = Town.naturalPerson(5).pesel();
        office.signature = new SignatureCheck.Report(
                SignatureCheck.Outcome.VALID, "CN=" + Town.naturalPerson(5).fullName(), null);

        assertThat(pesel).hasSize(11);
        assertThat(defects(Declarations.in1WithBadPesel(5, 2026), Declarations.IN1, "IN-1"))
                .isEqualTo("BAD_PESEL");
    }

    @Test
    void refusesUnknownForm() {
        assertThat(defects("<x xmlns='urn:x'/>", "urn:x", null)).isEqualTo("NO_SIGNATURE, UNKNOWN_FORM");
    }

    @Test
    void refusesOtherVersionAndOffice() {
        office.signedBy(Town.naturalPerson(5).pesel());
        String xml = Declarations.in1(5, 2026)
                .replace("wersja=\"1\"", "wersja=\"9\"")
                .replace("teryt=\"9901012\"", "teryt=\"9902022\"");

        assertThat(defects(xml, Declarations.IN1, "IN-1")).isEqualTo("UNKNOWN_VERSION, WRONG_OFFICE");
    }

    @Test
    void refusesEmptyForm() {
        office.signedBy(Town.naturalPerson(5).pesel());
        String xml = "<Dokument xmlns='" + Declarations.IN1 + "'><TrescDokumentu><Naglowek>"
                + "<KodFormularza wersja='1'>IN-1</KodFormularza></Naglowek></TrescDokumentu></Dokument>";

        assertThat(defects(xml, Declarations.IN1, "IN-1"))
                .isEqualTo("WRONG_OFFICE, MISSING_YEAR, MISSING_TAXPAYER, MISSING_OBJECTS, SIGNER_NOT_TAXPAYER");
    }

    @Test
    void refusesAreaThatIsNoNumber() {
        office.signedBy(Town.naturalPerson(5).pesel());

        assertThat(defects(Declarations.in1(5, 2026).replace(">1000.00<", ">dużo<"), Declarations.IN1, "IN-1"))
                .isEqualTo("UNREADABLE");
    }

    @Test
    void refusesDocumentType() {
        office.signedBy(Town.naturalPerson(5).pesel());
        String xml = Declarations.in1(5, 2026)
                .replace("<Dokument", "<!DOCTYPE Dokument [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Dokument");

        assertThat(defects(xml, Declarations.IN1, "IN-1")).isEqualTo("UNREADABLE");
    }

    @Test
    void saysEachDefectInPolish() {
        assertThat(Defects.sentences("NO_SIGNATURE, BAD_PESEL"))
                .containsExactly("Pismo nie jest podpisane.", "Numer PESEL jest nieprawidłowy.");
        assertThat(Defects.sentences("")).isEmpty();
    }

    private String defects(String xml, String namespace, String form) {
        return check(xml, namespace, form).defects();
    }

    private CheckSubmission.Output check(String xml, String namespace, String form) {
        return run(office.submission(xml, namespace, form), form);
    }

    private CheckSubmission.Output run(String submission, String form) {
        Answer<CheckSubmission.Output> answer = office.get(CheckSubmission.class)
                .run(new CheckSubmission.Input(submission, form), office.call("check"));
        return ((Answer.Now<CheckSubmission.Output>) answer).output();
    }
}
