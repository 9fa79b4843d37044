package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.declaration.TaxObject;

/**
 * Dated cases at the maximum rates, reckoned from the text of the acts by a program that shares nothing with this one;
 * and what must hold for every tax.
 */
class GoldenCasesTest {

    private static final TestDecisions TABLES = Things.atMaximumRates();
    private static final TaxComputation PROPERTY = Things.property(TABLES);

    @TestFactory
    Stream<DynamicTest> propertyTaxOfGoldenCases() {
        return rows("golden-property.csv")
                .map(row -> dynamicTest(row.get("case") + ", " + row.get("statute"), () -> {
                    Assessment tax =
                            PROPERTY.of(Things.declared(year(row), null, null, null, thing(row)), row.get("regime"));
                    assertThat(tax.rows().get(0).amount()).isEqualByComparingTo(row.get("=>row"));
                    assertThat(tax.taxDue()).isEqualTo(row.get("=>tax"));
                    assertThat(tax.instalments().stream()
                                    .map(part -> part.date() + ":" + part.amount())
                                    .collect(Collectors.joining(" ")))
                            .isEqualTo(row.get("=>instalments"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> agriculturalAndForestTaxOfGoldenCases() {
        JointAssessment taxes = Things.joint(TABLES);
        return rows("golden-land.csv")
                .map(row -> dynamicTest(row.get("case") + ", " + row.get("statute"), () -> {
                    TaxObject plot = Things.thing(
                            "LAND", row.get("egib"), null, null, row.get("hectares"), null, false, from(row), null);
                    JointAssessment.Result tax =
                            taxes.of(Things.declared(year(row), null, null, null, plot), List.of());
                    assertThat(tax.agricultural().farm()).isEqualTo(Boolean.valueOf(row.get("=>farm")));
                    assertThat(tax.taxDue()).isEqualTo(row.get("=>tax"));
                }));
    }

    @Property(tries = 200)
    void moreAreaIsNeverLessTax(
            @ForAll @IntRange(min = 1, max = 500_000) int a, @ForAll @IntRange(max = 100_000) int more) {
        assertThat(taxOf(a + more)).isGreaterThanOrEqualTo(taxOf(a));
    }

    /** OP art. 63 § 1. */
    @Property(tries = 500)
    void roundsUnderFiftyGroszDownElseUp(@ForAll @IntRange(max = 100_000_000) int grosz) {
        int expected = grosz % 100 < 50 ? grosz / 100 : grosz / 100 + 1;

        assertThat(Assessment.fullZloty(BigDecimal.valueOf(grosz, 2))).isEqualTo(BigDecimal.valueOf(expected));
    }

    private static BigDecimal taxOf(int hundredths) {
        TaxObject house =
                Things.building("RESIDENTIAL", BigDecimal.valueOf(hundredths, 2).toPlainString(), false);
        return PROPERTY.of(Things.declared(2026, null, null, null, house), "DECISION")
                .taxDue();
    }

    private static TaxObject thing(Map<String, String> row) {
        BigDecimal measure = new BigDecimal(row.get("measure"));
        boolean structure = row.get("kind").equals("STRUCTURE");
        boolean floor = !row.get("height").isEmpty();
        Integer numerator = row.get("numerator").isEmpty() ? null : Integer.valueOf(row.get("numerator"));
        return new TaxObject(
                row.get("kind"),
                row.get("kind").equals("LAND") ? "B" : null,
                row.get("usage"),
                null,
                null,
                null,
                structure || floor ? null : measure,
                null,
                structure ? measure : null,
                floor ? List.of(new TaxObject.Floor(measure, new BigDecimal(row.get("height")))) : List.of(),
                Boolean.valueOf(row.get("occupied")),
                numerator,
                numerator == null ? null : Integer.valueOf(row.get("denominator")),
                numerator == null ? null : "3.5",
                null,
                null,
                from(row),
                YearMonth.of(year(row), Integer.parseInt(row.get("toMonth"))).atEndOfMonth());
    }

    private static int year(Map<String, String> row) {
        return Integer.parseInt(row.get("year"));
    }

    private static LocalDate from(Map<String, String> row) {
        return LocalDate.of(year(row), Integer.parseInt(row.get("fromMonth")), 1);
    }

    private static Stream<Map<String, String>> rows(String file) {
        try (InputStream csv = GoldenCasesTest.class.getResourceAsStream("/tax/" + file)) {
            List<String> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] header = lines.get(0).split(";", -1);
            return lines.stream().skip(1).map(line -> {
                String[] cells = line.split(";", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                return row;
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
