package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.ledger.law.AllocationOrder;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Finds the payment an order on its allocation is about, and whether the law asks for one (PAY-06, OP art. 62 §4–4a). */
@OperationCard(
        label = "Ustal zaliczenie wpłaty",
        description = "Odnajduje wpłatę i mówi, czy postanowienie o jej zaliczeniu wydaje się z urzędu, na wniosek, czy"
                + " wcale.",
        system = "ledger",
        refusals = {
            "PAYMENT_NOT_FOUND: Na koncie sprawy nie ma jednej takiej wpłaty.",
            "PAYMENT_NOT_ALLOCATED: Wpłaty jeszcze nie zaliczono."
        })
public class FindAllocation implements Operation<FindAllocation.Input, FindAllocation.Output> {

    /** Either the payment's id, or what a clerk knows of it: the case of the tax, the day and the amount, zł. */
    public record Input(
            @Nullable String paymentId,
            @Nullable String taxCaseNumber,
            @Nullable LocalDate paymentDay,
            @Nullable BigDecimal paymentAmount) {}

    /**
     * @param allocationOrder {@code EX_OFFICIO}, {@code ON_REQUEST}, or {@code NONE} if nothing went to an arrear
     * @param payerPartyIds whose account it is
     * @param taskDeadline a month from today (OP art. 139 §1)
     */
    public record Output(
            String paymentId,
            String taxCaseNumber,
            String allocationOrder,
            List<String> payerPartyIds,
            LocalDate taskDeadline) {}

    private final JdbcClient jdbc;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    FindAllocation(JdbcClient jdbc, StatutoryCalendar calendar, OfficeClock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Found(String id, String status, String caseNumber, String allocationOrder) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Found payment = (named(input) ? byWords(input) : byId(input))
                .orElseThrow(() -> new Refusal(
                        "PAYMENT_NOT_FOUND",
                        "Na koncie wskazanej sprawy nie ma jednej wpłaty z tego dnia i na tę kwotę."));
        if (!"ALLOCATED".equals(payment.status()) || payment.allocationOrder() == null) {
            throw new Refusal("PAYMENT_NOT_ALLOCATED", "Wpłaty jeszcze nie zaliczono na żadną należność.");
        }
        return Answer.now(new Output(
                payment.id(),
                payment.caseNumber(),
                AllocationOrder.valueOf(payment.allocationOrder()).name(),
                jdbc.sql("select p.party_id from ledger.payer_account_party p join ledger.payer_account a"
                                + " on a.account = p.account where a.case_number = ? order by p.party_id")
                        .param(payment.caseNumber())
                        .query(String.class)
                        .list(),
                calendar.endOfMonths(clock.today(), 1)));
    }

    private static boolean named(Input input) {
        return input.taxCaseNumber() != null && input.paymentDay() != null && input.paymentAmount() != null;
    }

    private Optional<Found> byId(Input input) {
        return jdbc.sql("select id, status, case_number, allocation_order from ledger.payment where id = ?")
                .param(input.paymentId())
                .query(Found.class)
                .optional();
    }

    private Optional<Found> byWords(Input input) {
        List<Found> found = jdbc.sql("select id, status, case_number, allocation_order from ledger.payment"
                        + " where case_number = ? and paid_on = ? and amount = ? and credit")
                .params(input.taxCaseNumber().strip(), input.paymentDay(), input.paymentAmount())
                .query(Found.class)
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
