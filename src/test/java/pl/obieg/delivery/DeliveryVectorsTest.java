package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.calendar.StatutoryCalendar;

/** Examples D1–D4 of the rulebook and its appendix A, from evidence through D14 to the legal day. */
class DeliveryVectorsTest {

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
    void D1_eDeliveryOfThirdOfFebruaryNobodyOpensIsDeliveredOnTheEighteenth() {
        office.bae.put(DeliveryOffice.KOWALSKA.pesel(), "AE:PL-12345-67890-ABCDE-12");
        String id = office.prepared();
        office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        office.run(RecordChannel.class, new RecordChannel.Input(id, "ADE", "art. 144 §1a OP", "BAE."));
        office.run(SendByEDelivery.class, new SendByEDelivery.Input(id));

        received("i", Evidence.Kind.INFLOW, LocalDate.of(2026, 2, 3));
        assertThat(office.messages).as("the operator's evidence decides").isEmpty();
        received("f", Evidence.Kind.FICTION, null);

        assertThat(office.conclude(id)).isEqualTo("2026-02-18");
        assertThat(office.status(id)).isEqualTo("DEEMED");
    }

    @Test
    void D2_letterFirstNotifiedOnThirdOfFebruaryIsDeliveredOnTheSeventeenth() {
        String id = office.posted();
        office.bean(EvidenceDesk.class)
                .receive(evidence(
                        "REGISTERED-1",
                        "r",
                        Evidence.Kind.RETURNED,
                        "2026-02-18",
                        "returnReason",
                        "NOT_COLLECTED",
                        "firstNoticeOn",
                        "2026-02-03",
                        "secondNoticeOn",
                        "2026-02-10",
                        "depositPlace",
                        "POST_OFFICE"));

        assertThat(office.conclude(id)).isEqualTo("2026-02-17");
        assertThat(office.status(id)).isEqualTo("DEEMED");
    }

    @ParameterizedTest
    @CsvSource({"D3,2026-12-10,2026-12-28", "D4,2026-04-22,2026-05-06", "deadline14,2026-05-10,2026-05-25"})
    void appealRunsFromTheDayOfTheSignature(String vector, LocalDate delivered, LocalDate lastDay) {
        String id = office.posted();
        office.bean(EvidenceDesk.class)
                .receive(evidence("REGISTERED-1", "s", Evidence.Kind.SIGNED, delivered.toString()));

        LocalDate legalDate = office.conclude(id);

        assertThat(legalDate).as(vector).isEqualTo(delivered);
        assertThat(office.bean(StatutoryCalendar.class).endOfDays(legalDate, 14))
                .as(vector)
                .isEqualTo(lastDay);
    }

    private static void received(String externalId, Evidence.Kind kind, LocalDate day) {
        office.bean(EvidenceDesk.class).receive(new Evidence("ADE", "ADE-1", externalId, kind, day, Map.of(), null));
    }
}
