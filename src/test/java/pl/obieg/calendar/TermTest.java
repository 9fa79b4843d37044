package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.support.DecisionExamples;

/** Terms of proceedings with stopped clocks: TIM-01 to TIM-04. */
class TermTest {

    private static final LocalDate START = LocalDate.of(2026, 6, 10);

    private final StatutoryCalendar calendar = new StatutoryCalendar();
    private final TermRule month = new TermRule(1, TermUnit.MONTHS, "art. 139 §1 OP", 23, 28);

    @ParameterizedTest(name = "{0}: {2} {3} from {1}, not counted {6}, seen on {7}: {9} ({16})")
    @CsvFileSource(resources = "/calendar/proceedings.csv", delimiter = ';', numLinesToSkip = 1)
    void endsAsTheStatuteSays(ArgumentsAccessor row) {
        Term term = new Term(
                row.get(1, LocalDate.class),
                new TermRule(row.getInteger(2), row.get(3, TermUnit.class), "", row.getInteger(4), row.getInteger(5)),
                stops(row.getString(6)));
        LocalDate today = row.get(7, LocalDate.class);

        assertThat(term.lastCountedDay(today)).isEqualTo(row.get(8, LocalDate.class));
        assertThat(term.on(today, calendar))
                .as(row.getString(16))
                .isEqualTo(new TermStanding(
                        row.get(9, LocalDate.class),
                        row.getBoolean(15),
                        row.getInteger(10),
                        row.getInteger(11),
                        row.get(12, LocalDate.class),
                        row.get(13, LocalDate.class),
                        row.getInteger(14)));
    }

    @Test
    void warnsOnDay23AndDraftsTheNoticeOnDay28() {
        TermStanding standing = new Term(START, month).on(START, calendar);

        assertThat(standing.warningDay()).isEqualTo("2026-07-03");
        assertThat(standing.noticeDay()).isEqualTo("2026-07-08");
        assertThat(standing.end()).isEqualTo("2026-07-10");
    }

    @Test
    void aClockThatStandsKeepsTheDaysUsedAndGoesOnWhenItsStopEnds() {
        ClockStop call = ClockStop.since(LocalDate.of(2026, 6, 20), ClockStop.Reason.PARTY);
        Term stopped = new Term(START, month).stopped(call);
        LocalDate later = LocalDate.of(2026, 7, 3);

        assertThat(stopped.on(LocalDate.of(2026, 6, 20), calendar).daysUsed()).isEqualTo(9);
        assertThat(stopped.on(later, calendar).daysUsed()).isEqualTo(9);
        assertThat(stopped.on(later, calendar).stopped()).isTrue();

        Term answered = new Term(START, month).stopped(call.until(later));
        assertThat(answered.on(later.plusDays(1), calendar).stopped()).isFalse();
        assertThat(answered.on(later.plusDays(1), calendar).daysUsed()).isEqualTo(10);
        assertThat(answered.on(later.plusDays(1), calendar).end())
                .as("14 days of waiting")
                .isEqualTo("2026-07-24");
    }

    @Test
    void theDayAfterTheEndIsAnOverrunAndTheNoticeIsDue() {
        Term term = new Term(START, month);

        assertThat(term.on(LocalDate.of(2026, 7, 10), calendar).overrun()).isFalse();
        assertThat(term.on(LocalDate.of(2026, 7, 13), calendar).overrun()).isTrue();
        assertThat(term.on(LocalDate.of(2026, 7, 13), calendar).daysOver()).isEqualTo(3);
    }

    @ParameterizedTest(name = "D16: {0} {1} {2} from 2026-01-30 ends on {3}")
    @CsvSource({
        "OP, FIRST_INSTANCE, ORDINARY, 2026-03-02",
        "OP, FIRST_INSTANCE, COMPLEX, 2026-03-30",
        "OP, APPEAL_WITH_HEARING, , 2026-04-30",
        "KPA, APPEAL, , 2026-03-02",
        "OP, CERTIFICATE, , 2026-02-06",
        "KPA, PUBLIC_INFORMATION, ORDINARY, 2026-02-13"
    })
    void takesItsRuleFromD16(String law, String kind, String complexity, LocalDate end) {
        Map<String, Object> inputs = new java.util.HashMap<>();
        inputs.put("procedureLaw", law);
        inputs.put("caseKind", kind);
        inputs.put("complexity", complexity);
        Map<String, Object> row = DecisionExamples.ask(
                        "decisions/terminy/termin-sprawy",
                        inputs,
                        List.of("termAmount", "termUnit", "termBasis", "warningDay", "noticeDay"))
                .get(0);

        TermRule rule = TermRule.of(row);
        LocalDate start = LocalDate.of(2026, 1, 30);

        assertThat(rule.basis()).isNotBlank();
        assertThat(new Term(start, rule).on(start, calendar).end()).isEqualTo(end);
    }

    @Test
    void refusesWhatIsNoTerm() {
        assertThatThrownBy(() -> new TermRule(0, TermUnit.DAYS, "", 1, 1)).hasMessageContaining("No term");
        assertThatThrownBy(() -> new TermRule(1, TermUnit.MONTHS, "", 28, 23)).hasMessageContaining("No term");
        ClockStop stop = ClockStop.since(START, ClockStop.Reason.SUSPENSION);
        assertThatThrownBy(() -> stop.until(START.minusDays(1))).hasMessageContaining("can't go on before it stopped");
        assertThatThrownBy(() -> new Filing(Filing.Carrier.ADE, START, START.minusDays(1)))
                .hasMessageContaining("It arrived on");
    }

    private static List<ClockStop> stops(String cells) {
        return cells == null
                ? List.of()
                : Arrays.stream(cells.split(" "))
                        .map(cell -> cell.split("\\.\\.", -1))
                        .map(span -> new ClockStop(
                                LocalDate.parse(span[0]),
                                span[1].isEmpty() ? null : LocalDate.parse(span[1]),
                                ClockStop.Reason.PARTY))
                        .toList();
    }
}
