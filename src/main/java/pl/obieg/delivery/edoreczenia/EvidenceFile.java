package pl.obieg.delivery.edoreczenia;

import java.util.Locale;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.EvidenceEntry;
import pl.obieg.documents.DocumentStore;

/** The file of a piece of evidence in the office's document store, under a name a clerk understands. */
final class EvidenceFile {

    private EvidenceFile() {}

    /** Returns the document's id. */
    static String store(DocumentStore documents, EvidenceEntry entry, byte[] content) {
        boolean pdf = EvidenceMeaning.isPdf(entry);
        String name = switch (EvidenceMeaning.code(entry)) {
            case "BPWX", "BPWP" -> "dowod-wyslania";
            case "BPOX", "BPOP" -> "dowod-otrzymania";
            case "HPN" -> "dowod-nadania";
            case "HDW" -> "dowod-odrzucenia";
            case "HEPO" -> "elektroniczne-potwierdzenie-odbioru";
            default ->
                "dowod-zdarzenia-" + entry.type().toLowerCase(Locale.ROOT).replace('.', '-');
        };
        return documents.put(content, name + (pdf ? ".pdf" : ".xml"), pdf ? "application/pdf" : "application/xml");
    }
}
