package pl.obieg.simulators.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermOfCollectionTest {

    @ParameterizedTest(name = "{0}: last day {1}, {2}")
    @CsvSource({
        "2026-02-03, 2026-02-17, an ordinary Tuesday",
        "2026-01-31, 2026-02-16, Saturday moves to Monday",
        "2026-12-10, 2026-12-28, Christmas Eve and the days after it",
        "2026-03-23, 2026-04-07, Easter Monday",
        "2026-05-21, 2026-06-05, Corpus Christi"
    })
    void lastDayMovesFromFreeDays_R13(LocalDate inflow, LocalDate lastDay, String why) {
        assertThat(TermOfCollection.lastDay(inflow)).as(why).isEqualTo(lastDay);
    }

    @Test
    void termLapsesAtTheMidnightOfWarsawThatFollows() {
        assertThat(TermOfCollection.lapse(Instant.parse("2026-02-03T09:00:00Z")))
                .isEqualTo(Instant.parse("2026-02-17T23:00:00Z"));
    }
}
