package pl.obieg.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.AssessmentLimitation;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.DecisionFinality;
import pl.obieg.tax.assessment.Finality;
import pl.obieg.tax.assessment.LetterCost;
import pl.obieg.tax.assessment.ObjectChanges;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.change.ChangeRegister.Change;
import pl.obieg.tax.change.Recomputation;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Computes the tax of the year anew beside that of the decision in force (D02, PT-40 to PT-44), and what decides whether
 * the decision may be changed (PT-13 to PT-15, PT-53).
 */
@OperationCard(
        label = "Przelicz podatek po zmianie",
        description =
                "Oblicza podatek za rok po zmianie, zestawia go z decyzją i ustala nowe raty na przyszłe terminy.",
        system = "gmina",
        refusals = {
            "EVENT_NEEDS_FORM: Nowy przedmiot musi wykazać podatnik w informacji.",
            "EVENT_MISSING: Nie podano, co i kiedy się zmieniło.",
            "AREA_TOO_LARGE: Zmiana dotyczy większej powierzchni, niż ma przedmiot.",
            "OBJECT_UNKNOWN: Decyzja nie obejmuje przedmiotu o tym numerze.",
            "RATE_MISSING: W tabeli nie ma stawki na ten rok.",
            "RATE_ABOVE_MAXIMUM: Uchwalona stawka przekracza stawkę maksymalną.",
            "RATE_BY_PERSON: Uchwalona stawka zależy od osoby podatnika.",
            "EXEMPTION_UNKNOWN: Powołane zwolnienie nie obejmuje tego przedmiotu.",
            "EXEMPTION_BY_PERSON: Uchwalone zwolnienie zależy od osoby podatnika.",
            "CATEGORY_MISSING: Tabela nie mówi, jak opodatkować taki przedmiot.",
            "MEASURE_MISSING: Przedmiot nie ma powierzchni ani wartości.",
            "VALUE_MISSING: Budowlę zadeklarowano bez wartości.",
            "RATE_MAXIMUM_MISSING: W tabeli nie ma stawki maksymalnej na ten rok.",
            "THRESHOLD_MISSING: W tabeli nie ma progu na ten rok.",
            "RYE_PRICE_MISSING: W tabeli nie ma ceny żyta na ten rok.",
            "WOOD_PRICE_MISSING: W tabeli nie ma ceny drewna na ten rok.",
            "PRICE_ABOVE_ANNOUNCED: Uchwalona cena przekracza ogłoszoną.",
            "LETTER_COST_MISSING: Brakuje kosztu listu poleconego na dany rok."
        })
public class ComputeChange implements Operation<ComputeChange.Input, ComputeChange.Output> {

    private static final int LOOK_AGAIN_DAYS = 7;

    /**
     * @param changeScope {@code REPLACE}, {@code ADD} (by the form) or {@code OBJECTS} (by the event)
     * @param changedObjects numbers of objects of the decision, joined by commas; "" for all
     * @param newArea m² after a change of area, or m² whose use changed; {@code null} for the whole object
     * @param newUsage of the changed objects, or {@code null}
     * @param allDataDisclosed whether the taxpayer disclosed all that the tax depends on, as the clerk found; {@code null}
     *     is yes (PT-13)
     */
    public record Input(
            String caseNumber,
            String changeScope,
            @Nullable String changeEvent,
            @Nullable LocalDate changeDate,
            @Nullable String changedObjects,
            @Nullable BigDecimal newArea,
            @Nullable String newUsage,
            @Nullable Boolean allDataDisclosed) {

        /** All is disclosed. */
        public Input(
                String caseNumber,
                String changeScope,
                String changeEvent,
                LocalDate changeDate,
                String changedObjects,
                BigDecimal newArea,
                String newUsage) {
            this(caseNumber, changeScope, changeEvent, changeDate, changedObjects, newArea, newUsage, null);
        }
    }

    /**
     * @param oldTax full zł, like {@code newTax} and {@code taxDifference} (new less old)
     * @param changeInWords old and new side by side, a line each
     * @param changedInstalments of the year as they are to be, full zł
     * @param dueAfterDelivery full zł (PT-66)
     * @param letterCost zł and gr, an input of the table like {@code decisionFinal} and {@code limitationPassed}
     * @param recheckOn day on which to look again whether the decision is final
     */
    public record Output(
            Long oldTax,
            Long newTax,
            Long taxDifference,
            String changeInWords,
            List<Instalment> changedInstalments,
            Long dueAfterDelivery,
            String chargedCase,
            BigDecimal letterCost,
            Boolean decisionFinal,
            Boolean limitationPassed,
            LocalDate recheckOn) {}

