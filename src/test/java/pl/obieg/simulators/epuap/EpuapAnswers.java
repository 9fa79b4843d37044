package pl.obieg.simulators.epuap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import pl.obieg.simulators.pki.Xml;

/** What each operation of WS-Pull, WS-Doręczyciel and WS-Skrytka answers, as XML of the contract. */
@Component
class EpuapAnswers {

    private static final String DONE = "<status><kod>1</kod><komunikat>OK</komunikat></status>";

    private final EpuapBox box;
    private final EpuapOrders orders;
    private final Confirmations confirmations;

    EpuapAnswers(EpuapBox box, EpuapOrders orders, Confirmations confirmations) {
        this.box = box;
        this.orders = orders;
        this.confirmations = confirmations;
    }

    String waiting(Element question) {
        int waiting = box.waiting(address(question));
        return answer("OdpowiedzPullOczekujace", DONE + "<oczekujace>" + waiting + "</oczekujace>");
    }

    String next(Element question) {
        EpuapBox.Incoming document =
                box.first(address(question)).orElseThrow(() -> new EpuapRefusal(404, "Brak dokumentów w skrytce"));
        EpuapBox.Sender sender = document.sender();
        return answer(
                "OdpowiedzPullPobierz",
                DONE + "<danePodmiotu>" + element("identyfikator", document.subjectId())
                        + element("typOsoby", sender.person() ? "F" : "P")
                        + optional("imieSkrot", sender.imie())
                        + optional("nazwiskoNazwa", sender.person() ? sender.nazwisko() : sender.nazwa())
                        + optional("nip", sender.nip())
                        + optional("pesel", sender.pesel())
                        + optional("regon", sender.regon())
                        + "<zgoda>true</zgoda></danePodmiotu><daneNadawcy>"
                        + element("uzytkownik", document.subjectId())
                        + "</daneNadawcy>"
                        + element("dataNadania", document.sentAt().toString())
                        + element("nazwaSkrytki", Xml.text(question, null, "nazwaSkrytki"))
                        + element("adresSkrytki", document.box())
                        + element("adresOdpowiedzi", document.replyAddress())
                        + "<czyTestowe>false</czyTestowe>"
                        + element("daneDodatkowe", base64(document.extra()))
                        + "<dokument>" + file(document.fileName(), document.mediaType(), document.content())
                        + "</dokument>");
    }

    String confirm(Element question, boolean keep) {
        if (!box.confirm(address(question), Xml.text(question, null, "skrot"), keep)) {
            throw new EpuapRefusal(409, "Skrót nie odpowiada pierwszemu dokumentowi w kolejce");
        }
        return answer("OdpowiedzPullPotwierdz", DONE);
    }

    String send(Element header, Element document, boolean withUpd, boolean twice) {
        String ownId = Xml.text(header, Contract.OB, "IdentyfikatorDokumentu");
        EpuapBox.Sent kept = box.keep(new EpuapBox.Sent(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                ownId.isEmpty() ? null : ownId,
                Xml.text(header, Contract.OB, "IdentyfikatorPodmiotu"),
                Xml.text(header, Contract.OB, "AdresSkrytki"),
                Xml.text(header, Contract.OB, "AdresOdpowiedzi"),
                Xml.text(header, Contract.OB, "IdentyfikatorSprawy"),
                Xml.text(document, null, "nazwaPliku"),
                signed(document),
                withUpd,
                box.now(),
                null));
        if (orders.collectsAtOnce()) {
            box.collect(kept.orderId(), twice);
        }
        return withUpd
                ? answer(
                        "OdpowiedzDoreczyciela",
                        DONE
                                + element("identyfikatorDokumentu", kept.documentId())
                                + element("identyfikatorZlecenia", kept.orderId()))
                : answer("OdpowiedzSkrytki", DONE + element("identyfikatorDokumentu", kept.documentId()) + upp(kept));
    }

    private String upp(EpuapBox.Sent letter) {
        byte[] upp = confirmations.upp(letter.podmiot(), letter.address(), letter.documentId(), letter.sentAt());
        return "<zalacznik>" + file("UPP.xml", "application/xml", upp) + "</zalacznik>";
    }

    private static byte[] signed(Element document) {
        byte[] content = Base64.getMimeDecoder().decode(Xml.text(document, null, "zawartosc"));
        try {
            Element root = Xml.parse(content).getDocumentElement();
            if (Xml.child(root, javax.xml.crypto.dsig.XMLSignature.XMLNS, "Signature")
                    .isEmpty()) {
                throw new EpuapRefusal(420, "Dokument nie jest podpisany");
            }
            return content;
        } catch (IllegalArgumentException notXml) {
            throw new EpuapRefusal(421, "Dokument nie jest plikiem XML");
        }
    }

    private String address(Element question) {
        String address = Xml.text(question, null, "adresSkrytki");
        if (!address.equals(box.officeBox())) {
            throw new EpuapRefusal(403, "Brak uprawnień do skrytki");
        }
        return address;
    }

    private static String answer(String name, String content) {
        return "<ob:" + name + " xmlns:ob=\"" + Contract.OB + "\">" + content + "</ob:" + name + ">";
    }

    private static String file(String name, String type, byte[] content) {
        return element("nazwaPliku", name) + element("typPliku", type) + element("zawartosc", base64(content));
    }

    private static String base64(byte[] content) {
        return new String(Base64.getEncoder().encode(content), StandardCharsets.US_ASCII);
    }

    private static String optional(String name, String text) {
        return text == null || text.isEmpty() ? "" : element(name, text);
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + Xml.escape(text) + "</" + name + ">";
    }
}
