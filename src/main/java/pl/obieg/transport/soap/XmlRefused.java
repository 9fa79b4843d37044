package pl.obieg.transport.soap;

/** The bytes are not XML that may be read: not well formed, with a doctype, or beyond the limits. */
public class XmlRefused extends RuntimeException {

    XmlRefused(Exception cause) {
        // The parser's message may quote the content, which is personal.
        super("Not acceptable XML: " + cause.getClass().getSimpleName());
    }
}
