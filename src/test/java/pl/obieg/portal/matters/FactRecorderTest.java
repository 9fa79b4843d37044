package pl.obieg.portal.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import pl.obieg.exchange.CaseFact;
import pl.obieg.support.TestDatabase;

/** Facts come in any order and twice (architecture: inbound); the account they give is one. */
class FactRecorderTest {

    private static final CaseLife LIFE = new CaseLife("FN.3120.1.2026", "abc", List.of("anna", "jan"));
    private static final SingleConnectionDataSource ONE_CONNECTION = oneConnection();

    private final JdbcClient jdbc = JdbcClient.create(ONE_CONNECTION);
    private final FactRecorder recorder = new FactRecorder(jdbc);
    private final Matters matters = new Matters(jdbc);

    @AfterTry
    void forgetEverything() {
        jdbc.sql("rollback").update();
        jdbc.sql("begin").update();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void factsInAnyOrderGiveTheSameAccount(@ForAll("orders") List<CaseFact> facts) {
        LIFE.all().forEach(this::tell);
        List<Matter> anna = matters.of("anna");
        List<Matter> jan = matters.of("jan");
        forgetEverything();

        facts.forEach(this::tell);

        assertThat(matters.of("anna")).isEqualTo(anna).hasSize(1);
        assertThat(matters.of("jan")).isEqualTo(jan).isNotEqualTo(anna);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void factsToldTwiceChangeNothing(@ForAll("doubled") List<CaseFact> facts) {
        LIFE.all().forEach(this::tell);
        List<Matter> once = matters.of("anna");
        forgetEverything();

        facts.forEach(this::tell);

        assertThat(matters.of("anna")).isEqualTo(once);
    }

    @Example
    void reliefAndWriteOffAreToldInTheirOrderAndOnce() {
        LocalDate day = LocalDate.of(2026, 4, 15);
        for (int twice = 0; twice < 2; twice++) {
            recorder.record(new CaseFact.ArrearsWrittenOff(
                    "FN.3120.1.2026", "R", 1, "W-1", BigDecimal.TEN, BigDecimal.ONE, "Umorzono.", day.plusDays(1)));
            recorder.record(new CaseFact.ReliefChanged(
                    "FN.3120.1.2026", "R", "FN.3150.1.2026", CaseFact.ReliefStanding.GRANTED, 0, "Odroczono.", day));
        }

        assertThat(new LedgerNotes(jdbc).of("FN.3120.1.2026"))
                .extracting(LedgerNotes.Note::sentence)
                .containsExactly("Odroczono.", "Umorzono.");
        assertThat(new LedgerNotes(jdbc).of("FN.3120.2.2026")).isEmpty();
    }

    @Example
    void paymentBeforeItsChargeIsNotLost() {
        tell(LIFE.paid("P1", 1, "242.00"));
        assertThat(matters.of("anna")).isEmpty();

        tell(LIFE.charged());

        Receivable receivable = matters.of("anna").get(0).receivables().get(0);
        assertThat(receivable.instalments().get(0).state(LocalDate.of(2027, 3, 16)))
                .isEqualTo(Receivable.State.PAID);
        assertThat(receivable.left()).isEqualByComparingTo("726");
    }

    @Example
    void twoPartsOfOnePaymentPayTwoInstalments() {
        Stream.of(LIFE.charged(), LIFE.paid("P1", 1, "242.00"), LIFE.paid("P1", 2, "58.00"))
                .forEach(this::tell);

        assertThat(matters.of("anna").get(0).receivables().get(0).instalments())
                .extracting(Receivable.Instalment::paid)
                .containsExactly(
                        new BigDecimal("242.00"),
                        new BigDecimal("58.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.00"));
    }

    /** PAY-05: the interest part does not pay the instalment; a reversed part counts and shows no more. */
    @Example
    void interestIsBesideTheInstalmentAndAReversedPartVanishes() {
        CaseFact.PaymentAllocated paid = LIFE.paid("P1", 1, "463.90");
        Stream.of(LIFE.charged(), allocated(paid, "41.90", "20.10"), LIFE.paid("P1", 2, "100.00"))
                .forEach(this::tell);
        Receivable before = matters.of("anna").get(0).receivables().get(0);
        assertThat(before.left()).isEqualByComparingTo("826.10");
        assertThat(before.payments()).extracting(Receivable.Payment::interest).contains(new BigDecimal("20.10"));

        tell(allocated(paid, "0", "0"));

        Receivable after = matters.of("anna").get(0).receivables().get(0);
        assertThat(after.left()).isEqualByComparingTo("868");
        assertThat(after.payments()).hasSize(1);
    }

    private static CaseFact.PaymentAllocated allocated(CaseFact.PaymentAllocated part, String amount, String interest) {
        return new CaseFact.PaymentAllocated(
                part.caseNumber(),
                part.receivableId(),
                part.paymentId(),
                part.instalmentNumber(),
                part.paidOn(),
                new BigDecimal(amount),
                new BigDecimal(interest));
    }

    @Example
    void firstEffectiveDeliveryCounts() {
        Stream.of(
                        LIFE.decided(),
                        LIFE.delivered("anna", "DEEMED", LocalDate.of(2026, 12, 18)),
                        LIFE.delivered("anna", "FAILED", null),
                        LIFE.delivered("anna", "DELIVERED", LocalDate.of(2026, 12, 10)))
                .forEach(this::tell);

        assertThat(matters.of("anna").get(0).decisions().get(0).delivery())
                .isEqualTo(new Matter.Delivery("DELIVERED", LocalDate.of(2026, 12, 10)));
    }

    @Example
    void deliveryAloneOpensNoCaseToItsReceiver() {
        LIFE.all().forEach(this::tell);
        tell(LIFE.delivered("attorney", "DELIVERED", LocalDate.of(2026, 12, 10)));

        assertThat(matters.of("attorney")).isEmpty();
        assertThat(matters.mayRead("attorney", "abc")).isFalse();
        assertThat(matters.mayRead("jan", "abc")).isTrue();
    }

    @Example
    void decisionForOneCoOwnerIsNotShownToTheOther() {
        tell(LIFE.declared());
        tell(new CaseFact.DecisionIssued(
                LIFE.caseNumber(),
                "7",
                "xyz",
                2027,
                new BigDecimal("100"),
                LocalDate.of(2026, 12, 1),
                List.of("anna")));

        assertThat(matters.of("anna").get(0).decisions()).hasSize(1);
        assertThat(matters.of("jan").get(0).decisions()).isEmpty();
        assertThat(matters.mayRead("jan", "xyz")).isFalse();
    }

    @Example
    void correctedChargeReplacesTheInstalments() {
        tell(LIFE.charged());
        CaseFact.TaxCharged first = LIFE.charged();
        tell(new CaseFact.TaxCharged(
                first.caseNumber(),
                first.receivableId(),
                first.taxYear(),
                first.account(),
                first.partyIds(),
                first.instalments().subList(0, 2)));

        assertThat(matters.of("anna").get(0).receivables().get(0).amount()).isEqualByComparingTo("484");
    }

    @Provide
    Arbitrary<List<CaseFact>> orders() {
        return Arbitraries.shuffle(LIFE.all());
    }

    @Provide
    Arbitrary<List<CaseFact>> doubled() {
        List<CaseFact> twice = new ArrayList<>(LIFE.all());
        twice.addAll(LIFE.all());
        return Arbitraries.shuffle(twice);
    }

    private void tell(CaseFact fact) {
        if (fact instanceof CaseFact.DeclarationRecorded declared) {
            recorder.record(declared);
        } else if (fact instanceof CaseFact.DecisionIssued decided) {
            recorder.record(decided);
        } else if (fact instanceof CaseFact.DeliveryConcluded delivered) {
            recorder.record(delivered);
        } else if (fact instanceof CaseFact.TaxCharged charged) {
            recorder.record(charged);
        } else if (fact instanceof CaseFact.PaymentAllocated paid) {
            recorder.record(paid);
        } else if (fact instanceof CaseFact.CaseClosed closed) {
            recorder.record(closed);
        }
    }

    /** One transaction for each try, never committed: hundreds of tries would wait for the disk. */
    private static SingleConnectionDataSource oneConnection() {
        try {
            SingleConnectionDataSource one = new SingleConnectionDataSource(
                    TestDatabase.fresh().dataSource().getConnection(), true);
            JdbcClient.create(one).sql("begin").update();
            return one;
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
