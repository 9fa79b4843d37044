package pl.obieg.delivery.epuap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import pl.obieg.transport.soap.SafeXml;

/** What goes over the wire holds to ePUAP's own XSD, where that is at hand; it is no part of this repository. */
class EpuapContractTest {

    private static final Path XSD =
            Path.of(System.getProperty("obieg.contracts", "../shared/integrations/contracts"), "epuap/obiektypk.xsd");

    @Test
    void holdsToTheOfficialTypes() throws IOException, SAXException {
        assumeThat(Files.exists(XSD)).isTrue();
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(XSD.toFile());
        List<Element> parts = new ArrayList<>();
        for (String message : conversation()) {
            Element envelope =
                    SafeXml.parse(message.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
            SafeXml.children(envelope).stream()
                    .flatMap(half -> SafeXml.children(half).stream())
                    .filter(part -> EpuapServices.OB.equals(part.getNamespaceURI()))
                    .forEach(parts::add);
        }

        for (Element part : parts) {
            schema.newValidator().validate(new DOMSource(part));
        }
        assertThat(parts)
                .extracting(Element::getLocalName)
                .contains(
                        "ZapytaniePullOczekujace",
                        "OdpowiedzPullPobierz",
                        "ZapytaniePullPotwierdz",
                        "AdresSkrytki",
                        "Dokument",
                        "OdpowiedzDoreczyciela");
    }

    private static List<String> conversation() throws IOException {
        try (EpuapSimulator simulator = EpuapSimulator.start();
                Wiretap wire = Wiretap.on(simulator.uri("/"), message -> message);
                EpuapOffice office = new EpuapOffice(EpuapOffice.settings(
                        wire.uri("/epuap/services/pull"),
                        wire.uri("/epuap/services/doreczyciel"),
                        simulator.pki().office(),
                        LocalDate.of(2099, 12, 31)))) {
            simulator.file("<a/>");
            office.mailbox().collect();
            office.channel().send(office.letterTo("/JanKowalski/domyslna"), "key-1");
            List<String> all = new ArrayList<>(wire.requests);
            all.addAll(wire.answers);
            return all;
        }
    }
}
