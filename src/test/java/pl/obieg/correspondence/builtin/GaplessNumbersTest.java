package pl.obieg.correspondence.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.correspondence.CorrespondenceSystem.Outgoing;
import pl.obieg.exchange.Submission;

/** The series have no gaps and no number twice, also when twenty ask at once. */
@DisplayName("OFF-02: the series have no gaps and no number twice")
class GaplessNumbersTest {

    private static final int ASKERS = 20;
    private static final int EACH = 10;

    private final Office office = new Office();

    @Test
    void numbersLettersWithoutGapsWhenTwentyRegisterAtOnce() throws Exception {
        List<String> numbers = atOnce(i -> () -> office.register(office.anyLetter()));
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected("RPW/%d/2026"));
    }

    @Test
    void numbersCasesWithoutGapsWhenTwentyOpenThemAtOnce() throws Exception {
        List<String> numbers = atOnce(i -> () -> {
            Submission letter = office.anyLetter();
            return office.transaction.execute(status -> office.ezd.openCase(letter, "RPW/1/2026", "3120", "FN"));
        });
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected("FN.3120.%d.2026"));
    }

    @Test
    void numbersOutgoingLettersWithoutGapsThoughEachIsAskedTwice() throws Exception {
        List<String> numbers = atOnce(i -> () -> office.transaction.execute(
                status -> office.ezd.registerOutgoing(new Outgoing("d" + i / 2, null, null, Office.sha(1), "EPUAP"))));
        List<String> all = expected("RPWych/%d/2026");
        assertThat(numbers.stream().distinct()).containsExactlyInAnyOrderElementsOf(all.subList(0, ASKERS * EACH / 2));
    }

    @Test
    void givesOneNumberWhenTwentyRegisterTheSameLetterAtOnce() throws Exception {
        Submission letter = office.anyLetter();
        assertThat(atOnce(i -> () -> office.register(letter))).containsOnly("RPW/1/2026");
    }

    @Test
    void givesOneDecisionNumberWhenTwentyAskForTheSameCaseAtOnce() throws Exception {
        String caseNumber = office.anyCase();
        List<String> numbers = atOnce(
                i -> () -> office.transaction.execute(status -> office.ezd.registerDecision(caseNumber, "USTALAJACA")));
        assertThat(numbers).containsOnly(caseNumber + ".D1");
    }

    @Test
    void leavesNoGapWhereATransactionIsRolledBack() {
        office.register(office.anyLetter());
        Submission lost = office.anyLetter();
        assertThatThrownBy(() -> office.transaction.executeWithoutResult(status -> {
                    assertThat(office.ezd.register(lost)).isEqualTo("RPW/2/2026");
                    throw new IllegalStateException("the job fails after its number was drawn");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(office.register(office.anyLetter())).isEqualTo("RPW/2/2026");
        assertThat(office.register(lost)).isEqualTo("RPW/3/2026");
    }

    @Test
    void countsEachUnitClassAndYearApart() {
        assertThat(office.anyCase()).isEqualTo("FN.3120.1.2026");
        assertThat(office.transaction.<String>execute(
                        status -> office.ezd.openCase(office.anyLetter(), "RPW/2/2026", "3121", "FN")))
                .isEqualTo("FN.3121.1.2026");
        assertThat(office.transaction.<String>execute(
                        status -> office.ezd.openCase(office.anyLetter(), "RPW/3/2026", "3120", "GK")))
                .isEqualTo("GK.3120.1.2026");
        office.clock.moveTo(java.time.Duration.ofDays(365));
        assertThat(office.anyCase()).isEqualTo("FN.3120.1.2027");
    }

    @Test
    void takesTheYearOfWarsawOnNewYearsEve() {
        // 23:30 UTC on 31 December is already the new year in Warsaw
        office.clock.moveTo(
                java.time.Duration.between(Office.MORNING, java.time.Instant.parse("2026-12-31T23:30:00Z")));
        assertThat(office.register(office.anyLetter())).isEqualTo("RPW/1/2027");
    }

    private static List<String> atOnce(IntFunction<Callable<String>> asker) throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < ASKERS * EACH; i++) {
                calls.add(asker.apply(i));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : askers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            askers.shutdownNow();
        }
    }

    private static List<String> expected(String pattern) {
        return IntStream.rangeClosed(1, ASKERS * EACH)
                .mapToObj(number -> String.format(pattern, number))
                .toList();
    }
}
