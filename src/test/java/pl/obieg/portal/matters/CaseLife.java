package pl.obieg.portal.matters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;

/** The facts of one case: 968 zł in four instalments (E1), the first paid, the second in part. */
public record CaseLife(String caseNumber, String documentId, List<String> partyIds) {

    public String receivableId() {
        return "receivable of " + caseNumber;
    }

    public CaseFact.DeclarationRecorded declared() {
        return new CaseFact.DeclarationRecorded(
                caseNumber,
                "declaration of " + caseNumber,
                "submission of " + caseNumber,
                "IN-1",
                2027,
                LocalDate.of(2026, 11, 20),
                partyIds);
    }

    public CaseFact.DecisionIssued decided() {
        return new CaseFact.DecisionIssued(
                caseNumber,
                "FN.3120.1.2026/D",
                documentId,
                2027,
                new BigDecimal("968"),
                LocalDate.of(2026, 12, 1),
                partyIds);
    }

    public CaseFact.DeliveryConcluded delivered(String partyId, String status, LocalDate legalDate) {
        return new CaseFact.DeliveryConcluded(
                caseNumber, status + " to " + partyId, partyId, documentId, "ADE", status, legalDate);
    }

    public CaseFact.TaxCharged charged() {
        BigDecimal part = new BigDecimal("242");
        return new CaseFact.TaxCharged(
                caseNumber,
                receivableId(),
                2027,
                "12345678901234567890123456",
                partyIds,
                List.of(
                        new Instalment(1, LocalDate.of(2027, 3, 15), part),
                        new Instalment(2, LocalDate.of(2027, 5, 17), part),
                        new Instalment(3, LocalDate.of(2027, 9, 15), part),
                        new Instalment(4, LocalDate.of(2027, 11, 15), part)));
    }

    public CaseFact.PaymentAllocated paid(String paymentId, int instalment, String amount) {
        return new CaseFact.PaymentAllocated(
                caseNumber,
                receivableId(),
                paymentId,
                instalment,
                LocalDate.of(2026, 12, 14),
                new BigDecimal(amount),
                BigDecimal.ZERO);
    }

    public CaseFact.CaseClosed closed() {
        return new CaseFact.CaseClosed(caseNumber, "decyzja ostateczna", LocalDate.of(2027, 12, 1));
    }

    /** All of them, in the order of life. */
    public List<CaseFact> all() {
        return List.of(
                declared(),
                decided(),
                delivered(partyIds.get(0), "FAILED", null),
                delivered(partyIds.get(0), "DELIVERED", LocalDate.of(2026, 12, 10)),
                delivered(partyIds.get(1), "DEEMED", LocalDate.of(2026, 12, 18)),
                charged(),
                paid("P1", 1, "242.00"),
                paid("P1", 2, "58.00"),
                paid("P2", 2, "42.50"),
                closed());
    }
}
