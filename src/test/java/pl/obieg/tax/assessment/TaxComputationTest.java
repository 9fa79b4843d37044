package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Refusal;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** Worked examples of the rule book, §1.9 and Appendix A. */
class TaxComputationTest {

    private final TestDecisions atMaximumRates = new TestDecisions()
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

    @Test
    void e1HouseOfNaturalPersonForWholeYear() {
        Assessment tax =
                assess(2026, "DECISION", null, null, land("RESIDENTIAL", "1000", false), house(), garage("18.00"));

        assertThat(tax.rows()).extracting(AssessmentRow::code).containsExactly("L_OTHER", "B_RES", "B_RES");
        assertThat(amounts(tax)).containsExactly("770.00", "175.00", "22.50");
        assertThat(tax.total()).isEqualByComparingTo("967.50");
        assertThat(tax.taxDue()).isEqualTo("968");
        assertThat(parts(tax)).containsExactly("2026-03-16 242", "2026-05-15 242", "2026-09-15 242", "2026-11-16 242");
    }

    @Test
    void e2PurchaseInTheYear() {
        Assessment tax =
                assess(2026, "DECISION", "ACQUISITION", LocalDate.of(2026, 5, 10), land("OTHER", "1500", false));

        assertThat(amounts(tax)).containsExactly("673.75");
        assertThat(tax.rows().get(0).months()).isEqualTo(7);
        assertThat(tax.taxDue()).isEqualTo("674");
        assertThat(parts(tax)).containsExactly("2026-09-15 337", "2026-11-16 337");
    }

    @Test
    void e3CompanyWithStructure() {
        Assessment tax = assess(
                2026,
                "SELF",
                null,
                null,
                land("BUSINESS", "5000", true),
                building("BUSINESS", "1200", true),
                building("BUSINESS", "150.55", true),
                structure("250000.49"));

        assertThat(amounts(tax)).containsExactly("7250.00", "42636.00", "5349.04", "5000.00");
        assertThat(tax.taxDue()).isEqualTo("60235");
        assertThat(tax.instalments()).hasSize(12);
        assertThat(parts(tax).get(0)).isEqualTo("2026-02-02 5026");
        assertThat(tax.instalments().stream().skip(1).map(Instalment::amount)).containsOnly(new BigDecimal("5019"));
    }

    @Test
    void e4ChangeOfUseInTheYear() {
        LocalDate changed = LocalDate.of(2026, 9, 1);
        Assessment tax = assess(
                2026,
                "DECISION",
                null,
                null,
                between(building("RESIDENTIAL", "30", false), null, changed.minusDays(1)),
                between(building("RESIDENTIAL", "30", true), changed, null));

        assertThat(amounts(tax)).containsExactly("25.00", "355.30");
    }

    @Test
    void e5ShareInGarage() {
        Assessment tax =
                assess(2026, "DECISION", null, null, share(garage("1200")), share(land("RESIDENTIAL", "800", false)));

        assertThat(amounts(tax)).containsExactly("37.50", "15.40");
        assertThat(tax.taxDue()).isEqualTo("53");
        assertThat(parts(tax)).containsExactly("2026-03-16 53");
    }

    @Test
    void e6TaxBelowCostOfLetterNeedsNoDecision() {
        Assessment tax = assess(2023, "DECISION", null, null, land("OTHER", "10", false));
        BigDecimal cost = new LetterCost(new LawTables(atMaximumRates)).of(2023);

        assertThat(amounts(tax)).containsExactly("6.10");
        assertThat(tax.taxDue()).isEqualTo("6");
        assertThat(cost).isEqualTo("9.80");
        assertThat(atMaximumRates
                        .askOne(
                                "czy-wydac-decyzje",
                                Map.of(
                                        "regime",
                                        "DECISION",
                                        "taxDue",
                                        tax.taxDue().longValueExact(),
                                        "letterCost",
                                        cost))
                        .get("decisionDue"))
                .isEqualTo("NO");
    }

    @Test
    void e7SplitsInFullZloty() {
        assertThat(split("250")).containsExactly("64", "62", "62", "62");
        assertThat(split("101")).containsExactly("26", "25", "25", "25");
        assertThat(split("100")).containsExactly("100");
    }

