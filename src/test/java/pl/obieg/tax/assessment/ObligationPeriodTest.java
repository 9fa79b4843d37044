package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.tax.assessment.Things.building;
import static pl.obieg.tax.assessment.Things.declared;
import static pl.obieg.tax.assessment.Things.land;
import static pl.obieg.tax.assessment.Things.thing;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** In which months of the year an object is taxed (D02, PT-40 to PT-44). */
class ObligationPeriodTest {

    private static final TaxObject HOUSE = building("RESIDENTIAL", "100", false);
    private static final TaxObject PLOT = land("B", "RESIDENTIAL", "1000", null, null);

    @Test
    void pt40BeginsInTheMonthAfterThePurchase() {
        assertThat(months(2026, "ACQUISITION", "2026-01-01", HOUSE)).isEqualTo(11);
        assertThat(months(2026, "ACQUISITION", "2026-05-10", HOUSE)).isEqualTo(7);
        assertThat(months(2026, "ACQUISITION", "2026-11-30", HOUSE)).isEqualTo(1);
        assertThat(months(2026, "ACQUISITION", "2026-12-01", HOUSE)).isZero();
        assertThat(months(2026, "ACQUISITION", "2025-12-31", HOUSE)).isEqualTo(12);
    }

    @Test
    void pt41NewBuildingIsTaxedFromNextJanuaryAndItsPlotAsBefore() {
        assertThat(months(2026, "NEW_BUILDING", "2026-01-02", HOUSE)).isZero();
        assertThat(months(2027, "NEW_BUILDING", "2026-12-31", HOUSE)).isEqualTo(12);
        assertThat(months(2026, "NEW_BUILDING", "2026-01-02", PLOT)).isEqualTo(12);
    }

    @Test
    void pt43EndsWithTheMonthOfTheSale() {
        assertThat(months(2026, "SALE", "2026-01-01", HOUSE)).isEqualTo(1);
        assertThat(months(2026, "SALE", "2026-06-30", HOUSE)).isEqualTo(6);
        assertThat(months(2026, "SALE", "2025-06-30", HOUSE)).isZero();
        assertThat(months(2026, "DEMOLITION", "2026-06-30", HOUSE)).isEqualTo(6);
        assertThat(months(2026, "DEMOLITION", "2026-06-30", PLOT)).isEqualTo(12);
    }

    @Test
    void d02Row4CountsMonthsBetweenPurchaseAndSaleInOneYear() {
        Declaration sold = declared(2026, "SALE", LocalDate.of(2026, 9, 20), LocalDate.of(2026, 4, 1), HOUSE);

        assertThat(Things.property(Things.atMaximumRates()).monthsOf(sold, HOUSE))
                .isEqualTo(6);
    }

    @Test
    void e4ChangeOfUseGivesTwoRowsWithTheirOwnMonths() {
        LocalDate changed = LocalDate.of(2026, 9, 1);
        TaxObject before = thing("BUILDING", null, "RESIDENTIAL", "30", null, null, false, null, changed.minusDays(1));
        TaxObject after = thing("BUILDING", null, "RESIDENTIAL", "30", null, null, true, changed, null);
        Assessment tax = Things.property(Things.atMaximumRates())
                .of(
                        declared(
                                2026,
                                "BUSINESS_USE",
                                LocalDate.of(2026, 8, 12),
                                LocalDate.of(2020, 1, 1),
                                PLOT,
                                before,
                                after),
                        "DECISION");

        assertThat(tax.rows()).extracting(AssessmentRow::months).containsExactly(12, 8, 4);
        assertThat(tax.rows())
                .extracting(row -> row.amount().toPlainString())
                .containsExactly("770.00", "25.00", "355.30");
    }

    @Test
    void firstBusinessUseOfSomethingNewCountsFromTheNextMonth() {
        assertThat(months(2026, "BUSINESS_USE", "2026-08-12", HOUSE)).isEqualTo(4);
    }

    private static int months(int year, String event, String day, TaxObject object) {
        return Things.property(Things.atMaximumRates())
                .monthsOf(declared(year, event, LocalDate.parse(day), null, object), object);
    }
}
