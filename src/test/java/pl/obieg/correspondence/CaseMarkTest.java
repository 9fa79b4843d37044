package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OFF-01: the form of a case's mark. */
class CaseMarkTest {

    /** Word for word from the rule book. */
    private static final Pattern FORM = Pattern.compile("^[\\p{Lu}\\p{L}0-9-]{1,20}(\\.[\\p{Lu}\\p{L}0-9-]{1,10})?"
            + "\\.\\d{2,6}\\.\\d{1,6}(\\.\\d{1,6})?\\.\\d{4}(\\.[\\p{Lu}]{2,4})?$");

    @Property
    @Label("OFF-01: every mark has the form of the rule and is read back as it was written, also with initials")
    void everyMarkHasTheFormAndIsReadBack(@ForAll("marks") CaseMark mark, @ForAll("initials") String initials) {
        assertThat(mark.toString()).matches(FORM);
        assertThat(mark + initials).matches(FORM);
        assertThat(CaseMark.read(mark.toString())).contains(mark);
        assertThat(CaseMark.read(" " + mark + initials + " ")).contains(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "FN.3120.1.2026,            FN,        3120, ,  1,  2026",
        "FN.3120.8.11.2026,         FN,        3120, 8, 11, 2026",
        "FN.3120.1.2026.AB,         FN,        3120, ,  1,  2026",
        "PkiO.WPO.3120.1.2017,      PkiO.WPO,  3120, ,  1,  2017",
        "WFN-III.310.1.2013,        WFN-III,   310,  ,  1,  2013",
        "PD-03-1.3130.8.11.2019.MM, PD-03-1,   3130, 8, 11, 2019"
    })
    @DisplayName("OFF-01: marks of the rule book, three of them real")
    void readsTheMarksOfTheRuleBook(
            String text, String unit, String jrwaClass, Integer subRegister, int number, int year) {
        assertThat(text).matches(FORM);
        assertThat(CaseMark.read(text)).contains(new CaseMark(unit, jrwaClass, subRegister, number, year));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "FN", "FN.3120.2026", "FN/3120/1/2026", "FN.3120.1.26", "F N.3120.1.2026", "RPW/1/2026"})
    @DisplayName("OFF-01: what is no mark is not read as one")
    void readsNothingElse(String text) {
        assertThat(CaseMark.read(text)).isEmpty();
    }

    @Test
    void aUnitIsASymbolOfOneOrTwoParts() {
        assertThat(CaseMark.isUnit("FN")).isTrue();
        assertThat(CaseMark.isUnit("PkiO.WPO")).isTrue();
        assertThat(CaseMark.isUnit("F N")).isFalse();
        assertThat(CaseMark.isUnit("FN.3120")).isFalse();
        assertThat(CaseMark.isUnit("")).isFalse();
        assertThat(CaseMark.isUnit(null)).isFalse();
    }

    @Provide
    Arbitrary<CaseMark> marks() {
        Arbitrary<String> part = Arbitraries.strings()
                .withChars("ABCĄĆĘŁŃÓŚŹŻabcąłż0123456789-")
                .ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<String> second = Combinators.combine(
                        Arbitraries.chars().with("ABCŁŻąz"),
                        Arbitraries.strings().withChars("ABŁz09-").ofMaxLength(9))
                .as((first, rest) -> "." + first + rest);
        Arbitrary<String> unit = Combinators.combine(part, Arbitraries.oneOf(Arbitraries.just(""), second))
                .as(String::concat);
        Arbitrary<String> jrwaClass =
                Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(6);
        return Combinators.combine(
                        unit,
                        jrwaClass,
                        Arbitraries.integers().between(1, 999_999).injectNull(0.5),
                        Arbitraries.integers().between(1, 999_999),
                        Arbitraries.integers().between(1000, 9999))
                .as(CaseMark::new);
    }

    @Provide
    Arbitrary<String> initials() {
        Arbitrary<String> letters =
                Arbitraries.strings().withChars("ABŁŻ").ofMinLength(2).ofMaxLength(4);
        return Arbitraries.oneOf(Arbitraries.just(""), letters.map("."::concat));
    }
}
