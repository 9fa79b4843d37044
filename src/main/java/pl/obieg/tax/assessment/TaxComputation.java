package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Decisions;
import pl.obieg.process.Refusal;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/**
 * Computes the property tax of a declaration (rulebook §1.5). What is taxed how, and at which rate, the decision tables
 * say; here is only the arithmetic.
 */
@Component
public class TaxComputation {

    private final Decisions decisions;
    private final CouncilRates rates;
    private final Exemptions exemptions;
    private final InstalmentPlan plan;

    public TaxComputation(Decisions decisions, CouncilRates rates, Exemptions exemptions, InstalmentPlan plan) {
        this.decisions = decisions;
        this.rates = rates;
        this.exemptions = exemptions;
        this.plan = plan;
    }

    /** @param regime {@code DECISION} or {@code SELF} (D01) */
    public Assessment of(Declaration declaration, String regime) {
        int year = declaration.year();
        List<AssessmentRow> rows = new ArrayList<>();
        for (int i = 0; i < declaration.objects().size(); i++) {
            rows.add(row(i, declaration.objects().get(i), declaration));
        }
        BigDecimal total = Assessment.total(rows);
        BigDecimal tax = Assessment.fullZloty(total);
        List<Instalment> instalments = "SELF".equals(regime)
                ? plan.ofSelfAssessed(TaxKind.PROPERTY, tax, year, owed(declaration, rows))
                : plan.of(regime, tax, startOf(declaration, year));
        return new Assessment(year, List.copyOf(rows), total, tax, instalments);
    }

    private List<InstalmentPlan.Owed> owed(Declaration declaration, List<AssessmentRow> rows) {
        return rows.stream()
                .map(row -> new InstalmentPlan.Owed(
                        row.amount(), spanOf(declaration, declaration.objects().get(row.objectPosition()))))
                .toList();
    }

