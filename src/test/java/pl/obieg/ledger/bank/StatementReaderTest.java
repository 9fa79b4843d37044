package pl.obieg.ledger.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.ledger.bank.SampleStatements.bytes;
import static pl.obieg.ledger.bank.SampleStatements.onePayment;
import static pl.obieg.ledger.bank.SampleStatements.payment;
import static pl.obieg.ledger.bank.SampleStatements.statement;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.obieg.ledger.BankLine;
import pl.obieg.ledger.BankSettings;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.StatementProfile;

class StatementReaderTest {

    private final StatementReader reader = new StatementReader(LedgerFixture.settings(null));

    @Test
    void readsAMassPayment() {
        BankLine line = only(onePayment());

        assertThat(line.bankAccount()).isEqualTo(SampleStatements.ACCOUNT);
        assertThat(line.credit()).isTrue();
        assertThat(line.amount()).isEqualByComparingTo("64");
        assertThat(line.valueDate()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(line.payerAccount()).isEqualTo("000000000001");
        assertThat(line.senderAccount()).isEqualTo("56114010810000267002001001");
        assertThat(line.sender()).isEqualTo("ANNA TESTOWA UL. NIJAKA 1 M 2 11-700 MRAGOWO");
        assertThat(line.title()).isEqualTo("PODATEK OD NIERUCHOMOSCI");
        assertThat(line.reference()).isEqualTo("260309001.000001");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 11, 13, 40, 64, 65})
    void undoesWrapsAnywhereEvenInsideLabelsAndNumbers(int width) {
        String details = "911 TRANSAKCJA COLLECT; ID IPH: XX000000000001; Z RACH.: 56114010810000267002001001;"
                + " OD: ANNA TESTOWA; TYT.: PODATEK; TNR: 179171073864111.010001";
        String wrapped = details.replaceAll("(.{" + width + "})", "$1\n");
        String text =
                statement("0,00", "64,00", ":61:2603090309CN64,00NTRFNONREF//MB1\n911-IPH\n:86:" + wrapped + "\n");

        BankLine line = only(text);

        assertThat(line.reference()).isEqualTo("179171073864111.010001");
        assertThat(line.payerAccount()).isEqualTo("000000000001");
        assertThat(line.senderAccount()).isEqualTo("56114010810000267002001001");
        assertThat(line.title()).isEqualTo("PODATEK");
    }

    @Test
    void toleratesLostBlanksAtTheWraps() {
        BankLine line = only(onePayment().replaceAll("(?m) +$", ""));

        assertThat(line.payerAccount()).isEqualTo("000000000001");
        assertThat(line.reference()).isEqualTo("260309001.000001");
    }

    @Test
    void windowsLineEndsAndAnEnvelopeDoNotMatter() {
        String text = "\1" + onePayment().strip().replace("\n", "\r\n") + "\r\n";

        assertThat(only(text).title()).isEqualTo("PODATEK OD NIERUCHOMOSCI");
    }

    @Test
    void aTitleCannotPretendToBeAnotherAccountOrTransaction() {
        String text = onePayment()
                .replace("TYT.: PODATEK", "TYT.: X; ID IPH: XX000000000009; NA RACH.: 1; TNR: 1; OD: KTOS; PODATEK");

        BankLine line = only(text);

        assertThat(line.payerAccount()).isEqualTo("000000000001");
        assertThat(line.reference()).isEqualTo("260309001.000001");
        assertThat(line.sender()).startsWith("ANNA TESTOWA");
    }

    @Test
    void aTitleCannotNameAnAccountWhereTheBankNamesNone() {
        String text = onePayment()
                .replace("ID IPH: XX000000000001; ", "")
                .replace("TYT.: PODATEK", "TYT.: X; ID IPH: XX000000000009; PODATEK");

        assertThat(only(text).payerAccount()).isNull();
    }

    @Test
    void labelsThatTheProfileDoesNotKnowDoNoHarm() {
        String text = onePayment().replace("; Z RACH.", "; KOD: 77; Z RACH.").replace("001.000001", "001.000001; X: 1");

        assertThat(only(text).payerAccount()).isEqualTo("000000000001");
        assertThat(only(text).reference()).isEqualTo("260309001.000001");
    }

    @Test
    void takesTheFullVirtualNumberToo() {
        String nrb = Nrb.individual("99900009", "0001", "000000000007").digits();
        String text = onePayment().replace("ID IPH: XX000000000001", "NA RACH.: PL" + Nrb.spaced(nrb));

        assertThat(only(text).payerAccount()).isEqualTo(nrb);
    }

