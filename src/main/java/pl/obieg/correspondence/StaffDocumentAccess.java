package pl.obieg.correspondence;

import java.security.Principal;
import java.util.Set;
import org.springframework.stereotype.Component;
import pl.obieg.documents.DocumentAccess;

/** Staff with one of the reader roles may read the office's documents. */
@Component
class StaffDocumentAccess implements DocumentAccess {

    private final EzdSettings settings;

    StaffDocumentAccess(EzdSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean mayRead(String documentId, Principal who, Set<String> roles) {
        return roles.stream().anyMatch(role -> settings.readerRoles().stream().anyMatch(role::equalsIgnoreCase));
    }
}
