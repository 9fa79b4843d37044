package pl.obieg.delivery.epuap;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import pl.obieg.transport.soap.SafeXml;

/** WS-Pull: the queue of the office's box. A document stays first in it until its digest is confirmed. */
@Component
class PullService {

    private static final String ACTION = "http://ws.epuap.gov.pl/pull/";
    private static final int NOTHING = 0;

    private final EpuapServices services;
    private final EpuapSettings settings;

    PullService(EpuapServices services, EpuapSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    /** How many documents wait. */
    int waiting() {
        Element answer = EpuapServices.successful(
                "oczekujaceDokumenty", call("oczekujaceDokumenty", question("ZapytaniePullOczekujace")));
        return Integer.parseInt(SafeXml.text(answer, "oczekujace").orElse("0"));
    }

    /** The first document of the queue, which stays there. */
    Optional<PulledDocument> next() {
        Element answer = call("pobierzNastepny", question("ZapytaniePullPobierz"));
        if (EpuapServices.status(answer) == NOTHING) {
            return Optional.empty();
        }
        EpuapServices.successful("pobierzNastepny", answer);
        return SafeXml.child(answer, "dokument").map(document -> read(answer, document));
    }

    /** Takes the document off the queue. */
    void confirm(PulledDocument document) {
        Element question = question("ZapytaniePullPotwierdz");
        SafeXml.add(question, null, "skrot", document.confirmationDigest());
        EpuapServices.successful("potwierdzOdebranie", call("potwierdzOdebranie", question));
    }

    private Element call(String operation, Element question) {
        return services.call(settings.pullUrl(), ACTION + operation, List.of(), question);
    }

    private Element question(String name) {
        Element question = EpuapServices.element(name);
        SafeXml.add(question, null, "podmiot", settings.podmiot());
        SafeXml.add(question, null, "nazwaSkrytki", settings.boxName());
        SafeXml.add(question, null, "adresSkrytki", settings.boxAddress());
        return question;
    }

    private static PulledDocument read(Element answer, Element document) {
        return new PulledDocument(
                sender(SafeXml.child(answer, "danePodmiotu").orElse(answer)),
                text(answer, "dataNadania"),
                text(answer, "adresOdpowiedzi"),
                "true".equals(text(answer, "czyTestowe")) || "1".equals(text(answer, "czyTestowe")),
                bytes(answer, "daneDodatkowe"),
                text(document, "nazwaPliku"),
                text(document, "typPliku"),
                bytes(document, "zawartosc"));
    }

    private static PulledDocument.Sender sender(Element subject) {
        String name = Stream.of(text(subject, "imieSkrot"), text(subject, "nazwiskoNazwa"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new PulledDocument.Sender(
                text(subject, "identyfikator"),
                name,
                text(subject, "pesel"),
                text(subject, "nip"),
                text(subject, "regon"));
    }

    private static String text(Element parent, String name) {
        return SafeXml.text(parent, name).orElse("");
    }

    private static byte[] bytes(Element parent, String name) {
        return Base64.getMimeDecoder().decode(text(parent, name));
    }
}
