package pl.obieg.ledger.enforcement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.dunning.DueLines;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report.Kind;
import pl.obieg.transport.soap.SafeXml;

/** Titles, notices and messages as XML of the office's own schema {@code wzory/etw-1.xsd}; nothing else is let through. */
@Component
class EnforcementXml {

    private static final String NAMESPACE = "http://obieg.example/wzor/etw/1/";

    private static final Map<String, Kind> KINDS = Map.of(
            "PRZYJETO", Kind.ACCEPTED,
            "ODRZUCONO", Kind.REJECTED,
            "SRODEK", Kind.MEASURE,
            "POBRANO", Kind.COLLECTED,
            "ZAKONCZONO", Kind.CLOSED);

    private final Schema schema;

    EnforcementXml() {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            schema = factory.newSchema(getClass().getResource("/wzory/etw-1.xsd"));
        } catch (SAXException broken) {
            throw new IllegalStateException("The schema of eTW cannot be read", broken);
        }
    }

    /**
     * What a title says (UPEA art. 27, ARR-08).
     *
     * @param parents of each debtor
     * @param version grows when a rejected title is corrected
     * @param dunningReference case number of the upomnienie
     * @param interestDay of the interest of each line
     * @param account NRB for the money
     */
    record TitleData(
            String number,
            int version,
            boolean spouses,
            List<Party> debtors,
            List<DebtorParents.Parents> parents,
            List<DueLines.Line> dues,
            BigDecimal costs,
            String dunningReference,
            LocalDate dunningDeliveredOn,
            LocalDate interestDay,
            String account,
            LocalDate issuedOn) {}

    String title(TitleData data, EnforcementSettings settings) {
        Element root = SafeXml.root(NAMESPACE, "tytulWykonawczy");
        root.setAttribute("numer", data.number());
        root.setAttribute("wersja", Integer.toString(data.version()));
        Element creditor = add(root, "wierzyciel", null);
        add(creditor, "nazwa", settings.creditor().name());
        add(creditor, "adres", settings.creditor().address());
        add(creditor, "nip", settings.creditor().nip());
        add(creditor, "rachunek", data.account());
        add(root, "organEgzekucyjny", settings.organ());
        Element debtors = add(root, "zobowiazani", null);
        debtors.setAttribute("malzonkowie", Boolean.toString(data.spouses()));
        for (int i = 0; i < data.debtors().size(); i++) {
            debtor(
                    add(debtors, "zobowiazany", null),
                    data.debtors().get(i),
                    data.parents().get(i));
        }
        data.dues().forEach(line -> due(add(root, "naleznosc", null), line, data.interestDay()));
        add(root, "kosztyUpomnienia", money(data.costs()));
        Element dunning = add(root, "upomnienie", null);
        dunning.setAttribute("znak", data.dunningReference());
        dunning.setAttribute("doreczone", data.dunningDeliveredOn().toString());
        add(root, "podstawaPrawna", Titles.LEGAL_BASIS);
        Element issued = add(root, "wystawil", null);
        issued.setAttribute("kto", settings.creditor().signatory());
        issued.setAttribute("dnia", data.issuedOn().toString());
        return checked(root);
    }

    String notice(String titleNumber, Titles.Notice notice) {
        Element root = SafeXml.root(NAMESPACE, "zawiadomienie");
        root.setAttribute("numerTytulu", titleNumber);
        root.setAttribute("rodzaj", notice.kind().inXml());
        root.setAttribute("dnia", notice.statedOn().toString());
        if (notice.amount() != null) {
            root.setAttribute("kwota", money(notice.amount()));
        }
        root.setAttribute("pozostaje", money(notice.arrears()));
        return checked(root);
    }

    /** @throws IllegalArgumentException if it is no message of this schema */
    List<Report> reports(byte[] xml) {
        Document document = SafeXml.parse(xml);
        validate(document.getDocumentElement());
        return SafeXml.children(document.getDocumentElement()).stream()
                .map(EnforcementXml::report)
                .toList();
    }

    private static Report report(Element message) {
        String amount = message.getAttribute("kwota");
        String reason = message.getAttribute("powod");
        return new Report(
                message.getAttribute("id"),
                message.getAttribute("numerTytulu"),
                KINDS.get(message.getAttribute("rodzaj")),
                LocalDate.parse(message.getAttribute("dnia")),
                amount.isEmpty() ? null : new BigDecimal(amount),
                reason.isEmpty() ? null : reason.substring(0, Math.min(500, reason.length())));
    }

    private static void debtor(Element element, Party party, DebtorParents.Parents parents) {
        if (party.kind() == Party.Kind.NATURAL) {
            add(element, "imie", party.firstName());
            add(element, "nazwisko", party.lastName());
            addKnown(element, "imieOjca", parents.father());
            addKnown(element, "imieMatki", parents.mother());
            if (party.pesel() != null) {
                add(element, "dataUrodzenia", birthDate(party.pesel()).toString());
            }
        } else {
            add(element, "nazwa", party.name());
        }
        addKnown(element, "pesel", party.pesel());
        addKnown(element, "nip", party.nip());
        addKnown(element, "regon", party.regon());
        Address address = party.address();
        add(element, "adres", address.place() == null ? "nieznany" : address.streetLine() + ", " + address.placeLine());
    }

    private static void due(Element element, DueLines.Line line, LocalDate interestDay) {
        add(element, "rodzaj", line.kind());
        add(element, "rok", Integer.toString(line.taxYear()));
        add(element, "rata", Integer.toString(line.number()));
        add(element, "podstawa", line.basis());
        add(element, "terminPlatnosci", line.dueOn().toString());
        add(element, "kwota", money(line.principal()));
        add(element, "odsetki", money(line.interest()));
        add(element, "odsetkiNaDzien", interestDay.toString());
        add(element, "odsetkiOd", line.interestFrom().toString());
        addKnown(element, "stopaOdsetek", line.ratePercent().replace(',', '.'));
    }

    /** The month of a PESEL carries the century: +80 for 18xx, 0, +20, +40, +60. */
    static LocalDate birthDate(String pesel) {
        int month = Integer.parseInt(pesel.substring(2, 4));
        int century = new int[] {1900, 2000, 2100, 2200, 1800}[month / 20];
        return LocalDate.of(
                century + Integer.parseInt(pesel.substring(0, 2)), month % 20, Integer.parseInt(pesel.substring(4, 6)));
    }

    private static void addKnown(Element parent, String name, String text) {
        if (text != null && !text.isBlank()) {
            add(parent, name, text);
        }
    }

    private static Element add(Element parent, String name, String text) {
        return SafeXml.add(parent, NAMESPACE, name, text);
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    private String checked(Element root) {
        validate(root);
        return new String(SafeXml.bytes(root), StandardCharsets.UTF_8);
    }

    private void validate(Element root) {
        try {
            schema.newValidator().validate(new DOMSource(root));
        } catch (SAXException wrong) {
            // The validator's message quotes values, which may be personal.
            throw new IllegalArgumentException("The XML does not fit the schema of eTW");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
