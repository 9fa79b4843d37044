package pl.obieg.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The one clock of the office, in Warsaw time. In production it shows the true time; local runs and tests move it
 * forward so that terms pass while one watches.
 */
@Component
public class OfficeClock extends Clock {

    /** Where dates are counted. */
    public static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final Clock source;
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
    private volatile Duration ahead = Duration.ZERO;

    public OfficeClock() {
        this(Clock.system(WARSAW));
    }

    /** A clock that runs with another one. */
    public OfficeClock(Clock source) {
        this.source = source.withZone(WARSAW);
    }

    /** Today's date in Warsaw. */
    public LocalDate today() {
        return LocalDate.now(this);
    }

    /** How far it runs ahead of the true time. */
    public Duration ahead() {
        return ahead;
    }

    /** Sets how far it runs ahead of the true time, and tells the followers. */
    public void moveTo(Duration aheadOfTrueTime) {
        ahead = aheadOfTrueTime;
        followers.forEach(follower -> follower.accept(aheadOfTrueTime));
    }

    /** Tells {@code follower} the present and every later shift. */
    public void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(ahead);
    }

    @Override
    public ZoneId getZone() {
        return WARSAW;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Elsewhere(this, zone);
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead);
    }

    /** The same time told for another zone; it follows every later shift. */
    private static final class Elsewhere extends Clock {

        private final OfficeClock office;
        private final ZoneId zone;

        Elsewhere(OfficeClock office, ZoneId zone) {
            this.office = office;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Elsewhere(office, other);
        }

        @Override
        public Instant instant() {
            return office.instant();
        }
    }
}
