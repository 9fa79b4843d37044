package pl.obieg.ledger.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.ReliefFixture;
import pl.obieg.ledger.dunning.DunningFixture;
import pl.obieg.process.Refusal;

/** Titles as data: to whom they go and what they say. */
class TitlesTest {

    private final TitlesFixture creditor = new TitlesFixture();
    private final DunningFixture office = creditor.office;
    private final LedgerFixture ledger = creditor.ledger;
    private final Titles titles = creditor.titles;
    private final ReliefFixture reliefs = creditor.reliefs;
    private final TitlesFixture.TaxOffice taxOffice = creditor.taxOffice;

    @Test
    @DisplayName("ARR-09: each debtor gets a title of his own unless the two are spouses")
    void arr09EachDebtorGetsATitleOfHisOwnUnlessTheTwoAreSpouses() {
        creditor.dunnedPair();

        assertThat(creditor.prepare(false)).hasSize(2);
        assertThat(creditor.prepare(true)).singleElement().satisfies(id -> {
            assertThat(titles.partyIds(id)).hasSize(2);
            assertThat(titles.get(id).spouses()).isTrue();
        });
    }

    @Test
    void oneTitleForSpousesNeedsTwoPersons() {
        String person = creditor.jan();
        creditor.dunned(person);

        assertThatThrownBy(() -> creditor.prepare(true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_TWO_PERSONS"));
    }

    @Test
    @DisplayName("ARR-04: nobody the upomnienie did not reach gets a title")
    void nobodyTheUpomnienieDidNotReachGetsATitle() {
        String reached = creditor.jan();
        String missed = creditor.anna();
        creditor.charge(reached, missed);
        creditor.dun(reached);

        assertThat(creditor.prepare(false))
                .singleElement()
                .satisfies(id -> assertThat(titles.partyIds(id)).containsExactly(reached));
    }

    @Test
    @DisplayName("ARR-08: the title is sent as data of its schema")
    void arr08TitleIsSentAsDataOfItsSchema() {
        creditor.dunnedPair();
        String id = creditor.prepare(true).get(0);
        new DebtorParents(office.jdbc).keep(titles.partyIds(id).get(0), new DebtorParents.Parents("Adam", "Ewa"));

        creditor.send(id);

        assertThat(taxOffice.submitted)
                .singleElement()
                .asString()
                .contains("<imieOjca>Adam</imieOjca><imieMatki>Ewa</imieMatki>")
                .contains("numer=\"TW-2026-000001\"", "malzonkowie=\"true\"", "<pesel>80010112345</pesel>")
                .contains(
                        "<dataUrodzenia>1980-01-01</dataUrodzenia>",
                        "<kwota>500.00</kwota>",
                        "doreczone=\"2026-04-02\"")
                .contains("<odsetkiOd>2026-03-17</odsetkiOd>", "<kosztyUpomnienia>16.00</kosztyUpomnienia>");
        assertThat(titles.get(id).state()).isEqualTo(Titles.State.SENT);
    }

    @Test
    @DisplayName("ARR-08: each title names the day the upomnienie came to its own debtor")
    void arr08TitleNamesTheDayOfItsOwnDebtor() {
        String one = creditor.jan();
        String other = creditor.anna();
        creditor.charge(one, other);
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();
        office.reaches(one, "2026-04-02");
        office.reaches(other, "2026-04-09");
        office.deliveryEnds("2026-04-09");
        office.on("2026-04-20");

        creditor.prepare(false).forEach(creditor::send);

        assertThat(taxOffice.submitted)
                .anyMatch(xml -> xml.contains("80010112345") && xml.contains("doreczone=\"2026-04-02\""))
                .anyMatch(xml -> xml.contains("82020212345") && xml.contains("doreczone=\"2026-04-09\""));
    }

    @Test
    void birthDateIsReadFromThePesel() {
        assertThat(EnforcementXml.birthDate("80010112345")).isEqualTo("1980-01-01");
        assertThat(EnforcementXml.birthDate("05311512345")).isEqualTo("2005-11-15");
        assertThat(EnforcementXml.birthDate("90922912345")).isEqualTo("1890-12-29");
    }

    @Test
    void titleThatWaitsForItsSignatureIsFilledInAnewAndNotSentForWhatAReliefCovers() {
        String person = creditor.jan();
        creditor.dunned(person);
        String id = creditor.prepare(false).get(0);
        reliefs.asks("R-1", "FN.3120.1.2026", "DEFERRAL", null, "2026-04-21");
        reliefs.plan("R-1", "2026-06-30", null, null);
        reliefs.grant("R-1", "2026-04-21");

        assertThat(ledger.messages("TitleReported"))
                .singleElement()
                .satisfies(message -> assertThat(message.businessKey()).isEqualTo(id));
        assertThatThrownBy(() -> creditor.send(id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NO_ARREARS"));
        assertThat(taxOffice.submitted).isEmpty();
    }
}
