package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Corrects a charged tax after its decision was changed in the course of the year (OP art. 254): what is raised falls due
 * on dates still to come, what is lowered is written off; payments are set anew, and what they exceed the tax by is an
 * overpayment (OVP-01).
 */
@OperationCard(
        label = "Skoryguj przypis podatku",
        description =
                "Po doręczeniu decyzji zmieniającej zmienia raty należności (przypis lub odpis), zalicza wpłaty na"
                        + " nowo i podaje nadpłatę.",
        system = "ledger",
        refusals = {
            "LEGAL_DATE_MISSING: Nie podano daty doręczenia decyzji zmieniającej.",
            "CASE_HAS_NO_RECEIVABLE: W sprawie nie przypisano podatku na ten rok."
        })
public class CorrectTax implements Operation<CorrectTax.Input, CorrectTax.Output> {

    /**
     * @param caseNumber of the change
     * @param chargedCase in which the tax was charged
     * @param decisionNumber of the changing decision; it corrects the receivable once
     * @param changedInstalments all of the year by the dates of the tax act, full zł; those that were there before with
     *     their new amounts
     * @param dueAfterDelivery full zł that fall due 14 days after delivery (PT-66), or {@code null}
     * @param legalDate when the changing decision was delivered
     */
    public record Input(
            String caseNumber,
            String chargedCase,
            Integer taxYear,
            String decisionNumber,
            List<Instalment> changedInstalments,
            @Nullable Long dueAfterDelivery,
            LocalDate legalDate) {}

    /** @param overpaid zł that the payments exceed what they can be set against by */
    public record Output(String receivableId, BigDecimal overpaid) {}

    private final JdbcClient jdbc;
    private final Correction correction;

    CorrectTax(JdbcClient jdbc, Correction correction) {
        this.jdbc = jdbc;
        this.correction = correction;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        if (input.legalDate() == null) {
            throw new Refusal("LEGAL_DATE_MISSING", "Nie podano daty doręczenia decyzji zmieniającej.");
        }
        String receivableId = jdbc.sql("select id from ledger.receivable where case_number = ? and tax_year = ?"
                        + " order by charged_at desc limit 1")
                .params(input.chargedCase(), input.taxYear())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal(
                        "CASE_HAS_NO_RECEIVABLE",
                        "W sprawie " + input.chargedCase() + " nie przypisano podatku na rok " + input.taxYear()
                                + "."));
        BigDecimal after = BigDecimal.valueOf(input.dueAfterDelivery() == null ? 0 : input.dueAfterDelivery());
        BigDecimal overpaid = correction.correct(
                receivableId,
                input.caseNumber(),
                input.decisionNumber(),
                input.changedInstalments() == null ? List.of() : input.changedInstalments(),
                after,
                input.legalDate());
        return Answer.now(new Output(receivableId, overpaid));
    }
}
