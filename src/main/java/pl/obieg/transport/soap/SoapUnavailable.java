package pl.obieg.transport.soap;

/** No SOAP answer came: no connection, none in time, or something that is not SOAP. A later attempt may succeed. */
public class SoapUnavailable extends RuntimeException {

    SoapUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
