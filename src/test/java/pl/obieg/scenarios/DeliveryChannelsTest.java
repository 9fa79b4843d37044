package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.obieg.delivery.Circumstances;
import pl.obieg.delivery.DeliveryRegister;
import pl.obieg.delivery.HowToReach;
import pl.obieg.exchange.Address;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** The decision goes by the channels not every office has, and the case goes on: ePUAP, own people, by hand. */
class DeliveryChannelsTest {

    private static final Address BERLIN = new Address("Lindenstraße", "7", null, "10969", "Berlin", "DE");
    private static final String WAITS_FOR_PAYMENT = "naleznosc-rozliczona";
    private static final String CLERK_TASK = "ustal-adres-i-ponow-doreczenie";

    private final RunningOffice office = RunningOffice.get();

    @AfterEach
    void closePeriods() {
        office.jdbc().sql("delete from delivery.channel_period").update();
    }

    @Test
    void decisionGoesByEpuapAndItsUpdSetsTheDay() {
        open("EPUAP");
        office.outsideReacts("epuap", "OFF");
        CaseUnderTest matter = decided(40);
        String order = sentBy(matter, "EPUAP");
        office.outsideDoes("/epuap/wyslane/" + order + "/odbior?dwukrotnie=true");
        matter.reaches(WAITS_FOR_PAYMENT);

        assertThat(text("select status from delivery.delivery where case_number = ?", matter))
                .isEqualTo("DELIVERED");
        assertThat(matter.variable("legalDate"))
                .isEqualTo(office.clock().today().toString());
        assertThat(taxPage(matter)).contains("ePUAP, nr " + order, "odebrano elektronicznie", "dowód</a>");
        paid(matter);
    }

    @Test
    void letterNobodyCollectsInEpuapKnowsNoFictionAndGoesByPost_DEL24() {
        open("EPUAP");
        office.outsideReacts("epuap", "OFF");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = decided(41);
        sentBy(matter, "EPUAP");
        office.daysPass(14);
        office.daysPass(2);
        matter.reaches("nadaj-list-polecony").reaches(WAITS_FOR_PAYMENT);

        assertThat(text(
                        "select string_agg(a.channel, ',' order by attempt) from delivery.dispatch a"
                                + " join delivery.delivery d on d.id = a.delivery_id where d.case_number = ?",
                        matter))
                .isEqualTo("EPUAP,REGISTERED");
        assertThat(text("select status from delivery.delivery where case_number = ?", matter))
                .isEqualTo("DELIVERED");
        assertThat(taxPage(matter)).contains("nie udało się doręczyć", "nie podjęto w terminie", "list polecony");
        paid(matter);
    }

    @Test
    void courierOfTheOfficeCarriesTheDecisionAndAClerkTypesTheCard() {
        open("COURIER");
        CaseUnderTest matter = decided(42);
        assertThat(sentBy(matter, "COURIER")).matches("DW/\\d{6}/\\d{4}");
        typeCard(matter, "ADULT_HOUSEHOLD", "Jan Domownik");
        matter.reaches(WAITS_FOR_PAYMENT);

        assertThat(text("select status from delivery.delivery where case_number = ?", matter))
                .isEqualTo("SUBSTITUTE");
        assertThat(taxPage(matter)).contains("goniec", "Jan Domownik (dorosły domownik)", "wpisał: katarzyna");
        paid(matter);
    }

