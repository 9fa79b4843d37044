package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.tax.declaration.TaxObject;

/**
 * The agricultural tax (AG-01 to AG-07): 2.5 q of rye per conversion hectare of a farm, 5 q per physical hectare of
 * other farm land; figures from the law pack.
 */
@Component
public class AgriculturalTax {

    private final Decisions decisions;
    private final LawTables law;
    private final Exemptions exemptions;

    public AgriculturalTax(Decisions decisions, LawTables law, Exemptions exemptions) {
        this.decisions = decisions;
        this.law = law;
        this.exemptions = exemptions;
    }

    /**
     * Of the objects that D03 leaves to this tax.
     *
     * @param objects all of one owner or group of owners, by their position in the declaration
     * @param spans months of the year in which each is taxed
     * @param granted reliefs of the same persons (AG-06)
     */
    public LandTax of(
            Map<Integer, TaxObject> objects, int year, Function<TaxObject, Months> spans, List<GrantedRelief> granted) {
        int district = law.threshold("TAX_DISTRICT", year).intValueExact();
        LawTables.Price rye = law.ryePrice(year);
        BigDecimal limit = law.threshold("FARM_HECTARES", year);
        Map<Integer, Months> owned = new TreeMap<>();
        objects.forEach((position, land) -> owned.put(position, spans.apply(land)));
        Map<Integer, BigDecimal> factors = new TreeMap<>();
        objects.forEach((position, land) -> factors.put(position, factor(land, district)));
        List<Boolean> farm = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            farm.add(isFarm(month, objects, owned, factors, limit));
        }
        List<LandTax.Row> rows = new ArrayList<>();
        objects.forEach((position, land) -> {
            Optional<Exemptions.Exemption> exemption = exemptions.of(TaxKind.AGRICULTURAL, position, land, year);
            List<List<GrantedRelief>> reliefs = IntStream.rangeClosed(1, 12)
                    .mapToObj(month -> reliefs(granted, land, year, month))
                    .toList();
            List<Months> spells = spells(
                    owned.get(position),
                    IntStream.range(0, 12)
                            .mapToObj(at -> List.of(farm.get(at), reliefs.get(at)))
                            .toList());
            for (Months spell : spells) {
                List<GrantedRelief> own = spell.count() == 0 ? List.of() : reliefs.get(spell.first() - 1);
                boolean ofFarm = spell.count() > 0 && farm.get(spell.first() - 1);
                BigDecimal factor = ofFarm ? factors.get(position) : BigDecimal.ONE;
                rows.add(new LandTax.Row(
                        position,
                        Hectares.of(land),
                        Hectares.of(land).multiply(factor),
                        rye.amount().multiply(law.threshold(ofFarm ? "QUINTALS_FARM" : "QUINTALS_OTHER", year)),
                        spell,
                        ofFarm,
                        exemption.isPresent() && !exemption.get().onApplication(),
                        own,
                        reason(ofFarm, factor, exemption.filter(one -> !one.onApplication() || own.isEmpty()))
                                + (spells.size() > 1 ? since(spell) : "")));
            }
        });
        return LandTax.of(TaxKind.AGRICULTURAL, year, farm.contains(true), rows, rye.source())
                .less(GrantedRelief.inOrder(granted));
    }

    /** Over 1 ha or 1 conversion ha of what is held in the month, exempt land counted (AG-01). */
    private static boolean isFarm(
            int month,
            Map<Integer, TaxObject> lands,
            Map<Integer, Months> owned,
            Map<Integer, BigDecimal> factors,
            BigDecimal limit) {
        BigDecimal physical = BigDecimal.ZERO;
        BigDecimal conversion = BigDecimal.ZERO;
        for (Map.Entry<Integer, TaxObject> land : lands.entrySet()) {
            if (owned.get(land.getKey()).has(month)) {
                BigDecimal hectares = Hectares.of(land.getValue());
                physical = physical.add(hectares);
                conversion = conversion.add(hectares.multiply(factors.get(land.getKey())));
            }
        }
        return physical.max(conversion).compareTo(limit) > 0;
    }

    private static List<GrantedRelief> reliefs(List<GrantedRelief> granted, TaxObject land, int year, int month) {
        return GrantedRelief.inOrder(granted).stream()
                .filter(one -> one.percent() != null && one.covers(land.plotId(), year, month))
                .toList();
    }

    /** The months cut where land becomes or ceases to be a farm, and where a relief begins or ends. */
    private static List<Months> spells(Months owned, List<?> alike) {
        if (owned.count() == 0) {
            return List.of(owned);
        }
        List<Months> spells = new ArrayList<>();
        int first = owned.first();
        for (int month = first + 1; month <= owned.last(); month++) {
            if (!alike.get(month - 1).equals(alike.get(month - 2))) {
                spells.add(new Months(first, month - 1));
                first = month;
            }
        }
        spells.add(new Months(first, owned.last()));
        return spells;
    }

    private static String since(Months spell) {
        return "; miesiące " + spell.first() + "–" + spell.last() + " (art. 6a ust. 2–4 u.p.r.)";
    }

    private BigDecimal factor(TaxObject land, int district) {
        LandUse use = LandUse.of(land.egib());
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("egib", use.use());
        inputs.put("usage", land.usage());
        inputs.put("soilClass", use.soilClass());
        inputs.put("district", district);
        return LawTables.decimal(decisions.askOne("przelicznik-hektara", inputs), "factor");
    }

    private static String reason(boolean farm, BigDecimal factor, Optional<Exemptions.Exemption> exemption) {
        String base = farm
                ? "Gospodarstwo rolne, przelicznik " + Polish.decimal(factor) + " (art. 4 i art. 6 ust. 1 pkt 1 u.p.r.)"
                : "Grunt poza gospodarstwem rolnym, hektary fizyczne (art. 6 ust. 1 pkt 2 u.p.r.)";
        return exemption
                .map(one -> one.onApplication()
                        ? base + "; zwolnienie dopiero decyzją na wniosek: " + one.basis()
                        : "Zwolniony: " + one.basis() + " – " + one.ground())
                .orElse(base);
    }
}
