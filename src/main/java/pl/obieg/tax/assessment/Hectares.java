package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import pl.obieg.tax.declaration.TaxObject;

/** The area of land in ha, 4 decimals. */
final class Hectares {

    private Hectares() {}

    static BigDecimal of(TaxObject land) {
        if (land.areaHa() != null) {
            return land.areaHa();
        }
        if (land.area() == null) {
            throw new IllegalStateException("Land without an area");
        }
        return land.area().movePointLeft(4);
    }
}
