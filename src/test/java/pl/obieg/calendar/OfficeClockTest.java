package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficeClockTest {

    private static final Instant LATE = Instant.parse("2026-12-31T23:30:00Z");

    private final OfficeClock clock = new OfficeClock(Clock.fixed(LATE, ZoneOffset.UTC));

    @Test
    void countsDaysInWarsaw() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(clock.instant()).isEqualTo(LATE);
    }

    @Test
    void followsItsSource() {
        Instant[] now = {LATE};
        OfficeClock following = new OfficeClock(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        now[0] = LATE.plusSeconds(5);

        assertThat(following.instant()).isEqualTo(LATE.plusSeconds(5));
    }

    @Test
    void movesAheadOfTheTrueTimeAndBack() {
        clock.moveTo(Duration.ofDays(15));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2027, 1, 16));
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(15));

        clock.moveTo(Duration.ofDays(1));
        assertThat(clock.today())
                .as("from the true time, not from the last shift")
                .isEqualTo("2027-01-02");
    }

    @Test
    void followersHearThePresentAndEveryLaterShift() {
        List<Duration> heard = new ArrayList<>();
        clock.moveTo(Duration.ofHours(1));

        clock.follow(heard::add);
        clock.moveTo(Duration.ofHours(2));
        clock.moveTo(Duration.ZERO);

        assertThat(heard).containsExactly(Duration.ofHours(1), Duration.ofHours(2), Duration.ZERO);
    }

    @Test
    void showsTheSameMomentInAnotherZone() {
        clock.moveTo(Duration.ofHours(3));

        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(clock.instant());
        assertThat(LocalDate.now(clock.withZone(ZoneOffset.UTC))).isEqualTo(LocalDate.of(2027, 1, 1));
    }
}
