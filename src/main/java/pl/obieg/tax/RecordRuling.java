package pl.obieg.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.appeal.AppealRegister.Appeal;
import pl.obieg.tax.appeal.Contestables;
import pl.obieg.tax.appeal.Contestables.Contestable;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.InstalmentPlan;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.review.Determinations;
import pl.obieg.tax.review.Determinations.Determined;

/**
 * Records how an appeal ended and what of the tax is left (P05, OP art. 226, 228, 233), and the days on which no interest
 * runs because the appeal was sent on or decided late (INT-05, OP art. 54 §1 pkt 2 and 3).
 */
@OperationCard(
        label = "Odnotuj rozstrzygnięcie odwołania",
        description = "Zapisuje rozstrzygnięcie, rozkłada nowy podatek na raty i ustala okresy, za które nie nalicza"
                + " się odsetek z powodu opóźnienia organów. Powiadamia inne systemy o końcu odwołania.",
        system = "gmina",
        refusals = "NEW_TAX_MISSING: Nie podano kwoty podatku z rozstrzygnięcia.")
public class RecordRuling implements Operation<RecordRuling.Input, RecordRuling.Output> {

    /**
     * @param rulingOutcome see {@link CaseFact.AppealEnded}
     * @param taxEffect {@code KEEP}, {@code REPLACE} or {@code CANCEL}, of the table {@code skutek-rozstrzygniecia}
     * @param newTax full zł, for {@code REPLACE}
     * @param rulingOn day of the ruling; unset: it is taken to be issued when it was delivered
     * @param rulingDeliveredOn when the ruling reached the party; unset if not known
     */
    public record Input(
            String caseNumber,
            String rulingOutcome,
            String taxEffect,
            @Nullable Long newTax,
            @Nullable String rulingNumber,
            @Nullable LocalDate rulingOn,
            @Nullable LocalDate rulingDeliveredOn) {}

    /** Days without interest; {@code to} is the last of them. */
    public record Span(LocalDate from, LocalDate to, String basis) {}

    /** @param newInstalments what is left of the tax; empty if nothing, {@code null} if it stays */
    public record Output(List<Instalment> newInstalments, List<Span> interestFreeSpans) {}

    private final AppealRegister appeals;
    private final Contestables contestables;
    private final AssessmentRegister assessments;
    private final Determinations determinations;
    private final ChangeRegister changes;
    private final InstalmentPlan plan;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    public RecordRuling(
            AppealRegister appeals,
            Contestables contestables,
            AssessmentRegister assessments,
            Determinations determinations,
            ChangeRegister changes,
            InstalmentPlan plan,
            ApplicationEventPublisher events,
            OfficeClock clock) {
        this.appeals = appeals;
        this.contestables = contestables;
        this.assessments = assessments;
        this.determinations = determinations;
        this.changes = changes;
        this.plan = plan;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Appeal appeal = appeals.get(input.caseNumber());
        Contestable decision = contestables.find(appeal.decisionNumber()).orElseThrow();
        List<Instalment> instalments = instalments(input, decision);
        LocalDate delivered = input.rulingDeliveredOn() == null ? clock.today() : input.rulingDeliveredOn();
        if (appeals.end(
                input.caseNumber(),
                input.rulingOutcome(),
                input.rulingNumber(),
                input.rulingOn(),
                delivered,
                clock.today())) {
            events.publishEvent(new CaseFact.AppealEnded(
                    decision.caseNumber(), decision.number(), input.rulingOutcome(), clock.today()));
        }
        LocalDate issued = input.rulingOn() == null ? delivered : input.rulingOn();
        return Answer.now(new Output(instalments, spans(appeal, issued, delivered)));
    }

    /**
     * What is left when the decision is annulled: of one that determined a tax what was declared (OP art. 21 § 2), of one
     * that changed another the tax before (art. 254), of one that established a tax nothing.
     */
    private List<Instalment> instalments(Input input, Contestable decision) {
        if ("KEEP".equals(input.taxEffect()) || decision.assessmentId() == null) {
            return null;
        }
        boolean replaced = "REPLACE".equals(input.taxEffect());
        if (replaced && input.newTax() == null) {
            throw new Refusal("NEW_TAX_MISSING", "Rozstrzygnięcie zmienia podatek, więc trzeba podać jego kwotę.");
        }
        BigDecimal newTax = replaced ? BigDecimal.valueOf(input.newTax()) : null;
        Optional<Determined> determined = determinations.of(decision.assessmentId());
        if (determined.isPresent()) {
            return determinations.instalments(
                    determined.get(), replaced ? newTax : determined.get().declared());
        }
        Optional<ChangeRegister.Change> change = changes.find(decision.caseNumber())
                .filter(one -> decision.assessmentId().equals(one.newAssessmentId()));
        if (!replaced && change.isPresent()) {
            return assessments.get(change.get().baseAssessmentId()).assessment().instalments();
        }
        AssessmentRegister.Stored stored = assessments.get(decision.assessmentId());
        return plan.again(
                replaced ? newTax : BigDecimal.ZERO,
                stored.assessment().instalments().stream().map(Instalment::date).toList(),
                stored.assessment().year());
    }

    /**
     * INT-05; an appeal never sent on (self-review) has none of them. A ruling issued in its term bears interest however
     * long it is on the way; of a late one the days to its delivery are free.
     */
    private static List<Span> spans(Appeal appeal, LocalDate rulingIssued, LocalDate rulingDelivered) {
        List<Span> spans = new ArrayList<>();
        LocalDate received = appeal.bodyReceivedOn();
        if (received != null && received.isAfter(appeal.forwardBy())) {
            spans.add(new Span(appeal.forwardBy().plusDays(1), received, "art. 54 § 1 pkt 2 OP"));
        }
        if (appeal.rulingDueOn() != null && rulingIssued.isAfter(appeal.rulingDueOn())) {
            spans.add(new Span(appeal.rulingDueOn().plusDays(1), rulingDelivered, "art. 54 § 1 pkt 3 OP"));
        }
        return List.copyOf(spans);
    }
}
