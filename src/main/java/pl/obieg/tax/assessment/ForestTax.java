package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import pl.obieg.tax.declaration.TaxObject;

/** The forest tax (FO-01): 0.220 m³ of wood per ha, half of it in nature reserves and national parks. */
@Component
public class ForestTax {

    private static final Set<String> PROTECTED = Set.of("NATURE_RESERVE", "NATIONAL_PARK");

    private final LawTables law;
    private final Exemptions exemptions;

    public ForestTax(LawTables law, Exemptions exemptions) {
        this.law = law;
        this.exemptions = exemptions;
    }

    /**
     * Of the objects that D03 leaves to this tax.
     *
     * @param objects by their position in the declaration
     * @param spans months of the year in which each is taxed
     */
    public LandTax of(Map<Integer, TaxObject> objects, int year, Function<TaxObject, Months> spans) {
        LawTables.Price wood = law.woodPrice(year);
        List<LandTax.Row> rows = new ArrayList<>();
        objects.forEach((position, forest) -> {
            boolean half = forest.usage() != null && PROTECTED.contains(forest.usage());
            BigDecimal rate = wood.amount()
                    .multiply(law.threshold(half ? "WOOD_PER_PROTECTED_HECTARE" : "WOOD_PER_HECTARE", year));
            Optional<Exemptions.Exemption> exemption = exemptions.of(TaxKind.FOREST, position, forest, year);
            rows.add(new LandTax.Row(
                    position,
                    Hectares.of(forest),
                    Hectares.of(forest),
                    rate,
                    spans.apply(forest),
                    false,
                    exemption.isPresent(),
                    List.of(),
                    exemption
                            .map(one -> "Zwolniony: " + one.basis() + " – " + one.ground())
                            .orElse(
                                    half
                                            ? "Las w rezerwacie lub parku narodowym (art. 4 ust. 3 u.p.l.)"
                                            : "Las (art. 4 ust. 1 u.p.l.)")));
        });
        return LandTax.of(TaxKind.FOREST, year, false, rows, wood.source());
    }
}
