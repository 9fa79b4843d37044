package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.law.Allocation.CostPart;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.Allocation.DuePart;
import pl.obieg.ledger.law.Interest;
import pl.obieg.ledger.law.Overpayment;

/** Why each part of a payment went where it went, in one Polish sentence with the article. */
public final class AllocationSentences {

    private AllocationSentences() {}

    static String cost(Payment payment, CostPart part) {
        return "Z wpłaty %s dokonanej %s zaliczono %s na koszty upomnienia doręczonego %s – zalicza się je przed innymi należnościami (art. 62 § 1a Ordynacji podatkowej)."
                .formatted(
                        Zloty.text(payment.amount()),
                        Zloty.day(payment.paidOn()),
                        Zloty.text(part.amount()),
                        Zloty.day(part.cost().arisenOn()));
    }

    static String principal(Payment payment, DuePart part) {
        String share = part.proportional()
                ? " Wpłata nie pokrywa raty z odsetkami, dlatego dzieli się ją proporcjonalnie (art. 55 § 2 Ordynacji podatkowej)."
                : "";
        return "Z wpłaty %s dokonanej %s zaliczono %s na ratę nr %d, płatną do %s – %s. Z tej raty pozostaje do zapłaty %s.%s"
                .formatted(
                        Zloty.text(payment.amount()),
                        Zloty.day(payment.paidOn()),
                        Zloty.text(part.principal()),
                        part.due().number(),
                        Zloty.day(part.due().dueOn()),
                        part.wished()
                                ? "wskazaną przez podatnika (art. 62 § 1 Ordynacji podatkowej)"
                                : "najwcześniejszy termin płatności (art. 62 § 1 Ordynacji podatkowej)",
                        Zloty.text(part.principalLeft()),
                        share);
    }

    static String interest(Payment payment, DuePart part) {
        Due due = part.due();
        return "Z wpłaty %s dokonanej %s zaliczono %s na odsetki za zwłokę od raty nr %d, płatnej do %s; odsetki od %s wynoszą %s: %s, razem %s, w pełnych złotych (art. 53 § 4, art. 55 § 2, art. 56 § 1 i art. 63 § 1 Ordynacji podatkowej)."
                .formatted(
                        Zloty.text(payment.amount()),
                        Zloty.day(payment.paidOn()),
                        Zloty.text(part.interest()),
                        due.number(),
                        Zloty.day(due.dueOn()),
                        Zloty.text(due.principal()),
                        Zloty.text(due.interest().charged()),
                        due.interest().periods().stream()
                                .map(AllocationSentences::period)
                                .collect(Collectors.joining("; ")),
                        Zloty.text(rounded(due.interest().raw())));
    }

    /** How the interest of a due was counted, with its periods and rates (D09). */
    public static String interestOn(Due due) {
        if (due.interest().charged().signum() == 0) {
            return "Rata nr %d, płatna do %s: odsetki %s nie przekraczają kwoty, do której się ich nie nalicza (INT-04; art. 54 § 1 pkt 5 Ordynacji podatkowej)."
                    .formatted(
                            due.number(),
                            Zloty.day(due.dueOn()),
                            Zloty.text(rounded(due.interest().raw())));
        }
        return "Rata nr %d, płatna do %s: odsetki od %s wynoszą %s: %s, razem %s, w pełnych złotych (INT-01, INT-02, INT-04; art. 53 § 4, art. 56 § 1 i art. 63 § 1 Ordynacji podatkowej)."
                .formatted(
                        due.number(),
                        Zloty.day(due.dueOn()),
                        Zloty.text(due.principal()),
                        Zloty.text(due.interest().charged()),
                        due.interest().periods().stream()
                                .map(AllocationSentences::period)
                                .collect(Collectors.joining("; ")),
                        Zloty.text(rounded(due.interest().raw())));
    }

    /** {@code 16 dni od 18.11.2025 do 03.12.2025 po 11,5% (stopa od 06.11.2025) = 7,56 zł}. */
    static String period(Interest.Period period) {
        return "%d %s od %s do %s po %s%% (stopa od %s) = %s"
                .formatted(
                        period.days(),
                        period.days() == 1 ? "dzień" : "dni",
                        Zloty.day(period.from()),
                        Zloty.day(period.to()),
                        period.percent().toPlainString().replace('.', ','),
                        Zloty.day(period.rateFrom()),
                        Zloty.text(rounded(period.raw())));
    }

    static String overpayment(Overpayment overpayment) {
        return switch (overpayment.fate()) {
            case NONE -> "Wpłata zaliczona w całości.";
            case TO_FUTURE ->
                "Nadpłata %s nie przekracza kosztów upomnienia: zostaje na przyszłe zobowiązania, chyba że podatnik poprosi o zwrot (art. 76 Ordynacji podatkowej)."
                        .formatted(Zloty.text(overpayment.amount()));
            case REFUND ->
                "Nadpłata %s: żadna rata nie czeka już na zapłatę. Do zwrotu do %s (art. 76 i 77 Ordynacji podatkowej), chyba że podatnik poprosi o zaliczenie na przyszłe zobowiązania."
                        .formatted(Zloty.text(overpayment.amount()), Zloty.day(overpayment.refundBy()));
        };
    }

    private static BigDecimal rounded(BigDecimal raw) {
        return raw.setScale(2, RoundingMode.HALF_UP);
    }
}
