package pl.obieg.correspondence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;

/**
 * Writes a letter's PDF. Beside its content the template reads {@code office}, {@code reference} (case number),
 * {@code number} ("" if it has none), {@code date}, {@code addressees} ({@code name}, {@code streetLine},
 * {@code placeLine}), {@code title}, {@code kind} (Polish word), {@code isDraft} and {@code forPaper}: whether this is the
 * version that somebody signs by hand.
 */
@Component
class LetterPages {

    private static final String PDF = "application/pdf";

    private final LetterWriter writer;
    private final DocumentStore documents;
    private final Parties parties;
    private final EzdSettings settings;

    LetterPages(LetterWriter writer, DocumentStore documents, Parties parties, EzdSettings settings) {
        this.writer = writer;
        this.documents = documents;
        this.parties = parties;
        this.settings = settings;
    }

    /** @return id of the stored PDF */
    String write(Letters.Letter letter, String number, LocalDate date, boolean isDraft) {
        return write(letter, number, date, isDraft, false);
    }

    /** The same letter for paper, with a line for the signature by hand instead of the seal (SG-01). */
    String writeForPaper(Letters.Letter letter, String number, LocalDate date) {
        return write(letter, number, date, false, true);
    }

    private String write(Letters.Letter letter, String number, LocalDate date, boolean isDraft, boolean forPaper) {
        Map<String, Object> model = new HashMap<>(letter.content());
        model.put("office", office());
        model.put("reference", letter.caseNumber());
        model.put("number", number == null ? "" : number);
        model.put("date", date);
        model.put("addressees", letter.partyIds().stream().map(this::addressee).toList());
        model.put("title", letter.title());
        model.put("kind", letter.kind().polish());
        model.put("isDraft", isDraft);
        model.put("forPaper", forPaper);
        String heading = letter.kind().polish() + " " + letter.title();
        byte[] pdf = writer.pdf(
                letter.wording(), heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1), model);
        return documents.put(pdf, fileName(letter.wording().template()), PDF);
    }

    private Map<String, String> office() {
        EzdSettings.Office office = settings.office();
        return Map.of(
                "name", office.name(),
                "organ", office.organ(),
                "streetLine", office.streetLine(),
                "placeLine", office.placeLine(),
                "place", office.place(),
                "signatory", office.signatory());
    }

    private Map<String, String> addressee(String partyId) {
        Party party = parties.get(partyId);
        Address address = party.address();
        boolean known = address.place() != null;
        return Map.of(
                "name", party.displayName(),
                "streetLine", known ? address.streetLine() : "",
                "placeLine", known ? address.placeLine() : "");
    }

    /** {@code letters/wezwanie/wezwanie.ftlh} → {@code wezwanie.pdf} */
    private static String fileName(String template) {
        return template.substring(template.lastIndexOf('/') + 1, template.lastIndexOf('.')) + ".pdf";
    }
}
