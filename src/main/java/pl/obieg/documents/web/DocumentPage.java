package pl.obieg.documents.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import pl.obieg.documents.DocumentAccess;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;

/**
 * Shows a document in the browser. Whoever may not read it learns no more than if it did not exist. Documents come from
 * strangers, so only types that carry no script are shown in place: XML as plain text, anything else as a download.
 */
@RestController
class DocumentPage {

    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg", "text/plain");

    private final DocumentStore documents;
    private final List<DocumentAccess> accesses;

    DocumentPage(DocumentStore documents, List<DocumentAccess> accesses) {
        this.documents = documents;
        this.accesses = accesses;
    }

    @GetMapping("/dokumenty/{id:[0-9a-f]{64}}")
    ResponseEntity<byte[]> show(@PathVariable String id, Authentication who) {
        if (who == null || !mayRead(id, who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        StoredDocument document = find(id);
        String type = shownAs(document.mediaType());
        boolean inPlace = !MediaType.APPLICATION_OCTET_STREAM_VALUE.equals(type);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (inPlace ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .cacheControl(CacheControl.noStore());
        if (!MediaType.APPLICATION_PDF_VALUE.equals(type)) {
            // A reader of PDF built into a browser would not start under this.
            answer.header("Content-Security-Policy", "sandbox; default-src 'none'");
        }
        return answer.body(document.content());
    }

    private boolean mayRead(String id, Authentication who) {
        Set<String> roles = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> authority.replaceFirst("^ROLE_", ""))
                .collect(Collectors.toUnmodifiableSet());
        return accesses.stream().anyMatch(access -> access.mayRead(id, who, roles));
    }

    private StoredDocument find(String id) {
        try {
            return documents.get(id);
        } catch (IllegalArgumentException absent) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String shownAs(String mediaType) {
        String plain = mediaType.replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        if (plain.equals("application/xml") || plain.equals("text/xml") || plain.equals("text/plain")) {
            return "text/plain;charset=UTF-8";
        }
        return SHOWN.contains(plain) ? plain : MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }
}
