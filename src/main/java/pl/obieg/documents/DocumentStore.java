package pl.obieg.documents;

/**
 * The bytes of letters, forms and evidence, kept by content: storing the same bytes twice gives the same id and one
 * copy.
 */
public interface DocumentStore {

    /**
     * @param fileName as a person would see it, in Polish if need be
     * @param mediaType such as {@code application/pdf}
     * @return the id: lower-case hex of SHA-256
     */
    String put(byte[] content, String fileName, String mediaType);

    /** @throws IllegalArgumentException if there is none */
    StoredDocument get(String id);
}
