package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.obieg.ledger.ReliefRegister.Kind;
import pl.obieg.ledger.law.BrokenRelief;
import pl.obieg.ledger.law.BrokenRelief.Ground;
import pl.obieg.ledger.law.BrokenRelief.Lapse;
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
        return term.pieces().stream()
                        .filter(piece -> piece.fee() != null)
                        .map(piece -> piece(piece, term.dueOn()))
                        .collect(Collectors.joining("; "))
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

    /** One sentence for each term that was missed, one for all that fell with them. */
    static List<String> lapsed(boolean deferral, List<Lapse> lapses) {
        List<String> sentences = new ArrayList<>();
        lapses.stream()
                .filter(lapse -> lapse.ground() == Ground.MISSED)
                .map(lapse -> missed(deferral, lapse.term()))
                .forEach(sentences::add);
        List<String> fallen = lapses.stream()
                .filter(lapse -> lapse.ground() == Ground.THREE_IN_ROW)
                .map(lapse -> "nr %d, płatna do %s"
                        .formatted(lapse.term().number(), Zloty.day(lapse.term().dueOn())))
                .toList();
        if (!fallen.isEmpty()) {
            sentences.add(
                    "Nie zapłacono w terminie trzech kolejnych rat, dlatego decyzja o rozłożeniu na raty wygasła także co do rat pozostałych: %s (art. 259 § 1a Ordynacji podatkowej)."
                            .formatted(String.join("; ", fallen)));
        }
        return sentences;
    }

    private static String missed(boolean deferral, BrokenRelief.Term term) {
        return deferral
                ? "Nie zapłacono w odroczonym terminie %s: decyzja o odroczeniu wygasła z mocy prawa i wraca dawny termin płatności z odsetkami (art. 49 § 2 i art. 259 § 1 pkt 1 Ordynacji podatkowej)."
                        .formatted(Zloty.day(term.dueOn()))
                : "Nie zapłacono raty nr %d w terminie %s: decyzja o rozłożeniu na raty wygasła z mocy prawa w części dotyczącej tej raty i wraca dawny termin płatności z odsetkami (art. 49 § 2 i art. 259 § 1 pkt 2 Ordynacji podatkowej)."
                        .formatted(term.number(), Zloty.day(term.dueOn()));
    }

    static String applied(String reliefCase) {
        return "Wpłynął wniosek o ulgę (sprawa %s). Do czasu rozstrzygnięcia nie wysyła się upomnień, chyba że zbliża się przedawnienie; odsetki i termin płatności biegną dalej."
                .formatted(reliefCase);
    }

    /** @param terms how many new terms there are */
    static String granted(Kind kind, String reliefCase, int terms) {
        return switch (kind) {
            case DEFERRAL ->
                "Odroczono termin płatności (sprawa %s, art. 67a § 1 Ordynacji podatkowej). Dopóki nowy termin jest dotrzymany, nie prowadzi się egzekucji."
                        .formatted(reliefCase);
            case INSTALMENTS ->
                "Rozłożono zapłatę na raty w liczbie %d (sprawa %s, art. 67a § 1 Ordynacji podatkowej). Dopóki raty są płacone w terminie, nie prowadzi się egzekucji."
                        .formatted(terms, reliefCase);
            default -> "Przyznano ulgę w sprawie %s (art. 67a § 1 pkt 3 Ordynacji podatkowej).".formatted(reliefCase);
        };
    }

    static String kept(String reliefCase, int lapsedTerms) {
        return lapsedTerms == 0
                ? "Zapłacono w terminie wszystko, co wyznaczyła decyzja o uldze (sprawa %s).".formatted(reliefCase)
                : "Zapłacono w terminie pozostałe raty z decyzji o uldze (sprawa %s).".formatted(reliefCase);
    }

    static String ended(boolean refused, String reliefCase) {
        return refused
                ? "Odmówiono ulgi (sprawa %s); obowiązuje dotychczasowy termin płatności.".formatted(reliefCase)
                : "Sprawę o ulgę %s zakończono bez przyznania ulgi; obowiązuje dotychczasowy termin płatności."
                        .formatted(reliefCase);
    }
}
