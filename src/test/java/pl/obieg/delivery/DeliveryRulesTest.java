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
        office.found(id, WORK, nothingSpecial(), null);
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
    void letterThatWasNotStoredIsNotDeemedDeliveredAtTheOldAddress_UR28() {
        String id = office.posted();
        receive(evidence("REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-09", "returnReason", "MOVED"));
        assertThat(office.conclude(id)).isNull();

        assertThatThrownBy(() -> office.run(DeemAtOldAddress.class, new DeemAtOldAddress.Input(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_STORED"));
        assertThat(office.status(id)).isEqualTo("FAILED");
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
        assertThat(office.status(id)).isEqualTo("DEEMED");
        assertThat(office.reasons.steps()).singleElement().asString().contains("DEL-13, art. 146 OP", "23.02.2026");
    }

    @Test
    void letterToASeatThatDoesNotExistGoesToTheOneWhoRepresentsTheCompany_DEL12() {
        String id = postedToACompany();
        receive(evidence(
                "REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-09", "returnReason", "ADDRESS_INCOMPLETE"));
        office.conclude(id);
        office.found(id, WORK, nothingSpecial(), new Representative("Jan Prezes", Representative.Role.BOARD_MEMBER));
        office.sendByPost(id);

        assertThat(office.post.shipments.get(1).addressee().displayName())
                .isEqualTo("Jan Prezes (osoba uprawniona do reprezentacji: Wzór sp. z o.o.)");
    }

    @Test
    void letterNobodyRepresentsStaysInTheFilesWithEffect_DEL12() {
        String id = postedToACompany();
        refusedToTheFiles(id);
        receive(evidence(
                "REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-01", "returnReason", "ADDRESS_INCOMPLETE"));
        office.conclude(id);

        assertThat(office.run(LeaveInFiles.class, new LeaveInFiles.Input(id)))
                .isEqualTo(new LeaveInFiles.Output("DEEMED", LocalDate.of(2026, 2, 2)));
        assertThat(office.status(id)).isEqualTo("DEEMED");
        assertThat(office.reasons.steps()).singleElement().asString().contains("DEL-12, art. 151a OP", "02.02.2026");
    }

    @Test
    void letterToANaturalPersonOrByKpaDoesNotStayInTheFiles_DEL12() {
        String person = office.posted();
        receive(evidence("REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-01", "returnReason", "UNKNOWN"));
        office.conclude(person);
        refusedToTheFiles(person);

        byKpa();
        String company = postedToACompany();
        receive(evidence("REGISTERED-2", "r", Evidence.Kind.RETURNED, "2026-02-01", "returnReason", "UNKNOWN"));
        office.conclude(company);
        refusedToTheFiles(company);
    }

    private static void refusedToTheFiles(String id) {
        assertThatThrownBy(() -> office.run(LeaveInFiles.class, new LeaveInFiles.Input(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_TO_FILES"));
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
        office.found(
                id, WORK, nothingSpecial(), new Representative("Ewa Kurator", Representative.Role.TEMPORARY_ATTORNEY));

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

    @ParameterizedTest(name = "DEL-22: {0} of an upomnienie: {1}")
    @CsvSource({"ADULT_HOUSEHOLD, SUBSTITUTE", "NEIGHBOUR, SUBSTITUTE", "CARETAKER, SUBSTITUTE", "MANAGER, DEFECTIVE"})
    void houseManagerTakesNoLetterDeliveredByKpa_DEL22(String role, String status) {
        String id = office.prepared();
        byKpa();
        office.sendByPost(id);
        receive(substitute(role, "BOX", "true"));
        office.conclude(id);

        assertThat(office.status(id)).isEqualTo(status);
        if (status.equals("SUBSTITUTE")) {
            assertThat(office.reasons.steps()).singleElement().asString().contains("DEL-10, DEL-22, art. 43 KPA");
        }
    }

    @ParameterizedTest(name = "DEL-22: {0} of an upomnienie to a company")
    @CsvSource({"MANAGER", "CARETAKER", "NEIGHBOUR"})
    void nobodyButThoseEntitledTakesForALegalPersonByKpa_DEL22(String role) {
        byKpa();
        String id = postedToACompany();
        receive(substitute(role, "BOX", "true"));
        office.conclude(id);

        assertThat(office.status(id)).isEqualTo("DEFECTIVE");
    }

    @Test
    void dayOfAnUpomnienieIsGivenByKpa_DEL22() {
        byKpa();
        String signed = office.posted();
        receive(evidence("REGISTERED-1", "s", Evidence.Kind.SIGNED, "2026-02-12"));
        office.conclude(signed);
        assertThat(office.reasons.steps()).singleElement().asString().contains("art. 46 §1 KPA");

        String refused = office.posted();
        receive(evidence("REGISTERED-2", "r", Evidence.Kind.REFUSED, "2026-02-12"));
        office.conclude(refused);
        assertThat(office.reasons.steps()).singleElement().asString().contains("art. 47 KPA");

        String stored = office.posted();
        receive(evidence(
                "REGISTERED-3",
                "n",
                Evidence.Kind.RETURNED,
                "2026-02-24",
                "firstNoticeOn",
                "2026-02-05",
                "secondNoticeOn",
                "2026-02-12",
                "depositPlace",
                "POST_OFFICE"));
        office.conclude(stored);
        assertThat(office.reasons.steps()).singleElement().asString().contains("art. 44 KPA");
    }

    @Test
    void clerkChoosesByKpaAndNotTheSoltysForAnUpomnienie_DEL22() {
        byKpa();
        String id = office.prepared();
        office.run(RecordClerkChannel.class, new RecordClerkChannel.Input(id, "COURIER", null));
        assertThat(office.bean(DeliveryRegister.class).get(id).channelBasis()).isEqualTo("art. 39 §2 pkt 2 KPA");

        assertThatThrownBy(() -> office.run(RecordClerkChannel.class, new RecordClerkChannel.Input(id, "SOLTYS", null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_BY_SOLTYS"));
    }

    private static void byKpa() {
        office.bean(DeliveryRegister.class).deliveredByKpa(DeliveryOffice.OneLetter.ID);
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
