package pl.obieg.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a print of an electronically signed letter needs (OP art. 144b, KPA art. 39³, rule SG-05). */
public interface SignedPrints {

    /**
     * Who signed the PDF with an electronic signature of a person; a seal of an organisation is none.
     *
     * @return the last one who signed, or empty
     */
    Optional<PersonalSignature> personalSignature(byte[] pdf);

    /**
     * The same pages with sentences in the upper margin of each, for printing. The electronic signature does not survive
     * it, nor has it to: it stays in the original.
     */
    byte[] withStatement(byte[] pdf, List<String> sentences);

    /**
     * A signature of a person.
     *
     * @param person first and last name as in the certificate
     * @param signedOn Warsaw day the signature states, {@code null} if it states none
     */
    record PersonalSignature(String person, LocalDate signedOn) {}
}
