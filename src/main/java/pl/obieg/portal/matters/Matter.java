package pl.obieg.portal.matters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One case as one party may see it: only declarations, decisions and receivables that name the party, and of the
 * deliveries only the party's own.
 *
 * @param closing {@code null} while the case is open
 * @param tax name of the tax, {@code null} while no decision says it
 */
public record Matter(
        String caseNumber,
        List<Declaration> declarations,
        List<Decision> decisions,
        List<Receivable> receivables,
        Closing closing,
        String tax) {

    /** A declaration the office took over. */
    public record Declaration(String formCode, int taxYear, LocalDate receivedOn) {}

    /**
     * A decision.
     *
     * @param taxDue full zł
     * @param delivery of the party's own copy, {@code null} while it is on its way
     */
    public record Decision(
            String number, LocalDate issuedOn, int taxYear, BigDecimal taxDue, String documentId, Delivery delivery) {}

    /**
     * The end of a delivery.
     *
     * @param status {@code DELIVERED}, {@code SUBSTITUTE}, {@code DEEMED}, {@code REFUSED}, {@code FAILED},
     *     {@code DEFECTIVE} (D14)
     * @param legalDate {@code null} if the letter does not count as delivered
     */
    public record Delivery(String status, LocalDate legalDate) {}

    /** How the case ended. */
    public record Closing(String outcome, LocalDate closedOn) {}

    /** The year of the tax; of several, the last. */
    public int taxYear() {
        return IntStream.of(
                        declarations.stream()
                                .mapToInt(Declaration::taxYear)
                                .max()
                                .orElse(0),
                        decisions.stream().mapToInt(Decision::taxYear).max().orElse(0),
                        receivables.stream().mapToInt(Receivable::taxYear).max().orElse(0))
                .max()
                .getAsInt();
    }

    /** What is still to be paid of all receivables, zł, without interest. */
    public BigDecimal left() {
        return receivables.stream().map(Receivable::left).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What of {@link #left()} is overdue, zł. */
    public BigDecimal overdue(LocalDate today) {
        return receivables.stream()
                .map(receivable -> receivable.overdue(today))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