    @Test
    @DisplayName("PAY-01: the payment date is the day of the debit, where the bank tells it")
    void paymentDateIsTheDayOfTheDebitWhereTheBankTellsIt() {
        StatementProfile mbank = StatementProfile.mbank();
        StatementProfile telling = new StatementProfile(
                mbank.encoding(),
                ";",
                List.of("ID IPH", "Z RACH.", "OD", "TYT.", "DATA OBC.", "TNR"),
                mbank.freeText(),
                mbank.payerAccount(),
                Pattern.compile("(?:[A-Z]{2})?(\\d{12})"),
                "Z RACH.",
                "OD",
                "TYT.",
                "TNR",
                "DATA OBC.");
        StatementReader other = new StatementReader(settings(List.of(), telling));
        String text = onePayment().replace("TNR: ", "DATA OBC.: 06.03.2026; TNR: ");

        assertThat(other.read(bytes(text)).get(0).paidOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(only(onePayment()).paidOn()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void debitsAndReversalsCountWithTheirSign() {
        String text = statement(
                "100,",
                "70,50",
                ":61:2603090309DN40,00NCHGNONREF//A\n",
                ":61:2603090309RCN0,50NTRFNONREF//B\n",
                ":61:2603090309RDN11,NTRFNONREF//C\n");

        List<BankLine> lines = reader.read(bytes(text));

        assertThat(lines).extracting(BankLine::credit).containsExactly(false, false, true);
        assertThat(lines).extracting(BankLine::reference).containsExactly("A", "B", "C");
        assertThat(lines).extracting(BankLine::amount).contains(new BigDecimal("11.00"));
    }

    @Test
    void readsSeveralStatementsOfOneFile() {
        String second = statement("164,00", "200,00", payment("000000000002", "36,00", "260310001.1"));

        assertThat(reader.read(bytes(onePayment().strip() + "\n" + second))).hasSize(2);
    }

    @Test
    void refusesBalancesThatDoNotAddUp() {
        assertRejected(
                onePayment().replace(":62F:C260309PLN164,00", ":62F:C260309PLN165,00"),
                "saldo początkowe 100,00 zł i operacje dają 164,00 zł, a bank podał saldo końcowe 165,00 zł");
    }

    @Test
    void refusesAFileThatBreaksOff() {
        String text = onePayment();
        assertRejected(text.substring(0, text.indexOf(":62F:")), "brak salda końcowego");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Szanowni Państwo, przesyłam wyciąg.", ":20:X\n-\n", "\u0000\u0001"})
    void refusesWhatIsNoStatement(String text) {
        assertThatThrownBy(() -> reader.read(bytes(text))).isInstanceOf(BadBankFile.class);
    }

    @Test
    void refusesOtherCurrencyBadAccountAndImpossibleDate() {
        assertRejected(onePayment().replace("PLN100", "EUR100"), "walucie EUR");
        assertRejected(onePayment().replace(":25:PL29", ":25:PL30"), "błędny numer rachunku");
        assertRejected(onePayment().replace(":61:260309", ":61:261309"), "niemożliwa data");
        assertRejected(onePayment().replace(":61:2603090309CN64,00", ":61:2603090309CN64.00"), "nieczytelna operacja");
    }

    @Test
    void refusesStatementOfAnAccountThatIsNotTheOffices() {
        StatementReader strict =
                new StatementReader(settings(List.of("56114010810000267002001001"), StatementProfile.mbank()));

        assertThatThrownBy(() -> strict.read(bytes(onePayment())))
                .isInstanceOf(BadBankFile.class)
                .hasMessageContaining("nie ma na liście rachunków urzędu");
    }

    /** Runs only where real exports are at hand. */
    @Test
    void readsRealExports() throws IOException {
        Path samples = Path.of("../shared/integrations/contracts/bank");
        Assumptions.assumeTrue(Files.isDirectory(samples));
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("0.sta")).toList()) {
                List<BankLine> lines = reader.read(Files.readAllBytes(file));

                assertThat(lines).isNotEmpty().allSatisfy(line -> {
                    assertThat(line.payerAccount()).matches("\\d{12}");
                    assertThat(line.reference()).matches("\\d{15}\\.\\d{6}");
                    assertThat(line.title()).isEqualTo("PRZELEW SRODKOW");
                });
            }
        }
    }

    private BankLine only(String text) {
        List<BankLine> lines = reader.read(bytes(text));
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private void assertRejected(String text, String reason) {
        assertThatThrownBy(() -> reader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadBankFile.class)
                .satisfies(bad ->
                        assertThat(bad.getMessage().replace('\u00a0', ' ')).contains(reason));
    }

    private static BankSettings settings(List<String> accounts, StatementProfile profile) {
        return new BankSettings("99900009", "0001", accounts, null, Duration.ofSeconds(30), Duration.ZERO, profile);
    }
}
