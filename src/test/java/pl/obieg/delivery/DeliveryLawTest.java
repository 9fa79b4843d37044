package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.support.DecisionExamples;

/** Each way of delivery from the choice by D13 to the legal day, through the office's own operations and tables. */
class DeliveryLawTest {

    private static final String ADE = "AE:PL-12345-67890-ABCDE-12";
    private static final String QUALIFIED = "AE:PL-99999-11111-QUALI-10";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    private DeliveryOffice office = new DeliveryOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("DEL-01: pismo idzie na adres do doręczeń elektronicznych, dniem doręczenia jest odbiór")
    void letterGoesToTheElectronicAddress() {
        hasAde();
        String id = office.prepared();

        assertThat(goes(id)).isEqualTo("ADE");
        assertThat(office.ade.shipments)
                .singleElement()
                .satisfies(sent -> assertThat(sent.electronicAddress()).isEqualTo(ADE));
        assertThat(received(id, Evidence.Kind.COLLECTED)).isEqualTo(DAY);
    }

    @Test
    @DisplayName("DEL-01: w siedzibie organu pismo można wydać mimo adresu elektronicznego")
    void letterIsHandedOverAtTheOffice() {
        hasAde();
        String id = office.prepared();
        circumstances(id, new Circumstances(true, false, false, null, false, false));

        assertThat(goes(id)).isEqualTo("OFFICE");
        assertThat(received(id, Evidence.Kind.SIGNED)).isEqualTo(DAY);
    }

    @Test
    @DisplayName("DEL-02: bez adresu elektronicznego doręcza operator usługą hybrydową albo pracownik urzędu")
    void withoutAnAddressTheHybridServiceOrTheOfficesPeopleDeliver() {
        String byOperator = office.prepared();
        period("PUH", "2026-02-01", "2026-02-28");
        assertThat(goes(byOperator)).isEqualTo("PUH");
        assertThat(received(byOperator, Evidence.Kind.SIGNED)).isEqualTo(DAY);

        String byCourier = office.prepared();
        period("COURIER", "2026-02-01", "2026-02-28");
        assertThat(goes(byCourier)).isEqualTo("COURIER");
        assertThat(received(byCourier, Evidence.Kind.SUBSTITUTE_SIGNED)).isEqualTo(DAY);
        assertThat(office.status(byCourier)).isEqualTo("SUBSTITUTE");
    }

    @Test
    @DisplayName("DEL-03: bez e-Doręczeń i PUH list polecony, a na terenie sołtysa sołtys za pokwitowaniem")
    void otherwiseRegisteredPostOrTheSoltysDelivers() {
        String posted = office.prepared();
        assertThat(goes(posted)).isEqualTo("REGISTERED");
        assertThat(received(posted, Evidence.Kind.SIGNED)).isEqualTo(DAY);

        reopened(new DeliverySettings(false, false, false, List.of("Wronki"), List.of("Wronki")));
        String carried = office.prepared();
        assertThat(goes(carried)).isEqualTo("SOLTYS");
        assertThat(received(carried, Evidence.Kind.SIGNED)).isEqualTo(DAY);

        hasAde();
        assertThat(goes(office.prepared()))
                .as("the sołtys only where ADE is impossible")
                .isEqualTo("ADE");
    }

    @Test
    @DisplayName("DEL-04: decyzję z rygorem natychmiastowej wykonalności można od razu wysłać na papierze")
    void immediatelyEnforceableDecisionMayGoOnPaperAtOnce() {
        hasAde();
        String id = office.prepared();
        circumstances(id, new Circumstances(false, false, false, null, true, false));
        assertThat(goes(id)).as("a letter that is no decision").isEqualTo("ADE");

        office.bean(DeliveryRegister.class).isOfKind(DeliveryOffice.OneLetter.ID, LetterKind.DECISION);
        assertThat(goes(id)).isEqualTo("REGISTERED");
        assertThat(office.bean(DeliveryRegister.class).get(id).channelBasis()).isEqualTo("art. 144 §1d OP");
    }

