package pl.obieg.simulators.epuap;

import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Holds requests and answers to the contract, as a strict server would. */
@Component
class Contract {

    static final String OB = "http://wsdl.epuap.gov.pl/obiekty/";

    private final Schema schema;

    Contract() throws SAXException {
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Contract.class.getResource("/simulators/epuap/obiekty.xsd"));
    }

    /** @throws EpuapRefusal if the element is not as the contract says */
    void check(Element element) {
        try {
            schema.newValidator().validate(new DOMSource(element));
        } catch (SAXException differs) {
            throw new EpuapRefusal(400, "Niezgodność z kontraktem: " + differs.getMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
