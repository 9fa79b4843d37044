package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Tells how a round of dunning stands today, with all that D11 and D12 ask. */
@OperationCard(
        label = "Sprawdź zaległość",
        description = "Oblicza na dziś zaległość z odsetkami i kosztami, sprawdza ostateczność decyzji, ulgę"
                + " i przedawnienie, i mówi, kiedy zajrzeć następnym razem.",
        system = "ledger")
public class ReviewArrears implements Operation<ReviewArrears.Input, ReviewArrears.Output> {

    /** {@code caseNumber}: the dunning's own case. */
    public record Input(String dunningId, String caseNumber) {}

    /**
     * What D11 and D12 ask; amounts in zł, as numbers, since the tables compare them with each other; besides:
     *
     * @param taxCaseNumber the case of the decision: in which the tax was charged, or determined after it was declared
     * @param decisionFinal whether the decisions are final, or may be carried out before
     * @param immediatelyEnforceable whether they may only because of an order (OP art. 239b)
     * @param premature an upomnienie went out, but by the due dates as they are now nothing was overdue then
     * @param informed whether a reminder was noted
     * @param dunningDelivered whether an upomnienie was delivered, or is being delivered anew since its delivery was
     *     defective; then its term has not passed
     * @param reviewOn day of the next look
     */
    public record Output(
            String taxCaseNumber,
            String regime,
            Boolean decisionFinal,
            Boolean appealPending,
            Boolean immediatelyEnforceable,
            Double arrears,
            Double principalLeft,
            Double costsLeft,
            Double holdOffLimit,
            Integer daysAfterDue,
            Integer daysBeforeDunning,
            Boolean limitationNear,
            Boolean limitationPassed,
            String relief,
            Boolean informed,
            Boolean premature,
            Boolean dunningDelivered,
            Boolean dunningTermPassed,
            LocalDate reviewOn) {}

    private final JdbcClient jdbc;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final DunningCosts costs;
    private final ArrearsSettings settings;
    private final OfficeClock clock;

    ReviewArrears(
            JdbcClient jdbc,
            Dunnings dunnings,
            ArrearsReview review,
            DunningCosts costs,
            ArrearsSettings settings,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.dunnings = dunnings;
        this.review = review;
        this.costs = costs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        dunnings.inCase(input.dunningId(), input.caseNumber());
        Dunning dunning = dunnings.lock(input.dunningId());
        LocalDate today = clock.today();
        Arrears arrears = review.of(dunning.account(), dunnings.dues(dunning.id()), today);
        if (arrears.overdue().isEmpty() && !"KEPT".equals(arrears.relief())) {
            costs.lapseIfPaidBeforeDelivery(dunning);
        }
        boolean termPassed = dunning.termEndsOn() != null && today.isAfter(dunning.termEndsOn());
        return Answer.now(new Output(
                taxCase(dunning),
                arrears.regime(),
                arrears.enforceable(),
                arrears.appealPending(),
                arrears.immediatelyEnforceable(),
                arrears.total().doubleValue(),
                arrears.principal().doubleValue(),
                review.costsLeft(dunning.costId()).doubleValue(),
                arrears.holdOffLimit().doubleValue(),
                arrears.daysAfterDue(),
                arrears.daysBeforeDunning(),
                arrears.limitationNear(),
                arrears.limitationPassed(),
                arrears.relief(),
                informed(dunning),
                dunning.redated() && dunnings.isPremature(dunning),
                dunning.delivered() || dunning.state() == Dunning.State.AGAIN,
                termPassed,
                nextLook(dunning, arrears, today, termPassed)));
    }

    private LocalDate nextLook(Dunning dunning, Arrears arrears, LocalDate today, boolean termPassed) {
        if (dunning.termEndsOn() != null && !termPassed) {
            return dunning.termEndsOn().plusDays(1);
        }
        LocalDate again = today.plusDays(settings.lookAgainDays());
        if (dunning.delivered() || arrears.earliest() == null) {
            return again;
        }
        LocalDate dunnable = arrears.earliest().plusDays(arrears.daysBeforeDunning());
        return dunnable.isAfter(today) && dunnable.isBefore(again.plusDays(arrears.daysBeforeDunning()))
                ? dunnable
                : again;
    }

    private boolean informed(Dunning dunning) {
        return jdbc.sql("select exists (select from ledger.informing where dunning_id = ?)")
                .param(dunning.id())
                .query(Boolean.class)
                .single();
    }

    private String taxCase(Dunning dunning) {
        return jdbc.sql("""
                select coalesce((
                    select c.change_case from ledger.dunning_due d
                    join ledger.receivable r on r.id = d.receivable_id and r.regime = 'DETERMINED'
                    join ledger.correction c on c.receivable_id = r.id and c.legal_date is not null
                    where d.dunning_id = ? order by c.corrected_at desc limit 1), a.case_number)
                from ledger.payer_account a where a.account = ?
                """)
                .params(dunning.id(), dunning.account())
                .query(String.class)
                .single();
    }
}
