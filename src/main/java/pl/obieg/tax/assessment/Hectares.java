package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import pl.obieg.process.Refusal;
import pl.obieg.tax.declaration.TaxObject;

/** The area of land in ha, 4 decimals. */
final class Hectares {

    private Hectares() {}

    static BigDecimal of(TaxObject land) {
        if (land.areaHa() != null) {
            return land.areaHa();
        }
        if (land.area() == null) {
            throw new Refusal("MEASURE_MISSING", "Grunt nie ma podanej powierzchni. Wezwij podatnika do uzupełnienia.");
        }
        return land.area().movePointLeft(4);
    }
}
