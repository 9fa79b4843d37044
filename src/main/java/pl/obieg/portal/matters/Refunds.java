package pl.obieg.portal.matters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Overpayments the office gave back. Who may see a case may see its refunds. */
@Repository
public class Refunds {

    /** @param interest beside the amount, zł */
    public record Refund(LocalDate orderedOn, BigDecimal amount, BigDecimal interest) {}

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were made. */
    public List<Refund> of(String caseNumber) {
        return jdbc.sql("select ordered_on, amount, interest from portal.refund where case_number = ?"
                        + " order by ordered_on, refund_id")
                .param(caseNumber)
                .query(Refund.class)
                .list();
    }
}
