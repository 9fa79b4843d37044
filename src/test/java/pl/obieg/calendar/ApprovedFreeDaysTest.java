package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** TIM-06: the table of free days that two persons approved counts on every node, also on one that runs already. */
class ApprovedFreeDaysTest {

    private static final LocalDate NEW_FEAST = LocalDate.of(2031, 6, 2);

    private final AtomicReference<String> approved = new AtomicReference<>();
    private final AtomicLong nanos = new AtomicLong();
    private final StatutoryCalendar node =
            new StatutoryCalendar("", () -> Optional.ofNullable(approved.get()), nanos::get);

    @Test
    void anApprovedTableCountsWithinAMinute_TIM06() {
        assertThat(node.isHoliday(NEW_FEAST)).isFalse();

        approved.set(FreeDays.text("") + "06-02;2031-06-02;2031-06-02;Dzień próbny;Dz.U. próba\n");
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(node.holidayName(NEW_FEAST)).contains("Dzień próbny");
        assertThat(node.isHoliday(NEW_FEAST.plusYears(1))).isFalse();
    }

    @Test
    void theNodeOnWhichItWasApprovedReadsItAtOnce_TIM06() {
        assertThat(node.isHoliday(NEW_FEAST)).isFalse();

        approved.set(FreeDays.text("") + "06-02;2031-06-02;2031-06-02;Dzień próbny;Dz.U. próba\n");
        node.readAnew();

        assertThat(node.isHoliday(NEW_FEAST)).isTrue();
    }
}