    private final ChangeRegister changes;
    private final AssessmentRegister assessments;
    private final Recomputation recomputation;
    private final DecisionFinality finality;
    private final LetterCost letterCost;
    private final Reasons reasons;
    private final DeclarationRegister declarations;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    public ComputeChange(
            ChangeRegister changes,
            AssessmentRegister assessments,
            Recomputation recomputation,
            DecisionFinality finality,
            LetterCost letterCost,
            Reasons reasons,
            DeclarationRegister declarations,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.changes = changes;
        this.assessments = assessments;
        this.recomputation = recomputation;
        this.finality = finality;
        this.letterCost = letterCost;
        this.reasons = reasons;
        this.declarations = declarations;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate today = clock.today();
        Change change = changes.find(input.caseNumber()).orElseThrow();
        AssessmentRegister.Stored base = assessments.get(change.baseAssessmentId());
        Recomputation.Result result = compute(input, call, change, base, today);
        changes.computed(
                input.caseNumber(), result.after().id(), input.changeEvent(), input.changeDate(), result.change());
        keepReason(input, result);
        Finality end = finality.ofAssessment(base.id()).orElseThrow();
        int year = base.assessment().year();
        List<Instalment> plan = result.after().assessment().instalments();
        AssessmentLimitation limitation = limitation(input, change, base, today);
        assessments.limit(result.after().id(), limitation.lastDay());
        boolean restAfterDelivery = result.change().dueAfterDelivery().signum() > 0;
        return Answer.now(new Output(
                result.change().oldTax().longValueExact(),
                result.change().newTax().longValueExact(),
                result.change().difference().longValueExact(),
                inWords(result),
                restAfterDelivery ? List.copyOf(plan.subList(0, plan.size() - 1)) : plan,
                result.change().dueAfterDelivery().longValueExact(),
                change.chargedCase(),
                letterCost.of(year),
                end.isFinalOn(today),
                limitation.isPassedOn(today),
                end.finalOn().filter(day -> day.isAfter(today)).orElse(today.plusDays(LOOK_AGAIN_DAYS))));
    }

    /** By a form, from when it came; of what the office found, from whether the taxpayer should have told it (PT-13). */
    private AssessmentLimitation limitation(
            Input input, Change change, AssessmentRegister.Stored base, LocalDate today) {
        boolean complete = !Boolean.FALSE.equals(input.allDataDisclosed());
        return change.declarationId() == null
                ? AssessmentLimitation.ofUntold(base.assessment().year(), input.changeDate(), today, complete, calendar)
                : AssessmentLimitation.of(declarations.get(change.declarationId()), complete, calendar);
    }

    private Recomputation.Result compute(
            Input input, Call call, Change change, AssessmentRegister.Stored base, LocalDate today) {
        String key = call.idempotencyKey();
        if (!"OBJECTS".equals(input.changeScope())) {
            return recomputation.byForm(
                    base, change.declarationId(), !"ADD".equals(input.changeScope()), input.caseNumber(), key, today);
        }
        if (input.changeEvent() == null || input.changeDate() == null) {
            throw new Refusal("EVENT_MISSING", "Podaj, co się zmieniło i którego dnia.");
        }
        ObjectChanges.Event event = new ObjectChanges.Event(
                input.changeEvent(),
                input.changeDate(),
                numbers(input.changedObjects()),
                input.newArea(),
                "".equals(input.newUsage()) ? null : input.newUsage());
        return recomputation.byEvent(base, event, input.caseNumber(), key, today);
    }

    private static Set<Integer> numbers(String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        try {
            return Arrays.stream(text.split("[,;\\s]+"))
                    .filter(part -> !part.isBlank())
                    .map(Integer::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NumberFormatException unfit) {
            throw new Refusal("OBJECT_UNKNOWN", "Numery przedmiotów podaj cyframi, rozdzielone przecinkami.");
        }
    }

    private static String inWords(Recomputation.Result result) {
        List<String> lines = new ArrayList<>();
        result.change()
                .instalments()
                .forEach(line -> lines.add(Polish.shortDate(line.date()) + ": było " + Polish.zloty(line.before())
                        + ", będzie " + Polish.zloty(line.after())));
        if (result.change().dueAfterDelivery().signum() > 0) {
            lines.add("W 14 dni od doręczenia: " + Polish.zloty(result.change().dueAfterDelivery()));
        }
        if (result.change().overpaid().signum() > 0) {
            lines.add("Raty, których termin minął, przewyższają nowy podatek o "
                    + Polish.zloty(result.change().overpaid()));
        }
        return String.join("\n", lines);
    }

    private void keepReason(Input input, Recomputation.Result result) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Podatek według decyzji", Polish.zloty(result.change().oldTax()));
        inputs.put("Podatek po zmianie", Polish.zloty(result.change().newTax()));
        List<String> steps = new ArrayList<>();
        result.after().assessment().rows().stream()
                .filter(row -> row.isTaxed() && row.months() < 12)
                .map(row -> row.reason() + "; opodatkowany przez " + row.months() + " mies. (PT-40, PT-42 do PT-44)")
                .distinct()
                .forEach(steps::add);
        steps.add("Różnicę rozłożono na raty, których termin jeszcze nie minął; dawne zostają (PT-14, art. 254"
                + " Ordynacji podatkowej).");
        reasons.keep(input.caseNumber(), input.caseNumber(), "Przeliczenie podatku po zmianie", inputs, steps);
    }
}
