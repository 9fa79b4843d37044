package pl.obieg.documents;

/**
 * A document with its bytes. {@code content} is not copied; do not change it.
 *
 * @param id lower-case hex of SHA-256
 * @param mediaType such as {@code application/pdf}
 */
public record StoredDocument(String id, String fileName, String mediaType, byte[] content) {}
