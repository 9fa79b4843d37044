package pl.obieg.ledger.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.ReliefFixture;
import pl.obieg.ledger.dunning.DunningFixture;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report.Kind;
import pl.obieg.process.Refusal;

/** Titles as data, to whom they go, and what passes between the creditor and the enforcement office. */
class TitlesTest {

    private static final Address HOME = new Address("Polna", "7", null, "00-999", "Przykładowo", "PL");

    private final DunningFixture office = new DunningFixture();
    private final LedgerFixture ledger = office.ledger;
    private final Titles titles = new Titles(office.jdbc);
    private final Parties parties = parties(office.jdbc);
    private final EnforcementXml xml = new EnforcementXml();
    private final EnforcementSettings settings = new EnforcementSettings(
            "web-service",
            null,
            "",
            null,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            "Naczelnik Urzędu Skarbowego w Przykładowie",
            new EnforcementSettings.Creditor(
                    "Wójt Gminy Przykładowo", "ul. Ratuszowa 1, 00-999 Przykładowo", "9999999999", "Jan Wzorcowy"));
    private final ReliefFixture reliefs = new ReliefFixture(ledger, office.clock);
    private final TaxOffice taxOffice = new TaxOffice();
    private final EnforcementDesk desk = new EnforcementDesk(
            office.jdbc,
            titles,
            office.dunnings,
            office.review,
            office.limitation,
            ledger.settlement,
            office.clock,
            ledger.publisher);

