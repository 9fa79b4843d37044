package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.tax.declaration.TaxObject;

/**
 * The agricultural tax (AG-01 to AG-06): 2.5 q of rye per conversion hectare of a farm, 5 q per physical hectare of
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
     * @param months of the year in which each is taxed
     */
    public LandTax of(Map<Integer, TaxObject> objects, int year, ToIntFunction<TaxObject> months) {
        int district = law.threshold("TAX_DISTRICT", year).intValueExact();
        LawTables.Price rye = law.ryePrice(year);
        boolean farm = isFarm(objects.values(), year, district);
        BigDecimal rate = rye.amount().multiply(law.threshold(farm ? "QUINTALS_FARM" : "QUINTALS_OTHER", year));
        List<LandTax.Row> rows = new ArrayList<>();
        objects.forEach((position, land) -> {
            BigDecimal factor = farm ? factor(land, district) : BigDecimal.ONE;
            BigDecimal hectares = Hectares.of(land);
            Optional<Exemptions.Exemption> exemption = exemptions.of(TaxKind.AGRICULTURAL, position, land, year);
            boolean exempt = exemption.isPresent() && !exemption.get().onApplication();
            rows.add(new LandTax.Row(
                    position,
                    hectares,
                    hectares.multiply(factor),
                    rate,
                    months.applyAsInt(land),
                    exempt,
                    reason(farm, factor, exemption)));
        });
        return LandTax.of(TaxKind.AGRICULTURAL, year, farm, rows, rye.source());
    }

    /** Over 1 ha or 1 conversion ha, exempt land counted (AG-01). */
    private boolean isFarm(Iterable<TaxObject> lands, int year, int district) {
        BigDecimal physical = BigDecimal.ZERO;
        BigDecimal conversion = BigDecimal.ZERO;
        for (TaxObject land : lands) {
            physical = physical.add(Hectares.of(land));
            conversion = conversion.add(Hectares.of(land).multiply(factor(land, district)));
        }
        return physical.max(conversion).compareTo(law.threshold("FARM_HECTARES", year)) > 0;
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
