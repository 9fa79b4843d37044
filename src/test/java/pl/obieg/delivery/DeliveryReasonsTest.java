package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept with the case about its days of delivery. */
class DeliveryReasonsTest {

    private static final DeliveryOffice office = new DeliveryOffice();

    @BeforeEach
    void clear() {
        office.cleared();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void signedReceiptIsNamedWithItsDayAndProvision_DEL08() {
        String id = office.posted();
        receive(evidence("REGISTERED-1", "e1", Evidence.Kind.SIGNED, "2026-02-10"));
        office.conclude(id);

        assertThat(office.reasons.kept).singleElement().satisfies(reason -> {
            assertThat(reason.subject()).isEqualTo(id);
            assertThat(reason.inputs())
                    .containsEntry("Dowód", "podpisane potwierdzenie odbioru")
                    .containsEntry("Data z dowodu", "10.02.2026")
                    .containsEntry("Wynik (D14)", "doręczono");
        });
        assertThat(office.reasons.steps())
                .containsExactly("Dzień stwierdza dowód: 10.02.2026 (DEL-08, art. 144a §3 OP: podpis i data odbioru).");
    }

    @Test
    void shiftOfTheEndOfStorageToAWorkingDayIsTold_DEL11() {
        String id = office.posted();
        receive(evidence(
                "REGISTERED-1",
                "r",
                Evidence.Kind.RETURNED,
                "2026-02-24",
                "returnReason",
                "NOT_COLLECTED",
                "firstNoticeOn",
                "2026-02-07",
                "secondNoticeOn",
                "2026-02-16",
                "depositPlace",
                "POST_OFFICE"));

        assertThat(office.conclude(id)).isEqualTo("2026-02-23");
        assertThat(office.reasons.steps())
                .containsExactly(
                        "Pierwsze awizo z dnia 07.02.2026, drugie z dnia 16.02.2026; pisma nie odebrano. 14. dzień od"
                                + " pierwszego awiza to 21.02.2026 (DEL-11, art. 150 OP).",
                        "Koniec terminu przypada na dzień wolny (sobota 21.02.2026), przechodzi na poniedziałek"
                                + " 23.02.2026 (TIM-05, reguła urzędu do DEL-11).");
    }

    @Test
    void forecastOfAnEDeliveryIsShownUntilTheOperatorsEvidenceComes_DEL06a() {
        String id = sentByEDelivery();
        receive(ade("i", Evidence.Kind.INFLOW, LocalDate.of(2026, 2, 7)));

        Deliveries.Line waiting = office.bean(Deliveries.class).get(id);
        assertThat(waiting.legalDate()).isNull();
        assertThat(waiting.forecast())
                .as("14 days end on Saturday, the operator's rule R13 shifts")
                .isEqualTo("2026-02-24");

        receive(ade("f", Evidence.Kind.FICTION, LocalDate.of(2026, 2, 22)));
        assertThat(office.conclude(id)).as("the evidence decides").isEqualTo("2026-02-22");
        Deliveries.Line concluded = office.bean(Deliveries.class).get(id);
        assertThat(concluded.forecast()).isNull();
        assertThat(office.reasons.steps()).first().asString().contains("rozstrzyga dowód otrzymania operatora");
    }

    @Test
    void evidenceWithoutADayLeavesTheComputedDayAndSaysSo_DEL06() {
        String id = sentByEDelivery();
        receive(ade("i", Evidence.Kind.INFLOW, LocalDate.of(2026, 2, 3)));
        receive(ade("f", Evidence.Kind.FICTION, null));

        assertThat(office.conclude(id)).isEqualTo("2026-02-18");
        assertThat(office.reasons.steps())
                .contains("Doręczono następnego dnia po upływie terminu: 18.02.2026 (DEL-06).")
                .last()
                .asString()
                .contains("DEL-06a");
    }

    @Test
    void letterThatCameBackIsToldWithItsReason() {
        String id = office.posted();
        receive(evidence("REGISTERED-1", "r", Evidence.Kind.RETURNED, "2026-02-09", "returnReason", "MOVED"));
        office.conclude(id);

        assertThat(office.reasons.kept)
                .singleElement()
                .satisfies(reason -> assertThat(reason.inputs())
                        .containsEntry("Powód zwrotu", "adresat wyprowadził się")
                        .containsEntry("Wynik (D14)", "nie doręczono"));
        assertThat(office.reasons.steps()).containsExactly("Przesyłka wróciła: adresat wyprowadził się. (D14)");
    }

    @Test
    void ofTwoAttemptsTheFirstEffectiveOneIsNamed_UR33() {
        String id = office.posted();
        receive(evidence("REGISTERED-1", "e1", Evidence.Kind.FAILED, "2026-02-06"));
        office.conclude(id);
        office.sendByPost(id);
        receive(evidence("REGISTERED-2", "e2", Evidence.Kind.SIGNED, "2026-02-16"));
        receive(evidence("REGISTERED-1", "e3", Evidence.Kind.SIGNED, "2026-02-05"));

        assertThat(office.conclude(id)).isEqualTo("2026-02-05");
        assertThat(office.reasons.steps()).last().asString().startsWith("Liczy się pierwsza skuteczna próba: nr 1 z 2");
    }

    private static String sentByEDelivery() {
        office.bae.put(DeliveryOffice.KOWALSKA.pesel(), "AE:PL-12345-67890-ABCDE-12");
        String id = office.prepared();
        office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        office.run(RecordChannel.class, new RecordChannel.Input(id, "ADE", "art. 144 §1a OP", "BAE."));
        office.run(SendByEDelivery.class, new SendByEDelivery.Input(id));
        return id;
    }

    private static Evidence ade(String externalId, Evidence.Kind kind, LocalDate day) {
        return new Evidence("ADE", "ADE-1", externalId, kind, day, Map.of(), null);
    }

    private static void receive(Evidence one) {
        office.bean(EvidenceDesk.class).receive(one);
    }
}
