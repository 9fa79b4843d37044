package pl.obieg.delivery;

import java.util.Optional;
import pl.obieg.exchange.Party;

/** Where the electronic address of a party is looked up. */
public interface ElectronicAddresses {

    /** The address that letters to the party may lawfully go to. */
    Optional<String> find(Party party);

    /** The channel it belongs to: {@code ADE} looks in BAE, {@code EPUAP} knows a box. */
    String code();
}
