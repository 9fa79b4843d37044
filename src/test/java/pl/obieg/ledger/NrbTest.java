package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NrbTest {

    @Property(tries = 300)
    void individualAccountAlwaysGivesOneModulo97(
            @ForAll @NumericChars @StringLength(8) String sortCode,
            @ForAll @NumericChars @StringLength(4) String assignedId,
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long client) {
        String nrb =
                Nrb.individual(sortCode, assignedId, "%012d".formatted(client)).digits();

        assertThat(nrb).matches("\\d{26}").endsWith(sortCode + assignedId + "%012d".formatted(client));
        BigInteger turned = new BigInteger(nrb.substring(2) + "2521" + nrb.substring(0, 2));
        assertThat(turned.mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
    }

    @Test
    void knowsTheChecksOfRealAccounts() {
        assertThat(Nrb.isValid("29114010810000267002001002")).isTrue();
        assertThat(Nrb.isValid("56114010810000267002001001")).isTrue();
    }

    @Property(tries = 200)
    void everyChangedDigitIsNoticed(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long client,
            @ForAll @LongRange(min = 0, max = 25) long at,
            @ForAll @LongRange(min = 1, max = 9) long by) {
        StringBuilder changed = new StringBuilder(
                Nrb.individual("99900009", "0001", "%012d".formatted(client)).digits());
        int digit = changed.charAt((int) at) - '0';
        changed.setCharAt((int) at, (char) ('0' + (digit + by) % 10));

        assertThat(Nrb.isValid(changed.toString())).isFalse();
    }

    @Test
    void refusesPartsOfTheWrongLength() {
        assertThatThrownBy(() -> Nrb.individual("99900009", "1", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isReadInGroupsOfFour() {
        assertThat(Nrb.spaced("29114010810000267002001002")).isEqualTo("29 1140 1081 0000 2670 0200 1002");
    }
}
