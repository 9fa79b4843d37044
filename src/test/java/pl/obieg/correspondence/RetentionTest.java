package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of rulebook §6.4: a case closed on 14 May 2026. */
class RetentionTest {

    private static final LocalDate CLOSED = LocalDate.of(2026, 5, 14);

    @ParameterizedTest
    @CsvSource({
        "B5,   2029-01-01, 2032-01-01, ,           ",
        "B10,  2029-01-01, 2037-01-01, ,           ",
        "BE10, 2029-01-01, ,           2037-01-01, ",
        "BE5,  2029-01-01, ,           2032-01-01, ",
        "A,    2029-01-01, ,           ,           2052-01-01",
        "Bc,   ,           ,           ,           "
    })
    void countsFullYearsFromTheFirstOfJanuary(
            String category, LocalDate handOver, LocalDate destroyable, LocalDate appraisal, LocalDate stateArchive) {
        assertThat(Retention.of(category, CLOSED))
                .isEqualTo(new Retention(category, handOver, destroyable, appraisal, stateArchive));
    }

    @Test
    @DisplayName("the whole year of closing is never counted, not even one closed on its first day")
    void countsNoYearOfClosing() {
        assertThat(Retention.of("B5", LocalDate.of(2026, 1, 1))).isEqualTo(Retention.of("B5", CLOSED));
        assertThat(Retention.of("B5", LocalDate.of(2026, 12, 31))).isEqualTo(Retention.of("B5", CLOSED));
        assertThat(Retention.of("B5", LocalDate.of(2027, 1, 1)).destroyableFrom())
                .isEqualTo("2033-01-01");
    }

    @Test
    void saysInWordsWhatBecomesOfThePapers() {
        assertThat(Retention.of("B10", CLOSED).steps())
                .satisfiesExactly(
                        one -> assertThat(one).contains("01.01.2029", "archiwum zakładowego"),
                        two -> assertThat(two).contains("01.01.2037", "wybrakować", "za zgodą"));
        assertThat(Retention.of("BE10", CLOSED).steps().get(1)).contains("01.01.2037", "ekspertyzę");
        assertThat(Retention.of("A", CLOSED).steps().get(1)).contains("01.01.2052", "nie niszczy się ich nigdy");
        assertThat(Retention.of("Bc", CLOSED).steps())
                .singleElement()
                .asString()
                .contains("w porozumieniu");
        assertThat(Retention.inWords("A")).contains("wieczyste");
        assertThat(Retention.inWords("BE5")).contains("5, potem ekspertyza");
    }
}
