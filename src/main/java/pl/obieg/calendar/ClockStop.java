package pl.obieg.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days that are not counted into the term of a proceeding (TIM-03: OP art. 139 §4, KPA art. 35 §5).
 *
 * @param from first day not counted
 * @param until last day not counted; {@code null} while the clock still stands
 */
public record ClockStop(LocalDate from, LocalDate until, Reason reason) {

    public ClockStop {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(reason, "reason");
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("The clock can't go on before it stopped: " + from + " to " + until);
        }
    }

    /** The clock stands since a day. */
    public static ClockStop since(LocalDate from, Reason reason) {
        return new ClockStop(from, null, reason);
    }

    /** The clock goes on; {@code last} is the last day not counted. */
    public ClockStop until(LocalDate last) {
        return new ClockStop(from, last, reason);
    }

    /** Whether the day is not counted. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Why the clock stands. */
    public enum Reason {
        STATUTORY_ACT("termin przewidziany w przepisach na dokonanie czynności"),
        PARTY("opóźnienie z winy strony albo oczekiwanie na stronę"),
        OTHER_ORGAN("oczekiwanie na inny organ"),
        SUSPENSION("zawieszenie postępowania"),
        OUTSIDE_CAUSE("przyczyna niezależna od organu");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** Polish phrase for a list or a notice. */
        public String label() {
            return label;
        }
    }
}