    @Test
    void letterThatTheHybridServiceDoesNotTakeIsToldToAClerkWhoSendsItAbroadByHand() {
        hybridServiceRefuses();
        CaseUnderTest matter = decided(43);
        assertThat(problem(matter)).startsWith("Operator e-Doręczeń nie przyjął wiadomości");
        correct(matter, BERLIN, new Circumstances(false, false, false, null, false, false));
        matter.does("katarzyna", CLERK_TASK, Map.of("deliveryResolution", "PONOW"));
        office.await(
                "abroad",
                () -> "REGISTERED_ABROAD"
                        .equals(text("select channel from delivery.delivery where case_number = ?", matter)));
        assertThat(problem(matter)).startsWith("Adres jest za granicą");
        matter.does(
                "katarzyna",
                CLERK_TASK,
                Map.of("deliveryResolution", "BY_HAND", "deliveryNote", "Nadano w placówce pocztowej."));
        sentBy(matter, "BY_HAND");
        typeCard(matter, "ADDRESSEE", "Odbiorca");
        matter.reaches(WAITS_FOR_PAYMENT);

        assertThat(text("select channel_basis from delivery.delivery where case_number = ?", matter))
                .isEqualTo("art. 138f i 154a OP");
        assertThat(text("select channel_reason from delivery.delivery where case_number = ?", matter))
                .isEqualTo("Kanał wskazał urzędnik. Nadano w placówce pocztowej.");
        paid(matter);
    }

    @Test
    void clerkGivesTheLetterToTheSoltysInsteadOfAChannelThatRefusedIt() {
        hybridServiceRefuses();
        CaseUnderTest matter = decided(44);
        matter.does("katarzyna", CLERK_TASK, Map.of("deliveryResolution", "SOLTYS"));
        sentBy(matter, "SOLTYS");
        typeCard(matter, "ADDRESSEE", "Odbiorca");
        matter.reaches(WAITS_FOR_PAYMENT);
        assertThat(text("select channel_basis from delivery.delivery where case_number = ?", matter))
                .isEqualTo("art. 144 §4 OP");
        paid(matter);
    }

    @Test
    void addresseeCollectsTheDecisionAtTheOffice() {
        hybridServiceRefuses();
        CaseUnderTest matter = decided(45);
        matter.waitsAt(CLERK_TASK);
        String id = deliveryOf(matter);
        correct(
                matter,
                new Address("Polna", "7", null, "00-999", "Przykładowo", "PL"),
                new Circumstances(true, false, false, null, false, false));
        matter.does("katarzyna", CLERK_TASK, Map.of("deliveryResolution", "PONOW"));
        sentBy(matter, "OFFICE");
        typeCard(matter, "ADDRESSEE", "Odbiorca");
        matter.reaches(WAITS_FOR_PAYMENT);
        assertThat(office.bean(DeliveryRegister.class).get(id).legalDate())
                .isEqualTo(office.clock().today());
        paid(matter);
    }

    @Test
    void decisionGoesByTheHybridServiceAndNobodyCollectsIt_DEL02() {
        open("PUH");
        office.outsideReacts("edoreczenia", "OFF");
        CaseUnderTest matter = decided(46);
        sentBy(matter, "PUH");
        String message = message(matter);
        java.time.LocalDate sent = office.clock().today();
        office.daysPass(16);
        office.outsideDoes("/edoreczenia/wiadomosci/" + message + "/epo?wynik=NIE_PODJETO");
        matter.reaches(WAITS_FOR_PAYMENT);

        java.time.LocalDate end = office.bean(pl.obieg.calendar.StatutoryCalendar.class)
                .orNextWorkingDay(sent.plusDays(1).plusDays(14));
        assertThat(text("select status from delivery.delivery where case_number = ?", matter))
                .isEqualTo("DEEMED");
        assertThat(matter.variable("legalDate")).isEqualTo(end.toString());
        assertThat(text("select signature_kind from delivery.delivery where case_number = ?", matter))
                .as("the operator prints the sealed original")
                .isEqualTo("SG-02");
        paid(matter);
    }

