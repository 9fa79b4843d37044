package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.tax.assessment.Things.building;
import static pl.obieg.tax.assessment.Things.declared;
import static pl.obieg.tax.assessment.Things.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Refusal;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** In which months of the year an object is taxed (D02, PT-40 to PT-44). */
class ObligationPeriodTest {

    private static final TaxObject HOUSE = building("RESIDENTIAL", "100", false);
    private static final TaxObject PLOT = land("B", "RESIDENTIAL", "1000", null, null);

    @Test
    @DisplayName("PT-40: begins in the month after the purchase")
    void beginsInTheMonthAfterThePurchase() {
        assertThat(months(2026, "ACQUISITION", "2026-01-01", HOUSE)).isEqualTo(11);
        assertThat(months(2026, "ACQUISITION", "2026-05-10", HOUSE)).isEqualTo(7);
        assertThat(months(2026, "ACQUISITION", "2026-11-30", HOUSE)).isEqualTo(1);
        assertThat(months(2026, "ACQUISITION", "2026-12-01", HOUSE)).isZero();
        assertThat(months(2026, "ACQUISITION", "2025-12-31", HOUSE)).isEqualTo(12);
    }

    @Test
    @DisplayName("PT-41: new building is taxed from next January and its plot as before")
    void newBuildingIsTaxedFromNextJanuaryAndItsPlotAsBefore() {
        assertThat(months(2026, "NEW_BUILDING", "2026-01-02", HOUSE)).isZero();
        assertThat(months(2027, "NEW_BUILDING", "2026-12-31", HOUSE)).isEqualTo(12);
        assertThat(months(2026, "NEW_BUILDING", "2026-01-02", PLOT)).isEqualTo(12);
    }

    @Test
    @DisplayName("PT-43: ends with the month of the sale")
    void endsWithTheMonthOfTheSale() {
        assertThat(months(2026, "SALE", "2026-01-01", HOUSE)).isEqualTo(1);
        assertThat(months(2026, "SALE", "2026-06-30", HOUSE)).isEqualTo(6);
        assertThat(months(2026, "SALE", "2025-06-30", HOUSE)).isZero();
        assertThat(months(2026, "DEMOLITION", "2026-06-30", HOUSE)).isEqualTo(6);
        assertThat(months(2026, "DEMOLITION", "2026-06-30", PLOT)).isEqualTo(12);
    }

    @Test
    @DisplayName("PT-42: a change of use or area counts from the next month, the rest stays taxed throughout")
    void changeCountsFromTheNextMonth() {
        ObjectChanges.Event smaller = new ObjectChanges.Event(
                "AREA_CHANGE", LocalDate.of(2026, 3, 31), Set.of(1), new BigDecimal("60"), null);

        assertThat(new ObjectChanges(Things.atMaximumRates()).after(smaller, 2026, List.of(HOUSE, PLOT)))
                .extracting(object -> object.area() + " " + object.from() + " " + object.to())
                .containsExactly("100 null 2026-03-31", "1000 null null", "60 2026-04-01 null");
    }

    @Test
    @DisplayName("PT-43, UR-30: of a form that dates the end of the garage only the garage is sold, the house goes on")
    void onlyWhatTheFormDatesIsSold() {
        TaxObject garage = Things.between(building("GARAGE", "20", false), null, LocalDate.of(2026, 6, 10));
        Declaration sold = declared(2026, "SALE", LocalDate.of(2026, 6, 10), null, HOUSE, garage);
        TaxComputation tax = Things.property(Things.atMaximumRates());

        assertThat(tax.monthsOf(sold, HOUSE)).isEqualTo(12);
        assertThat(tax.monthsOf(sold, garage)).isEqualTo(6);
        assertThat(tax.monthsOf(declared(2026, "SALE", LocalDate.of(2026, 6, 10), null, HOUSE, PLOT), HOUSE))
                .as("with no date all that is listed is sold")
                .isEqualTo(6);
    }

    @Test
    @DisplayName("PT-42, E4: 30 of 140 m² occupied for business from 12 August: the other 110 m² stay residential")
    void partOfAHouseOccupiedForBusinessLeavesTheRest() {
        ObjectChanges.Event workshop = new ObjectChanges.Event(
                "BUSINESS_USE", LocalDate.of(2026, 8, 12), Set.of(1), new BigDecimal("30"), "BUSINESS");
        TaxObject house = Things.storeys("RESIDENTIAL", "120", "2.60", "40", "2.10");

        List<TaxObject> after = new ObjectChanges(Things.atMaximumRates()).after(workshop, 2026, List.of(house));

        assertThat(Things.property(Things.atMaximumRates())
                        .of(declared(2026, null, null, null, after.toArray(TaxObject[]::new)), "DECISION")
                        .rows())
                .extracting(row -> row.code() + " "
                        + row.base().stripTrailingZeros().toPlainString() + " " + row.months() + " " + row.amount())
                // 140 × 1.25 × 8/12; 110 × 1.25 × 4/12; 30 × 35.53 × 4/12
                .containsExactly("B_RES 140 8 116.67", "B_RES 110 4 45.83", "B_BIZ 30 4 355.30");
    }

    @Test
    @DisplayName("PT-42: no more can change its use than there is")
    void noMoreChangesItsUseThanThereIs() {
        ObjectChanges.Event workshop = new ObjectChanges.Event(
                "USE_CHANGE", LocalDate.of(2026, 8, 12), Set.of(1), new BigDecimal("101"), "BUSINESS");

        assertThatThrownBy(() -> new ObjectChanges(Things.atMaximumRates()).after(workshop, 2026, List.of(HOUSE)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("AREA_TOO_LARGE"));
    }

    @Test
    @DisplayName("PT-40, PT-43, PT-44: bought and sold in one year: the months between, started ones in full")
    void countsMonthsBetweenPurchaseAndSaleInOneYear() {
        Declaration sold = declared(2026, "SALE", LocalDate.of(2026, 9, 20), LocalDate.of(2026, 4, 1), HOUSE);

        assertThat(Things.property(Things.atMaximumRates()).monthsOf(sold, HOUSE))
                .isEqualTo(6);
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
