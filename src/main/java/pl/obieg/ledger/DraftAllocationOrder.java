package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Says what the order on the allocation of a payment is to say (PAY-06, OP art. 62 §4). */
@OperationCard(
        label = "Przygotuj postanowienie o zaliczeniu wpłaty",
        description =
                "Tworzy projekt postanowienia: na co zaliczono wpłatę i dlaczego. Projekt zatwierdza się i wydaje w"
                        + " procedurze „Wydanie pisma”.",
        system = "ledger")
public class DraftAllocationOrder implements Operation<DraftAllocationOrder.Input, DraftAllocationOrder.Output> {

    /** {@code payerPartyIds}: its addressees. */
    public record Input(
            String caseNumber,
            String paymentId,
            String taxCaseNumber,
            String allocationOrder,
            List<String> payerPartyIds) {}

    /** The draft. */
    public record Output(String letterId) {}

    /** A part of the payment as the letter shows it; {@code dueOn} is empty for costs. */
    public record Part(String what, String dueOn, BigDecimal amount, String sentence) {}

    private final JdbcClient jdbc;
    private final OfficeLetters letters;

    DraftAllocationOrder(JdbcClient jdbc, OfficeLetters letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    private record Paid(BigDecimal amount, LocalDate paidOn, BigDecimal overpaid) {}

    private record Row(
            String kind,
            String dueKind,
            Integer number,
            LocalDate dueOn,
            int taxYear,
            BigDecimal amount,
            String explanation) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Paid paid = jdbc.sql("select amount, paid_on, amount - allocated as overpaid from ledger.payment where id = ?")
                .param(input.paymentId())
                .query(Paid.class)
                .single();
        Map<String, Object> content = new HashMap<>();
        content.put("taxCase", input.taxCaseNumber());
        content.put("amount", paid.amount());
        content.put("paidOn", paid.paidOn());
        content.put("overpaid", paid.overpaid());
        content.put("exOfficio", "EX_OFFICIO".equals(input.allocationOrder()));
        content.put("parts", parts(input.paymentId()));
        return Answer.now(new Output(letters.draft(
                new Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.ORDER,
                        "letters/zaliczenie-wplaty/postanowienie.ftlh",
                        "w sprawie zaliczenia wpłaty",
                        content,
                        input.payerPartyIds()),
                call.idempotencyKey())));
    }

    private List<Part> parts(String paymentId) {
        return jdbc.sql("""
                select a.kind, i.kind as due_kind, a.instalment_number as number, i.due_on, r.tax_year, a.amount,
                    a.explanation
                from ledger.allocation a join ledger.receivable r on r.id = a.receivable_id
                left join ledger.instalment i on i.receivable_id = a.receivable_id and i.number = a.instalment_number
                where a.payment_id = ? and a.reversed_at is null order by a.id
                """).param(paymentId).query(Row.class).list().stream()
                .map(row -> new Part(
                        what(row), row.dueOn() == null ? "" : row.dueOn().toString(), row.amount(), row.explanation()))
                .toList();
    }

    private static String what(Row row) {
        if ("COST".equals(row.kind())) {
            return "koszty upomnienia";
        }
        String due = switch (row.dueKind()) {
            case "INTEREST" -> "odsetki za zwłokę rozłożone decyzją o uldze";
            case "FEE" -> "opłata prolongacyjna";
            default -> "rata nr %d podatku za %d r.".formatted(row.number(), row.taxYear());
        };
        return "INTEREST".equals(row.kind()) ? "odsetki za zwłokę, " + due : due;
    }
}
