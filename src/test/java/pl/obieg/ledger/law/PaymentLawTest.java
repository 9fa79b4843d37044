package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.calendar.StatutoryCalendar;

/** PAY-02, PAY-06, OVP-01, OVP-02. */
class PaymentLawTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    /** PAY-02. */
    @ParameterizedTest
    @CsvSource({
        "TAXPAYER, 50000, true", "SPOUSE, 50000, true", "SIBLING, 1000.01, true",
        "OWNER_OF_ENCUMBERED_THING, 50000, true", "OTHER, 1000.00, true", "OTHER, 1000.01, false"
    })
    void strangersPayOnlySmallTaxes(ThirdPartyPayment.Payer payer, BigDecimal tax, boolean effective) {
        BigDecimal limit = InterestTest.LAW.on(DAY, LegalFigures.Figure.WPLATA_OSOBY_TRZECIEJ);

        assertThat(ThirdPartyPayment.of(payer, tax, limit).effective()).isEqualTo(effective);
    }

    /** PAY-06: 5 × 16 zł = 80 zł. */
    @ParameterizedTest
    @CsvSource({
        "500, false, false, false, false, NONE",
        "500, true, false, false, false, EX_OFFICIO",
        "80.01, true, false, false, false, EX_OFFICIO",
        "80.00, true, false, false, false, ON_REQUEST",
        "500, true, true, false, false, ON_REQUEST",
        "500, true, false, true, false, ON_REQUEST",
        "500, true, false, false, true, ON_REQUEST"
    })
    void orderIsOwedUnlessTheLawLeavesItToTheRequest(
            BigDecimal payment,
            boolean onArrears,
            boolean allCovered,
            boolean asWished,
            boolean interestSkipped,
            AllocationOrder order) {
        BigDecimal small = InterestTest.LAW.timesCostOfUpomnienie(DAY, LegalFigures.Figure.KROTNOSC_POSTANOWIENIA);

        assertThat(AllocationOrder.of(payment, onArrears, allCovered, asWished, interestSkipped, small))
                .isEqualTo(order);
    }

    /** OVP-01, OVP-02: 30 days from 10 April 2026 end on Sunday 10 May. */
    @ParameterizedTest
    @CsvSource({
        "0.00, NOTHING, NONE,",
        "16.00, NOTHING, TO_FUTURE,",
        "16.01, NOTHING, REFUND, 2026-05-11",
        "16.00, REFUND, REFUND, 2026-05-11",
        "419.00, TO_FUTURE, TO_FUTURE,"
    })
    void smallOverpaymentStaysUnlessItIsAskedBack(
            BigDecimal rest, Overpayment.Request request, Overpayment.Fate fate, LocalDate refundBy) {
        Overpayment overpayment = Overpayment.of(
                rest,
                request,
                InterestTest.LAW.on(DAY, LegalFigures.Figure.KOSZT_UPOMNIENIA),
                DAY,
                InterestTest.LAW
                        .on(DAY, LegalFigures.Figure.DNI_ZWROTU_NADPLATY)
                        .intValueExact(),
                new StatutoryCalendar());

        assertThat(overpayment).isEqualTo(new Overpayment(fate, rest, refundBy));
    }

    @Test
    void refundAfterACorrectionTakesTwoMonths() {
        assertThat(Overpayment.refundAfterCorrection(LocalDate.of(2026, 1, 30), new StatutoryCalendar()))
                .isEqualTo(LocalDate.of(2026, 3, 30));
    }
}