    @Test
    void heightFactorOfTheRuleBook() {
        assertThat(List.of("1.39", "1.40", "2.20", "2.21"))
                .map(height -> atMaximumRates
                        .askOne("wspolczynnik-wysokosci", Map.of("height", new BigDecimal(height)))
                        .get("factor"))
                .containsExactly("0", "0.5", "0.5", "1");
    }

    @Test
    void shiftsCalendarDatesOfOtherYears() {
        assertThat(dates(2025)).containsExactly("2025-03-17", "2025-05-15", "2025-09-15", "2025-11-17");
        assertThat(dates(2027)).containsExactly("2027-03-15", "2027-05-17", "2027-09-15", "2027-11-15");
    }

    @Test
    void paysOnceWhenNoDateIsLeftInTheYear() {
        assertThat(plan().of("DECISION", new BigDecimal("500"), LocalDate.of(2026, 12, 1)))
                .singleElement()
                .satisfies(part -> assertThat(part.amount()).isEqualTo("500"));
    }

    @Test
    void keepsExemptObjectsWithoutTax() {
        Assessment tax =
                assess(2026, "DECISION", null, null, building("FARM", "200", false), land("OTHER", "100", false));

        assertThat(tax.rows()).extracting(AssessmentRow::treatment).containsExactly("EXEMPT", "PROPERTY");
        assertThat(amounts(tax)).containsExactly("0.00", "77.00");
    }

    @Test
    void refusesCouncilRateAboveMaximum() {
        TestDecisions unlawful = new TestDecisions()
                .with(
                        "stawka-podatku",
                        inputs -> List.of(Map.of(
                                "rate",
                                "1.46",
                                "unit",
                                "m2",
                                "resolution",
                                "Uchwała nr I/1/2025",
                                "criterion",
                                "OBJECT")));

        assertThatThrownBy(() -> rates(unlawful).of("L_BIZ", null, 2026))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_ABOVE_MAXIMUM"))
                .hasMessageContaining("Uchwała nr I/1/2025")
                .hasMessageContaining("1,45");
    }

    @Test
    void refusesYearWithoutCouncilRates() {
        assertThatThrownBy(() -> rates(new TestDecisions()).of("L_BIZ", null, 2025))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_MISSING"));
    }

    @Test
    void pt31RefusesRateForPensionersAsWejherowo2011Had() {
        TestDecisions byPerson = new TestDecisions()
                .with(
                        "stawka-podatku",
                        inputs -> List.of(Map.of(
                                "rate",
                                "0.50",
                                "unit",
                                "m2",
                                "resolution",
                                "Uchwała nr VIk/X/117/2011",
                                "criterion",
                                "PERSON")));

        assertThatThrownBy(() -> rates(byPerson).of("B_RES", "PENSIONER", 2026))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_BY_PERSON"))
                .hasMessageContaining("VIk/X/117/2011")
                .hasMessageContaining("od osoby podatnika");
    }

    @Test
    void pt30LastYearsRatesStayButNotWithoutTheMaximumOfTheYear() {
        assertThat(new TestDecisions().ask("stawka-podatku", noSubcode("L_BIZ", 2027)))
                .hasSize(1);
        assertThatThrownBy(() -> rates(new TestDecisions()).of("L_BIZ", null, 2027))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_MAXIMUM_MISSING"))
                .hasMessageContaining("„Stawka maksymalna”")
                .hasMessageContaining("2027");
    }

    @Test
    void pt30TakesTheSubRateOfTheCouncilWhereThereIsOne() {
        CouncilRates rates = rates(new TestDecisions());

        assertThat(rates.of("B_OTHER", "GARAGE", 2026).amount()).isEqualTo("9.90");
        assertThat(rates.of("B_OTHER", "OTHER", 2026).amount()).isEqualTo("12.00");
        assertThat(rates.of("B_OTHER", null, 2026).amount()).isEqualTo("12.00");
    }

    @Test
    void refuses2027ForEveryFigureThatIsNotAnnouncedYet() {
        LawTables law = new LawTables(new TestDecisions());

        assertThatThrownBy(() -> law.ryePrice(2027)).hasMessageContaining("„Cena żyta”", "2027");
        assertThatThrownBy(() -> law.woodPrice(2027)).hasMessageContaining("„Cena drewna”", "2027");
        assertThatThrownBy(() -> new LetterCost(law).of(2027)).hasMessageContaining("„Koszt listu poleconego”", "2027");
    }

