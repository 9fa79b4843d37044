package pl.obieg.simulators.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TestPkiTest {

    @TempDir
    Path directory;

    @Test
    void keepsItsKeysBetweenRuns() {
        TestPki.Identity first = TestPki.in(directory).citizen("80010112345", "Jan", "Kowalski");
        TestPki.Identity again = TestPki.in(directory).citizen("80010112345", "Jan", "Kowalski");

        assertThat(again.certificate()).isEqualTo(first.certificate());
        assertThat(TestPki.in(directory).caPem()).exists();
    }

    @Test
    void issuesCertificatesItsAuthorityVouchesFor() throws Exception {
        TestPki pki = TestPki.in(directory);
        TestPki.Identity jan = pki.citizen("80010112345", "Jan", "Kowalski");

        jan.certificate().verify(pki.caCertificate().getPublicKey());
        assertThat(jan.certificate().getSubjectX500Principal().toString()).contains("PINPL-80010112345");
    }

    @Test
    void signsXmlSoThatAnyChangeBreaksIt() throws Exception {
        TestPki pki = TestPki.in(directory);
        TestPki.Identity jan = pki.citizen("80010112345", "Jan", "Kowalski");
        byte[] signed = pki.signXml("<d xmlns=\"http://a/\"><k>żółw</k></d>".getBytes(StandardCharsets.UTF_8), jan);
        String altered = new String(signed, StandardCharsets.UTF_8).replace("żółw", "osioł");

        assertThat(valid(signed, jan)).isTrue();
        assertThat(valid(altered.getBytes(StandardCharsets.UTF_8), jan)).isFalse();
    }

    private static boolean valid(byte[] xml, TestPki.Identity signer) throws MarshalException, XMLSignatureException {
        Document document = Xml.parse(xml);
        Element signature = (Element)
                document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
        Element properties = (Element)
                document.getElementsByTagNameNS("*", "SignedProperties").item(0);
        properties.setIdAttribute("Id", true);
        DOMValidateContext context = new DOMValidateContext(signer.certificate().getPublicKey(), signature);
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }
}
