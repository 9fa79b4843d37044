package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.stream.Collectors;
import pl.obieg.ledger.law.ReliefPlan.NewTerm;
import pl.obieg.ledger.law.ReliefPlan.Piece;

/** Why a relief costs what it costs, in Polish sentences with the article. */
final class ReliefSentences {

    private ReliefSentences() {}

    /** How the prolongation fee of a term was counted. */
    static String fee(NewTerm term) {
        if (term.pieces().stream().allMatch(piece -> piece.fee() == null)) {
            return "Opłaty prolongacyjnej nie ustala się.";
        }
        return term.pieces().stream().map(piece -> piece(piece, term.dueOn())).collect(Collectors.joining("; "))
                + "; po zaokrągleniu do pełnych złotych "
                + Zloty.text(term.fee().setScale(2)) + ".";
    }

    private static String piece(Piece piece, LocalDate dueOn) {
        return "%s × %d dni (od %s do %s) × %s%% / 365 = %s"
                .formatted(
                        Zloty.text(piece.principal().setScale(2)),
                        piece.fee().days(),
                        Zloty.day(piece.oldTerm().plusDays(1)),
                        Zloty.day(dueOn),
                        piece.fee()
                                .percent()
                                .stripTrailingZeros()
                                .toPlainString()
                                .replace('.', ','),
                        Zloty.text(piece.fee().raw().setScale(2, RoundingMode.HALF_UP)));
    }

    /** A step of the computation for "Dlaczego?". */
    static String term(NewTerm term) {
        return "Termin %d: do %s – należność główna %s, odsetki naliczone do dnia wniosku %s, opłata prolongacyjna %s. %s (INT-06, art. 49 § 1 i art. 57 Ordynacji podatkowej)"
                .formatted(
                        term.number(),
                        Zloty.day(term.dueOn()),
                        Zloty.text(term.principal().setScale(2)),
                        Zloty.text(term.interest().setScale(2)),
                        Zloty.text(term.fee().setScale(2)),
                        fee(term));
    }

    static String writtenOff(String what, int instalment, BigDecimal amount, String caseNumber) {
        return "Umorzono %s: %s od raty nr %d, decyzja w sprawie %s (art. 67a § 1 pkt 3 Ordynacji podatkowej)."
                .formatted(what, Zloty.text(amount.setScale(2)), instalment, caseNumber);
    }

    static String lapsed(int term, LocalDate dueOn) {
        return "Nie zapłacono w terminie %s: decyzja o uldze wygasła w części dotyczącej terminu nr %d i wracają dawne terminy płatności (art. 49 § 2 i art. 259 § 1 Ordynacji podatkowej)."
                .formatted(Zloty.day(dueOn), term);
    }
}
