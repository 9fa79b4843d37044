package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.obieg.delivery.DeliveryRegister;
import pl.obieg.delivery.HowToReach;
import pl.obieg.exchange.Address;
import pl.obieg.ledger.Debts;
import pl.obieg.process.Stoppages;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/**
 * The life of a property-tax case through the running office: the real engine and database, the real protocols, the
 * simulated world outside. Each test is a story that ends at another end event of the procedure.
 */
class CaseLifeTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void taxOfOnePersonIsAssessedDeliveredElectronicallyAndPaid() {
        office.outsideReacts("edoreczenia", "DELIVERED");
        CaseUnderTest matter = decided(office.files("in1", 1));
        matter.reaches("naleznosc-rozliczona");
        assertThat(channelOf(matter)).isEqualTo("ADE");
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void letterNobodyCollectsAtThePostIsDeemedDelivered() {
        office.outsideReacts("post", "DEEMED");
        CaseUnderTest matter = decided(office.files("in1", 2));
        matter.reaches("nadaj-list-polecony");
        LocalDate sent = awaitDispatched(matter);
        office.daysPass(16);
        matter.reaches("naleznosc-rozliczona");
        assertThat(statusesOf(matter)).containsExactly("DEEMED");
        assertThat(LocalDate.parse((String) matter.variable("legalDate"))).isAfterOrEqualTo(sent.plusDays(14));
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void twoCoOwnersGetOneDecisionEachByTheirOwnChannel() {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = decided(office.files("in1-wspolwlasnosc", 3));
        matter.reaches("naleznosc-rozliczona");
        assertThat(channelsOf(matter)).containsExactlyInAnyOrder("ADE", "REGISTERED");
        assertThat(count("select count(*) from ledger.receivable where case_number = ?", matter))
                .isOne();
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void companyWhoseSumIsRightIsTakenAtItsWord() {
        CaseUnderTest matter = office.files("dn1", 1);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.reaches("naleznosc-rozliczona");
        assertThat(matter.variable("taxDue")).isEqualTo(matter.variable("declaredTax"));
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
        assertThat(count(
                        "select count(*) from ledger.allocation a join ledger.receivable r on r.id = a.receivable_id"
                                + " where a.kind = 'INTEREST' and r.case_number = ?",
                        matter))
                .as("instalments whose day has passed bear interest by the deployed table of rates")
                .isPositive();
        assertThat(count("select count(*) from delivery.delivery where case_number = ?", matter))
                .isZero();
    }

    @Test
    void companyWithAWrongSumThatDoesNotAnswerTheCallEndsInProceedings() {
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("dn1-bledna-suma", 2);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "ocen-ustalenia", calls());
        matter.waitsAt("odnotuj-odpowiedz-na-wezwanie");
        office.daysPass(27);
        matter.does(
                "piotr",
                "ocen-ustalenia",
                Map.of("reviewResolution", "POSTEPOWANIE", "reviewNote", "Suma nie odpowiada stawkom."));
        matter.waitsAt("sprawdz-i-zatwierdz-pismo");
    }

    @Test
    void companyThatAnswersTheCallWithACorrectionIsTakenAtItsNewWordInTheSameCase() {
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("dn1-bledna-suma", 17);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "ocen-ustalenia", calls());
        matter.waitsAt("odnotuj-odpowiedz-na-wezwanie");

        CaseUnderTest letter = office.files("dn1-korekta", 17);

        assertThat(letter.ends()).containsExactly("pismo-dolaczone-do-czekajacej-sprawy");
        assertThat(letter.caseNumber()).isNull();
        matter.reaches("naleznosc-rozliczona");
        assertThat(matter.variable("declaredTax")).isEqualTo(matter.variable("taxDue"));
        assertThat(count("select count(*) from correspondence.incoming where case_number = ?", matter))
                .isEqualTo(2);
        assertThat(texts(
                        "select coalesce(accepted_on::text, 'replaced') from tax.declaration"
                                + " where case_number = ? and (replaced_by is null or accepted_on is null)",
                        matter))
                .hasSize(2)
                .containsOnlyOnce("replaced");
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void correctionNobodyWaitsForBeginsACaseOfItsOwn() {
        CaseUnderTest matter = office.files("dn1-korekta", 18);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.reaches("naleznosc-rozliczona");
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void refusedLetterCountsAsDelivered() {
        office.outsideReacts("post", "REFUSED");
        CaseUnderTest matter = decided(office.files("in1", 6));
        matter.reaches("naleznosc-rozliczona");
        assertThat(statusesOf(matter)).containsExactly("REFUSED");
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void undeliverableLetterIsGivenUpByAClerkAndMakesNoLiability() {
        office.outsideReacts("post", "OFF");
        CaseUnderTest matter = decided(office.files("in1", 8));
        awaitDispatched(matter);
        String number = office.jdbc()
                .sql("select d.reference from delivery.dispatch d join delivery.delivery l on l.id = d.delivery_id"
                        + " where l.case_number = ?")
                .param(matter.caseNumber())
                .query(String.class)
                .single();
        office.outsideDoes("/post/przesylki/" + number + "/nieznany");
        matter.does("katarzyna", "ustal-adres-i-ponow-doreczenie", Map.of("deliveryResolution", "ZAKONCZ"));
        assertThat(matter.ends()).containsExactly("decyzji-nie-doreczono");
        assertThat(count("select count(*) from ledger.receivable where case_number = ?", matter))
                .isZero();
    }

    @Test
    void documentWithAWrongPeselIsLeftWhenNobodyAnswersTheCall() {
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("in1-bledny-pesel", 10);
        matter.does("katarzyna", "wyjasnij-braki-formalne", Map.of("defectResolution", "WEZWIJ"));
        findAddress(matter);
        matter.waitsAt("odnotuj-odpowiedz-na-wezwanie");
        office.daysPass(20);
        matter.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        assertThat(matter.ends()).containsExactly("pozostawiono-bez-rozpatrzenia");
        assertThat(texts("select title from correspondence.letter where case_number = ?", matter))
                .as("an order with a complaint, OP art. 169 § 4")
                .containsExactly("w sprawie pozostawienia pisma bez rozpatrzenia");
    }

    private void findAddress(CaseUnderTest matter) {
        matter.waitsAt("ustal-adres-i-ponow-doreczenie");
        String delivery = office.jdbc()
                .sql("select id from delivery.delivery where case_number = ? order by prepared_at desc limit 1")
                .param(matter.caseNumber())
                .query(String.class)
                .single();
        office.bean(HowToReach.class)
                .found(
                        delivery,
                        new Address("Polna", "7", null, "00-999", "Przykładowo", "PL"),
                        office.bean(DeliveryRegister.class).get(delivery).circumstances(),
                        null,
                        "katarzyna");
        matter.does("katarzyna", "ustal-adres-i-ponow-doreczenie", Map.of("deliveryResolution", "PONOW"));
    }

    @Test
    void taxUnderTheCostOfALetterIsNotAssessed() {
        CaseUnderTest matter = office.files("in1-male", 11);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        assertThat(matter.ends()).containsExactly("podatek-ponizej-progu");
        assertThat(texts(
                        "select kind from correspondence.decision where case_number = ? and issued_on is not null",
                        matter))
                .as("PT-15: the discontinuing decision is registered and stays in the files")
                .containsExactly("FILE_DECISION");
        assertThat(count("select count(*) from delivery.delivery where case_number = ?", matter))
                .isZero();
    }

    @Test
    void nobodyWhoHasDiedGetsADecisionAndTheCaseSaysSo() {
        CaseUnderTest matter = office.files("in1", 15);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of("taxpayerDied", true));
        matter.waitsAt("ustal-spadkobiercow");
        assertThat(texts("select note from correspondence.case_note where case_number = ?", matter))
                .anyMatch(note -> note.startsWith("Wstrzymano wydanie decyzji. Podatnik zmarł"));
        matter.does("piotr", "ustal-spadkobiercow", Map.of("deathResolution", "ZGON"));
        assertThat(matter.ends()).containsExactly("postepowanie-przerwane-smierc-podatnika");
        assertThat(outcomesOf(matter)).containsOnly("postępowanie przerwane – śmierć podatnika");
        assertThat(count("select count(*) from correspondence.decision where case_number = ?", matter))
                .isZero();
    }

    @Test
    void yearThatNoDecisionCanReachAnyMoreIsClosedWithItsReason() {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("in1", 16, office.clock().today().getYear() - 6);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        assertThat(matter.ends()).containsExactly("termin-wydania-decyzji-uplynal");
        assertThat(outcomesOf(matter)).containsOnly("Upłynął termin, w którym decyzja może ustalić podatek.");
    }

    @Test
    void decisionSentBackIsPreparedAgain() {
        office.outsideReacts("edoreczenia", "DELIVERED");
        CaseUnderTest matter = office.files("in1", 5);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does(
                "anna",
                "sprawdz-i-zatwierdz-decyzje",
                Map.of("approval", "ZWROC", "approvalRemarks", "Proszę sprawdzić powierzchnię."));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        matter.reaches("naleznosc-rozliczona");
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void paymentWithoutAKnownAccountIsAssignedByAccounting() {
        office.outsideReacts("edoreczenia", "DELIVERED");
        CaseUnderTest matter = decided(office.files("in1", 7));
        matter.reaches("naleznosc-rozliczona");
        Set<String> before = office.instances("wplata-niewyjasniona");
        office.pays(
                "61109010140000071219812874", BigDecimal.valueOf((Long) matter.variable("taxDue")), "podatek za dom");
        CaseUnderTest payment = office.newInstance("wplata-niewyjasniona", before);
        payment.does(
                "ewa", "wyjasnij-wplate", Map.of("paymentResolution", "PRZYPISZ", "caseNumber", matter.caseNumber()));
        assertThat(payment.ends()).containsExactly("wplata-przypisana");
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void postThatIsDownStopsTheCaseUntilAClerkHasItTriedAgain() {
        Stoppages stoppages = office.bean(Stoppages.class);
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("in1", 14);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.waitsAt("sprawdz-i-zatwierdz-decyzje");
        office.outsideFails("post", "down", 1000);
        Stoppages.Stoppage stoppage;
        try {
            matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
            stoppage = office.await(
                    "stoppage of " + matter.caseNumber(),
                    () -> stoppages.newest(50).stream()
                            .filter(one -> matter.caseNumber().equals(one.caseNumber()))
                            .findFirst()
                            .orElse(null));
        } finally {
            office.outsideFails("post", "none", 0);
        }
        assertThat(stoppage.step()).isEqualTo("Nadaj list polecony");
        assertThat(stoppage.reason())
                .startsWith("System zewnętrzny nie odpowiada")
                .endsWith(".");
        stoppages.tryAgain(stoppage.jobId());
        office.await(
                "step tried again",
                () -> stoppages.newest(50).stream()
                        .noneMatch(one -> matter.caseNumber().equals(one.caseNumber())));
        matter.reaches("naleznosc-rozliczona");
        assertThat(count(
                        "select count(*) from delivery.dispatch d join delivery.delivery l on l.id = d.delivery_id"
                                + " where l.case_number = ?",
                        matter))
                .isOne();
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void documentOfAnUnknownFormWaitsForAClerk() {
        CaseUnderTest letter = office.files("nieznany", 12);
        letter.does(
                "katarzyna", "rozpoznaj-pismo", Map.of("letterResolution", "AKTA", "letterNote", "Prośba o kontakt."));
        assertThat(letter.ends()).containsExactly("pismo-rozpoznane");
    }

    private CaseUnderTest decided(CaseUnderTest matter) {
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        return matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
    }

    private static Map<String, Object> calls() {
        return Map.of(
                "reviewResolution", "WEZWIJ",
                "callKind", "CORRECTION",
                "reviewNote", "kwota podatku w deklaracji różni się od obliczonej");
    }

    /** With the interest of instalments whose day has passed, as of a company's tax declared late. */
    private void payAll(CaseUnderTest matter) {
        String account = (String) matter.variable("payerAccount");
        BigDecimal owed =
                office.bean(Debts.class).owed(account, office.clock().today()).total();
        assertThat(owed).isGreaterThanOrEqualTo(BigDecimal.valueOf((Long) matter.variable("taxDue")));
        office.pays(account, owed, "Podatek " + matter.caseNumber());
    }

    /** How the case ended, as the case file and the portal say it. */
    private List<String> outcomesOf(CaseUnderTest matter) {
        return List.of(
                texts("select outcome from correspondence.case_file where case_number = ?", matter)
                        .get(0),
                texts("select outcome from portal.closing where case_number = ?", matter)
                        .get(0));
    }

    private String channelOf(CaseUnderTest matter) {
        return channelsOf(matter).get(0);
    }

    private List<String> channelsOf(CaseUnderTest matter) {
        return texts("select channel from delivery.delivery where case_number = ?", matter);
    }

    private List<String> statusesOf(CaseUnderTest matter) {
        return texts("select status from delivery.delivery where case_number = ?", matter);
    }

    private List<String> texts(String sql, CaseUnderTest matter) {
        return office.jdbc()
                .sql(sql)
                .param(matter.caseNumber())
                .query(String.class)
                .list();
    }

    private int count(String sql, CaseUnderTest matter) {
        return office.jdbc()
                .sql(sql)
                .param(matter.caseNumber())
                .query(Integer.class)
                .single();
    }

    /** Waits until the letter is on its way, and answers the day. */
    private LocalDate awaitDispatched(CaseUnderTest matter) {
        office.await(
                "dispatch of " + matter.caseNumber(),
                () -> count(
                                "select count(*) from delivery.dispatch d join delivery.delivery l on l.id ="
                                        + " d.delivery_id where l.case_number = ?",
                                matter)
                        > 0);
        return office.clock().today();
    }
}
