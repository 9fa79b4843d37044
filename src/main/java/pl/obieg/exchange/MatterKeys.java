package pl.obieg.exchange;

import java.util.Set;

/**
 * Tells which letters speak of the same matter: two of them do if they share a key. The module that knows the form
 * implements it.
 */
public interface MatterKeys {

    /** Opaque keys, from which nobody can be read; empty if this implementation does not know the form. */
    Set<String> of(Submission letter);
}
