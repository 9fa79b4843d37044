package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.ledger.law.BrokenRelief.State;
import pl.obieg.ledger.law.BrokenRelief.Term;

/** OP art. 259: P – paid in time, O – open, M – missed before; terms on the first of each month from January 2026. */
class BrokenReliefTest {

    @DisplayName("OP art. 259: what lapses on a day")
    @ParameterizedTest(name = "{0} on {1}: missed {2}, fallen {3}")
    @CsvSource({
        "OOOO, 2026-01-01, '', ''",
        "OOOO, 2026-01-02, 1, ''",
        "OOOO, 2026-02-02, 1 2, ''",
        "OOOO, 2026-03-02, 1 2 3, 4",
        "MMOOO, 2026-03-02, 3, 4 5",
        "MMPOO, 2026-04-02, 4, ''",
        "MPMMO, 2026-04-15, '', ''",
        "MPMMOO, 2026-05-02, 5, 6",
        "MMMPO, 2026-03-15, '', 5",
        "PPPP, 2027-01-01, '', ''",
        "O, 2026-01-02, 1, ''",
    })
    void lapses(String states, LocalDate day, String missed, String fallen) {
        List<Term> terms = IntStream.range(0, states.length())
                .mapToObj(index -> new Term(index + 1, LocalDate.of(2026, index + 1, 1), state(states.charAt(index))))
                .toList();

        List<BrokenRelief.Lapse> lapses = BrokenRelief.on(day, terms);

        assertThat(numbers(lapses, BrokenRelief.Ground.MISSED)).isEqualTo(missed);
        assertThat(numbers(lapses, BrokenRelief.Ground.THREE_IN_ROW)).isEqualTo(fallen);
    }

    private static String numbers(List<BrokenRelief.Lapse> lapses, BrokenRelief.Ground ground) {
        List<String> numbers = new ArrayList<>();
        lapses.stream()
                .filter(lapse -> lapse.ground() == ground)
                .forEach(lapse -> numbers.add(String.valueOf(lapse.term().number())));
        return String.join(" ", numbers);
    }

    private static State state(char letter) {
        return switch (letter) {
            case 'P' -> State.PAID;
            case 'M' -> State.MISSED;
            default -> State.OPEN;
        };
    }
}
