package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TIM-06: a faulty row of the table of free days stops the start and says where it is. */
class FreeDaysTest {

    private static final String HEADER = "dzień;od;do;nazwa;źródło\n";
    private static final String SUNDAY = HEADER + "niedziela;;;Niedziela;ustawa\n";

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12-32;;;Dzień;ustawa|wiersz 3: nie rozumiem dnia \"12-32\"",
                "pascha+1;;;Dzień;ustawa|wiersz 3: nie rozumiem dnia \"pascha+1\"",
                "12-24;luty;;Wigilia;ustawa|wiersz 3: data \"od\" ma być zapisana jak 2025-02-01, a jest \"luty\"",
                "12-24;;2025-02-30;Wigilia;ustawa|wiersz 3: data \"do\" ma być zapisana",
                "12-24;2025-02-01;2025-01-01;Wigilia;ustawa|wiersz 3: data \"do\" jest wcześniejsza niż data \"od\"",
                "12-24;;;;ustawa|wiersz 3: puste pole \"nazwa\"",
                "12-24;;;Wigilia;|wiersz 3: puste pole \"źródło\"",
                "12-24;;Wigilia;ustawa|wiersz 3: ma być 5 pól oddzielonych średnikami, a jest 4",
                "niedziela;2030-01-01;;Niedziela;ustawa|wiersz 3: dzień \"niedziela\" jest już wpisany na ten czas"
            })
    void saysWhichRowIsFaulty(String row, String message) {
        assertThatThrownBy(() -> FreeDays.of(SUNDAY + row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dni-wolne.csv, " + message);
    }

    @Test
    void wantsItsHeaderAndSundays() {
        assertThatThrownBy(() -> FreeDays.of("day;since\n")).hasMessageContaining("wiersz 1: nagłówek ma brzmieć");
        assertThatThrownBy(() -> FreeDays.of("")).hasMessageContaining("wiersz 1: nagłówek ma brzmieć");
        assertThatThrownBy(() -> FreeDays.of(HEADER + "01-01;;;Nowy Rok;ustawa"))
                .hasMessageContaining("brakuje wiersza \"niedziela\"");
    }

    @Test
    void aDayMayBeFreeInSeveralSpans() {
        FreeDays days = FreeDays.of(SUNDAY + "01-06;;1960-12-31;Trzech Króli;a\n\n01-06;2011-01-01;;Trzech Króli;b\n");

        assertThat(days.contains(LocalDate.of(1959, 1, 6))).isTrue();
        assertThat(days.contains(LocalDate.of(2010, 1, 6))).isFalse();
        assertThat(days.contains(LocalDate.of(2011, 1, 6))).isTrue();
    }

    @Test
    void aFeastOnSundayKeepsItsName() {
        StatutoryCalendar calendar = new StatutoryCalendar();

        assertThat(calendar.holidayName(LocalDate.of(2026, 11, 1))).contains("Wszystkich Świętych");
        assertThat(calendar.holidayName(LocalDate.of(2026, 11, 8))).contains("Niedziela");
        assertThat(calendar.holidayName(LocalDate.of(2026, 11, 9))).isEmpty();
    }

    @Test
    void theOfficesOwnTableReplacesThePackagedOne(@TempDir Path directory) throws IOException {
        assertThat(new StatutoryCalendar(directory.toString()).isHoliday(LocalDate.of(2027, 7, 1)))
                .isFalse();

        Path own = directory.resolve(FreeDays.FILE);
        Files.createDirectories(own.getParent());
        Files.writeString(own, SUNDAY + "07-01;2027-01-01;;Nowe święto;Dz.U. 2026 poz. 1\n");
        StatutoryCalendar calendar = new StatutoryCalendar(directory.toString());

        assertThat(calendar.endOfDays(LocalDate.of(2027, 6, 24), 7)).isEqualTo("2027-07-02");
        assertThat(calendar.endOfDays(LocalDate.of(2026, 6, 24), 7)).isEqualTo("2026-07-01");
    }
}
