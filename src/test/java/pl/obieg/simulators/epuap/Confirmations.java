package pl.obieg.simulators.epuap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import pl.obieg.simulators.pki.TestPki;
import pl.obieg.simulators.pki.Xml;

/** Issues UPP and UPD, signed by the platform's certificate. */
@Component
class Confirmations {

    private static final String UPO = "http://crd.gov.pl/xml/schematy/UPO/2008/05/09/";

    private final TestPki pki;

    Confirmations(TestPki pki) {
        this.pki = pki;
    }

    /** A letter reached the box. */
    byte[] upp(String sender, String box, String documentId, Instant at) {
        return sign("UPP", """
                <pos:IdentyfikatorPoswiadczenia>%s</pos:IdentyfikatorPoswiadczenia>
                <pos:Adresat><pos:Nazwa>Urząd Gminy</pos:Nazwa><pos:IdentyfikatorPodmiotu TypIdentyfikatora="ePUAP-ID">%s</pos:IdentyfikatorPodmiotu></pos:Adresat>
                <pos:Nadawca><pos:Nazwa>%s</pos:Nazwa></pos:Nadawca>
                <pos:DataDoreczenia>%s</pos:DataDoreczenia>
                <pos:DataWytworzeniaPoswiadczenia>%s</pos:DataWytworzeniaPoswiadczenia>
                <pos:IdentyfikatorDokumentu>%s</pos:IdentyfikatorDokumentu>
                """.formatted(id(), Xml.escape(box), Xml.escape(sender), at, at, Xml.escape(documentId)));
    }

    /** An addressee collected a letter of the office. */
    byte[] upd(EpuapBox.Sent letter, Instant at) {
        return sign("UPD", """
                <pos:IdentyfikatorPoswiadczenia>%s</pos:IdentyfikatorPoswiadczenia>
                <pos:PodmiotWystawiajacyPoswiadczenie><pos:Nazwa>ePUAP</pos:Nazwa></pos:PodmiotWystawiajacyPoswiadczenie>
                <pos:Adresat><pos:Nazwa>%s</pos:Nazwa></pos:Adresat>
                <pos:DataOdbioru>%s</pos:DataOdbioru>
                <pos:DataUtworzeniaPoswiadczenia>%s</pos:DataUtworzeniaPoswiadczenia>
                <pos:IdentyfikatorSprawy>%s</pos:IdentyfikatorSprawy>
                <pos:IdentyfikatorDokumentu>%s</pos:IdentyfikatorDokumentu>
                <pos:InformacjaUzupelniajaca TypInformacjiUzupelniajacej="Identyfikator zlecenia">%s</pos:InformacjaUzupelniajaca>
                """.formatted(
                        id(),
                        Xml.escape(letter.address()),
                        at,
                        at,
                        Xml.escape(letter.caseNumber()),
                        letter.documentId(),
                        letter.orderId()));
    }

    private byte[] sign(String kind, String content) {
        String xml = "<pos:Dokument xmlns:pos=\"" + UPO + "\"><pos:" + kind + ">" + content + "</pos:" + kind
                + "></pos:Dokument>";
        return pki.signXml(xml.getBytes(StandardCharsets.UTF_8), pki.platform());
    }

    private static String id() {
        return "ePUAP-" + UUID.randomUUID();
    }
}
