package pl.obieg.documents.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.documents.NumberInWords;

class PolishWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "1, jeden",
        "12, dwanaście",
        "22, dwadzieścia dwa",
        "100, sto",
        "116, sto szesnaście",
        "1000, tysiąc",
        "1001, tysiąc jeden",
        "2005, dwa tysiące pięć",
        "5000, pięć tysięcy",
        "12000, dwanaście tysięcy",
        "22000, dwadzieścia dwa tysiące",
        "21000, dwadzieścia jeden tysięcy",
        "1000000, milion",
        "3456789, trzy miliony czterysta pięćdziesiąt sześć tysięcy siedemset osiemdziesiąt dziewięć"
    })
    void writesNumbersInWords(long number, String words) {
        assertThat(NumberInWords.of(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, '0,00 zł'", "0.5, '0,50 zł'", "1234567.89, '1 234 567,89 zł'"})
    void writesAmounts(BigDecimal amount, String text) {
        assertThat(PolishWords.amount(amount).replace('\u00a0', ' ')).isEqualTo(text);
    }
}