    @Test
    void addresseeOfALetterByTheHybridServiceIsDeadAndItDoesNotGoOutAgain() {
        open("PUH");
        office.outsideReacts("edoreczenia", "OFF");
        CaseUnderTest matter = decided(47);
        sentBy(matter, "PUH");
        office.outsideDoes("/edoreczenia/wiadomosci/" + message(matter) + "/epo?wynik=ZMARL");

        Task task = matter.waitsAt("wyjasnij-smierc-adresata");
        assertThat(office.bean(TaskService.class).getVariable(task.getId(), "deliveryProblem"))
                .isEqualTo("Przesyłka wróciła: adresat zmarł.");
        matter.does("piotr", "wyjasnij-smierc-adresata", Map.of("addresseeDeath", "ZMARL"));
        assertThat(office.jdbc()
                        .sql("select count(*) from delivery.dispatch a join delivery.delivery d"
                                + " on d.id = a.delivery_id where d.case_number = ?")
                        .param(matter.caseNumber())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String message(CaseUnderTest matter) {
        return office.await(
                "message of " + matter.caseNumber(),
                () -> office.jdbc()
                        .sql("select m.message_id from delivery.edoreczenia_message m join delivery.delivery d"
                                + " on d.id = m.delivery_id where d.case_number = ? and m.message_id is not null")
                        .param(matter.caseNumber())
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }

    /** The next letter that would go by it comes back to a clerk. */
    private void hybridServiceRefuses() {
        open("PUH");
        office.outsideFails("edoreczenia", "REFUSE", 1);
    }

    private void open(String channel) {
        office.jdbc()
                .sql("insert into delivery.channel_period (channel, available_from, available_to, basis)"
                        + " values (?, ?, ?, 'na czas testu')")
                .params(
                        channel,
                        office.clock().today().minusDays(1),
                        office.clock().today().plusDays(60))
                .update();
    }

    private CaseUnderTest decided(int person) {
        CaseUnderTest matter = office.files("in1", person);
        matter.does(
                "wojtek",
                "zadekretuj-pismo",
                Map.of(
                        "orgUnit", "FN",
                        "clerk", "piotr",
                        "taskDeadline", office.clock().today().plusDays(20).toString(),
                        "instruction", "Proszę o wymiar podatku."));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        return matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
    }

    /** Waits until the letter left by the channel; answers its number. */
    private String sentBy(CaseUnderTest matter, String channel) {
        return office.await(
                channel + " of " + matter.caseNumber(),
                () -> office.jdbc()
                        .sql("select a.reference from delivery.dispatch a join delivery.delivery d"
                                + " on d.id = a.delivery_id where d.case_number = ? and a.channel = ?")
                        .params(matter.caseNumber(), channel)
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }

    private String deliveryOf(CaseUnderTest matter) {
        return text("select id from delivery.delivery where case_number = ?", matter);
    }

    private String problem(CaseUnderTest matter) {
        Task task = matter.waitsAt(CLERK_TASK);
        return (String) office.bean(TaskService.class).getVariable(task.getId(), "deliveryProblem");
    }

    private void correct(CaseUnderTest matter, Address address, Circumstances circumstances) {
        office.bean(HowToReach.class).found(deliveryOf(matter), address, circumstances, null, "katarzyna");
    }

    private void typeCard(CaseUnderTest matter, String role, String name) {
        String page = "/doreczenia/" + deliveryOf(matter) + "/zpo";
        int status = Browser.staff("katarzyna")
                .form(
                        page,
                        page,
                        Map.of(
                                "outcome",
                                "RECEIVED",
                                "deliveredOn",
                                office.clock().today().toString(),
                                "receiverRole",
                                role,
                                "receiverName",
                                name,
                                "receiverSignature",
                                "true"))
                .statusCode();
        assertThat(status).isEqualTo(302);
    }

    private String taxPage(CaseUnderTest matter) {
        return Browser.staff("piotr").get("/podatki/" + matter.caseNumber()).body();
    }

    private void paid(CaseUnderTest matter) {
        office.pays(
                (String) matter.variable("payerAccount"),
                BigDecimal.valueOf((Long) matter.variable("taxDue")),
                "Podatek " + matter.caseNumber());
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    private String text(String sql, CaseUnderTest matter) {
        return office.jdbc()
                .sql(sql)
                .param(matter.caseNumber())
                .query(String.class)
                .single();
    }
}
