package pl.obieg.delivery.epuap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import pl.obieg.transport.soap.SafeXml;

/**
 * An official confirmation: a UPP proves that a letter reached the box, a UPD that an addressee collected a letter of
 * the office (rulebook §4.4).
 */
record Confirmation(Element part) {

    private static final String UPO = "http://crd.gov.pl/xml/schematy/UPO/2008/05/09/";

    /** The UPD, if the letter is one. */
    static Optional<Confirmation> upd(XmlLetter letter) {
        return UPO.equals(letter.namespace())
                ? SafeXml.child(letter.root(), "UPD").map(Confirmation::new)
                : Optional.empty();
    }

    /** The bytes of the UPP in {@code daneDodatkowe}, if there is one. */
    static Optional<byte[]> upp(byte[] extra) {
        return XmlLetter.read(extra).flatMap(xml -> {
            if (UPO.equals(xml.namespace())) {
                return Optional.of(extra);
            }
            NodeList inside = xml.root().getElementsByTagNameNS(UPO, "Dokument");
            return inside.getLength() == 0 ? Optional.empty() : Optional.of(SafeXml.bytes(inside.item(0)));
        });
    }

    /** {@code IdentyfikatorPoswiadczenia}. */
    String id() {
        return SafeXml.text(part, "IdentyfikatorPoswiadczenia").orElse("");
    }

    /** Every text that may name the dispatch. */
    List<String> references() {
        List<String> references = new ArrayList<>();
        for (Element element : SafeXml.children(part)) {
            String name = element.getLocalName();
            if (name.equals("IdentyfikatorDokumentu") || name.equals("InformacjaUzupelniajaca")) {
                references.add(element.getTextContent().trim());
            }
        }
        return references;
    }

    /** {@code DataOdbioru} in Warsaw. */
    Optional<LocalDate> collectedOn() {
        return SafeXml.text(part, "DataOdbioru").flatMap(EpuapTime::instant).map(EpuapTime::date);
    }

    /** {@code Adresat/Nazwa}; personal data. */
    Optional<String> addressee() {
        return SafeXml.child(part, "Adresat").flatMap(addressee -> SafeXml.text(addressee, "Nazwa"));
    }
}
