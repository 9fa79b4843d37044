package pl.obieg.documents;

/** Checks the electronic signature of an XML document that reached the office. */
public interface SignatureCheck {

    /** What was found. */
    enum Outcome {
        VALID,
        MISSING,
        BROKEN,
        UNTRUSTED
    }

    /**
     * @param signer subject of the certificate, {@code null} if there is no signature; personal data
     * @param signerIdentifier PESEL or NIP from the certificate's serialNumber, or {@code null}; personal data
     */
    record Report(Outcome outcome, String signer, String signerIdentifier) {}

    Report check(byte[] xml);
}
