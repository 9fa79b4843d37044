package pl.obieg.delivery.epuap;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import pl.obieg.transport.soap.MessageSigner;
import pl.obieg.transport.soap.SafeXml;
import pl.obieg.transport.soap.SigningKey;
import pl.obieg.transport.soap.SoapClient;
import pl.obieg.transport.soap.SoapFault;

/** What all services of ePUAP share: the signed call, the status and the exception of its contract. */
@Component
class EpuapServices {

    /** Types of the contract. */
    static final String OB = "http://wsdl.epuap.gov.pl/obiekty/";

    private static final int DONE = 1;

    private final EpuapSettings settings;
    private SigningKey key;
    private SoapClient soap;

    EpuapServices(EpuapSettings settings) {
        this.settings = settings;
    }

    /** The office's key, read when first needed, so that the application starts without one. */
    synchronized SigningKey key() {
        if (key == null) {
            if (!settings.connected()) {
                throw new IllegalStateException("obieg.systems.epuap.keystore is not set");
            }
            key = SigningKey.fromPkcs12(settings.keystore(), settings.password());
        }
        return key;
    }

    /** An element of the contract's namespace, root of its own document. */
    static Element element(String name) {
        return SafeXml.root(OB, "ob:" + name);
    }

    static Element element(String name, String text) {
        Element element = element(name);
        element.setTextContent(text);
        return element;
    }

    /** Calls; answers the element in the body whatever its status. */
    Element call(URI endpoint, String action, List<Element> headers, Element body) {
        try {
            return client().call(new SoapClient.Request(endpoint, action, headers, body));
        } catch (SoapFault fault) {
            Optional<Element> exception = fault.detail().filter(detail -> OB.equals(detail.getNamespaceURI()));
            int code = exception
                    .flatMap(detail -> SafeXml.text(detail, "kod"))
                    .map(EpuapServices::number)
                    .orElse(-1);
            String explanation = exception
                    .flatMap(detail -> SafeXml.text(detail, "komunikat"))
                    .orElse(fault.faultText());
            throw new EpuapFault(action, code, explanation, fault);
        }
    }

    /** {@code status/kod}. */
    static int status(Element answer) {
        return SafeXml.child(answer, "status")
                .flatMap(status -> SafeXml.text(status, "kod"))
                .map(EpuapServices::number)
                .orElse(-1);
    }

    /** The answer itself if its status is success. */
    static Element successful(String operation, Element answer) {
        if (status(answer) != DONE) {
            String explanation = SafeXml.child(answer, "status")
                    .flatMap(status -> SafeXml.text(status, "komunikat"))
                    .orElse("");
            throw new EpuapFault(operation, status(answer), explanation, null);
        }
        return answer;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException strange) {
            return -1;
        }
    }

    private synchronized SoapClient client() {
        if (soap == null) {
            // The true time, not the office's: ePUAP compares the Timestamp with its own clock.
            MessageSigner signer = new MessageSigner(key(), Clock.systemUTC(), settings.signatureMethod());
            soap = new SoapClient(settings.connectTimeout(), settings.answerTimeout(), signer);
        }
        return soap;
    }
}