    private static Map<String, Object> noSubcode(String code, int year) {
        Map<String, Object> inputs = new java.util.HashMap<>(Map.of("code", code, "year", year));
        inputs.put("subcode", null);
        return inputs;
    }

    @Property(tries = 300)
    void instalmentsSumToTheTax(
            @ForAll @IntRange(min = 1, max = 2_000_000) int tax,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll boolean self) {
        List<Instalment> parts =
                plan().of(self ? "SELF" : "DECISION", BigDecimal.valueOf(tax), LocalDate.of(2026, month, 1));

        assertThat(parts.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(tax));
        assertThat(parts).extracting(Instalment::date).isSorted();
    }

    private Assessment assess(int year, String regime, String event, LocalDate day, TaxObject... objects) {
        Declaration declaration = new Declaration(
                "IN-1", "1", year, "9901012", "NEW", event, day, null, List.of(), null, List.of(objects), null);
        return new TaxComputation(atMaximumRates, rates(atMaximumRates), new Exemptions(atMaximumRates), plan())
                .of(declaration, regime);
    }

    private static CouncilRates rates(TestDecisions decisions) {
        return new CouncilRates(decisions, new LawTables(decisions));
    }

    private InstalmentPlan plan() {
        return new InstalmentPlan(new TestDecisions(), new LawTables(new TestDecisions()), new StatutoryCalendar());
    }

    private List<String> split(String tax) {
        return plan().of("DECISION", new BigDecimal(tax), LocalDate.of(2026, 1, 1)).stream()
                .map(part -> part.amount().toPlainString())
                .toList();
    }

    private List<String> dates(int year) {
        return plan().of("DECISION", new BigDecimal("400"), LocalDate.of(year, 1, 1)).stream()
                .map(part -> part.date().toString())
                .toList();
    }

    private static List<String> amounts(Assessment tax) {
        return tax.rows().stream().map(row -> row.amount().toPlainString()).toList();
    }

    private static List<String> parts(Assessment tax) {
        return tax.instalments().stream()
                .map(part -> part.date() + " " + part.amount())
                .toList();
    }

    private static TaxObject land(String usage, String area, boolean occupied) {
        return object("LAND", usage, area, null, List.of(), occupied);
    }

    private static TaxObject building(String usage, String area, boolean occupied) {
        return object("BUILDING", usage, area, null, List.of(), occupied);
    }

    private static TaxObject garage(String area) {
        return building("GARAGE_IN_RESIDENTIAL", area, false);
    }

    private static TaxObject house() {
        List<TaxObject.Floor> floors = new ArrayList<>();
        floors.add(new TaxObject.Floor(new BigDecimal("120"), new BigDecimal("2.60")));
        floors.add(new TaxObject.Floor(new BigDecimal("40"), new BigDecimal("2.10")));
        floors.add(new TaxObject.Floor(new BigDecimal("10"), new BigDecimal("1.20")));
        return object("BUILDING", "RESIDENTIAL", null, null, floors, false);
    }

    private static TaxObject structure(String value) {
        return object("STRUCTURE", "BUSINESS", null, value, List.of(), true);
    }

    private static TaxObject object(
            String kind, String usage, String area, String value, List<TaxObject.Floor> floors, boolean occupied) {
        return new TaxObject(
                kind,
                kind.equals("LAND") ? "B" : null,
                usage,
                null,
                null,
                null,
                area == null ? null : new BigDecimal(area),
                null,
                value == null ? null : new BigDecimal(value),
                floors,
                occupied,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static TaxObject share(TaxObject whole) {
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
                false,
                1,
                40,
                "3.4a",
                null,
                null,
                null,
                null);
    }

    private static TaxObject between(TaxObject whole, LocalDate from, LocalDate to) {
        return new TaxObject(
                whole.kind(),
                null,
                whole.usage(),
                null,
                null,
                null,
                whole.area(),
                null,
                null,
                List.of(),
                whole.occupied(),
                null,
                null,
                null,
                null,
                null,
                from,
                to);
    }
}
