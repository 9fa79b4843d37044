package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.delivery.DeliveryOffice.evidence;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;

/** What the office chose where the law is silent about deliveries. */
class HouseRulesOfDeliveryTest {

    private static final DeliveryOffice office = new DeliveryOffice();

    @BeforeEach
    void clear() {
        office.cleared();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest(name = "UR-08: first notice {0}, deemed delivered {1}")
    @CsvSource({"2026-02-03, 2026-02-17", "2026-02-07, 2026-02-23", "2026-12-10, 2026-12-28"})
    void storageThatEndsOnAFreeDayEndsOnTheNextWorkingDay(LocalDate first, LocalDate deemed) {
        String id = office.posted();
        office.bean(EvidenceDesk.class)
                .receive(evidence(
                        "REGISTERED-1",
                        "r",
                        Evidence.Kind.RETURNED,
                        first.plusDays(25).toString(),
                        "returnReason",
                        "NOT_COLLECTED",
                        "firstNoticeOn",
                        first.toString(),
                        "secondNoticeOn",
                        first.plusDays(7).toString(),
                        "depositPlace",
                        "POST_OFFICE",
                        "noticePlacedWhere",
                        "BOX"));

        assertThat(office.conclude(id)).isEqualTo(deemed);
    }

    @Test
    void commonInstalmentsCountFromTheLastEffectiveDelivery_UR12() {
        String early = signedOn("REGISTERED-1", "2026-02-10");
        String late = signedOn("REGISTERED-2", "2026-02-20");
        String open = office.prepared();

        ConcludeDeliveries.Output letter = ((Answer.Now<ConcludeDeliveries.Output>)
                        new ConcludeDeliveries(office.bean(DeliveryRegister.class), office.bean(ReceiptDesk.class))
                                .run(
                                        new ConcludeDeliveries.Input(List.of(late, early, open)),
                                        new Call("k", "any", "wydanie-pisma")))
                .output();

        assertThat(letter.legalDate()).isEqualTo("2026-02-20");
        assertThat(letter.deliveredCount()).isEqualTo(2);
        assertThat(letter.undeliveredCount()).isEqualTo(1);
        assertThat(letter.deadCount()).isZero();
    }

    private String signedOn(String dispatch, String day) {
        String id = office.posted();
        office.bean(EvidenceDesk.class)
                .receive(evidence(dispatch, dispatch, Evidence.Kind.SIGNED, day, "receiverRole", "ADDRESSEE"));
        office.conclude(id);
        return id;
    }
}
