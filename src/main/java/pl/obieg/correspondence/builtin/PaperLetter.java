package pl.obieg.correspondence.builtin;

import java.time.LocalDate;
import java.util.List;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;

/**
 * A letter that came on paper, as the registry office enters it.
 *
 * @param key made with the empty form; the same one again, as by a second click, enters nothing
 * @param sender of the client base, or without an id if new to it; {@code null} if the letter does not say who sent it
 * @param receivedOn day of the stamp
 * @param letterDate on the letter, {@code null} if it bears none
 * @param sendersMark the sender's mark on the letter, or {@code null}
 * @param subject short content for the register
 * @param kind code of a kind of letter, {@link #UNRECOGNISED} if the registry leaves that for later
 * @param relatedCase mark of the case it belongs to, for kinds that belong to one
 * @param pages of the letter itself, without attachments
 * @param scanId of the scan in the document store, {@code null} if the letter is not scanned
 * @param attachments how many on paper
 * @param attachmentScans those of them that are scanned
 * @param unscannedCode why not everything is scanned (OFF-12), {@code null} if it is
 * @param carrierKind such as "płyta CD", {@code null} without carriers
 * @param carriers how many of them
 */
public record PaperLetter(
        String key,
        Party sender,
        LocalDate receivedOn,
        LocalDate letterDate,
        String sendersMark,
        String subject,
        String kind,
        String relatedCase,
        int pages,
        String scanId,
        int attachments,
        List<Submission.Attachment> attachmentScans,
        String unscannedCode,
        String carrierKind,
        int carriers,
        String remarks) {

    /** Code of a letter nobody has recognised yet. */
    public static final String UNRECOGNISED = "INNE";

    public PaperLetter {
        attachmentScans = List.copyOf(attachmentScans);
    }

    /** Without the sender and what he wrote. */
    @Override
    public String toString() {
        return "PaperLetter[" + key + " " + kind + "]";
    }
}
