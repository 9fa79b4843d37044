package pl.obieg.delivery.edoreczenia;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.obieg.delivery.ElectronicAddresses;
import pl.obieg.delivery.edoreczenia.SearchApi.Found;
import pl.obieg.delivery.edoreczenia.SearchApi.HolderData;
import pl.obieg.delivery.edoreczenia.SearchApi.OfficialId;
import pl.obieg.exchange.Party;

/**
 * Finds the address in the base of electronic addresses (DEL-05). A natural person is looked for by PESEL among private
 * addresses only: letters about private taxes must not go to the address of their business (DEL-20).
 */
@Component
class BaeAddresses implements ElectronicAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(BaeAddresses.class);
    private static final List<String> PRIVATE = List.of("INDIVIDUAL");
    private static final List<String> BODIES = List.of("COMPANY", "ORGANISATION", "PUBLIC_INSTITUTION");
    private static final String DISCLOSED = "3";

    private final EDeliverySettings settings;
    private final SearchApi base;

    BaeAddresses(EDeliverySettings settings, SearchApi base) {
        this.settings = settings;
        this.base = base;
    }

    @Override
    public String code() {
        return EDeliveryChannel.CODE;
    }

    @Override
    public Optional<String> find(Party party) {
        if (!settings.connected()) {
            return Optional.empty();
        }
        boolean person = party.kind() == Party.Kind.NATURAL;
        for (OfficialId id : identifiers(party)) {
            Optional<String> address = base.search(id, person ? PRIVATE : BODIES).stream()
                    .filter(found -> usable(found) && belongsTo(found, id, person))
                    .min(Comparator.comparing((Found found) ->
                                    !Boolean.TRUE.equals(found.recipientEda().isMainEda()))
                            .thenComparing(found -> found.recipientEda().recipientEda()))
                    .map(found -> found.recipientEda().recipientEda());
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static List<OfficialId> identifiers(Party party) {
        List<OfficialId> ids = new ArrayList<>();
        if (party.kind() == Party.Kind.NATURAL) {
            add(ids, party.pesel(), "pesel");
        } else {
            add(ids, party.nip(), "nip");
            add(ids, party.regon(), "regon");
        }
        return ids;
    }

    private static void add(List<OfficialId> ids, String value, String registry) {
        if (value != null && !value.isBlank()) {
            ids.add(new OfficialId(value, registry));
        }
    }

    private static boolean usable(Found found) {
        SearchApi.RecipientEda address = found.recipientEda();
        if (address == null || !AdeAddress.hasForm(address.recipientEda())) {
            return false;
        }
        if (address.warning() != null
                && "BLOCK_WARNING".equals(address.warning().type())) {
            LOG.info("An address in BAE is blocked: {}", address.warning().code());
            return false;
        }
        return "ACTIVE".equals(address.edaStatus()) && DISCLOSED.equals(address.assignmentDegree());
    }

    /** The answer is checked: the same identifier, and for a person no name of a business. */
    private static boolean belongsTo(Found found, OfficialId asked, boolean person) {
        List<HolderData> versions = found.baeSearchData() == null ? List.of() : found.baeSearchData();
        return versions.stream()
                .filter(data -> data.index() == 1)
                .allMatch(data -> (data.officialIds() == null
                                || data.officialIds().isEmpty()
                                || data.officialIds().contains(asked))
                        && !(person
                                && data.entityName() != null
                                && !data.entityName().isBlank()));
    }
}
