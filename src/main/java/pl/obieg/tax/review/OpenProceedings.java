package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.Term;
import pl.obieg.calendar.TermRule;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.Polish;

/**
 * Proceedings ex officio begin on the day the order is delivered (OP art. 165 § 4); from it the term of D16 runs (TIM-01).
 */
@OperationCard(
        label = "Odnotuj wszczęcie postępowania",
        description = "Zapisuje dzień wszczęcia (doręczenie postanowienia) i liczy termin załatwienia sprawy.",
        system = "gmina",
        refusals = "NOT_DELIVERED: Postanowienia nikomu nie doręczono, więc postępowania nie wszczęto.")
public class OpenProceedings implements Operation<OpenProceedings.Input, OpenProceedings.Output> {

    /** {@code legalDate}: of the delivery of the order; an order that reached nobody begins nothing. */
    public record Input(
            String caseNumber, Integer taxYear, @Nullable LocalDate legalDate) {}

    /** {@code proceedingsDeadline}: last day to end them. */
    public record Output(LocalDate proceedingsDeadline) {}

    private final Reviews reviews;
    private final Decisions decisions;
    private final Reasons reasons;
    private final StatutoryCalendar calendar;
    private final ApplicationEventPublisher events;

    public OpenProceedings(
            Reviews reviews,
            Decisions decisions,
            Reasons reasons,
            StatutoryCalendar calendar,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.reasons = reasons;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        if (input.legalDate() == null) {
            throw new Refusal(
                    "NOT_DELIVERED",
                    "Postanowienia nikomu nie doręczono, więc postępowania nie wszczęto (art. 165 § 4 OP).");
        }
        LocalDate opened = input.legalDate();
        TermRule rule = TermRule.of(decisions.askOne(
                "termin-sprawy", Map.of("procedureLaw", "OP", "caseKind", "FIRST_INSTANCE", "complexity", "ORDINARY")));
        LocalDate end = new Term(opened, rule).on(opened, calendar).end();
        reviews.openProceedings(input.caseNumber(), input.taxYear(), opened, end);
        events.publishEvent(new CaseFact.ProceedingsBegun(input.caseNumber(), opened));
        reasons.keep(
                input.caseNumber(),
                input.caseNumber(),
                "Wszczęcie postępowania podatkowego",
                Map.of("Wszczęto", Polish.date(opened), "Termin załatwienia", Polish.date(end)),
                List.of(
                        "PT-09: postępowanie z urzędu wszczyna się w dniu doręczenia postanowienia: art. 165 § 4 OP.",
                        "Termin: " + rule.basis() + ", TIM-01.",
                        "Korekta złożona w toku postępowania nie wywołuje skutków: art. 81b OP."));
        return Answer.now(new Output(end));
    }
}
