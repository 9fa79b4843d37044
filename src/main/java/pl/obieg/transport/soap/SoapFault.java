package pl.obieg.transport.soap;

import java.util.Optional;
import org.w3c.dom.Element;

/** The other side answered with a SOAP fault. Its text is not in the message, since it may be personal. */
public class SoapFault extends RuntimeException {

    private final String faultCode;
    private final String faultText;
    private final transient Element detail;

    SoapFault(String faultCode, String faultText, Element detail) {
        super("SOAP fault " + faultCode);
        this.faultCode = faultCode;
        this.faultText = faultText;
        this.detail = detail;
    }

    /** Such as {@code soap:Server}. */
    public String faultCode() {
        return faultCode;
    }

    public String faultText() {
        return faultText;
    }

    /** The first element under {@code detail}. */
    public Optional<Element> detail() {
        return Optional.ofNullable(detail);
    }
}
