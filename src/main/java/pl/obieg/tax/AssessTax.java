package pl.obieg.tax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentLimitation;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.GrantedRelief;
import pl.obieg.tax.assessment.GrantedReliefs;
import pl.obieg.tax.assessment.JointAssessment;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.assessment.LetterCost;
import pl.obieg.tax.assessment.TaxComputation;
import pl.obieg.tax.assessment.TaxKind;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Computes the tax of a declaration by the decision tables (D02–D05, D07); of a natural person the taxes of all his
 * declarations of the year that are not assessed yet, where the law wants one obligation (LZ-01 to LZ-03). Repeated under the same key it gives the
 * same answer; a further visit computes anew, unless a decision already rests on the assessment. What a decision could no
 * longer create is not computed (PT-13), so the rates of such years need not be entered.
 */
@OperationCard(
        label = "Oblicz podatek",
        description =
                "Wylicza podatek od nieruchomości, rolny i leśny – osoby fizycznej razem, jako łączne zobowiązanie"
                        + " pieniężne – oraz raty, według tabel decyzyjnych.",
        system = "gmina",
        refusals = {
            "NO_TAXPAYER: Żadna ze wskazanych osób nie jest podatnikiem.",
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
public class AssessTax implements Operation<AssessTax.Input, AssessTax.Output> {

    /**
     * @param regime {@code DECISION} or {@code SELF}
     * @param allDataDisclosed whether the taxpayer disclosed all that the tax depends on, as the clerk found; {@code null}
     *     is yes (PT-13)
     */
    public record Input(
            String declarationId,
            String caseNumber,
            String regime,
            @Nullable Boolean allDataDisclosed) {

        /** All is disclosed. */
        public Input(String declarationId, String caseNumber, String regime) {
            this(declarationId, caseNumber, regime, null);
        }
    }

    /**
     * @param assessmentId {@code null} like the sums, if limitation has passed
     * @param taxDue full zł
     * @param letterCost zł and gr, an input of D06 (PT-15); {@code null} of a declared tax
     * @param assessedElsewhere whether another case's joint obligation contains these objects already (LZ-01) or a correction
     *     in another case has taken the place of the declaration, an input of D06; {@code assessedInCase} is that case, else
     *     {@code null}
     * @param limitationPassed whether a decision could no longer create the liability, an input of D06 (PT-13)
     */
    public record Output(
            String assessmentId,
            Long taxDue,
            List<Instalment> instalments,
            BigDecimal letterCost,
            Boolean limitationPassed,
            Boolean assessedElsewhere,
            String assessedInCase) {}

    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final DecisionRegister decisions;
    private final TaxComputation computation;
    private final JointAssessment joint;
    private final JointMatter matter;
    private final GrantedReliefs reliefs;
    private final Reasons reasons;
    private final LetterCost letterCost;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    public AssessTax(
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            DecisionRegister decisions,
            TaxComputation computation,
            JointAssessment joint,
            JointMatter matter,
            GrantedReliefs reliefs,
            Reasons reasons,
            LetterCost letterCost,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.declarations = declarations;
        this.assessments = assessments;
        this.decisions = decisions;
        this.computation = computation;
        this.joint = joint;
        this.matter = matter;
        this.reliefs = reliefs;
        this.reasons = reasons;
        this.letterCost = letterCost;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        DeclarationRegister.Stored declaration = declarations.get(input.declarationId());
        if (JointMatter.liable(declaration).isEmpty()) {
            throw new Refusal(
                    "NO_TAXPAYER",
                    "Żadna z osób wskazanych w deklaracji nie jest podatnikiem (art. 3 ust. 1–3 u.p.o.l., tabela"
                            + " „Podatnik”). Wyjaśnij, kto włada nieruchomością i z jakiego tytułu.");
        }
        AssessmentLimitation limitation =
                AssessmentLimitation.of(declaration, !Boolean.FALSE.equals(input.allDataDisclosed()), calendar);
        boolean limitationPassed = limitation.isPassedOn(clock.today());
        if (limitationPassed && "DECISION".equals(input.regime())) {
            return Answer.now(new Output(null, null, List.of(), null, true, false, null));
        }
        Optional<String> elsewhere = assessments
                .caseThatContains(input.declarationId())
                .or(() -> declarations.caseThatReplaces(input.declarationId()));
        if (elsewhere.isPresent()) {
            return Answer.now(new Output(null, null, List.of(), null, limitationPassed, true, elsewhere.orElseThrow()));
        }
        Optional<AssessmentRegister.Stored> former = assessments
                .ofDeclaration(input.declarationId())
                .filter(stored -> stored.callKey().equals(call.idempotencyKey())
                        || decisions.of(stored.id()).isPresent());
        AssessmentRegister.Stored stored = former.orElseGet(() -> assess(declaration, input, call));
        assessments.limit(stored.id(), limitation.lastDay());
        return Answer.now(new Output(
                stored.id(),
                stored.assessment().taxDue().longValueExact(),
                stored.assessment().instalments(),
                // Only a decision is weighed against its letter (PT-15): a declared tax must not stop for that figure.
                "DECISION".equals(input.regime())
                        ? letterCost.of(stored.assessment().year())
                        : null,
                limitationPassed,
                false,
                null));
    }

    private AssessmentRegister.Stored assess(DeclarationRegister.Stored declaration, Input input, Call call) {
        List<DeclarationRegister.Stored> together = List.of(declaration);
        Assessment assessment;
        if ("DECISION".equals(input.regime())) {
            List<DeclarationRegister.Stored> all = matter.withOthers(declaration);
            assessment = assess(all);
            if (assessment.kind() == TaxKind.JOINT) {
                together = all;
            } else if (all.size() > 1) {
                assessment = assess(together);
            }
        } else {
            TaxKind kind = TaxKind.ofForm(declaration.declaration().form());
            assessment = kind == TaxKind.PROPERTY
                    ? computation.of(declaration.declaration(), input.regime())
                    : joint.ofLandDeclared(declaration.declaration(), kind, reliefs(declaration));
        }
        keepReliefs(declaration, input);
        return assessments.put(
                together.stream().map(DeclarationRegister.Stored::id).toList(),
                input.caseNumber(),
                call.idempotencyKey(),
                input.regime(),
                clock.today(),
                assessment);
    }

    private Assessment assess(List<DeclarationRegister.Stored> declarations) {
        return joint.assess(
                joint.merged(declarations.stream()
                        .map(DeclarationRegister.Stored::declaration)
                        .toList()),
                reliefs(declarations.get(0)));
    }

    private void keepReliefs(DeclarationRegister.Stored declaration, Input input) {
        List<GrantedRelief> granted = reliefs(declaration);
        if (!granted.isEmpty()) {
            reasons.keep(
                    input.caseNumber(),
                    input.caseNumber(),
                    "Ulgi w podatku rolnym przyznane decyzją",
                    Map.of(),
                    GrantedRelief.inOrder(granted).stream()
                            .map(one -> one.inWords() + " (AG-06, AG-07: art. 13d u.p.r.)")
                            .toList());
        }
    }

    private List<GrantedRelief> reliefs(DeclarationRegister.Stored declaration) {
        return reliefs.of(
                JointMatter.liable(declaration), declaration.declaration().year());
    }
}
