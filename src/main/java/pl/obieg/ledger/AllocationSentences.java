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

    static final String EXPIRED =
            " Pominięto raty, które do dnia zapłaty przedawniły się: zobowiązanie wygasło (LIM-01, art. 59 § 1 pkt 9 Ordynacji podatkowej).";

    static String foundLate(Payment payment) {
        return "Wpłatę %s dokonaną %s ujawniono po zaliczeniu wpłat późniejszych; wpłaty zalicza się od nowa według dni zapłaty (art. 53 § 4, art. 60 § 1 i art. 62 § 1 Ordynacji podatkowej)."
                .formatted(Zloty.text(payment.amount()), Zloty.day(payment.paidOn()));
    }

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
        return "Z wpłaty %s dokonanej %s zaliczono %s na %s, płatną do %s – %s. %s pozostaje do zapłaty %s.%s%s"
                .formatted(
                        Zloty.text(payment.amount()),
                        Zloty.day(payment.paidOn()),
                        Zloty.text(part.principal()),
                        what(part.due()),
                        Zloty.day(part.due().dueOn()),
                        why(payment, part),
                        "TAX".equals(part.due().kind()) ? "Z tej raty" : "Z tego",
                        Zloty.text(part.principalLeft()),
                        share,
                        noInterest(part));
    }

    /** What a due is called; on new terms of a relief interest and fee are dues of their own (OP art. 49 §1, art. 57). */
    private static String what(Due due) {
        return switch (due.kind()) {
            case "INTEREST" -> "część odsetek za zwłokę rozłożoną decyzją o uldze";
            case "FEE" -> "opłatę prolongacyjną (art. 57 § 1 Ordynacji podatkowej)";
            default -> "ratę nr " + due.number();
        };
    }

    private static String why(Payment payment, DuePart part) {
        if (!part.wished()) {
            return "najwcześniejszy termin płatności (art. 62 § 1 Ordynacji podatkowej)";
        }
        return payment.enforcedBy() == null
                ? "wskazaną przez podatnika (art. 62 § 1 Ordynacji podatkowej)"
                : "objętą tytułem wykonawczym %s, na podstawie którego ściągnięto pieniądze (art. 115 § 1 ustawy o postępowaniu egzekucyjnym w administracji)"
                        .formatted(payment.enforcedBy());
    }

    /** Why an overdue part bears no interest. */
    private static String noInterest(DuePart part) {
        Interest interest = part.due().interest();
        if (interest.charged().signum() > 0) {
            return "";
        }
        String small = interest.raw().signum() > 0
                ? " Odsetek za zwłokę (%s) nie nalicza się, bo nie przekraczają kwoty z art. 54 § 1 pkt 5 Ordynacji podatkowej (INT-04)."
                        .formatted(Zloty.text(rounded(interest.raw())))
                : "";
        return small + gaps(interest, " Odsetek nie nalicza się ", ".");
    }

    /** The days without interest, each with its basis (INT-05). */
    private static String gaps(Interest interest, String before, String after) {
        return interest.free().isEmpty()
                ? ""
                : interest.free().stream()
                        .map(span ->
                                "od %s do %s: %s".formatted(Zloty.day(span.from()), Zloty.day(span.to()), span.basis()))
                        .collect(Collectors.joining("; ", before, after));
    }

    static String interest(Payment payment, DuePart part) {
        Due due = part.due();
        return "Z wpłaty %s dokonanej %s zaliczono %s na odsetki za zwłokę od raty nr %d, płatnej do %s; odsetki od %s wynoszą %s: %s, razem %s, w pełnych złotych%s (art. 53 § 4, art. 55 § 2, art. 56 § 1 i art. 63 § 1 Ordynacji podatkowej)."
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
                        Zloty.text(rounded(due.interest().raw())),
                        gaps(due.interest(), "; nie nalicza się ich ", ""));
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
        return "Rata nr %d, płatna do %s: odsetki od %s wynoszą %s: %s, razem %s, w pełnych złotych%s (INT-01, INT-02, INT-04; art. 53 § 4, art. 56 § 1 i art. 63 § 1 Ordynacji podatkowej)."
                .formatted(
                        due.number(),
                        Zloty.day(due.dueOn()),
                        Zloty.text(due.principal()),
                        Zloty.text(due.interest().charged()),
                        due.interest().periods().stream()
                                .map(AllocationSentences::period)
                                .collect(Collectors.joining("; ")),
                        Zloty.text(rounded(due.interest().raw())),
                        gaps(due.interest(), "; nie nalicza się ich ", ""));
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
                "Nadpłata %s: żadna rata nie czeka już na zapłatę. Do zwrotu w terminie, który podaje sprawa o nadpłatę (art. 76 i 77 Ordynacji podatkowej), chyba że podatnik poprosi o zaliczenie na przyszłe zobowiązania."
                        .formatted(Zloty.text(overpayment.amount()));
        };
    }

    private static BigDecimal rounded(BigDecimal raw) {
        return raw.setScale(2, RoundingMode.HALF_UP);
    }
}