    /** The day from which instalments count: where the first of its objects begins to be taxed in the year. */
    public LocalDate startOf(Declaration declaration, int year) {
        return declaration.objects().stream()
                .map(object ->
                        ObligationPeriod.of(declaration, object, decisions).startOf(object, year))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.of(year, 1, 1));
    }

    /** Months of the tax year in which the object is taxed (D02). */
    int monthsOf(Declaration declaration, TaxObject object) {
        return ObligationPeriod.of(declaration, object, decisions).monthsOf(object);
    }

    /** Which months these are. */
    Months spanOf(Declaration declaration, TaxObject object) {
        return ObligationPeriod.of(declaration, object, decisions).spanOf(object);
    }

    /** The object with its months and start, so that it keeps them beside objects of another declaration. */
    TaxObject dated(Declaration declaration, TaxObject object) {
        ObligationPeriod period = ObligationPeriod.of(declaration, object, decisions);
        return object.taxed(period.monthsOf(object), period.startOf(object, declaration.year()));
    }

    private AssessmentRow row(int position, TaxObject object, Declaration declaration) {
        int year = declaration.year();
        Map<String, Object> category = categoryOf(position, object, year);
        String code = (String) category.get("code");
        String treatment = (String) category.get("tax");
        int months = monthsOf(declaration, object);
        if (Boolean.TRUE.equals(object.owedByOthers()) && !"NONE".equals(treatment)) {
            return untaxed(position, "NONE", object, months, "Podatnikiem jest kto inny (tabela „Podatnik”, PT-02)");
        }
        if ("PROPERTY".equals(treatment) || "EXEMPT".equals(treatment)) {
            Optional<Exemptions.Exemption> exemption = exemptions.of(TaxKind.PROPERTY, position, object, year);
            if (exemption.isPresent()) {
                return untaxed(
                        position,
                        "EXEMPT",
                        object,
                        months,
                        "Zwolniony: " + exemption.get().basis() + " – "
                                + exemption.get().ground());
            }
        }
        if (!"PROPERTY".equals(treatment)) {
            return untaxed(position, treatment, object, months, untaxedReason(treatment));
        }
        CouncilRates.Rate rate = rates.of(code, object.usage(), year);
        if ("PERCENT".equals(rate.unit()) && object.value() == null) {
            throw new Refusal(
                    "VALUE_MISSING",
                    "Przedmiot nr " + (position + 1) + " opodatkowuje się od wartości jak budowlę, a w deklaracji jej"
                            + " nie podano (art. 4 ust. 1 pkt 3 u.p.o.l.). Wezwij podatnika do uzupełnienia.");
        }
        BigDecimal base = baseOf(object, rate.unit());
        Integer numerator = object.shareApplies() ? object.shareNumerator() : null;
        Integer denominator = object.shareApplies() ? object.shareDenominator() : null;
        BigDecimal amount = AssessmentRow.amount(base, rate.unit(), rate.amount(), months, numerator, denominator);
        return new AssessmentRow(
                position,
                treatment,
                code,
                base,
                rate.unit(),
                rate.amount(),
                months,
                numerator,
                denominator,
                amount,
                rate.resolution(),
                "Kategoria " + code + " (tabela „Kategoria stawki”), stawka z aktu: " + rate.resolution()
                        + (object.floors().isEmpty()
                                ? ""
                                : ". " + UsableArea.of(object, decisions).reason()));
    }

    private AssessmentRow untaxed(int position, String treatment, TaxObject object, int months, String reason) {
        return new AssessmentRow(
                position,
                treatment,
                null,
                measure(object),
                null,
                null,
                months,
                null,
                null,
                new BigDecimal("0.00"),
                null,
                reason);
    }

    private Map<String, Object> categoryOf(int position, TaxObject object, int year) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("kind", object.kind());
        inputs.put("egib", LandUse.of(object.egib()).use());
        inputs.put("usage", object.usage());
        inputs.put("occupied", Boolean.TRUE.equals(object.occupied()));
        inputs.put("year", year);
        List<Map<String, Object>> rows = decisions.ask("kategoria-stawki", inputs);
        if (rows.size() != 1) {
            throw new Refusal(
                    "CATEGORY_MISSING",
                    "Przedmiot nr " + (position + 1) + ": tabela „Kategoria stawki” (kategoria-stawki) nie mówi, jak go"
                            + " opodatkować. Sprawdź rodzaj przedmiotu w deklaracji i uzupełnij tabelę.");
        }
        return rows.get(0);
    }

    /** The base in the unit of the rate (PT-26, PT-27, PT-45). */
    private BigDecimal baseOf(TaxObject object, String unit) {
        return switch (unit) {
            case "PERCENT" -> Assessment.fullZloty(required(object.value()));
            case "ha" ->
                object.areaHa() != null
                        ? object.areaHa()
                        : required(object.area()).movePointLeft(4);
            default -> measure(object);
        };
    }

    private BigDecimal measure(TaxObject object) {
        if (!object.floors().isEmpty()) {
            return UsableArea.of(object, decisions).squareMetres();
        }
        if (object.area() != null) {
            return object.area();
        }
        return object.areaHa() != null ? object.areaHa().movePointRight(4) : required(object.value());
    }

    private static BigDecimal required(BigDecimal measure) {
        if (measure == null) {
            throw new Refusal(
                    "MEASURE_MISSING",
                    "Przedmiot opodatkowania nie ma powierzchni ani wartości. Wezwij podatnika do uzupełnienia.");
        }
        return measure;
    }

    private static String untaxedReason(String treatment) {
        return switch (treatment) {
            case "EXEMPT" -> "Zwolniony z mocy ustawy (tabela „Kategoria stawki”)";
            case "AGRICULTURAL" -> "Podlega podatkowi rolnemu (art. 2 ust. 2 u.p.o.l.)";
            case "FOREST" -> "Podlega podatkowi leśnemu (art. 2 ust. 2 u.p.o.l.)";
            default -> "Nie podlega podatkowi od nieruchomości";
        };
    }
}
