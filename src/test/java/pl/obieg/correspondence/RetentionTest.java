package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Examples of rulebook §6.4: a case closed on 14 May 2026. */
class RetentionTest {

    private static final LocalDate CLOSED = LocalDate.of(2026, 5, 14);

    @Test
    void countsFullYearsFromTheFirstOfJanuary() {
        assertThat(new Retention("B5").endsOn(CLOSED)).isEqualTo("2032-01-01");
        assertThat(new Retention("B10").endsOn(CLOSED)).isEqualTo("2037-01-01");
        assertThat(new Retention("BE10").endsOn(CLOSED)).isEqualTo("2037-01-01");
        assertThat(new Retention("B10").handOverFrom(CLOSED)).isEqualTo("2029-01-01");
    }

    @Test
    void keepsArchivalMaterialsForEver() {
        assertThat(new Retention("A").endsOn(CLOSED)).isNull();
        assertThat(new Retention("Bc").endsOn(CLOSED)).isNull();
        assertThat(new Retention("A").polish()).contains("wieczyste");
        assertThat(new Retention("BE5").polish()).contains("ekspertyza");
    }
}
