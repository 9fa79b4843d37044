package pl.obieg.correspondence.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import pl.obieg.correspondence.CaseMark;
import pl.obieg.correspondence.EzdSettings.LetterKind;
import pl.obieg.correspondence.builtin.PaperLetter;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission.Attachment;

/**
 * A paper letter as the registry types it (rulebook 6.2). Empty fields are {@code null}. Files that were uploaded and
 * found good stay with the form while other fields are corrected.
 *
 * @param key made with the empty form
 * @param pages of the letter itself
 * @param scanId of the scan uploaded before
 * @param scanName its file's name
 * @param legible the clerk has looked whether the scan is whole and can be read (OFF-13)
 * @param attachments on paper
 * @param attachmentIds scans of attachments uploaded before, {@code id|name}
 * @param unscannedCode why not everything is scanned
 * @param carrierKind {@code CD}, …
 */
public record PaperForm(
        String key,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate letterDate,
        String sendersMark,
        String subject,
        String kind,
        String relatedCase,
        Integer pages,
        String scanId,
        String scanName,
        boolean legible,
        Integer attachments,
        List<String> attachmentIds,
        String unscannedCode,
        Carrier carrierKind,
        Integer carriers,
        String remarks) {

    private static final int MOST_PAGES = 5000;
    private static final int MOST_ATTACHMENTS = 500;
    private static final int MOST_CARRIERS = 20;

    public PaperForm {
        attachmentIds = attachmentIds == null ? List.of() : List.copyOf(attachmentIds);
    }

    /** What data may come on. */
    public enum Carrier {
        CD("płyta CD"),
        DVD("płyta DVD"),
        USB("pamięć USB"),
        CARD("karta pamięci"),
        OTHER("inny nośnik danych");

        private final String label;

        Carrier(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }
    }

    static PaperForm empty(String key, LocalDate today) {
        return new PaperForm(
                key, today, null, null, null, null, null, 1, null, null, false, 0, List.of(), null, null, null, null);
    }

    PaperForm withFiles(String scan, String name, List<String> scansOfAttachments) {
        return new PaperForm(
                key,
                receivedOn,
                letterDate,
                sendersMark,
                subject,
                kind,
                relatedCase,
                pages,
                scan,
                name,
                legible,
                attachments,
                scansOfAttachments,
                unscannedCode,
                carrierKind,
                carriers,
                remarks);
    }

    /** What the clerk must correct: field and Polish sentence, in the order of the form. */
    Map<String, String> errors(LocalDate today, List<LetterKind> kinds, Set<String> reasons) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (receivedOn == null) {
            errors.put("receivedOn", "Podaj datę wpływu.");
        } else if (receivedOn.isAfter(today)) {
            errors.put("receivedOn", "Data wpływu nie może być z przyszłości.");
        }
        if (letterDate != null && receivedOn != null && letterDate.isAfter(receivedOn)) {
            errors.put("letterDate", "Data na piśmie nie może być późniejsza niż data wpływu.");
        }
        tooLong(errors, "sendersMark", sendersMark, 100);
        if (subject == null) {
            errors.put("subject", "Podaj krótko, czego dotyczy pismo.");
        }
        tooLong(errors, "subject", subject, 300);
        checkKind(errors, kinds);
        between(errors, "pages", pages, 1, MOST_PAGES, "Podaj liczbę stron pisma, od 1 do " + MOST_PAGES + ".");
        between(errors, "attachments", attachments, 0, MOST_ATTACHMENTS, "Podaj liczbę załączników, od 0 do 500.");
        checkScans(errors, reasons);
        checkCarriers(errors);
        tooLong(errors, "remarks", remarks, 500);
        return errors;
    }

    private void checkKind(Map<String, String> errors, List<LetterKind> kinds) {
        if (PaperLetter.UNRECOGNISED.equals(kind)) {
            return;
        }
        LetterKind chosen = kinds.stream()
                .filter(one -> one.code().equals(kind))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            errors.put("kind", "Wskaż, co to za pismo.");
        } else if (chosen.inCase() && CaseMark.read(relatedCase).isEmpty()) {
            errors.put("relatedCase", "Podaj znak sprawy, której dotyczy pismo, na przykład FN.3120.7.2026.");
        } else if (!chosen.inCase() && relatedCase != null) {
            errors.put(
                    "relatedCase",
                    "Takie pismo rozpoczyna nową sprawę. Jeżeli należy do sprawy w toku, wybierz inny rodzaj pisma;"
                            + " jeżeli nie, usuń znak.");
        }
    }

    private void checkScans(Map<String, String> errors, Set<String> reasons) {
        int paper = attachments == null ? 0 : attachments;
        if (unscannedCode != null && !reasons.contains(unscannedCode)) {
            errors.put("unscannedCode", "Wybierz powód z wykazu dokumentów nieskanowanych.");
        }
        if (attachmentIds.size() > paper) {
            errors.put("attachments", "Skanów załączników (" + attachmentIds.size() + ") jest więcej niż załączników.");
        }
        if (scanId == null && unscannedCode == null) {
            errors.put("scan", "Wgraj skan pisma albo podaj, dlaczego go nie zeskanowano.");
        }
        if (scanId != null && !legible) {
            errors.put("legible", "Sprawdź, czy skan jest pełny i czytelny, i potwierdź to.");
        }
        if (scanId != null && attachmentIds.size() < paper && unscannedCode == null) {
            errors.put(
                    "attachmentScans",
                    "Wgraj skan każdego załącznika (jest " + attachmentIds.size() + " z " + paper
                            + ") albo podaj, dlaczego ich nie zeskanowano.");
        }
    }

    private void checkCarriers(Map<String, String> errors) {
        if (carrierKind != null || carriers != null && carriers != 0) {
            if (carrierKind == null) {
                errors.put("carrierKind", "Wskaż rodzaj nośnika.");
            }
            between(errors, "carriers", carriers, 1, MOST_CARRIERS, "Podaj liczbę nośników, od 1 do 20.");
        }
    }

    /** What is entered, once there are no errors. */
    PaperLetter letter(Party sender) {
        return new PaperLetter(
                key,
                sender,
                receivedOn,
                letterDate,
                sendersMark,
                subject,
                kind,
                relatedCase,
                pages,
                scanId,
                attachments,
                attachmentIds.stream().map(PaperForm::attachment).toList(),
                unscannedCode,
                carrierKind == null ? null : carrierKind.getLabel(),
                carrierKind == null ? 0 : carriers,
                remarks);
    }

    /** {@code id|name} */
    static Attachment attachment(String kept) {
        int bar = kept.indexOf('|');
        return new Attachment(kept.substring(bar + 1), kept.substring(0, bar));
    }

    static void tooLong(Map<String, String> errors, String field, String text, int most) {
        if (text != null && text.length() > most) {
            errors.put(field, "Wpisz najwyżej " + most + " znaków.");
        }
    }

    private static void between(
            Map<String, String> errors, String field, Integer number, int least, int most, String sentence) {
        if (number == null || number < least || number > most) {
            errors.put(field, sentence);
        }
    }

    /** Without what was typed, since it is personal data. */
    @Override
    public String toString() {
        return "PaperForm[" + key + "]";
    }
}