    @Test
    @DisplayName("DEL-05: bez adresu w BAE pismo idzie na adres kwalifikowany, z którego przyszedł wniosek tej strony")
    void qualifiedAddressOfTheApplicationServesItsSenderOnly() {
        String id = office.prepared();
        appliedFrom(id, DeliveryOffice.KOWALSKA.pesel());

        assertThat(goes(id)).isEqualTo("ADE_QERDS");
        assertThat(office.ade.shipments.get(0).electronicAddress()).isEqualTo(QUALIFIED);
        assertThat(received(id, Evidence.Kind.COLLECTED)).isEqualTo(DAY);

        String other = office.prepared();
        appliedFrom(other, "90010112345");
        assertThat(goes(other)).as("a co-owner's box").isEqualTo("REGISTERED");

        hasAde();
        String both = office.prepared();
        appliedFrom(both, DeliveryOffice.KOWALSKA.pesel());
        assertThat(goes(both)).isEqualTo("ADE");
        assertThat(office.ade.shipments.get(1).electronicAddress()).isEqualTo(ADE);
    }

    @Test
    @DisplayName("DEL-14: odmowa przyjęcia to doręczenie w dniu odmowy")
    void refusalDeliversOnItsDay() {
        String id = office.prepared();
        goes(id);

        assertThat(received(id, Evidence.Kind.REFUSED)).isEqualTo(DAY);
        assertThat(office.status(id)).isEqualTo("REFUSED");
    }

    @Test
    @DisplayName(
            "DEL-15: zawodowemu pełnomocnikowi doręcza się na jego adres elektroniczny, innemu pocztą na jego nazwisko")
    void attorneyGetsTheLetterInsteadOfTheParty() {
        hasAde();
        String professional = office.prepared();
        circumstances(professional, new Circumstances(false, false, true, QUALIFIED, false, false));
        assertThat(goes(professional)).isEqualTo("ADE");
        assertThat(office.ade.shipments.get(0).electronicAddress()).isEqualTo(QUALIFIED);

        String other = office.prepared();
        office.found(
                other,
                DeliveryOffice.HOME,
                new Circumstances(false, false, false, null, false, false),
                new Representative("Ewa Zastępca", Representative.Role.ATTORNEY));
        assertThat(goes(other)).isEqualTo("REGISTERED");
        assertThat(office.post.shipments.get(0).addressee().displayName()).startsWith("Ewa Zastępca (pełnomocnik");
    }

    @Test
    @DisplayName(
            "DEL-17: osobie pozbawionej wolności i pismu, którego nie da się przesłać, nie doręcza się elektronicznie")
    void exceptionsFromElectronicDelivery() {
        hasAde();
        String imprisoned = office.prepared();
        circumstances(imprisoned, new Circumstances(false, true, false, null, false, false));
        assertThat(goes(imprisoned)).isEqualTo("REGISTERED");

        String thing = office.prepared();
        circumstances(thing, new Circumstances(false, false, false, null, false, true));
        assertThat(goes(thing)).isEqualTo("REGISTERED");

        period("PUH", "2026-02-01", "2026-02-28");
        String inPrison = office.prepared();
        circumstances(inPrison, new Circumstances(false, true, false, null, false, false));
        assertThat(goes(inPrison)).isEqualTo("PUH");
    }

    @ParameterizedTest(name = "DEL-18: {0}: {1}")
    @CsvSource({"2026-02-02, REGISTERED", "2029-09-30, REGISTERED", "2029-10-01, PUH", "2031-05-05, PUH"})
    void hybridServiceIsUsedFromTheDayOfTheLawUnlessAgreedEarlier(LocalDate day, String channel) {
        period("PUH", "2029-10-01", "9999-12-31");
        office.clock.moveTo(Duration.between(
                Instant.parse("2026-02-02T09:00:00Z"), day.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC)));