    private static Parties parties(JdbcClient jdbc) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.register(Parties.class);
            context.refresh();
            return context.getBean(Parties.class);
        }
    }

    /** Keeps what it is given. */
    private static final class TaxOffice implements EnforcementOffice {

        private final List<String> submitted = new ArrayList<>();
        private final List<String> notices = new ArrayList<>();

        @Override
        public String submit(String titleNumber, String etw, String idempotencyKey) {
            submitted.add(etw);
            return "US-1";
        }

        @Override
        public void notify(String titleNumber, String notice, String idempotencyKey) {
            notices.add(notice);
        }

        @Override
        public List<Report> reports() {
            return List.of();
        }

        @Override
        public void received(String externalId) {}
    }

    @BeforeEach
    void payments() {
        ledger.listeners.add(event -> {
            if (event instanceof CaseFact.PaymentAllocated fact) {
                desk.paid(fact);
            } else if (event instanceof CaseFact.TaxRedated fact) {
                desk.redated(fact);
            } else if (event instanceof CaseFact.ReliefChanged fact) {
                desk.relieved(fact);
            } else if (event instanceof CaseFact.ArrearsWrittenOff fact) {
                desk.writtenOff(fact);
            }
        });
    }

    @Test
    @DisplayName("ARR-09: each debtor gets a title of his own unless the two are spouses")
    void arr09EachDebtorGetsATitleOfHisOwnUnlessTheTwoAreSpouses() {
        dunnedPair();

        assertThat(prepare(false)).hasSize(2);
        assertThat(prepare(true)).singleElement().satisfies(id -> {
            assertThat(titles.partyIds(id)).hasSize(2);
            assertThat(titles.get(id).spouses()).isTrue();
        });
    }

    @Test
    void oneTitleForSpousesNeedsTwoPersons() {
        String person = parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME));
        dunned(person);

        assertThatThrownBy(() -> prepare(true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_TWO_PERSONS"));
    }

    @Test
    @DisplayName("ARR-04: nobody the upomnienie did not reach gets a title")
    void nobodyTheUpomnienieDidNotReachGetsATitle() {
        String reached = parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME));
        String missed = parties.register(Party.natural("Anna", "Nowak", "82020212345", HOME));
        charge(reached, missed);
        dun(reached);

        assertThat(prepare(false))
                .singleElement()
                .satisfies(id -> assertThat(titles.partyIds(id)).containsExactly(reached));
    }

    @Test
    @DisplayName("ARR-08: the title is sent as data of its schema")
    void arr08TitleIsSentAsDataOfItsSchema() {
        dunnedPair();
        String id = prepare(true).get(0);
        new DebtorParents(office.jdbc).keep(titles.partyIds(id).get(0), new DebtorParents.Parents("Adam", "Ewa"));

        send(id);

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
        String one = parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME));
        String other = parties.register(Party.natural("Anna", "Nowak", "82020212345", HOME));
        charge(one, other);
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();
        office.reaches(one, "2026-04-02");
        office.reaches(other, "2026-04-09");
        office.deliveryEnds("2026-04-09");
        office.on("2026-04-20");

        prepare(false).forEach(this::send);

        assertThat(taxOffice.submitted)
                .anyMatch(xml -> xml.contains("80010112345") && xml.contains("doreczone=\"2026-04-02\""))
                .anyMatch(xml -> xml.contains("82020212345") && xml.contains("doreczone=\"2026-04-09\""));
    }

    @Test
    @DisplayName("ARR-04: a title is withdrawn when the upomnienie turns out not to have come to its debtor")
    void arr04TitleIsWithdrawnWhenTheUpomnienieDidNotComeToItsDebtor() {
        String id = sentTitle();
        String debtor = titles.partyIds(id).get(0);

        office.in(() -> {
            desk.notCalled(new CaseFact.DeliveryConcluded(
                    DunningFixture.CASE, "D-1", debtor, "doc-1", "REGISTERED", "DEFECTIVE", null));
            return null;
        });
        office.reaches(debtor, null);
        tell(id);

        assertThat(taxOffice.notices).singleElement().asString().contains("rodzaj=\"WYCOFANIE\"");
        assertThat(prepare(false))
                .as("nobody is called, so there is no other title")
                .isEmpty();
    }

    @Test
    @DisplayName("PAY-01: what the enforcement office collects pays the dues of its title on the day it was collected")
    void pay01CollectedMoneyPaysTheDuesOfItsTitleOnTheDayItWasCollected() {
        String id = sentTitle();
        String number = titles.get(id).number();
        String older = ledger.chargeOn("FN.3120.1.2026", "assessment-2", LocalDate.of(2025, 9, 15), "300.00");
        String account = ledger.account("FN.3120.1.2026");
        office.in(() -> desk.receive(
                new Report("K-1", number, Kind.COLLECTED, LocalDate.of(2026, 5, 4), new BigDecimal("200.00"), null)));

        String first = ledger.takenIn(
                LedgerFixture.credit("US-1", account, "200.00", LocalDate.of(2026, 6, 15), "wg tytułu " + number));
        String second = ledger.takenIn(
                LedgerFixture.credit("US-2", null, "50.00", LocalDate.of(2026, 7, 15), "wg tytułu " + number));
        office.in(() -> desk.receive(
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
    void birthDateIsReadFromThePesel() {
        assertThat(EnforcementXml.birthDate("80010112345")).isEqualTo("1980-01-01");
        assertThat(EnforcementXml.birthDate("05311512345")).isEqualTo("2005-11-15");
        assertThat(EnforcementXml.birthDate("90922912345")).isEqualTo("1890-12-29");
    }

    @Test
    void sameMessageAgainChangesNothing() {
        String id = sentTitle();

        receive("K-1", id, Kind.ACCEPTED, null);
        receive("K-2", id, Kind.CLOSED, "UMORZENIE");
        receive("K-1", id, Kind.ACCEPTED, null);

        assertThat(titles.get(id).state()).isEqualTo(Titles.State.DISCONTINUED);
        assertThat(ledger.messages("TitleReported"))
                .extracting(message -> message.externalId())
                .containsExactly(id + "-K-1", id + "-K-2");
    }

    @Test
    @DisplayName("LIM-01: a measure breaks the limitation term")
    void lim01MeasureBreaksTheLimitationTerm() {
        String id = sentTitle();

        receive("K-1", id, Kind.MEASURE, null);

        assertThat(office.jdbc
                        .sql("select from_on from ledger.limitation_event where kind = 'MEASURE'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2026-04-20");
    }

    @Test
    @DisplayName("ARR-09: the office is told of a payment to the creditor, once")
    void arr09OfficeIsToldOfAPaymentToTheCreditorOnce() {
        String id = sentTitle();

        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "100.00", LocalDate.of(2026, 4, 21)));
        tell(id);
        tell(id);

        assertThat(taxOffice.notices)
                .singleElement()
                .asString()
                .contains("rodzaj=\"WPLATA\"", "kwota=\"84.00\"", "dnia=\"2026-04-21\"", "pozostaje=\"416.00\"");
    }

    @Test
    void moneyFromTheOfficeItselfIsNotToldBack() {
        String id = sentTitle();
        var money = LedgerFixture.credit(
                "REF-1",
                ledger.account("FN.3120.1.2026"),
                "100.00",
                LocalDate.of(2026, 4, 21),
                "EGZEKUCJA TW-2026-000001");

        ledger.takeIn(money);
        tell(id);

        assertThat(taxOffice.notices).isEmpty();
    }

    @Test
    void titleThatLostItsGroundIsWithdrawn() {
        String id = sentTitle("DECISION");

        ledger.redate("FN.3120.1.2026", "2026-05-10");
        tell(id);

        assertThat(taxOffice.notices).singleElement().asString().contains("rodzaj=\"WYCOFANIE\"");
    }

    @Test
    @DisplayName("ARR-09: a deferral granted after the title suspends enforcement; when it is broken, it goes on")
    void deferralSuspendsTheTitleAndABrokenOneResumesIt() {
        String id = sentTitle();
        reliefs.asks("R-1", "FN.3120.1.2026", "DEFERRAL", null, "2026-04-21");
        tell(id);
        assertThat(taxOffice.notices).as("asked for only").isEmpty();

        reliefs.plan("R-1", "2026-06-30", null, null);
        reliefs.grant("R-1", "2026-04-21");
        tell(id);
        office.on("2026-07-06");
        reliefs.watch("R-1");
        tell(id);

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
        String id = sentTitle();
        reliefs.asks("R-1", "FN.3120.1.2026", "INSTALMENTS", null, "2026-04-21");
        reliefs.plan("R-1", "2026-05-15", 2, null);
        reliefs.grant("R-1", "2026-04-21");
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "116.00", LocalDate.of(2026, 5, 10)));
        office.on("2026-05-20");
        reliefs.watch("R-1");
        tell(id);

        assertThat(taxOffice.notices)
                .extracting(notice -> notice.replaceAll("(?s).*rodzaj=\"(\\w+)\".*", "$1"))
                .containsExactlyInAnyOrder("ZAWIESZENIE", "WPLATA", "PODJECIE");
    }

    @Test
    @DisplayName(
            "ARR-09: what is remitted is enforced no more; if nothing is left, the title is withdrawn and its cost lapses (ARR-06)")
    void remissionReducesOrWithdrawsTheTitle() {
        String id = sentTitle();
        reliefs.asks("R-1", "FN.3120.1.2026", "REMISSION", null, "2026-04-21");
        reliefs.plan("R-1", null, null, "200");
        reliefs.grant("R-1", "2026-04-21");
        reliefs.asks("R-2", "FN.3120.1.2026", "REMISSION", null, "2026-04-22");
        reliefs.plan("R-2", null, null, null);
        reliefs.grant("R-2", "2026-04-22");
        tell(id);

        assertThat(taxOffice.notices)
                .anyMatch(
                        notice -> notice.contains("rodzaj=\"ZMNIEJSZENIE\"") && notice.contains("pozostaje=\"300.00\""))
                .anyMatch(notice -> notice.contains("rodzaj=\"WYCOFANIE\""))
                .as("one notice for tax and interest remitted together")
                .hasSize(2);
        assertThat(office.review().costsLeft()).isZero();
    }

    @Test
    void titleThatWaitsForItsSignatureIsFilledInAnewAndNotSentForWhatAReliefCovers() {
        String person = parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME));
        dunned(person);
        String id = prepare(false).get(0);
        reliefs.asks("R-1", "FN.3120.1.2026", "DEFERRAL", null, "2026-04-21");
        reliefs.plan("R-1", "2026-06-30", null, null);
        reliefs.grant("R-1", "2026-04-21");

        assertThat(ledger.messages("TitleReported"))
                .singleElement()
                .satisfies(message -> assertThat(message.businessKey()).isEqualTo(id));
        assertThatThrownBy(() -> send(id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NO_ARREARS"));
        assertThat(taxOffice.submitted).isEmpty();
    }

    @Test
    void paymentOnAnInstalmentTheTitleDoesNotNameIsNoMatterOfTheOffice() {
        String person = parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME));
        ledger.charge("FN.3120.1.2026", "500.00", "500.00");
        debtors(person);
        dun(person);
        String id = prepare(false).get(0);
        send(id);

        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "16.00", LocalDate.of(2026, 4, 21)));
        ledger.allocate(
                ledger.takenIn(LedgerFixture.credit("REF-2", null, "500.00", LocalDate.of(2026, 4, 21))),
                "FN.3120.1.2026",
                2);
        tell(id);

        assertThat(taxOffice.notices).isEmpty();
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

    private void dunnedPair() {
        dunned(
                parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME)),
                parties.register(Party.natural("Anna", "Nowak", "82020212345", HOME)));
    }

    private void dunned(String... partyIds) {
        charge(partyIds);
        dun(partyIds);
    }

    private void charge(String... partyIds) {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        debtors(partyIds);
    }

    private void debtors(String... partyIds) {
        office.jdbc.sql("delete from ledger.receivable_party").update();
        for (String partyId : partyIds) {
            office.jdbc
                    .sql("insert into ledger.receivable_party select id, ? from ledger.receivable")
                    .param(partyId)
                    .update();
        }
    }

    private void dun(String... partyIds) {
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();
        for (String partyId : partyIds) {
            office.reaches(partyId, "2026-04-02");
        }
        office.deliveryEnds("2026-04-02");
        office.on("2026-04-20");
    }

    private String sentTitle() {
        return sentTitle("SELF");
    }

    private String sentTitle(String regime) {
        String person = parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME));
        if ("SELF".equals(regime)) {
            charge(person);
        } else {
            ledger.charge("FN.3120.1.2026", "500.00");
            debtors(person);
        }
        dun(person);
        String id = prepare(false).get(0);
        send(id);
        return id;
    }

    private List<String> prepare(boolean spouses) {
        return office.in(() -> DunningFixture.output(new PrepareTitles(office.dunnings, titles, parties, office.clock)
                        .run(new PrepareTitles.Input(office.dunningId(), spouses), DunningFixture.call("titles")))
                .titleIds());
    }

    private void send(String id) {
        office.in(() -> {
            new DraftTitle(
                            titles,
                            office.dunnings,
                            office.review,
                            office.lines,
                            xml,
                            settings,
                            (draft, key) -> "L-9",
                            parties,
                            new DebtorParents(office.jdbc),
                            office.clock)
                    .run(new DraftTitle.Input(id, DunningFixture.CASE), DunningFixture.call("draft"));
            return new SendTitle(titles, office.dunnings, office.review, provider(), office.clock)
                    .run(new SendTitle.Input(id, "doc-9"), DunningFixture.call("send"));
        });
    }

    private void tell(String id) {
        office.in(() -> new NotifyEnforcement(titles, xml, provider(), office.clock)
                .run(new NotifyEnforcement.Input(id), DunningFixture.call("notify")));
    }

    private void receive(String externalId, String id, Kind kind, String reason) {
        office.in(() -> desk.receive(
                new Report(externalId, titles.get(id).number(), kind, office.clock.today(), null, reason)));
    }

    private org.springframework.beans.factory.ObjectProvider<EnforcementOffice> provider() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("taxOffice", taxOffice);
        return beans.getBeanProvider(EnforcementOffice.class);
    }
}
