package pl.obieg.delivery;

import java.util.Map;
import java.util.Set;

/**
 * Whether a letter that somebody else took reached its addressee in law (input of D14). A natural person: an adult of the
 * household, or a neighbour, house manager or caretaker who undertook to pass it on, with a notice in the box or on the
 * door (DEL-10, OP art. 149). A legal person is served at its seat through those entitled to receive; of the others only
 * the manager or caretaker of the building counts, with the notice (DEL-12, OP art. 151). What is delivered by KPA (DEL-22)
 * a house manager cannot take (art. 43 names the household, a neighbour and the caretaker), and for a legal person nobody
 * but those entitled to receive (art. 45).
 *
 * <p>The electronic receipt of the post does not state the notice, so only a card that is complete can lack it.
 */
final class Substitutes {

    private static final Set<String> WITH_NOTICE = Set.of("NEIGHBOUR", "MANAGER", "CARETAKER");
    private static final Set<String> NOT_FOR_LEGAL_PERSONS = Set.of("ADULT_HOUSEHOLD", "NEIGHBOUR");

    private Substitutes() {}

    /**
     * @param details of evidence that a substitute signed, see {@link Evidence#details()}
     * @param law by which the letter is delivered
     */
    static boolean valid(Map<String, String> details, boolean legalPerson, Provisions law) {
        String role = details.getOrDefault("receiverRole", "");
        if (legalPerson && NOT_FOR_LEGAL_PERSONS.contains(role)) {
            return false;
        }
        if (law == Provisions.KPA && (role.equals("MANAGER") || legalPerson && role.equals("CARETAKER"))) {
            return false;
        }
        boolean complete = Boolean.parseBoolean(details.get(Finding.STATED_IN_FULL));
        boolean noNotice = details.getOrDefault("noticePlacedWhere", "").isBlank();
        return !(WITH_NOTICE.contains(role) && complete && noNotice);
    }
}
