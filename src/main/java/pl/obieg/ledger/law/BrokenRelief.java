package pl.obieg.ledger.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What ends by law when a relief is not kept (OP art. 259): a deferral as a whole (§1 pkt 1), of instalments the part of
 * the one not paid in time (§1 pkt 2), and after three missed in a row all that are not paid yet (§1a).
 */
public final class BrokenRelief {

    private static final int MISSED_IN_A_ROW = 3;

    private BrokenRelief() {}

    /** Where a term stands. */
    public enum State {
        /** In time. */
        PAID,
        OPEN,
        /** It lapsed before since it was not paid in time, whatever was paid later. */
        MISSED
    }

    /** A term of the decision; they come in the order of their days. */
    public record Term(int number, LocalDate dueOn, State state) {}

    /** Why a term lapses. */
    public enum Ground {
        MISSED,
        THREE_IN_ROW
    }

    /** A term that lapses now. */
    public record Lapse(Term term, Ground ground) {}

    /** @param day the first day that is too late: a term due before it and still open is missed */
    public static List<Lapse> on(LocalDate day, List<Term> terms) {
        List<Lapse> lapses = new ArrayList<>();
        int inARow = 0;
        for (Term term : terms) {
            boolean missedNow = term.state() == State.OPEN && term.dueOn().isBefore(day);
            if (missedNow) {
                lapses.add(new Lapse(term, Ground.MISSED));
            } else if (term.state() == State.OPEN && inARow >= MISSED_IN_A_ROW) {
                lapses.add(new Lapse(term, Ground.THREE_IN_ROW));
            }
            boolean missed = missedNow || term.state() == State.MISSED;
            // Once three were missed in a row nothing that comes later, paid ahead or not, brings the decision back.
            inARow = inARow >= MISSED_IN_A_ROW || missed ? inARow + 1 : 0;
        }
        return List.copyOf(lapses);
    }
}
