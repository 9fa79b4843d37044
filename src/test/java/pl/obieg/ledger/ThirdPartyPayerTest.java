package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.law.PayerName;
import pl.obieg.process.Refusal;

/** PAY-02: a transfer of somebody who is plainly not the taxpayer (OP art. 62b). */
class ThirdPartyPayerTest {

    private static final String CASE = "FN.3120.1.2026";
    private static final Address HOME = new Address("Polna", "7", null, "00-999", "Przykładowo", "PL");
    private static final String STRANGER = "PIOTR OBCY UL. LESNA 4";

    private LedgerFixture ledger;

    @BeforeEach
    void open() {
        ledger = new LedgerFixture();
    }

    @DisplayName("PAY-02: whose transfer it is, by the words of the statement")
    @ParameterizedTest(name = "{0} / {1} for {2}: {3}")
    @CsvSource({
        "ANNA KOWALSKA, PODATEK, Kowalski, TAXPAYER",
        "KOWALSKI JAN UL POLNA 7, PODATEK, Kowalski, TAXPAYER",
        "ZOŁĄDEK EWA, PODATEK, Żołądek, TAXPAYER",
        "JAN NOWAK, PODATEK, Nowak-Zielińska, TAXPAYER",
        "BROWAR LAKA SP. Z O.O., RATA, Browar „Łąka” sp. z o.o., TAXPAYER",
        "PRZEDSIEBIORSTWO BUDOWA WIATR SPOLKA, RATA, Przedsiębiorstwo „Rola” Spółka z o.o., OTHER",
        "PIOTR OBCY, PODATEK ZA TEŚCIA, Kowalski, OTHER",
        "PIOTR OBCY, OPŁACA CÓRKA, Kowalski, DECLARED",
        "KANCELARIA LEX, W IMIENIU PODATNIKA, Kowalski, DECLARED",
        "NACZELNIK URZEDU SKARBOWEGO, EGZEKUCJA, Kowalski, ENFORCEMENT",
        "'', PODATEK, Kowalski, UNKNOWN",
        "PIOTR, PODATEK, Kowalski, UNKNOWN",
    })
    void relationByWords(String sender, String title, String taxpayer, PayerName.Relation relation) {
        assertThat(PayerName.of(sender, title, List.of(taxpayer))).isEqualTo(relation);
    }

    @Test
    @DisplayName("PAY-02: above 1000 zł the payment of a stranger is a clerk's question, with the reason in words")
    void strangerAboveTheLimitIsLeftToAClerk_UR32() {
        charged("1001");

        String id = ledger.takenIn(from("p1", STRANGER, "PODATEK"));

        assertThat(ledger.paymentStatus("p1")).isEqualTo("UNMATCHED");
        assertThat(ledger.messages("PaymentUnmatched")).singleElement().satisfies(message -> {
            assertThat(message.variables()).containsEntry("payerDoubt", true).containsEntry("paymentId", id);
            assertThat(message.variables().get("unmatchedReason").toString().replace('\u00a0', ' '))
                    .contains("1 001,00 zł przekracza 1 000,00 zł", CASE, "PAY-02")
                    .doesNotContain("OBCY");
        });
    }

    @Test
    @DisplayName("PAY-02: up to 1000 zł of tax anybody may pay, however large the payment")
    void anybodyPaysASmallTax() {
        charged("1000");

        ledger.takeIn(from("p1", STRANGER, "PODATEK"));

        assertThat(ledger.paymentStatus("p1")).isEqualTo("ALLOCATED");
    }

    @Test
    @DisplayName("PAY-02: ordinary payments do not come to a clerk")
    void ordinaryPaymentsPass() {
        charged("5000");

        ledger.takeIn(from("p1", "JAN KOWALSKI", "PODATEK"));
        ledger.takeIn(from("p2", null, "PODATEK"));
        ledger.takeIn(from("p3", "MARIA KOWALSKA-WRONA", "PODATEK"));
        ledger.takeIn(from("p4", STRANGER, "RATA, PLACI ZIEC I CORKA"));

        assertThat(List.of("p1", "p2", "p3", "p4"))
                .allSatisfy(each -> assertThat(ledger.paymentStatus(each)).isEqualTo("ALLOCATED"));
        assertThat(ledger.messages("PaymentUnmatched")).isEmpty();
    }

    @Test
    @DisplayName("PAY-02: the clerk accepts a spouse, keeps why, and the next transfer of that account passes")
    void clerkAcceptsTheSpouse() {
        String receivable = charged("5000");
        String id = ledger.takenIn(from("p1", STRANGER, "PODATEK"));

        assertThatThrownBy(() -> ledger.allocate(id, CASE)).satisfies(code("PAYER_UNCLEAR"));
        assertThatThrownBy(() -> ledger.allocateFrom(id, CASE, "OTHER")).satisfies(code("PAYER_NOT_ALLOWED"));
        ledger.allocateFrom(id, CASE, "SPOUSE");
        ledger.takeIn(from("p2", STRANGER, "DRUGA RATA"));

        assertThat(ledger.balance(receivable)).isEqualByComparingTo(new BigDecimal("4800"));
        assertThat(ledger.reasons.sentences)
                .anyMatch(step -> step.contains("członek najbliższej rodziny") && step.contains("PAY-02"));
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return thrown -> assertThat(((Refusal) thrown).code()).isEqualTo(code);
    }

    private String charged(String amount) {
        String party = ledger.parties.register(Party.natural("Jan", "Kowalski", "80010112345", HOME));
        String receivable = ledger.chargeOn(CASE, LocalDate.of(2026, 9, 15), amount);
        ledger.jdbc
                .sql("update ledger.receivable_party set party_id = ?")
                .param(party)
                .update();
        return receivable;
    }

    private BankLine from(String reference, String sender, String title) {
        BankLine line = LedgerFixture.credit(reference, ledger.account(CASE), "100.00");
        return new BankLine(
                line.bankAccount(),
                line.reference(),
                line.credit(),
                line.amount(),
                line.valueDate(),
                line.paidOn(),
                line.payerAccount(),
                "61109010140000071219812874",
                sender,
                title);
    }
}
