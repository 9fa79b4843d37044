package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Dated cases reasoned from the statutes, not taken from this program: Easter from the table of the Roman calendar, the
 * rest counted in another way and the difficult ones by hand.
 */
class GoldenTermsTest {

    private final StatutoryCalendar calendar = new StatutoryCalendar();

    @ParameterizedTest(name = "{2}: {0} is free: {1} ({3})")
    @CsvFileSource(resources = "/calendar/days.csv", delimiter = ';', numLinesToSkip = 1)
    void knowsFreeDays(LocalDate day, boolean holiday, String rule, String why) {
        assertThat(calendar.isHoliday(day)).as(rule + " " + why).isEqualTo(holiday);
    }

    @ParameterizedTest(name = "{2}: Easter {1}")
    @CsvFileSource(resources = "/calendar/easter.csv", delimiter = ';', numLinesToSkip = 1)
    void findsEaster(int year, LocalDate easter, String rule) {
        assertThat(StatutoryCalendar.easter(year)).as(rule).isEqualTo(easter);
    }

    @ParameterizedTest(name = "{0}: {2} {3} from {1} end on {4} ({5})")
    @CsvFileSource(resources = "/calendar/terms.csv", delimiter = ';', numLinesToSkip = 1)
    void endsTerms(String rule, LocalDate event, int amount, TermUnit unit, LocalDate end, String why) {
        assertThat(calendar.end(event, amount, unit)).as(rule + " " + why).isEqualTo(end);
    }

    @ParameterizedTest(name = "UR-09: {0} {1} {2} before {3}: {4} ({5})")
    @CsvFileSource(resources = "/calendar/before.csv", delimiter = ';', numLinesToSkip = 1)
    void countsBack(String kind, int amount, TermUnit unit, LocalDate event, LocalDate last, String why) {
        LocalDate counted = kind.equals("FULL_DAYS")
                ? calendar.leavingFullDays(amount, event)
                : calendar.notLaterThan(amount, unit, event);
        assertThat(counted).as(why).isEqualTo(last);
    }

    @ParameterizedTest(name = "TIM-05: {0} {1}, at the office {2}, term {3}: kept {4} ({5})")
    @CsvFileSource(resources = "/calendar/filings.csv", delimiter = ';', numLinesToSkip = 1)
    void saysWhetherALetterIsInTime(
            Filing.Carrier carrier, LocalDate handedOver, LocalDate arrived, LocalDate end, boolean kept, String why) {
        assertThat(new Filing(carrier, handedOver, arrived).keeps(end)).as(why).isEqualTo(kept);
    }
}
