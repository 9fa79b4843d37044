package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Says what the decision on a relief is to say (OP art. 67a, art. 210). */
@OperationCard(
        label = "Przygotuj decyzję w sprawie ulgi",
        description = "Tworzy projekt decyzji: nowe terminy z opłatą prolongacyjną, umorzenie albo odmowę z"
                + " uzasadnieniem. Projekt zatwierdza się i wydaje w procedurze „Wydanie pisma”.",
        system = "ledger")
public class DraftReliefDecision implements Operation<DraftReliefDecision.Input, DraftReliefDecision.Output> {

    /**
     * @param reliefResolution {@code UWZGLEDNIC}, {@code CZESCIOWO}, {@code ODMOWIC} or {@code UMORZYC} (nothing to decide
     *     on any more, OP art. 208)
     * @param reliefGround {@code TAXPAYER_INTEREST}, {@code PUBLIC_INTEREST} or {@code NONE}
     * @param reliefReasons as a clerk wrote them
     */
    public record Input(
            String caseNumber,
            String reliefResolution,
            String reliefGround,
            String reliefReasons,
            List<String> partyIds) {}

    /** The draft. */
    public record Output(String letterId) {}

    /** A new term, as the letter shows it; {@code feeText} is the computation. */
    public record TermRow(
            int number,
            LocalDate dueOn,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fee,
            BigDecimal total,
            String feeText) {}

    /** An instalment the applicant means. */
    public record DueRow(int number, LocalDate dueOn, BigDecimal open) {}

    private final JdbcClient jdbc;
    private final ReliefRegister register;
    private final OfficeLetters letters;

    DraftReliefDecision(JdbcClient jdbc, ReliefRegister register, OfficeLetters letters) {
        this.jdbc = jdbc;
        this.register = register;
        this.letters = letters;
    }

    private record Head(String taxCase, int taxYear, String account, String feeBasis, BigDecimal feePercent) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Relief relief = register.ofCase(input.caseNumber()).orElseThrow();
        Head head = head(relief);
        boolean granted = List.of("UWZGLEDNIC", "CZESCIOWO").contains(input.reliefResolution());
        Map<String, Object> content = new HashMap<>();
        content.put("reliefKind", relief.kind().name());
        content.put("what", ReliefWords.what(relief.kind()));
        content.put("resolution", input.reliefResolution());
        content.put("granted", granted);
        content.put("ground", ReliefWords.ground(input.reliefGround()));
        content.put("reasons", input.reliefReasons() == null ? "" : input.reliefReasons());
        content.put("appliedOn", relief.appliedOn());
        content.put("taxCase", head.taxCase());
        content.put("taxYear", head.taxYear());
        content.put("account", Nrb.spaced(head.account()));
        content.put("entrepreneur", relief.entrepreneur());
        content.put("dues", dues(relief));
        content.put("terms", granted ? terms(relief) : List.of());
        content.put("remitted", relief.remitted());
        content.put("feeBasis", head.feeBasis() == null ? "" : head.feeBasis());
        content.put("feePercent", head.feePercent() == null ? "" : percent(head.feePercent()));
        return Answer.now(new Output(letters.draft(
                new Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.DECISION,
                        "letters/ulga/decyzja-o-uldze.ftlh",
                        "w sprawie %s podatku za rok %d".formatted(ReliefWords.what(relief.kind()), head.taxYear()),
                        content,
                        input.partyIds()),
                call.idempotencyKey())));
    }

    private Head head(Relief relief) {
        return jdbc.sql("select d.case_number as tax_case, d.tax_year, d.account, r.fee_basis, r.fee_percent"
                        + " from ledger.relief r join ledger.receivable d on d.id = r.receivable_id where r.id = ?")
                .param(relief.id())
                .query(Head.class)
                .single();
    }

    private List<DueRow> dues(Relief relief) {
        return jdbc.sql("select i.number, i.due_on, i.amount - i.paid - i.written_off as open from ledger.instalment i"
                        + " join ledger.relief_due d on d.instalment_number = i.number and d.relief_id = ?"
                        + " where i.receivable_id = ? order by i.due_on, i.number")
                .params(relief.id(), relief.receivableId())
                .query(DueRow.class)
                .list();
    }

    private List<TermRow> terms(Relief relief) {
        return jdbc.sql("""
                select t.number, t.due_on, t.principal, t.interest, t.fee, t.principal + t.interest + t.fee as total,
                    t.fee_text
                from (select t.*, (select coalesce(sum(p.principal), 0) from ledger.relief_piece p
                        where p.relief_id = t.relief_id and p.number = t.number) as principal
                    from ledger.relief_term t where t.relief_id = ?) t
                order by t.number
                """).param(relief.id()).query(TermRow.class).list();
    }

    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString().replace('.', ',') + "%";
    }
}
