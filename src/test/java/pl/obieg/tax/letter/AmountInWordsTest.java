package pl.obieg.tax.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, zero złotych 00/100",
        "1, jeden złoty 00/100",
        "2.05, dwa złote 05/100",
        "5, pięć złotych 00/100",
        "12, dwanaście złotych 00/100",
        "21, dwadzieścia jeden złotych 00/100",
        "22, dwadzieścia dwa złote 00/100",
        "112, sto dwanaście złotych 00/100",
        "968, dziewięćset sześćdziesiąt osiem złotych 00/100",
        "1000, tysiąc złotych 00/100",
        "2001, dwa tysiące jeden złotych 00/100",
        "60235, sześćdziesiąt tysięcy dwieście trzydzieści pięć złotych 00/100",
        "1000000, milion złotych 00/100",
        "3012014.99, trzy miliony dwanaście tysięcy czternaście złotych 99/100"
    })
    void saysAmountsInPolish(String amount, String words) {
        assertThat(AmountInWords.of(new BigDecimal(amount))).isEqualTo(words);
    }

    @Test
    void writesPaymentCodeOfTheBankAssociation() {
        assertThat(PaymentCode.text(
                        "9999999999",
                        "27114020040000300201355387",
                        new BigDecimal("242"),
                        "Urząd Gminy Przykładowo",
                        "Podatek FN.3120.7.2026"))
                .isEqualTo("9999999999|PL|27114020040000300201355387|024200|Urząd Gminy Przykład|Podatek"
                        + " FN.3120.7.2026|||");
    }

    @Test
    void leavesLargeAmountToThePayer() {
        assertThat(PaymentCode.text("9999999999", "27114020040000300201355387", new BigDecimal("10000"), "U", "T"))
                .contains("|000000|");
    }
}
