package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Refusal;

/** The tax changes (OP art. 254, art. 233) while a relief is in force or part of it was written off. */
class ReliefAndCorrectionTest {

    private static final String TAX_CASE = "FN.3120.1.2026";
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2026, 3, 16),
            LocalDate.of(2026, 5, 15),
            LocalDate.of(2026, 9, 15),
            LocalDate.of(2026, 11, 16));

    private ReliefFixture office;
    private LedgerFixture ledger;

    @BeforeEach
    void open() {
        office = new ReliefFixture();
        ledger = office.ledger;
    }

    @Test
    @DisplayName("PT-14: a lowered tax comes off the new terms, the last one first, with their fee (INT-06)")
    void loweredTaxComesOffTheLastTerms() {
        String receivable = ledger.charge(TAX_CASE, "300", "300", "300", "300");
        granted("1", "2026-06-30", 3);
        assertThat(rows()).containsSubsequence("2026-06-30 TAX 100", "2026-07-30 TAX 100", "2026-08-31 TAX 100");
        BigDecimal fees = fees();

        ledger.correct(TAX_CASE, "D2", "2026-03-10", 0, "150", "300", "300", "300");

        assertThat(rows())
                .contains("2026-06-30 TAX 100", "2026-07-30 TAX 50")
                .noneMatch(row -> row.startsWith("2026-08-31"));
        assertThat(fees()).as("no fee on what is not owed").isLessThan(fees);
        assertThat(tax()).isEqualByComparingTo("1050");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo(tax().add(fees()));
        assertThat(ledger.reasons.sentences)
                .anyMatch(step -> step.contains("zaczynając od ostatniego: nr 3 (31.08.2026) o 100,00 zł, nr 2"))
                .anyMatch(step -> step.contains("opłata prolongacyjna") && step.contains("INT-06"));
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.GRANTED);
        assertThat(ledger.facts(CaseFact.TaxCorrected.class)).last().satisfies(fact -> {
            assertThat(fact.oldAmount()).as("without the fee").isEqualByComparingTo("1200");
            assertThat(fact.newAmount()).isEqualByComparingTo("1050");
        });
    }

    @Test
    @DisplayName("PT-65: a raise is outside of the relief and has a due date of its own")
    void raiseIsOutsideOfTheRelief() {
        ledger.charge(TAX_CASE, "300", "300", "300", "300");
        granted("1", "2026-06-30", 3);

        ledger.correct(TAX_CASE, "D2", "2026-04-10", 0, "400", "300", "300", "300");

        assertThat(rows()).contains("2026-06-30 TAX 100", "2026-08-31 TAX 100", "2026-04-24 TAX 100");
        assertThat(ledger.reasons.sentences)
                .anyMatch(step -> step.equals(
                        "Decyzja o uldze nie obejmuje podwyżki 100,00 zł; jest ona płatna do 24.04.2026 (PT-65)."));
    }

    @Test
    @DisplayName("OVP-01: terms paid already make a lowered tax an overpayment")
    void paidTermsOfALoweredTaxAreAnOverpayment() {
        ledger.charge(TAX_CASE, "300", "300", "300", "300");
        granted("1", "2026-06-30", 3);
        BigDecimal owed = office.owed(TAX_CASE, "2026-03-10");
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), owed.toPlainString()));
        BigDecimal fees = fees();

        CorrectTax.Output corrected = ledger.correct(TAX_CASE, "D2", "2026-03-10", 0, "100", "300", "300", "300");

        assertThat(corrected.overpaid()).isEqualByComparingTo(new BigDecimal("200").add(fees.subtract(fees())));
    }

    @Test
    @DisplayName("OP art. 67a: what was remitted stays remitted, as far as there is tax for it")
    void remissionOutlivesALoweredTax() {
        String receivable = ledger.chargeOn(TAX_CASE, LocalDate.of(2025, 11, 17), "1500");
        office.asks("R-1", TAX_CASE, "REMISSION", null, "2026-03-02");
        office.plan("R-1", null, null, "1000");
        office.grant("R-1", "2026-03-10");
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "500"));

        ledger.rule(TAX_CASE, List.of(new Instalment(1, LocalDate.of(2025, 11, 17), new BigDecimal("1200"))));
        assertThat(ledger.balance(receivable)).isZero();
        assertThat(tax()).isEqualByComparingTo("1200");
        BigDecimal first = office.overpaid(TAX_CASE);
        assertThat(first).as("of 1200 zł 1000 are remitted").isGreaterThanOrEqualTo(new BigDecimal("290"));

        ledger.correct(TAX_CASE, "D2", "2026-03-10", 0);
        assertThat(writtenOff()).isEqualByComparingTo("1000");
    }

    @Test
    void loweredBelowWhatWasRemittedOnlyTheRestIsWrittenOff() {
        ledger.chargeOn(TAX_CASE, LocalDate.of(2025, 11, 17), "1500");
        office.asks("R-1", TAX_CASE, "REMISSION", null, "2026-03-02");
        office.plan("R-1", null, null, "1000");
        office.grant("R-1", "2026-03-10");

        ledger.rule(TAX_CASE, List.of(new Instalment(1, LocalDate.of(2025, 11, 17), new BigDecimal("700"))));

        assertThat(writtenOff()).isEqualByComparingTo("700");
        assertThat(ledger.reasons.sentences).anyMatch(step -> step.contains("więc odpis wynosi 700,00 zł"));
    }

    @Test
    void rulingThatAnnulsTheTaxLeavesNothingOfTheNewTerms() {
        String receivable = ledger.charge(TAX_CASE, "300", "300", "300", "300");
        granted("1, 2", "2026-06-30", 3);

        ledger.rule(TAX_CASE, List.of());

        assertThat(rows()).isEmpty();
        assertThat(ledger.balance(receivable)).isZero();
        assertThat(office.watch("R-1").reliefState()).isEqualTo("DOTRZYMANA");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 5, 9, 10, 12, 17})
    @DisplayName("no grosz is lost whatever happens in whatever order")
    void noGroszIsLost(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> target = new ArrayList<>(
                List.of(new BigDecimal("300"), new BigDecimal("300"), new BigDecimal("300"), new BigDecimal("300")));
        ledger.charge(TAX_CASE, "300", "300", "300", "300");
        LocalDate day = LocalDate.of(2026, 3, 10);
        for (int step = 0; step < 12; step++) {
            day = day.plusDays(random.nextInt(25));
            office.today(day.toString());
            switch (random.nextInt(6)) {
                case 0, 1 -> pay(step, day, 1 + random.nextInt(40_000));
                case 2 -> relieve("R-" + seed + "-" + step, random, day);
                case 3 -> office.watchAll();
                case 4 -> {
                    int at = random.nextInt(4);
                    target.set(at, BigDecimal.valueOf(random.nextInt(500)));
                    ledger.correct(
                            TAX_CASE,
                            "D" + step,
                            day.toString(),
                            0,
                            target.stream().map(BigDecimal::toPlainString).toArray(String[]::new));
                }
                default -> {
                    int at = random.nextInt(4);
                    target.set(at, BigDecimal.valueOf(random.nextInt(400)));
                    ledger.ruleIn("FN.3130." + step + ".2026", TAX_CASE, parts(target));
                }
            }
            assertThat(tax())
                    .as("the tax is what was decided last")
                    .isEqualByComparingTo(target.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            assertBooksBalance();
        }
    }

    private void pay(int step, LocalDate day, int groszy) {
        ledger.takeIn(LedgerFixture.credit(
                "p" + step,
                ledger.account(TAX_CASE),
                BigDecimal.valueOf(groszy, 2).toPlainString(),
                day));
    }

    private void relieve(String reliefCase, Random random, LocalDate day) {
        String kind = List.of("DEFERRAL", "INSTALMENTS", "INSTALMENTS", "REMISSION", "INTEREST_REMISSION")
                .get(random.nextInt(5));
        try {
            office.asks(reliefCase, TAX_CASE, kind, null, day.toString());
            office.plan(reliefCase, day.plusDays(20 + random.nextInt(250)).toString(), 1 + random.nextInt(5), null);
            office.grant(reliefCase, day.toString());
        } catch (Refusal refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    private void assertBooksBalance() {
        assertThat(one("select sum(amount - allocated - refunded - moved) from ledger.payment")
                        .add(one("select sum(amount) from ledger.allocation where reversed_at is null")))
                .as("what came in counts on something or is overpaid")
                .isEqualByComparingTo(one("select sum(amount) from ledger.payment"));
        assertThat(one("select sum(balance) from ledger.receivable"))
                .isEqualByComparingTo(one("select sum(amount - paid - written_off) from ledger.instalment"));
        assertThat(one("select sum(charged) from ledger.receivable"))
                .isEqualByComparingTo(one("select sum(amount) from ledger.instalment"));
        assertThat(
                        one(
                                "select count(*) from ledger.instalment i where paid <> coalesce((select sum(a.amount)"
                                        + " from ledger.allocation a where a.receivable_id = i.receivable_id"
                                        + " and a.instalment_number = i.number and a.kind = 'PRINCIPAL' and a.reversed_at is null), 0)"))
                .as("each instalment is paid by what was set against it")
                .isZero();
        assertThat(one("select count(*) from ledger.instalment where amount < 0 or written_off < 0"))
                .isZero();
    }

    private void granted(String instalments, String first, int count) {
        office.asks("R-1", TAX_CASE, "INSTALMENTS", instalments, "2026-03-02");
        office.plan("R-1", first, count, null);
        office.grant("R-1", "2026-03-10");
    }

    private static List<Instalment> parts(List<BigDecimal> amounts) {
        return IntStream.range(0, amounts.size())
                .mapToObj(at -> new Instalment(at + 1, DATES.get(at), amounts.get(at)))
                .toList();
    }

    private List<String> rows() {
        return ledger.jdbc
                .sql("select due_on || ' ' || kind || ' ' || round(amount - written_off) from ledger.instalment"
                        + " where amount > written_off and kind = 'TAX' order by due_on, number")
                .query(String.class)
                .list();
    }

    private BigDecimal tax() {
        return one("select sum(amount) from ledger.instalment where kind = 'TAX'");
    }

    private BigDecimal fees() {
        return one("select sum(amount) from ledger.instalment where kind = 'FEE'");
    }

    private BigDecimal writtenOff() {
        return one("select sum(written_off) from ledger.instalment");
    }

    private BigDecimal one(String sql) {
        return ledger.jdbc
                .sql("select coalesce((" + sql + "), 0)::numeric(14,2)")
                .query(BigDecimal.class)
                .single();
    }
}
