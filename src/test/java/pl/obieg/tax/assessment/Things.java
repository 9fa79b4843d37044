package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Decisions;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** Taxable things and the computations, for tests. */
final class Things {

    private Things() {}

    static TaxObject land(String egib, String usage, String m2, String ha, String exemption) {
        return thing("LAND", egib, usage, m2, ha, exemption, false, null, null);
    }

    static TaxObject field(String egib, String ha) {
        return land(egib, null, null, ha, null);
    }

    static TaxObject building(String usage, String m2, boolean occupied) {
        return thing("BUILDING", null, usage, m2, null, null, occupied, null, null);
    }

    /** @param areasAndHeights by turns, m² and m */
    static TaxObject storeys(String usage, String... areasAndHeights) {
        List<TaxObject.Floor> floors = new ArrayList<>();
        for (int at = 0; at < areasAndHeights.length; at += 2) {
            floors.add(
                    new TaxObject.Floor(new BigDecimal(areasAndHeights[at]), new BigDecimal(areasAndHeights[at + 1])));
        }
        return storeys(usage, floors);
    }

    static TaxObject storeys(String usage, List<TaxObject.Floor> floors) {
        return whole("BUILDING", usage, null, floors, false);
    }

    static TaxObject structure(String usage, String value) {
        return whole("STRUCTURE", usage, new BigDecimal(value), List.of(), true);
    }

    private static TaxObject whole(
            String kind, String usage, BigDecimal value, List<TaxObject.Floor> floors, boolean occupied) {
        return new TaxObject(
                kind, null, usage, null, null, null, null, null, value, floors, occupied, null, null, null, null, null,
                null, null);
    }

    static TaxObject share(TaxObject whole, int numerator, int denominator, String basis) {
        return new TaxObject(
                whole.kind(),
                whole.egib(),
                whole.usage(),
                null,
                null,
                null,
                whole.area(),
                null,
                null,
                List.of(),
                whole.occupied(),
                numerator,
                denominator,
                basis,
                null,
                null,
                null,
                null);
    }

    static TaxObject between(TaxObject whole, LocalDate from, LocalDate to) {
        return whole.within(from, to);
    }

    static TaxObject thing(
            String kind,
            String egib,
            String usage,
            String m2,
            String ha,
            String exemption,
            boolean occupied,
            LocalDate from,
            LocalDate to) {
        return new TaxObject(
                kind,
                egib,
                usage,
                null,
                null,
                null,
                m2 == null ? null : new BigDecimal(m2),
                ha == null ? null : new BigDecimal(ha),
                null,
                List.of(),
                occupied,
                null,
                null,
                null,
                exemption,
                null,
                from,
                to);
    }

    static Declaration declared(int year, String event, LocalDate day, LocalDate since, TaxObject... objects) {
        return new Declaration(
                "IN-1", "1", year, "9901012", "NEW", event, day, since, List.of(), null, List.of(objects), null);
    }

    /** The maximum rates in place of the council's. */
    static TestDecisions atMaximumRates() {
        return new TestDecisions()
                .with(
                        "stawka-podatku",
                        inputs -> new TestDecisions()
                                .ask("stawka-maksymalna", inputs).stream()
                                        .map(row -> Map.<String, Object>of(
                                                "rate",
                                                row.get("maximum"),
                                                "unit",
                                                row.get("unit"),
                                                "resolution",
                                                "stawki ustawowe",
                                                "criterion",
                                                "OBJECT"))
                                        .toList());
    }

    static InstalmentPlan plan(Decisions tables) {
        return new InstalmentPlan(tables, new LawTables(tables), new StatutoryCalendar());
    }

    static TaxComputation property(Decisions tables) {
        return new TaxComputation(
                tables, new CouncilRates(tables, new LawTables(tables)), new Exemptions(tables), plan(tables));
    }

    static JointAssessment joint(Decisions tables) {
        LawTables law = new LawTables(tables);
        Exemptions exemptions = new Exemptions(tables);
        return new JointAssessment(
                property(tables),
                new AgriculturalTax(tables, law, exemptions),
                new ForestTax(law, exemptions),
                plan(tables));
    }
}
