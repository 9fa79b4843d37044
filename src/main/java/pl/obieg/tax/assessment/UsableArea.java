package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.process.Decisions;
import pl.obieg.tax.declaration.TaxObject;

/**
 * The usable area of a building, from the parts of its storeys as declared: measured along the inner walls, on every
 * storey, cellars and underground garages too, without staircases and lift shafts (PT-25); low parts half or not at all
 * (PT-26). What counts how far, the table {@code wspolczynnik-wysokosci} (D04) says.
 *
 * @param squareMetres to be taxed
 * @param reason Polish: what counted how far; and the area declared beside the storeys, if it is another
 */
public record UsableArea(BigDecimal squareMetres, String reason) {

    private static final Map<String, String> PARTS = Map.of(
            "CELLAR", "piwnica",
            "UNDERGROUND_GARAGE", "garaż podziemny",
            "USABLE_ATTIC", "poddasze użytkowe",
            "UNUSABLE_ATTIC", "poddasze nieużytkowe",
            "STAIRCASE", "klatka schodowa",
            "LIFT_SHAFT", "szyb dźwigowy");

    static UsableArea of(TaxObject building, Decisions decisions) {
        BigDecimal sum = BigDecimal.ZERO;
        List<String> parts = new ArrayList<>();
        for (TaxObject.Floor floor : building.floors()) {
            BigDecimal factor = factor(floor, decisions);
            sum = sum.add(floor.area().multiply(factor));
            parts.add(words(floor, factor));
        }
        String declared = building.area() == null || building.area().compareTo(sum) == 0
                ? ""
                : "; w deklaracji podano " + Polish.decimal(building.area()) + " m²";
        return new UsableArea(
                sum,
                "Powierzchnia użytkowa " + Polish.decimal(sum) + " m² (" + String.join(", ", parts) + ")" + declared);
    }

    /** A part of a building as a Polish reader calls it. */
    public static String part(String code) {
        return PARTS.getOrDefault(code, code);
    }

    private static BigDecimal factor(TaxObject.Floor floor, Decisions decisions) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("part", floor.part());
        inputs.put("height", floor.height());
        return LawTables.decimal(decisions.askOne("wspolczynnik-wysokosci", inputs), "factor");
    }

    private static String words(TaxObject.Floor floor, BigDecimal factor) {
        String part = floor.part() == null ? "" : part(floor.part()) + " ";
        String counts = factor.signum() == 0
                ? "nie wlicza się"
                : factor.compareTo(BigDecimal.ONE) == 0 ? "w całości" : "w części " + Polish.plain(factor);
        return part + Polish.decimal(floor.area()) + " m² o wysokości " + Polish.decimal(floor.height()) + " m "
                + counts;
    }
}
