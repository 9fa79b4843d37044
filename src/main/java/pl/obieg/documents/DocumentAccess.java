package pl.obieg.documents;

import java.security.Principal;
import java.util.Set;

/**
 * Says who may read a document. Modules declare beans of it for the people they know; one that says yes is enough, and
 * where none does the document does not exist for the asker.
 */
public interface DocumentAccess {

    /**
     * @param documentId lower-case hex of SHA-256
     * @param who is signed in
     * @param roles without the prefix {@code ROLE_}
     */
    boolean mayRead(String documentId, Principal who, Set<String> roles);
}
