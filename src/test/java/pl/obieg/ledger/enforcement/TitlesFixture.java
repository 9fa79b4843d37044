package pl.obieg.ledger.enforcement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
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

/** The creditor up to the title and an enforcement office that keeps what it is given, on the fixture of dunning. */
final class TitlesFixture {

    private static final Address HOME = new Address("Polna", "7", null, "00-999", "Przykładowo", "PL");

    final DunningFixture office = new DunningFixture();
    final LedgerFixture ledger = office.ledger;
    final Titles titles = new Titles(office.jdbc);
    private final Parties parties = parties(office.jdbc);
    final EnforcementXml xml = new EnforcementXml();
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
    final ReliefFixture reliefs = new ReliefFixture(ledger, office.clock);
    final TaxOffice taxOffice = new TaxOffice();
    final EnforcementDesk desk = new EnforcementDesk(
            office.jdbc,
            titles,
            office.dunnings,
            office.review,
            office.limitation,
            ledger.settlement,
            office.clock,
            ledger.publisher);

    TitlesFixture() {
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

    private static Parties parties(JdbcClient jdbc) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.register(Parties.class);
            context.refresh();
            return context.getBean(Parties.class);
        }
    }

    String jan() {
        return parties.register(Party.natural("Jan", "Nowak", "80010112345", HOME));
    }

    String anna() {
        return parties.register(Party.natural("Anna", "Nowak", "82020212345", HOME));
    }

    void dunnedPair() {
        dunned(jan(), anna());
    }

    void dunned(String... partyIds) {
        charge(partyIds);
        dun(partyIds);
    }

    void charge(String... partyIds) {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        debtors(partyIds);
    }

    void debtors(String... partyIds) {
        office.jdbc.sql("delete from ledger.receivable_party").update();
        for (String partyId : partyIds) {
            office.jdbc
                    .sql("insert into ledger.receivable_party select id, ? from ledger.receivable")
                    .param(partyId)
                    .update();
        }
    }

    void dun(String... partyIds) {
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

    String sentTitle() {
        return sentTitle("SELF");
    }

    String sentTitle(String regime) {
        String person = jan();
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

    List<String> prepare(boolean spouses) {
        return office.in(() -> DunningFixture.output(new PrepareTitles(office.dunnings, titles, parties, office.clock)
                        .run(new PrepareTitles.Input(office.dunningId(), spouses), DunningFixture.call("titles")))
                .titleIds());
    }

    void send(String id) {
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

    void tell(String id) {
        office.in(() -> new NotifyEnforcement(titles, xml, provider(), office.clock)
                .run(new NotifyEnforcement.Input(id), DunningFixture.call("notify")));
    }

    void receive(String externalId, String id, Kind kind, String reason) {
        office.in(() -> desk.receive(
                new Report(externalId, titles.get(id).number(), kind, office.clock.today(), null, reason)));
    }

    private ObjectProvider<EnforcementOffice> provider() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("taxOffice", taxOffice);
        return beans.getBeanProvider(EnforcementOffice.class);
    }

    /** Keeps what it is given. */
    static final class TaxOffice implements EnforcementOffice {

        final List<String> submitted = new ArrayList<>();
        final List<String> notices = new ArrayList<>();

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
}
