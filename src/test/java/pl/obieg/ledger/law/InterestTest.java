package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.ledger.law.Arrear.FreeSpan;
import pl.obieg.ledger.law.Arrear.Rate;
import pl.obieg.support.TestDecisions;

class InterestTest {

    static final BigDecimal LIMIT = new BigDecimal("8.70");
    static final LegalFigures LAW = new LegalFigures(new TestDecisions(), new OfficeClock());

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "I1, 242, 2026-03-16, 2026-06-30, 7.3793, 0",
        "I2, 1500, 2025-11-17, 2026-04-10, 64.6644, 65",
        "I3a, 5026, 2026-02-02, 2026-02-20, 27.2643, 27",
        "I3b, 5026, 2026-02-02, 2026-04-30, 127.8532, 128",
        "I5a, 1000, 2026-03-16, 2026-04-15, 8.6301, 0",
        "I5b, 300, 2026-03-16, 2026-06-25, 8.7164, 9"
    })
    void chargesByTheExamplesOfTheRuleBook(
            String id, BigDecimal principal, LocalDate due, LocalDate paid, BigDecimal raw, BigDecimal charged) {
        assertInterest(Arrear.basic(principal, due), paid, raw, charged);
    }

    @Test
    @DisplayName("I4, INT-03: half the rate after a correction: 12 000 zł, 286 zł")
    void halvesTheRateAfterACorrection() {
        assertInterest(
                new Arrear(new BigDecimal("12000"), LocalDate.of(2025, 2, 17), Rate.REDUCED, List.of()),
                LocalDate.of(2025, 6, 20),
                new BigDecimal("285.9452"),
                new BigDecimal("286"));
    }

    /** Cases of another programme, computed from the statute with exact fractions. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/ledger/odsetki-wyrocznia.csv", numLinesToSkip = 1, delimiter = ';')
    void agreesWithTheOracle(
            String id,
            BigDecimal principal,
            LocalDate due,
            LocalDate paid,
            Rate rate,
            LocalDate freeFrom,
            LocalDate freeTo,
            BigDecimal raw,
            BigDecimal charged) {
        List<FreeSpan> free =
                freeFrom == null ? List.of() : List.of(new FreeSpan(freeFrom, freeTo, "art. 54 § 1 pkt 3"));
        assertInterest(new Arrear(principal, due, rate, free), paid, raw, charged);
    }

    @Test
    void showsEachPeriodSoThatTheSumCanBeExplained() {
        Interest interest = interest(Arrear.basic(new BigDecimal("1500"), LocalDate.of(2025, 11, 17)), "2026-04-10");

        assertThat(interest.periods())
                .containsExactly(
                        period("2025-11-18", "2025-12-03", 16, "11.5", "2025-11-06", "7.5616"),
                        period("2025-12-04", "2026-03-04", 91, "11", "2025-12-04", "41.1370"),
                        period("2026-03-05", "2026-04-10", 37, "10.5", "2026-03-05", "15.9658"));
    }

    @Test
    @DisplayName("INT-01: no interest on the due date itself, on the next day the first")
    void noInterestOnTheDueDateItself() {
        Arrear arrear = Arrear.basic(new BigDecimal("1000000"), LocalDate.of(2026, 3, 16));

        assertThat(interest(arrear, "2026-03-16").periods()).isEmpty();
        assertThat(interest(arrear, "2026-03-17").raw()).isEqualByComparingTo("287.6712");
    }

    @Test
    @DisplayName("INT-05: days without interest are left out, however they overlap")
    void daysWithoutInterestAreLeftOutHoweverTheyOverlap() {
        LocalDate due = LocalDate.of(2026, 3, 16);
        Arrear arrear = new Arrear(
                new BigDecimal("3650"),
                due,
                Rate.BASIC,
                List.of(
                        new FreeSpan(due.minusDays(10), due.plusDays(5), "art. 54 § 1 pkt 7"),
                        new FreeSpan(due.plusDays(20), due.plusDays(30), "art. 54 § 1 pkt 3"),
                        new FreeSpan(due.plusDays(25), due.plusDays(40), "art. 54 § 1 pkt 3"),
                        new FreeSpan(due.plusDays(51), null, "art. 54 § 1 pkt 7c")));

        assertThat(interest(arrear, "2026-06-30").periods())
                .extracting(Interest.Period::days)
                .containsExactly(14L, 10L);
    }

    /** INT-03, OP art. 56a: the seventh day is a Sunday, so a payment on Monday is in time; the same for the six months. */
    @ParameterizedTest
    @CsvSource({
        "true, 2025-02-17, 2025-08-18, 2025-08-25, false, false, REDUCED",
        "true, 2025-02-17, 2025-08-19, 2025-08-25, false, false, BASIC",
        "true, 2026-01-31, 2026-03-08, 2026-03-16, false, false, REDUCED",
        "true, 2026-01-31, 2026-03-08, 2026-03-17, false, false, BASIC",
        "false, 2026-01-31, 2026-03-01, 2026-03-02, false, false, BASIC",
        "true, 2026-01-31, 2026-03-01, 2026-03-02, true, false, BASIC",
        "true, 2026-01-31, 2026-03-01, 2026-03-02, false, true, BASIC"
    })
    void rateIsReducedOnlyForACorrectionInTime(
            boolean self,
            LocalDate deadline,
            LocalDate filed,
            LocalDate paid,
            boolean control,
            boolean check,
            Rate rate) {
        assertThat(ReducedRate.of(
                        new ReducedRate.Correction(self, deadline, filed, paid, control, check),
                        new StatutoryCalendar()))
                .isEqualTo(rate);
    }

    /** INT-06: 1200 zł, 61 days at half of 10.5 %; the rate of the day of the decision stays. */
    @Test
    void prolongationFeeKeepsTheRateOfTheDecision() {
        ProlongationFee fee = ProlongationFee.of(
                new BigDecimal("1200"),
                LocalDate.of(2026, 2, 15),
                LocalDate.of(2026, 4, 17),
                LocalDate.of(2026, 3, 5),
                LAW.rates());

        assertThat(fee.days()).isEqualTo(61);
        assertThat(fee.raw()).isEqualByComparingTo("10.5288");
        assertThat(fee.charged()).isEqualByComparingTo("11");
        assertThat(ProlongationFee.of(
                                new BigDecimal("100"),
                                LocalDate.of(2026, 2, 15),
                                LocalDate.of(2026, 4, 17),
                                LocalDate.of(2026, 3, 5),
                                LAW.rates())
                        .charged())
                .as("the limit of 8.70 zł is not for the fee")
                .isEqualByComparingTo("1");
    }

    private static Interest interest(Arrear arrear, String paid) {
        return Interest.of(arrear, LocalDate.parse(paid), LAW.rates(), LIMIT);
    }

    private static Interest.Period period(
            String from, String to, long days, String percent, String rateFrom, String raw) {
        return new Interest.Period(
                LocalDate.parse(from),
                LocalDate.parse(to),
                days,
                new BigDecimal(percent),
                LocalDate.parse(rateFrom),
                new BigDecimal(raw));
    }

    private static void assertInterest(Arrear arrear, LocalDate paid, BigDecimal raw, BigDecimal charged) {
        Interest interest = Interest.of(arrear, paid, LAW.rates(), LAW.on(paid, LegalFigures.Figure.ODSETKI_POMIJANE));

        assertThat(interest.raw()).isEqualByComparingTo(raw);
        assertThat(interest.charged()).isEqualByComparingTo(charged);
    }
}
