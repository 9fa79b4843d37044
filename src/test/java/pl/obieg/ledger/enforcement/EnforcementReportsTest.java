package pl.obieg.ledger.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.dunning.DunningFixture;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report.Kind;

/** What the enforcement office tells the creditor: how it is read, and what it does to the title and its dues. */
class EnforcementReportsTest {

    private final TitlesFixture creditor = new TitlesFixture();
    private final DunningFixture office = creditor.office;
    private final LedgerFixture ledger = creditor.ledger;
    private final Titles titles = creditor.titles;
    private final EnforcementXml xml = creditor.xml;

    @Test
    @DisplayName("PAY-01: what the enforcement office collects pays the dues of its title on the day it was collected")
    void pay01CollectedMoneyPaysTheDuesOfItsTitleOnTheDayItWasCollected() {
        String id = creditor.sentTitle();
        String number = titles.get(id).number();
        String older = ledger.chargeOn("FN.3120.1.2026", "assessment-2", LocalDate.of(2025, 9, 15), "300.00");
        String account = ledger.account("FN.3120.1.2026");
        office.in(() -> creditor.desk.receive(
                new Report("K-1", number, Kind.COLLECTED, LocalDate.of(2026, 5, 4), new BigDecimal("200.00"), null)));

        String first = ledger.takenIn(
                LedgerFixture.credit("US-1", account, "200.00", LocalDate.of(2026, 6, 15), "wg tytułu " + number));
        String second = ledger.takenIn(
                LedgerFixture.credit("US-2", null, "50.00", LocalDate.of(2026, 7, 15), "wg tytułu " + number));
        office.in(() -> creditor.desk.receive(
                new Report("K-2", number, Kind.COLLECTED, LocalDate.of(2026, 5, 5), new BigDecimal("50.00"), null)));

        assertThat(paidOn(first)).isEqualTo("2026-05-04");
        assertThat(paidOn(second)).as("told after the money came").isEqualTo("2026-05-05");
        assertThat(ledger.balance(older)).as("not the earliest due").isEqualByComparingTo("300");
        assertThat(office.jdbc
                        .sql("select distinct explanation from ledger.allocation where kind = 'PRINCIPAL'"
                                + " and reversed_at is null order by 1")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(text -> text.contains("objętą tytułem wykonawczym " + number));
    }

    private LocalDate paidOn(String paymentId) {
        return office.jdbc
                .sql("select paid_on from ledger.payment where id = ?")
                .param(paymentId)
                .query(LocalDate.class)
                .single();
    }

    @Test
    void sameMessageAgainChangesNothing() {
        String id = creditor.sentTitle();

        creditor.receive("K-1", id, Kind.ACCEPTED, null);
        creditor.receive("K-2", id, Kind.CLOSED, "UMORZENIE");
        creditor.receive("K-1", id, Kind.ACCEPTED, null);

        assertThat(titles.get(id).state()).isEqualTo(Titles.State.DISCONTINUED);
        assertThat(ledger.messages("TitleReported"))
                .extracting(message -> message.externalId())
                .containsExactly(id + "-K-1", id + "-K-2");
    }

    @Test
    @DisplayName("LIM-01: a measure breaks the limitation term")
    void lim01MeasureBreaksTheLimitationTerm() {
        String id = creditor.sentTitle();

        creditor.receive("K-1", id, Kind.MEASURE, null);

        assertThat(office.jdbc
                        .sql("select from_on from ledger.limitation_event where kind = 'MEASURE'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2026-04-20");
    }

    @Test
    void messagesOfTheOfficeAreReadByTheSchemaOnly() {
        String good = "<komunikaty xmlns=\"http://obieg.example/wzor/etw/1/\"><komunikat id=\"K-1\""
                + " numerTytulu=\"TW-2026-000001\" rodzaj=\"POBRANO\" dnia=\"2026-04-21\" kwota=\"12.50\"/></komunikaty>";

        assertThat(xml.reports(good.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Report(
                        "K-1",
                        "TW-2026-000001",
                        Kind.COLLECTED,
                        LocalDate.of(2026, 4, 21),
                        new BigDecimal("12.50"),
                        null));
        assertThatThrownBy(() -> xml.reports(good.replace("POBRANO", "ZNIKLO").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
