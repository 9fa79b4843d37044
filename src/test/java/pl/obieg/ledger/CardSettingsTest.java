package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.ledger.CardSettings.Resolution;

class CardSettingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    @DisplayName("PAY-03: without a resolution of the council nobody may pay by card")
    void notWithoutTheCouncil() {
        assertThat(new CardSettings(List.of()).text(DAY)).contains("nie można zapłacić kartą", "art. 61a");
    }

    @Test
    @DisplayName("PAY-03: cards are allowed on the days of a resolution, which is quoted")
    void onTheDaysOfAResolution() {
        CardSettings settings = new CardSettings(List.of(
                new Resolution(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31), "I/1/2019"),
                new Resolution(DAY, null, "XII/34/2026")));

        assertThat(settings.text(DAY)).contains("kartą płatniczą w kasie", "XII/34/2026");
        assertThat(settings.text(DAY.minusDays(1))).contains("nie można");
        assertThat(settings.text(LocalDate.of(2024, 12, 31))).contains("I/1/2019");
    }
}