        assertThat(goes(office.prepared())).isEqualTo(channel);
    }

    @Test
    @DisplayName("DEL-19: obowiązek posiadania adresu obciąża adresata; bez wpisu w BAE spółka dostaje list polecony")
    void companyWithoutAnAddressGetsARegisteredLetter() {
        String party = office.bean(Parties.class)
                .register(Party.legal("Wzór sp. z o.o.", "5252248481", null, DeliveryOffice.HOME));
        String id = office.run(
                        PrepareDeliveries.class,
                        new PrepareDeliveries.Input("FN.3120.9.2026", DeliveryOffice.OneLetter.ID, List.of(party)))
                .deliveryIds()
                .get(0);

        assertThat(goes(id)).isEqualTo("REGISTERED");
        assertThat(received(id, Evidence.Kind.SIGNED)).isEqualTo(DAY);
    }

    @Test
    @DisplayName(
            "DEL-02, DEL-03: po końcu akcji gońców pismo bez potwierdzenia idzie pocztą; karta wpisana później nadal się liczy")
    void letterTheCouriersDidNotDeliverGoesByPost() {
        period("COURIER", "2026-01-30", "2026-02-22");
        String left = office.prepared();
        String carried = office.prepared();
        assertThat(goes(left)).isEqualTo("COURIER");
        assertThat(goes(carried)).isEqualTo("COURIER");
        String first = reference(left);
        assertThat(received(carried, Evidence.Kind.SIGNED)).isEqualTo(DAY);

        office.messages.clear();
        office.clock.moveTo(Duration.ofDays(20));
        office.bean(CourierCampaign.class).end();
        assertThat(office.messages).as("the last day still counts").isEmpty();

        office.clock.moveTo(Duration.ofDays(21));
        office.bean(CourierCampaign.class).end();
        office.bean(CourierCampaign.class).end();

        assertThat(office.messages)
                .singleElement()
                .matches(one -> one.businessKey().equals(left));
        ReadReceipt.Output receipt = office.run(ReadReceipt.class, new ReadReceipt.Input(left));
        assertThat(receipt.returnReason()).isEqualTo("CAMPAIGN_ENDED");
        assertThat(office.conclude(left)).isNull();
        assertThat(office.status(left)).isEqualTo("FAILED");
        assertThat(goes(left)).isEqualTo("REGISTERED");

        office.bean(EvidenceDesk.class)
                .receive(new Evidence("COURIER", first, "card", Evidence.Kind.SIGNED, DAY, Map.of(), null));
        assertThat(office.conclude(left)).as("the first effective attempt").isEqualTo(DAY);
    }

    @Test
    @DisplayName("DEL-02: goniec wskazany przez urzędnika poza akcją nie kończy się sam")
    void courierChosenByAClerkOutsideACampaignIsLeftAlone() {
        String id = office.prepared();
        office.run(RecordClerkChannel.class, new RecordClerkChannel.Input(id, "COURIER", null));
        office.run(SendByPost.class, new SendByPost.Input(id));
        office.clock.moveTo(Duration.ofDays(60));
        office.bean(CourierCampaign.class).end();

        assertThat(office.messages).isEmpty();
    }

    @Test
    @DisplayName("DEL-03: list za granicę nadany na poczcie liczy się według karty CN07 wpisanej ręcznie")
    void letterAbroadCountsByItsCard() {
        String id = office.prepared();
        office.found(
                id,
                new Address("Lindenstraße", "7", null, "10969", "Berlin", "DE"),
                new Circumstances(false, false, false, null, false, false),
                null);
        assertThat(chosen(id)).isEqualTo("REGISTERED_ABROAD");
        office.run(RecordClerkChannel.class, new RecordClerkChannel.Input(id, "BY_HAND", "CN07"));
        office.run(SendByPost.class, new SendByPost.Input(id));

        assertThat(received(id, Evidence.Kind.SIGNED)).isEqualTo(DAY);
    }

    @ParameterizedTest(name = "DEL-08: {0} bez daty lub podpisu jest wadliwe")
    @CsvSource({"SIGNED", "SUBSTITUTE_SIGNED"})
    void receiptWithoutASignatureIsDefective(Evidence.Kind kind) {
        String id = office.prepared();
        goes(id);
        told(id, kind, "receiverSignature", "false");

        assertThat(office.conclude(id)).isNull();
        assertThat(office.status(id)).isEqualTo("DEFECTIVE");
    }

    private void reopened(DeliverySettings settings) {
        office.close();
        office = new DeliveryOffice(settings);
    }

    private void hasAde() {
        office.bae.put(DeliveryOffice.KOWALSKA.pesel(), ADE);
    }

    private void circumstances(String id, Circumstances circumstances) {
        office.found(id, DeliveryOffice.HOME, circumstances, null);
    }

    private void period(String channel, String from, String to) {
        office.database
                .jdbc()
                .sql("insert into delivery.channel_period (channel, available_from, available_to, basis)"
                        + " values (?, ?, ?, 'na czas testu')")
                .params(channel, LocalDate.parse(from), LocalDate.parse(to))
                .update();
    }

    private void appliedFrom(String deliveryId, String sender) {
        String caseNumber = office.bean(DeliveryRegister.class).get(deliveryId).caseNumber();
        String submission = office.bean(Submissions.class)
                .accept(new Submission(
                        null,
                        "ADE",
                        "wiadomosc-" + deliveryId,
                        null,
                        null,
                        "Anna Kowalska",
                        sender,
                        QUALIFIED,
                        "Wniosek",
                        Instant.parse("2026-01-30T10:00:00Z"),
                        DeliveryOffice.OneLetter.ID,
                        null,
                        List.of()))
                .id();
        office.tell(new CaseFact.DeclarationRecorded(
                caseNumber, "D-1", submission, "IN-1", 2026, LocalDate.of(2026, 1, 30), List.of()));
    }

    /** What D13 says, with the inputs the office found. */
    private String chosen(String id) {
        FindDeliveryAddress.Output found = office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("pickupAtOffice", found.pickupAtOffice());
        inputs.put("imprisoned", found.imprisoned());
        inputs.put("attorneyProfessional", found.attorneyProfessional());
        inputs.put("immediateEnforceability", found.immediateEnforceability());
        inputs.put("electronicImpossible", found.electronicImpossible());
        inputs.put("adeInBae", found.adeInBae());
        inputs.put("adeFromApplication", found.adeFromApplication());
        inputs.put("epuapAllowed", found.epuapAllowed());
        inputs.put("epuapAddressKnown", found.epuapAddressKnown());
        inputs.put("domestic", found.domestic());
        inputs.put("ownCouriersCampaign", found.ownCouriersCampaign());
        inputs.put("addressInGmina", found.addressInGmina());
        inputs.put("puhAvailable", found.puhAvailable());
        inputs.put("soltysArea", found.soltysArea());
        inputs.put("deliveryLaw", found.deliveryLaw());
        Map<String, Object> row = DecisionExamples.ask(
                        "decisions/doreczenie/kanal-doreczenia",
                        inputs,
                        List.of("channel", "channelBasis", "channelReason"))
                .get(0);
        office.run(
                RecordChannel.class,
                new RecordChannel.Input(id, (String) row.get("channel"), (String) row.get("channelBasis"), (String)
                        row.get("channelReason")));
        return (String) row.get("channel");
    }

    /** Chooses the channel and sends by it, as the procedure does. */
    private String goes(String id) {
        String channel = chosen(id);
        if (List.of("ADE", "ADE_QERDS", "PUH").contains(channel)) {
            office.run(SendByEDelivery.class, new SendByEDelivery.Input(id));
        } else {
            office.run(SendByPost.class, new SendByPost.Input(id));
        }
        return channel;
    }

    private LocalDate received(String id, Evidence.Kind kind) {
        told(id, kind);
        return office.conclude(id);
    }

    private void told(String id, Evidence.Kind kind, String... details) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < details.length; at += 2) {
            map.put(details[at], details[at + 1]);
        }
        Dispatch last = last(id);
        office.bean(EvidenceDesk.class)
                .receive(new Evidence(
                        last.channel(), last.reference(), "e-" + last.reference() + kind, kind, DAY, map, null));
    }

    private String reference(String id) {
        return last(id).reference();
    }

    private Dispatch last(String id) {
        List<Dispatch> all = office.bean(DeliveryRegister.class).dispatches(id);
        return all.get(all.size() - 1);
    }
}
