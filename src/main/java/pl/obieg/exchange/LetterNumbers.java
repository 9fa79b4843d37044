package pl.obieg.exchange;

import java.util.Optional;

/** Under which number a submission stands in the register of incoming letters. The register implements it. */
public interface LetterNumbers {

    /** The number as written in the register; empty while the letter is not registered. */
    Optional<String> find(String submissionId);
}
