package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.process.Refusal;
import pl.obieg.support.DecisionExamples;

/** Rules of the rulebook, section 4.1, each through the office's own operations and tables. */
class DeliveryRulesTest {

    private static final DeliveryOffice office = new DeliveryOffice();
    private static final Address WORK = new Address("Fabryczna", "1", null, "64-510", "Wronki", "PL");

    @BeforeEach
    void clear() {
        office.cleared();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void letterGoesToAnotherPlaceWhereTheAddresseeCanBeFound_DEL09() {
        String id = office.prepared();
        office.bean(DeliveryRegister.class).correct(id, WORK, nothingSpecial());
        office.sendByPost(id);

        assertThat(office.post.shipments).singleElement().satisfies(sent -> {
            assertThat(sent.addressee().address()).isEqualTo(WORK);
            assertThat(sent.addressee().lastName()).isEqualTo("Kowalska");
        });
    }

    @ParameterizedTest(name = "DEL-10: {0}, notice in {1}: {2}")
    @CsvSource({
        "ADULT_HOUSEHOLD, , SUBSTITUTE",
        "NEIGHBOUR, BOX, SUBSTITUTE",
        "NEIGHBOUR, , DEFECTIVE",
        "MANAGER, DOOR, SUBSTITUTE",
        "CARETAKER, , DEFECTIVE"
    })
    void neighbourManagerAndCaretakerNeedANotice_DEL10(String role, String notice, String status) {
        String id = office.posted();
        receive(substitute(role, notice == null ? "" : notice, "true"));
        office.conclude(id);

        assertThat(office.status(id)).isEqualTo(status);
    }

    @Test
    void electronicReceiptOfThePostDoesNotStateTheNoticeAndIsBelieved_DEL10() {
        String id = office.posted();
        receive(substitute("NEIGHBOUR", "", "false"));

        assertThat(office.conclude(id)).isEqualTo("2026-02-12");
    }

    @ParameterizedTest(name = "DEL-12: {0} for a company: {1}")
    @CsvSource({"ADULT_HOUSEHOLD, DEFECTIVE", "NEIGHBOUR, DEFECTIVE", "MANAGER, SUBSTITUTE"})
    void legalPersonIsServedAtItsSeatThroughThoseEntitled_DEL12(String role, String status) {
        String id = postedToACompany();
        receive(substitute(role, "BOX", "true"));
        office.conclude(id);

        assertThat(office.status(id)).isEqualTo(status);
    }

    @Test
    void employeeAtTheSeatReceivesForTheCompany_DEL12() {
        String id = postedToACompany();
        receive(evidence("REGISTERED-1", "s", Evidence.Kind.SIGNED, "2026-02-12", "receiverRole", "EMPLOYEE_OF_SEAT"));
        office.conclude(id);

        assertThat(office.status(id)).isEqualTo("DELIVERED");
    }

    @Test
    void partyThatMovedWithoutATraceIsServedAtTheOldAddress_DEL13() {
        String id = office.posted();
        receive(evidence("REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-09", "returnReason", "MOVED"));
        assertThat(office.conclude(id)).isNull();

        assertThat(office.run(DeemAtOldAddress.class, new DeemAtOldAddress.Input(id)))
                .isEqualTo(new DeemAtOldAddress.Output("DEEMED", LocalDate.of(2026, 2, 9)));
        assertThat(office.reasons.steps()).singleElement().asString().contains("DEL-13", "09.02.2026");
    }

    @Test
    void storageThatRanOutGivesTheDay_DEL13() {
        String id = office.posted();
        receive(evidence(
                "REGISTERED-1",
                "r",
                Evidence.Kind.RETURNED,
                "2026-02-24",
                "returnReason",
                "MOVED",
                "firstNoticeOn",
                "2026-02-07",
                "secondNoticeOn",
                "2026-02-16",
                "depositPlace",
                "POST_OFFICE"));
        office.conclude(id);

        assertThat(office.run(DeemAtOldAddress.class, new DeemAtOldAddress.Input(id))
                        .legalDate())
                .isEqualTo("2026-02-23");
    }

    @Test
    void isNoWayOutForAnUnknownAddressee_DEL13() {
        String id = office.posted();
        receive(evidence("REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-09", "returnReason", "UNKNOWN"));
        office.conclude(id);

        assertThatThrownBy(() -> office.run(DeemAtOldAddress.class, new DeemAtOldAddress.Input(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_MOVED"));
    }

    @Test
    void letterForAPartyWhosePlaceIsUnknownGoesToTheOneAppointed_DEL16() {
        office.bae.put(DeliveryOffice.KOWALSKA.pesel(), "AE:PL-12345-67890-ABCDE-12");
        String id = office.prepared();
        office.bean(DeliveryRegister.class).correct(id, WORK, nothingSpecial());
        office.bean(DeliveryRegister.class)
                .represent(id, new Representative("Ewa Kurator", Representative.Role.TEMPORARY_ATTORNEY));

        FindDeliveryAddress.Output found = office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        office.sendByPost(id);

        assertThat(found.adeInBae()).as("the party's own box is not his").isFalse();
        assertThat(office.post.shipments).singleElement().satisfies(sent -> {
            assertThat(sent.addressee().displayName())
                    .isEqualTo("Ewa Kurator (tymczasowy pełnomocnik szczególny: Anna Kowalska)");
            assertThat(sent.addressee().pesel()).isNull();
            assertThat(sent.addressee().address()).isEqualTo(WORK);
        });
    }

    @Test
    void upomnienieIsDeliveredByKpaAndTheSoltysDoesNotCarryIt_DEL22() {
        String id = office.prepared();
        String letter = office.bean(DeliveryRegister.class).get(id).documentId();
        assertThat(law(id)).isEqualTo("OP");
        office.tell(new CaseFact.LetterIssued(
                "FN.3140.1.2026",
                "L-1",
                OfficeLetters.Kind.DUNNING,
                "Upomnienie",
                null,
                letter,
                LocalDate.of(2026, 2, 2),
                List.of()));
        assertThat(law(id)).isEqualTo("KPA");
        office.database.jdbc().sql("truncate delivery.document_law").update();

        assertThat(channel("OP")).containsEntry("channel", "SOLTYS");
        assertThat(channel("KPA"))
                .containsEntry("channel", "REGISTERED")
                .containsEntry("channelBasis", "art. 39 §3 pkt 1 KPA");
    }

    private static Map<String, Object> channel(String law) {
        Map<String, Object> inputs = new java.util.HashMap<>();
        for (String no : List.of(
                "pickupAtOffice",
                "imprisoned",
                "attorneyProfessional",
                "immediateEnforceability",
                "electronicImpossible",
                "adeInBae",
                "adeFromApplication",
                "epuapAllowed",
                "epuapAddressKnown",
                "ownCouriersCampaign",
                "puhAvailable")) {
            inputs.put(no, false);
        }
        inputs.put("domestic", true);
        inputs.put("addressInGmina", true);
        inputs.put("soltysArea", true);
        inputs.put("deliveryLaw", law);
        return DecisionExamples.ask("decisions/doreczenie/kanal-doreczenia", inputs, List.of("channel", "channelBasis"))
                .get(0);
    }

    private static String law(String id) {
        return office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id))
                .deliveryLaw();
    }

    private static String postedToACompany() {
        String party = office.bean(Parties.class)
                .register(Party.legal("Wzór sp. z o.o.", "5252248481", null, DeliveryOffice.HOME));
        String id = office.run(
                        PrepareDeliveries.class,
                        new PrepareDeliveries.Input("FN.3120.9.2026", DeliveryOffice.OneLetter.ID, List.of(party)))
                .deliveryIds()
                .get(0);
        office.sendByPost(id);
        return id;
    }

    private static Evidence substitute(String role, String notice, String inFull) {
        return evidence(
                "REGISTERED-1",
                "s",
                Evidence.Kind.SUBSTITUTE_SIGNED,
                "2026-02-12",
                "receiverRole",
                role,
                "noticePlacedWhere",
                notice,
                "statedInFull",
                inFull);
    }

    private static Circumstances nothingSpecial() {
        return new Circumstances(false, false, false, null, false, false);
    }

    private static void receive(Evidence one) {
        office.bean(EvidenceDesk.class).receive(one);
    }
}
