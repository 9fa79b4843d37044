package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;

/** What is arranged for a party holds for the first attempt of each of its letters. */
class ArrangementsTest {

    private static final String ADE = "AE:PL-12345-67890-ABCDE-12";
    private static final String ATTORNEYS_ADE = "AE:PL-99999-11111-QUALI-10";
    private static final Address OFFICE = new Address("Prawna", "4", null, "61-001", "Poznań", "PL");
    private static final Representative ATTORNEY = new Representative("Ewa Zastępca", Representative.Role.ATTORNEY);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 30);

    private final DeliveryOffice office = new DeliveryOffice();
    private String party;

    @BeforeEach
    void partyWithAnElectronicAddress() {
        party = office.bean(Parties.class).register(DeliveryOffice.KOWALSKA);
        office.bae.put(DeliveryOffice.KOWALSKA.pesel(), ADE);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void firstLetterOfARepresentedPartyGoesToTheAttorney_DEL15() {
        represented(null, ATTORNEY, false, null, OFFICE);
        String id = letter("FN.3120.1.2026");

        assertThat(found(id).adeInBae()).as("the party's box").isFalse();
        office.sendByPost(id);
        assertThat(office.post.shipments).singleElement().satisfies(sent -> {
            assertThat(sent.addressee().displayName()).startsWith("Ewa Zastępca (pełnomocnik");
            assertThat(sent.addressee().address()).isEqualTo(OFFICE);
        });
    }

    @Test
    void firstLetterOfAProfessionalAttorneyGoesToHisElectronicAddress_DEL15() {
        represented(null, ATTORNEY, true, ATTORNEYS_ADE, null);
        String id = letter("FN.3120.1.2026");

        assertThat(found(id).attorneyProfessional()).isTrue();
        office.run(RecordChannel.class, new RecordChannel.Input(id, "ADE", "art. 144 §5 OP", "Pełnomocnik."));
        office.run(SendByEDelivery.class, new SendByEDelivery.Input(id));
        assertThat(office.ade.shipments.get(0).electronicAddress()).isEqualTo(ATTORNEYS_ADE);
    }

    @Test
    void otherAttorneyWithAnElectronicAddressIsServedThere_DEL01() {
        represented(null, ATTORNEY, false, ATTORNEYS_ADE, null);
        String id = letter("FN.3120.1.2026");

        assertThat(found(id).adeInBae()).isTrue();
        assertThat(office.bean(DeliveryRegister.class).get(id).adeAddress()).isEqualTo(ATTORNEYS_ADE);
    }

    @Test
    void letterThatAClerkSendsByAChannelOfHisChoiceGoesToTheAttorneyToo_DEL15() {
        String id = letter("FN.3120.1.2026");
        found(id);
        represented(null, ATTORNEY, false, null, OFFICE);
        office.run(RecordClerkChannel.class, new RecordClerkChannel.Input(id, "REGISTERED", null));
        office.run(SendByPost.class, new SendByPost.Input(id));

        assertThat(office.post.shipments.get(0).addressee().displayName()).startsWith("Ewa Zastępca");
    }

    @Test
    void attorneyOfOneCaseActsInNoOther_DEL15() {
        represented("FN.3120.1.2026", ATTORNEY, false, null, OFFICE);

        assertThat(reach("FN.3120.1.2026").representative()).isEqualTo(ATTORNEY);
        assertThat(reach("FN.3120.2.2026").representative()).isNull();
    }

    @Test
    void attorneyNamedForDeliveriesGoesBeforeTheOthers_DEL15() {
        Representative agent = new Representative("Jan Doręczny", Representative.Role.DELIVERY_AGENT);
        represented(null, agent, false, null, OFFICE);
        represented(null, ATTORNEY, false, null, OFFICE);

        assertThat(reach("FN.3120.1.2026").representative()).isEqualTo(agent);
    }

    @Test
    void generalPowerOfAttorneyDoesNotReachAnUpomnienie_UR27() {
        represented(null, ATTORNEY, false, null, OFFICE);
        String upomnienie = letter("FN.3160.1.2026");
        office.tell(new CaseFact.LetterIssued(
                "FN.3160.1.2026",
                "L-1",
                OfficeLetters.Kind.DUNNING,
                "Upomnienie",
                null,
                DeliveryOffice.OneLetter.ID,
                LocalDate.of(2026, 2, 2),
                List.of(party)));
        found(upomnienie);
        assertThat(delivery(upomnienie).representative()).isNull();

        represented("FN.3160.1.2026", ATTORNEY, false, null, OFFICE);
        found(upomnienie);
        assertThat(delivery(upomnienie).representative())
                .as("filed in the case itself")
                .isEqualTo(ATTORNEY);
    }

    @Test
    void partyAbroadIsServedThroughItsAgentInPoland_DEL15() {
        party = office.bean(Parties.class)
                .register(Party.natural(
                        "Hans",
                        "Muster",
                        "70010112349",
                        new Address("Lindenstraße", "7", null, "10969", "Berlin", "DE")));
        represented(null, new Representative("Ewa Kraj", Representative.Role.DELIVERY_AGENT), false, null, OFFICE);

        assertThat(found(letter("FN.3120.1.2026")).domestic()).isTrue();
    }

    @Test
    void endedAndFuturePowersDoNotAct_DEL15() {
        represented(null, ATTORNEY, false, null, OFFICE);
        Arrangement entered = office.bean(Arrangements.class).ofParty(party).get(0);
        office.bean(Arrangements.class).end(entered.id(), LocalDate.of(2026, 2, 2), "piotr");
        assertThat(reach("FN.3120.1.2026").representative()).as("the last day").isEqualTo(ATTORNEY);

        office.clock.moveTo(Duration.ofDays(1));
        assertThat(reach("FN.3120.2.2026").representative()).isNull();
    }

    @Test
    void prisonerIsNotServedElectronicallyButHisAttorneyIs_DEL17() {
        enter(Arrangement.Kind.IMPRISONED, null);
        assertThat(found(letter("FN.3120.1.2026")).imprisoned()).isTrue();

        represented(null, ATTORNEY, true, ATTORNEYS_ADE, null);
        assertThat(found(letter("FN.3120.2.2026")))
                .extracting(FindDeliveryAddress.Output::imprisoned, FindDeliveryAddress.Output::attorneyProfessional)
                .containsExactly(false, true);
    }

    @Test
    void paperAtOnceIsForTheDecisionsOfItsCaseOnly_DEL04() {
        enter(Arrangement.Kind.PAPER_AT_ONCE, "FN.3120.1.2026");
        assertThat(found(letter("FN.3120.1.2026")).immediateEnforceability())
                .as("an ordinary letter")
                .isFalse();

        office.bean(DeliveryRegister.class).isOfKind(DeliveryOffice.OneLetter.ID, LetterKind.DECISION);
        assertThat(found(letter("FN.3120.1.2026")).immediateEnforceability()).isTrue();
        assertThat(found(letter("FN.3120.2.2026")).immediateEnforceability()).isFalse();
    }

    @Test
    void pickupAtTheOfficeIsKnownBeforeTheFirstLetter_DEL01() {
        enter(Arrangement.Kind.PICKUP, null);

        assertThat(found(letter("FN.3120.1.2026")).pickupAtOffice()).isTrue();
    }

    @Test
    void addressFoundForOneLetterServesTheNextOne_DEL09() {
        String first = letter("FN.3120.1.2026");
        Address lives = new Address("Polna", "1", null, "64-510", "Wronki", "PL");
        office.found(first, lives, new Circumstances(false, false, false, null, false, false), null);

        assertThat(reach("FN.3120.9.2026").address()).isEqualTo(lives);
    }

    @Test
    void addressThePartyReportsLaterIsNewerThanTheOneFound_DEL13() {
        Address lives = new Address("Polna", "1", null, "64-510", "Wronki", "PL");
        office.found(letter("FN.3120.1.2026"), lives, new Circumstances(false, false, false, null, false, false), null);
        Address reported = new Address("Nowa", "2", null, "64-510", "Wronki", "PL");
        office.bean(Parties.class)
                .register(Party.natural("Anna", "Kowalska", DeliveryOffice.KOWALSKA.pesel(), reported));

        assertThat(reach("FN.3120.9.2026").address())
                .as("the one of the client base")
                .isNull();
    }

    @Test
    void whatIsNoLongerSaidAtADeliveryEnds() {
        String id = letter("FN.3120.1.2026");
        office.found(id, OFFICE, new Circumstances(false, false, false, null, false, true), ATTORNEY);
        assertThat(reach("FN.3120.1.2026").circumstances().electronicImpossible())
                .isTrue();

        office.found(id, DeliveryOffice.HOME, new Circumstances(false, true, false, null, false, false), null);

        HowToReach.Way way = reach("FN.3120.1.2026");
        assertThat(way.representative()).isNull();
        assertThat(way.address()).isNull();
        assertThat(way.circumstances().imprisoned()).isTrue();
        assertThat(way.circumstances().electronicImpossible()).isFalse();
        assertThat(office.bean(Arrangements.class).ofParty(party))
                .as("nothing is forgotten")
                .hasSize(3)
                .filteredOn(one -> one.endedBy() != null)
                .hasSize(2);
    }

    private void represented(String caseNumber, Representative agent, boolean professional, String ade, Address at) {
        office.bean(Arrangements.class)
                .enter(
                        new Arrangement(
                                0,
                                party,
                                caseNumber,
                                Arrangement.Kind.REPRESENTATIVE,
                                agent,
                                professional,
                                ade,
                                at,
                                "pełnomocnictwo",
                                FROM,
                                null,
                                null,
                                null),
                        "katarzyna");
    }

    private void enter(Arrangement.Kind kind, String caseNumber) {
        office.bean(Arrangements.class)
                .enter(
                        new Arrangement(
                                0, party, caseNumber, kind, null, false, null, null, "pismo", FROM, null, null, null),
                        "katarzyna");
    }

    private HowToReach.Way reach(String caseNumber) {
        String id = letter(caseNumber);
        found(id);
        return office.bean(HowToReach.class).now(id);
    }

    private Delivery delivery(String id) {
        return office.bean(DeliveryRegister.class).get(id);
    }

    private FindDeliveryAddress.Output found(String id) {
        return office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
    }

    private String letter(String caseNumber) {
        return office.run(
                        PrepareDeliveries.class,
                        new PrepareDeliveries.Input(caseNumber, DeliveryOffice.OneLetter.ID, List.of(party)),
                        UUID.randomUUID().toString())
                .deliveryIds()
                .get(0);
    }
}
