package pl.obieg.delivery.epuap;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import pl.obieg.transport.soap.SafeXml;

/** WS-Doręczyciel: hands a letter over for official delivery with a UPD. */
@Component
class DoreczycielService {

    private static final String DORECZ = "http://ws.epuap.gov.pl/doreczyciel/dorecz";

    private final EpuapServices services;
    private final EpuapSettings settings;

    DoreczycielService(EpuapServices services, EpuapSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    /**
     * What ePUAP gave.
     *
     * @param orderId {@code identyfikatorZlecenia}
     * @param documentId {@code identyfikatorDokumentu}, may be {@code null}
     */
    record Order(String orderId, String documentId) {}

    /**
     * @param ownId the same on each attempt at the same dispatch
     * @param collectBy end of the term of collection
     * @param document signed XML
     */
    Order dorecz(String address, String ownId, String caseNumber, Instant collectBy, String fileName, byte[] document) {
        List<Element> headers = List.of(
                EpuapServices.element("IdentyfikatorPodmiotu", settings.podmiot()),
                EpuapServices.element("AdresSkrytki", address),
                EpuapServices.element("AdresOdpowiedzi", settings.boxAddress()),
                EpuapServices.element("TerminDoreczenia", collectBy.toString()),
                EpuapServices.element("CzyProbne", "false"),
                EpuapServices.element("IdentyfikatorDokumentu", ownId),
                EpuapServices.element("IdentyfikatorSprawy", caseNumber),
                EpuapServices.element("DaneDodatkowe", ""));
        Element body = EpuapServices.element("Dokument");
        SafeXml.add(body, null, "nazwaPliku", fileName);
        SafeXml.add(body, null, "typPliku", "application/xml");
        SafeXml.add(body, null, "zawartosc", Base64.getEncoder().encodeToString(document));
        Element answer = EpuapServices.successful("dorecz", services.call(settings.doreczUrl(), DORECZ, headers, body));
        String orderId = SafeXml.text(answer, "identyfikatorZlecenia")
                .orElseThrow(() -> new IllegalStateException("dorecz gave no identyfikatorZlecenia"));
        return new Order(orderId, SafeXml.text(answer, "identyfikatorDokumentu").orElse(null));
    }
}
