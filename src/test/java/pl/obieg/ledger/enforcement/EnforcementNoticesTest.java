package pl.obieg.ledger.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.ReliefFixture;
import pl.obieg.ledger.dunning.DunningFixture;

/** What the creditor tells the enforcement office of a title it was sent, and what is no matter of the office. */
class EnforcementNoticesTest {

    private final TitlesFixture creditor = new TitlesFixture();
    private final DunningFixture office = creditor.office;
    private final LedgerFixture ledger = creditor.ledger;
    private final Titles titles = creditor.titles;
    private final ReliefFixture reliefs = creditor.reliefs;
    private final TitlesFixture.TaxOffice taxOffice = creditor.taxOffice;

    @Test
    @DisplayName("ARR-04: a title is withdrawn when the upomnienie turns out not to have come to its debtor")
    void arr04TitleIsWithdrawnWhenTheUpomnienieDidNotComeToItsDebtor() {
        String id = creditor.sentTitle();
        String debtor = titles.partyIds(id).get(0);

        office.in(() -> {
            creditor.desk.notCalled(new CaseFact.DeliveryConcluded(
                    DunningFixture.CASE, "D-1", debtor, "doc-1", "REGISTERED", "DEFECTIVE", null));
            return null;
        });
        office.reaches(debtor, null);
        creditor.tell(id);

        assertThat(taxOffice.notices).singleElement().asString().contains("rodzaj=\"WYCOFANIE\"");
        assertThat(creditor.prepare(false))
                .as("nobody is called, so there is no other title")
                .isEmpty();
    }

    @Test
    @DisplayName("ARR-09: the office is told of a payment to the creditor, once")
    void arr09OfficeIsToldOfAPaymentToTheCreditorOnce() {
        String id = creditor.sentTitle();

        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "100.00", LocalDate.of(2026, 4, 21)));
        creditor.tell(id);
        creditor.tell(id);

        assertThat(taxOffice.notices)
                .singleElement()
                .asString()
                .contains("rodzaj=\"WPLATA\"", "kwota=\"84.00\"", "dnia=\"2026-04-21\"", "pozostaje=\"416.00\"");
    }

    @Test
    void moneyFromTheOfficeItselfIsNotToldBack() {
        String id = creditor.sentTitle();
        var money = LedgerFixture.credit(
                "REF-1",
                ledger.account("FN.3120.1.2026"),
                "100.00",
                LocalDate.of(2026, 4, 21),
                "EGZEKUCJA TW-2026-000001");

        ledger.takeIn(money);
        creditor.tell(id);

        assertThat(taxOffice.notices).isEmpty();
    }

    @Test
    void titleThatLostItsGroundIsWithdrawn() {
        String id = creditor.sentTitle("DECISION");

        ledger.redate("FN.3120.1.2026", "2026-05-10");
        creditor.tell(id);

        assertThat(taxOffice.notices).singleElement().asString().contains("rodzaj=\"WYCOFANIE\"");
    }

    @Test
    @DisplayName("ARR-09: a deferral granted after the title suspends enforcement; when it is broken, it goes on")
    void deferralSuspendsTheTitleAndABrokenOneResumesIt() {
        String id = creditor.sentTitle();
        reliefs.asks("R-1", "FN.3120.1.2026", "DEFERRAL", null, "2026-04-21");
        creditor.tell(id);
        assertThat(taxOffice.notices).as("asked for only").isEmpty();

        reliefs.plan("R-1", "2026-06-30", null, null);
        reliefs.grant("R-1", "2026-04-21");
        creditor.tell(id);
        office.on("2026-07-06");
        reliefs.watch("R-1");
        creditor.tell(id);

        assertThat(taxOffice.notices).hasSize(2);
        assertThat(taxOffice.notices.get(0))
                .contains("rodzaj=\"ZAWIESZENIE\"", "kwota=\"500.00\"", "pozostaje=\"0.00\"");
        // 112 days from 17 March to 6 July at 10.5 %: 16.11 -> 16 zł
        assertThat(taxOffice.notices.get(1))
                .contains("rodzaj=\"PODJECIE\"", "kwota=\"516.00\"", "pozostaje=\"516.00\"");
        assertThat(ledger.messages("TitleReported"))
                .extracting(message -> message.externalId())
                .containsExactly(id + "-SUSPENSION-R-1-0", id + "-RESUMPTION-R-1-1");
    }

    @Test
    @DisplayName("ARR-09: a payment on the new terms is told once, also when the terms lapse afterwards")
    void paymentOnNewTermsIsToldOnce() {
        String id = creditor.sentTitle();
        reliefs.asks("R-1", "FN.3120.1.2026", "INSTALMENTS", null, "2026-04-21");
        reliefs.plan("R-1", "2026-05-15", 2, null);
        reliefs.grant("R-1", "2026-04-21");
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "116.00", LocalDate.of(2026, 5, 10)));
        office.on("2026-05-20");
        reliefs.watch("R-1");
        creditor.tell(id);

        assertThat(taxOffice.notices)
                .extracting(notice -> notice.replaceAll("(?s).*rodzaj=\"(\\w+)\".*", "$1"))
                .containsExactlyInAnyOrder("ZAWIESZENIE", "WPLATA", "PODJECIE");
    }

    @Test
    @DisplayName(
            "ARR-09: what is remitted is enforced no more; if nothing is left, the title is withdrawn and its cost lapses (ARR-06)")
    void remissionReducesOrWithdrawsTheTitle() {
        String id = creditor.sentTitle();
        reliefs.asks("R-1", "FN.3120.1.2026", "REMISSION", null, "2026-04-21");
        reliefs.plan("R-1", null, null, "200");
        reliefs.grant("R-1", "2026-04-21");
        reliefs.asks("R-2", "FN.3120.1.2026", "REMISSION", null, "2026-04-22");
        reliefs.plan("R-2", null, null, null);
        reliefs.grant("R-2", "2026-04-22");
        creditor.tell(id);

        assertThat(taxOffice.notices)
                .anyMatch(
                        notice -> notice.contains("rodzaj=\"ZMNIEJSZENIE\"") && notice.contains("pozostaje=\"300.00\""))
                .anyMatch(notice -> notice.contains("rodzaj=\"WYCOFANIE\""))
                .as("one notice for tax and interest remitted together")
                .hasSize(2);
        assertThat(office.review().costsLeft()).isZero();
    }

    @Test
    void paymentOnAnInstalmentTheTitleDoesNotNameIsNoMatterOfTheOffice() {
        String person = creditor.jan();
        ledger.charge("FN.3120.1.2026", "500.00", "500.00");
        creditor.debtors(person);
        creditor.dun(person);
        String id = creditor.prepare(false).get(0);
        creditor.send(id);

        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "16.00", LocalDate.of(2026, 4, 21)));
        ledger.allocate(
                ledger.takenIn(LedgerFixture.credit("REF-2", null, "500.00", LocalDate.of(2026, 4, 21))),
                "FN.3120.1.2026",
                2);
        creditor.tell(id);

        assertThat(taxOffice.notices).isEmpty();
    }
}
