package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every term, whatever the day (TIM-03, TIM-05). */
class TermPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final StatutoryCalendar calendar = new StatutoryCalendar();

    @Property(tries = 500)
    void neverEndsOnAFreeDay(@ForAll("terms") Term term) {
        LocalDate end = term.on(late(term), calendar).end();

        assertThat(end.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(calendar.isHoliday(end)).isFalse();
        assertThat(term.stops()).noneMatch(stop -> stop.covers(end));
    }

    @Property(tries = 500)
    void aLongerTermNeverEndsEarlier(@ForAll("terms") Term term, @ForAll @IntRange(min = 1, max = 5) int more) {
        TermRule rule = term.rule();
        Term longer = new Term(
                term.start(),
                new TermRule(rule.amount() + more, rule.unit(), rule.basis(), rule.warningDay(), rule.noticeDay()),
                term.stops());

        assertThat(longer.on(late(term), calendar).end())
                .isAfterOrEqualTo(term.on(late(term), calendar).end());
        assertThat(calendar.end(term.start(), rule.amount() + more, rule.unit()))
                .isAfterOrEqualTo(calendar.end(term.start(), rule.amount(), rule.unit()));
    }

    @Property(tries = 500)
    void aStopOfNewDaysMovesTheLastCountedDayByAtLeastAsMany(
            @ForAll("terms") Term term,
            @ForAll @IntRange(min = 1, max = 100) int place,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDate last = term.lastCountedDay(late(term));
        LocalDate from = term.start().plusDays(place);
        ClockStop stop = new ClockStop(from, from.plusDays(days - 1L), ClockStop.Reason.PARTY);
        boolean fresh = from.datesUntil(stop.until().plusDays(1))
                .noneMatch(day -> term.stops().stream().anyMatch(old -> old.covers(day)));

        Term stopped = term.stopped(stop);

        if (fresh && !from.isAfter(last)) {
            assertThat(stopped.lastCountedDay(late(term))).isAfterOrEqualTo(last.plusDays(days));
        }
        assertThat(stopped.on(late(term), calendar).end())
                .isAfterOrEqualTo(term.on(late(term), calendar).end());
    }

    @Property(tries = 500)
    void theOrderOfStopsIsIrrelevant(@ForAll("terms") Term term, @ForAll @IntRange(max = 400) int day) {
        List<ClockStop> shuffled = new ArrayList<>(term.stops());
        Collections.shuffle(shuffled, new Random(day));
        LocalDate today = term.start().plusDays(day);

        assertThat(new Term(term.start(), term.rule(), shuffled).on(today, calendar))
                .isEqualTo(term.on(today, calendar));
    }

    @Property(tries = 500)
    void everyDayIsUsedOrNotCounted(@ForAll("terms") Term term, @ForAll @IntRange(max = 400) int day) {
        LocalDate today = term.start().plusDays(day);
        TermStanding standing = term.on(today, calendar);
        long notCounted = term.start()
                .plusDays(1)
                .datesUntil(today.plusDays(1))
                .filter(date -> term.stops().stream().anyMatch(stop -> stop.covers(date)))
                .count();

        assertThat(standing.daysUsed() + notCounted).isEqualTo(day);
        assertThat(standing.warningDay()).isBeforeOrEqualTo(standing.noticeDay());
        assertThat(standing.noticeDay()).isBeforeOrEqualTo(standing.end());
        assertThat(today.plusDays(standing.daysLeft()).minusDays(standing.daysOver()))
                .isEqualTo(standing.end());
    }

    /** When every stop is over. */
    private static LocalDate late(Term term) {
        return term.start().plusYears(3);
    }

    @Provide
    Arbitrary<Term> terms() {
        Arbitrary<LocalDate> starts = Arbitraries.integers().between(0, 20_000).map(FIRST::plusDays);
        Arbitrary<TermUnit> units = Arbitraries.of(TermUnit.DAYS, TermUnit.WEEKS, TermUnit.MONTHS);
        Arbitrary<TermRule> rules = Combinators.combine(Arbitraries.integers().between(1, 12), units)
                .as((amount, unit) -> new TermRule(amount, unit, "", 23, 28));
        Arbitrary<int[]> spans = Combinators.combine(
                        Arbitraries.integers().between(-10, 150),
                        Arbitraries.integers().between(0, 40))
                .as((from, days) -> new int[] {from, days});
        return Combinators.combine(starts, rules, spans.list().ofMaxSize(4))
                .as((start, rule, list) -> new Term(
                        start,
                        rule,
                        list.stream()
                                .map(span -> new ClockStop(
                                        start.plusDays(span[0]),
                                        start.plusDays(span[0] + span[1]),
                                        ClockStop.Reason.OTHER_ORGAN))
                                .toList()));
    }
}
