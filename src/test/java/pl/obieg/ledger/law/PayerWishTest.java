package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PAY-04: what a payer names in the title of a transfer. */
class PayerWishTest {

    @ParameterizedTest
    @DisplayName("PAY-04: one instalment that is named without doubt counts")
    @CsvSource(delimiter = '|', textBlock = """
            rata 2                                    | 2 |
            Podatek od nieruchomości, II rata 2026 r. | 2 | 2026
            RATA 2/2026                               | 2 | 2026
            PODATEK I RATA 2026                       | 1 | 2026
            rata nr 4 za 2025                         | 4 | 2025
            3. rata podatku rolnego                   | 3 |
            wpłata IV raty                            | 4 |
            trzecia rata podatku                      | 3 |
            za ratę drugą                             | 2 |
            RATA II                                   | 2 |
            zaplata raty 12 2026                      | 12 | 2026
            """)
    void oneInstalmentThatIsNamedWithoutDoubtCounts(String title, int number, Integer year) {
        assertThat(PayerWish.in(title)).contains(new PayerWish(number, year));
    }

    @ParameterizedTest
    @DisplayName("PAY-04: what can be read in two ways names nothing")
    @NullSource
    @ValueSource(
            strings = {
                "",
                "PODATEK",
                "podatek i rata",
                "raty 1-4",
                "rata 1 i 2",
                "rata I i II",
                "RATA I I II",
                "raty 1, 2, 3",
                "I-II rata",
                "1 i 2 rata",
                "I, II rata",
                "rata 1 rata 2",
                "II rata 3",
                "rata 15.05.2026",
                "rata 03/2026",
                "rata 2/4",
                "rata 2 2025/2026",
                "ratalnie 2",
                "rata za maj",
                "FN.3120.1 rata",
                "cztery raty 2026"
            })
    void whatCanBeReadInTwoWaysNamesNothing(String title) {
        assertThat(PayerWish.in(title)).isEmpty();
    }
}
