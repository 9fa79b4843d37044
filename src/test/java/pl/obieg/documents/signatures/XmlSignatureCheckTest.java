package pl.obieg.documents.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import pl.obieg.documents.DocumentSettings;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.documents.SignatureCheck.Outcome;

class XmlSignatureCheckTest {

    private static final String DECLARATION =
            "<d:Deklaracja xmlns:d=\"urn:proba\" Id=\"dok\"><d:Kwota>100</d:Kwota></d:Deklaracja>";
    private static final String ANNA = "CN=Anna Próbna,2.5.4.5=PNOPL-90010112345,C=PL";

    @TempDir
    static Path folder;

    private static Certificates authority;
    private static SignatureCheck check;

    @BeforeAll
    static void trustOneAuthority() throws Exception {
        authority = new Certificates("Urząd Certyfikacji Próbny");
        check = checkAt(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#dok"})
    void acceptsASignatureOverTheWholeDocument(String uri) throws Exception {
        SignatureCheck.Report report = check.check(signed(ANNA, uri));
        assertThat(report).isEqualTo(new SignatureCheck.Report(Outcome.VALID, "Anna Próbna", "90010112345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5.4.5=PINPL-90010112345", "2.5.4.5=PESEL:90010112345", "2.5.4.5=PNOPL-90010112345"})
    void readsThePeselFromEachFormOfTheSerialNumber(String attribute) throws Exception {
        assertThat(check.check(signed("CN=Anna Próbna," + attribute, "")).signerIdentifier())
                .isEqualTo("90010112345");
    }

    @Test
    void readsTheNipOfACompany() throws Exception {
        assertThat(check.check(signed("CN=Młyn sp. z o.o.,2.5.4.97=VATPL-5261040828", ""))
                        .signerIdentifier())
                .isEqualTo("5261040828");
        assertThat(check.check(signed("CN=Młyn sp. z o.o.,2.5.4.5=TINPL-5261040828", ""))
                        .signerIdentifier())
                .isEqualTo("5261040828");
        assertThat(check.check(signed("CN=Bez numeru", "")).signerIdentifier()).isNull();
    }

    @Test
    void seesThatContentWasChanged() throws Exception {
        String altered = new String(signed(ANNA, ""), StandardCharsets.UTF_8).replace(">100<", ">900<");
        assertThat(check.check(altered.getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo(Outcome.BROKEN);
    }

    @Test
    void doesNotTrustAStrangersAuthority() throws Exception {
        Certificates stranger = new Certificates("Obcy");
        byte[] xml = SignedXml.sign(DECLARATION, stranger.issue(ANNA), stranger, "");
        assertThat(check.check(xml).outcome()).isEqualTo(Outcome.UNTRUSTED);
    }

    @Test
    void doesNotTrustAnExpiredCertificate() throws Exception {
        SignatureCheck later = checkAt(Clock.offset(Clock.systemUTC(), Duration.ofDays(320)));
        assertThat(later.check(signed(ANNA, "")).outcome()).isEqualTo(Outcome.UNTRUSTED);
    }

    @Test
    void trustsNobodyWithoutSettings() throws Exception {
        SignatureCheck careful = new XmlSignatureCheck(
                new TrustedAuthorities(new DocumentSettings(null, null, null), Clock.systemUTC()));
        assertThat(careful.check(signed(ANNA, "")).outcome()).isEqualTo(Outcome.UNTRUSTED);
    }

    @Test
    void isNotFooledBySignedContentMovedAside() throws Exception {
        Document original = SignedXml.parse(signed(ANNA, "#dok"));
        Document forged = SignedXml.parse(DECLARATION
                .replace("100", "900")
                .replace("Id=\"dok\"", "Id=\"falszywy\"")
                .getBytes(StandardCharsets.UTF_8));
        Element signedRoot = original.getDocumentElement();
        Element signature = (Element) signedRoot
                .getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature")
                .item(0);
        signedRoot.removeChild(signature);
        forged.getDocumentElement().appendChild(forged.importNode(signature, true));
        forged.getDocumentElement().appendChild(forged.importNode(signedRoot, true));
        assertThat(check.check(SignedXml.bytes(forged)).outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void isNotFooledByTheSignedRootHiddenInsideTheSignature() throws Exception {
        Document original = SignedXml.parse(signed(ANNA, "#dok"));
        Document forged = SignedXml.parse(DECLARATION.replace("100", "900").getBytes(StandardCharsets.UTF_8));
        Element signedRoot = original.getDocumentElement();
        Element signature = (Element) signedRoot
                .getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature")
                .item(0);
        signedRoot.removeChild(signature);
        Element carried = (Element) forged.importNode(signature, true);
        Element object = forged.createElementNS("http://www.w3.org/2000/09/xmldsig#", "ds:Object");
        object.appendChild(forged.importNode(signedRoot, true));
        carried.appendChild(object);
        forged.getDocumentElement().appendChild(carried);
        assertThat(check.check(SignedXml.bytes(forged)).outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void doesNotTakeASignatureOverItselfForOneOverTheDocument() throws Exception {
        assertThat(check.check(signed(ANNA, "#wlasciwosci-1")).outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void findsNoSignatureWhereThereIsNone() {
        assertThat(check.check(DECLARATION.getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo(Outcome.MISSING);
        assertThat(check.check("%PDF-1.7".getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo(Outcome.MISSING);
        assertThat(check.check(new byte[0]).outcome()).isEqualTo(Outcome.MISSING);
        assertThat(check.check("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x>&a;</x>"
                                .getBytes(StandardCharsets.UTF_8))
                        .outcome())
                .isEqualTo(Outcome.MISSING);
    }

    private static byte[] signed(String subject, String uri) throws Exception {
        return SignedXml.sign(DECLARATION, authority.issue(subject), authority, uri);
    }

    private static SignatureCheck checkAt(Clock clock) throws Exception {
        DocumentSettings settings = new DocumentSettings(null, List.of(authority.pem(folder)), null);
        return new XmlSignatureCheck(new TrustedAuthorities(settings, clock));
    }
}
