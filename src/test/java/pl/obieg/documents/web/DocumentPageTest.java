package pl.obieg.documents.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import pl.obieg.documents.DocumentAccess;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;

class DocumentPageTest {

    private static final String PDF = "a".repeat(64);
    private static final String XML = "b".repeat(64);
    private static final String HTML = "c".repeat(64);
    private static final TestingAuthenticationToken CLERK = new TestingAuthenticationToken("anna", "", "ROLE_clerk");
    private static final TestingAuthenticationToken CITIZEN = new TestingAuthenticationToken("jan", "", "citizen");

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new DocumentPage(
                    new Shelf(),
                    List.<DocumentAccess>of((id, who, roles) -> false, (id, who, roles) -> roles.contains("clerk"))))
            .build();

    @Test
    void showsAPdfInPlaceAndOnlyInTheOfficesOwnPages() throws Exception {
        web.perform(get("/dokumenty/" + PDF).principal(CLERK))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(new byte[] {1}))
                .andExpect(header().string("Content-Disposition", startsWith("inline")))
                .andExpect(header().string("Content-Disposition", containsString("decyzja%20ustalaj%C4%85ca.pdf")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void showsXmlAsTextAndNeverRunsAStrangersPage() throws Exception {
        web.perform(get("/dokumenty/" + XML).principal(CLERK))
                .andExpect(header().string("Content-Type", "text/plain;charset=UTF-8"))
                .andExpect(header().string("Content-Security-Policy", startsWith("sandbox")));
        web.perform(get("/dokumenty/" + HTML).principal(CLERK))
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")));
    }

    @Test
    void hidesADocumentFromOthers() throws Exception {
        web.perform(get("/dokumenty/" + PDF).principal(CITIZEN)).andExpect(status().isNotFound());
        web.perform(get("/dokumenty/" + PDF)).andExpect(status().isNotFound());
    }

    @Test
    void knowsNoOtherIds() throws Exception {
        web.perform(get("/dokumenty/" + "d".repeat(64)).principal(CLERK)).andExpect(status().isNotFound());
        web.perform(get("/dokumenty/..%2Fetc").principal(CLERK)).andExpect(status().is4xxClientError());
    }

    private static final class Shelf implements DocumentStore {

        private final Map<String, StoredDocument> documents = Map.of(
                PDF, new StoredDocument(PDF, "decyzja ustalająca.pdf", "application/pdf", new byte[] {1}),
                XML, new StoredDocument(XML, "dn1.xml", "application/xml", new byte[] {2}),
                HTML, new StoredDocument(HTML, "x.html", "text/html", new byte[] {3}));

        @Override
        public String put(byte[] content, String fileName, String mediaType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoredDocument get(String id) {
            if (!documents.containsKey(id)) {
                throw new IllegalArgumentException(id);
            }
            return documents.get(id);
        }
    }
}
