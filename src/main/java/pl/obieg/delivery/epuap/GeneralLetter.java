package pl.obieg.delivery.epuap;

import java.time.LocalDate;
import java.util.Base64;
import org.w3c.dom.Element;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.StoredDocument;
import pl.obieg.transport.soap.SafeXml;

/**
 * "Pismo ogólne", pattern 2013/12/12/1410: the XML in which a PDF of the office travels through ePUAP. The pattern's
 * XSD is not at hand; the names are those of public instances.
 */
final class GeneralLetter {

    private static final String WNIO = "http://crd.gov.pl/wzor/2013/12/12/1410/";
    private static final String COMMON = "http://crd.gov.pl/xml/schematy/";
    private static final String STR = COMMON + "struktura/2009/11/16/";
    private static final String META = COMMON + "meta/2009/11/16/";
    private static final String OS = COMMON + "osoba/2009/11/16/";
    private static final String INST = COMMON + "instytucja/2009/11/16/";

    private GeneralLetter() {}

    static byte[] around(StoredDocument document, Shipment shipment, LocalDate date, String ownId) {
        Element root = SafeXml.root(WNIO, "wnio:Dokument");
        Element description = SafeXml.add(root, WNIO, "wnio:OpisDokumentu", null);
        SafeXml.add(description, META, "meta:Identyfikator", ownId);
        date(description, date);
        Element data = SafeXml.add(root, WNIO, "wnio:DaneDokumentu", null);
        Element heading = SafeXml.add(data, STR, "str:Naglowek", null);
        SafeXml.add(heading, STR, "str:NazwaDokumentu", "Pismo ogólne");
        date(data, date);
        addressee(data, shipment);
        Element content = SafeXml.add(root, WNIO, "wnio:TrescDokumentu", null);
        SafeXml.add(content, WNIO, "wnio:Tytul", shipment.subject());
        SafeXml.add(content, WNIO, "wnio:ZnakSprawy", shipment.caseNumber());
        Element enclosure = SafeXml.add(SafeXml.add(content, STR, "str:Zalaczniki", null), STR, "str:Zalacznik", null);
        enclosure.setAttribute("format", document.mediaType());
        enclosure.setAttribute("kodowanie", "base64");
        enclosure.setAttribute("nazwaPliku", shipment.fileName());
        SafeXml.add(enclosure, STR, "str:DaneZalacznika", Base64.getEncoder().encodeToString(document.content()));
        return SafeXml.bytes(root.getOwnerDocument());
    }

    private static void date(Element parent, LocalDate date) {
        Element element = SafeXml.add(parent, META, "meta:Data", null);
        element.setAttribute("typDaty", "stworzony");
        SafeXml.add(element, META, "meta:Czas", date.toString());
    }

    private static void addressee(Element parent, Shipment shipment) {
        Element subject = SafeXml.add(SafeXml.add(parent, STR, "str:Adresaci", null), META, "meta:Podmiot", null);
        if (shipment.addressee().name() != null) {
            Element institution = SafeXml.add(subject, INST, "inst:Instytucja", null);
            SafeXml.add(
                    institution,
                    INST,
                    "inst:NazwaInstytucji",
                    shipment.addressee().name());
            return;
        }
        Element person = SafeXml.add(subject, OS, "os:Osoba", null);
        SafeXml.add(person, OS, "os:Imie", shipment.addressee().firstName());
        SafeXml.add(person, OS, "os:Nazwisko", shipment.addressee().lastName());
    }
}
