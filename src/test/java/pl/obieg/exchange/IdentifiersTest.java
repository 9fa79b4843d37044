package pl.obieg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.obieg.simulators.town.Town;

class IdentifiersTest {

    @Test
    void townHasRightAndDistinctIdentifiers() {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 3000; n++) {
            Town.Company company = Town.company(n);
            assertThat(Identifiers.isPesel(Town.naturalPerson(n).pesel())).isTrue();
            assertThat(Identifiers.isNip(company.nip())).isTrue();
            assertThat(Identifiers.isRegon(company.regon())).isTrue();
            assertThat(seen.add(Town.naturalPerson(n).pesel())).isTrue();
            assertThat(seen.add(company.nip())).isTrue();
            assertThat(seen.add(company.regon())).isTrue();
        }
    }

    @Test
    void refusesWrongCheckDigits() {
        assertThat(Identifiers.isPesel("44051401358")).isFalse();
        assertThat(Identifiers.isPesel("44051401359")).isTrue();
        assertThat(Identifiers.isPesel("44991401353")).isFalse();
        assertThat(Identifiers.isPesel(null)).isFalse();
        assertThat(Identifiers.isNip("1234563218")).isTrue();
        assertThat(Identifiers.isNip("1234563219")).isFalse();
        assertThat(Identifiers.isRegon("123456785")).isTrue();
        assertThat(Identifiers.isRegon("12345678512347")).isTrue();
        assertThat(Identifiers.isRegon("12345678512348")).isFalse();
    }

    @Test
    void masksAllButLastFour() {
        assertThat(Identifiers.masked("44051401359")).isEqualTo("*******1359");
        assertThat(Identifiers.masked(null)).isEmpty();
    }
}
