package pl.obieg.delivery;

import java.util.Optional;
import pl.obieg.exchange.Party;

/** Where an electronic channel finds the address of a party: {@code ADE} in BAE, {@code EPUAP} a known box. */
public interface ElectronicAddresses {

    /** The address at which the channel reaches the party. */
    Optional<String> find(Party party);

    /** Of the channel. */
    String code();
}
