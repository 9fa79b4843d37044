package pl.obieg.tax.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pl.obieg.tax.declaration.TaxObject;

/**
 * Who owes the tax of an object, together or for a share (PT-50 to PT-55). Spouses in community of property are two
 * jointly liable owners like any others (PT-54).
 *
 * @param partyIds who are liable together (UPOL art. 3 ust. 4); one if alone
 * @param numerator of the share owed, with {@code denominator}; 1/1 if the whole object
 */
public record Liability(Set<String> partyIds, int numerator, int denominator) {

    public Liability {
        partyIds = Set.copyOf(partyIds);
    }

    /**
     * A co-owner.
     *
     * @param runsFarm whether he alone runs the whole farm (PT-55)
     */
    public record CoOwner(String partyId, int numerator, int denominator, boolean runsFarm) {}

    /** Something with its owners. */
    public record Holding(TaxKind tax, TaxObject object, List<CoOwner> owners) {}

    /** Each of the result is an obligation of its own. */
    public static List<Liability> of(Holding holding) {
        List<CoOwner> owners = holding.owners();
        if (holding.object().shareApplies()) {
            // a share in a garage unit (PT-51) or in the common parts (PT-52)
            return owners.stream()
                    .map(owner -> new Liability(Set.of(owner.partyId()), owner.numerator(), owner.denominator()))
                    .toList();
        }
        Set<String> all = new TreeSet<>();
        liable(holding.tax(), owners).forEach(owner -> all.add(owner.partyId()));
        return List.of(new Liability(all, 1, 1));
    }

    /** Who of the owners is liable for the whole: all, but of a farm the one who runs it alone (PT-50, PT-54, PT-55). */
    public static List<CoOwner> liable(TaxKind tax, List<CoOwner> owners) {
        List<CoOwner> farmers = owners.stream().filter(CoOwner::runsFarm).toList();
        return tax == TaxKind.AGRICULTURAL && farmers.size() == 1 ? farmers : owners;
    }

    /** What one decision is about: the holdings by those who are liable together (LZ-03, UPR art. 6c ust. 2). */
    public static Map<Set<String>, List<Holding>> groups(List<Holding> holdings) {
        Map<Set<String>, List<Holding>> groups = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            for (Liability liability : of(holding)) {
                groups.computeIfAbsent(liability.partyIds(), unused -> new ArrayList<>())
                        .add(holding);
            }
        }
        return groups;
    }
}
