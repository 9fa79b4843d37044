package pl.obieg.delivery;

import java.util.Optional;
import pl.obieg.exchange.Party;

/** Finds the electronic address of a party: {@code ADE} looks in BAE, {@code EPUAP} knows boxes. */
public interface ElectronicAddresses {

    /** The address for letters to the party, if there is one. */
    Optional<String> find(Party party);

    /** Code of the channel the addresses belong to. */
    String code();
}
