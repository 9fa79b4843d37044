package pl.obieg.documents;

/**
 * The office's electronic seal on a PDF (rules SG-02 and SG-03: OP art. 126): PAdES-BASELINE-B with the key of the
 * settings {@code obieg.documents.seal}.
 */
public interface Seal {

    /**
     * @param pdf PDF/A; it stays so
     * @return the same document with an invisible seal over all of it
     * @throws IllegalStateException if no seal is configured or its key cannot be used
     */
    byte[] put(byte[] pdf);
}
