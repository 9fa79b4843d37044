package pl.obieg.delivery.epuap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Refusal;
import pl.obieg.transport.soap.SoapUnavailable;

/** Sending through WS-Doręczyciel against the simulator, over the wire. */
class EpuapChannelTest {

    private static final String BOX = "/JanKowalski/domyslna";

    private EpuapSimulator simulator;
    private EpuapOffice office;

    @BeforeEach
    void start() {
        simulator = EpuapSimulator.start();
        office = EpuapOffice.connectedTo(simulator);
    }

    @AfterEach
    void stop() {
        office.close();
        simulator.close();
    }

    @Test
    void sendsLetterSignedWithThePdfInside() {
        String order = office.channel().send(office.letterTo(BOX), "key-1");

        assertThat(simulator.sent()).contains(order, BOX, "FN.3120.1.2026");
        assertThat(simulator.get("/epuap/wyslane/" + order + "/zalacznik")).isEqualTo("%PDF");
        assertThat(simulator.get("/epuap/wyslane/" + order + "/dokument"))
                .contains("http://crd.gov.pl/wzor/2013/12/12/1410/", "Signature", "SignedProperties");
    }

    @Test
    void sendsOnceUnderTheSameKey() {
        String first = office.channel().send(office.letterTo(BOX), "key-1");
        String second = office.channel().send(office.letterTo(BOX), "key-1");

        assertThat(second).isEqualTo(first);
        assertThat(simulator.sent()).containsOnlyOnce("identyfikatorZlecenia");
    }

    @Test
    void doesNotSendTwiceAfterTheAnswerWasLost() {
        simulator.fault("timeout", "dorecz");

        assertThatThrownBy(() -> office.channel().send(office.letterTo(BOX), "key-1"))
                .isInstanceOf(SoapUnavailable.class)
                .hasMessageContaining("No answer");
        String order = office.channel().send(office.letterTo(BOX), "key-1");

        assertThat(simulator.sent()).contains(order).containsOnlyOnce("identyfikatorZlecenia");
    }

    @Test
    void tellsCodeAndExplanationOfAFault() {
        simulator.fault("refuse", "dorecz");

        EpuapFault fault =
                catchThrowableOfType(EpuapFault.class, () -> office.channel().send(office.letterTo(BOX), "key-1"));

        assertThat(fault.code()).isEqualTo(500);
        assertThat(fault.explanation()).isEqualTo("Odmowa na zamówienie");
    }

    @Test
    void treatsPageInsteadOfSoapAsOutage() {
        simulator.fault("down", "dorecz");

        assertThatThrownBy(() -> office.channel().send(office.letterTo(BOX), "key-1"))
                .isInstanceOf(SoapUnavailable.class)
                .hasMessageContaining("503");
    }

    /** DEL-24. */
    @Test
    void refusesToSendAfterTheLastDay() {
        try (EpuapOffice closed = new EpuapOffice(EpuapOffice.settings(
                simulator.uri("/epuap/services/pull"),
                simulator.uri("/epuap/services/doreczyciel"),
                simulator.pki().office(),
                LocalDate.of(2025, 12, 31)))) {
            simulator.file("<a/>");
            closed.mailbox().collect();

            Refusal refusal =
                    catchThrowableOfType(Refusal.class, () -> closed.channel().send(closed.letterTo(BOX), "key-1"));

            assertThat(refusal.code()).isEqualTo("EPUAP_NOT_ALLOWED");
            assertThat(closed.addresses().find(EpuapOffice.JAN)).isEmpty();
            assertThat(simulator.sent()).isEqualTo("[]");
        }
    }

    @Test
    void findsTheBoxFromWhichThePartyLastWrote() {
        simulator.file("<a/>", "/JanKowalski/stara", "a.xml");
        simulator.file("<b/>", BOX, "b.xml");
        office.mailbox().collect();

        assertThat(office.addresses().find(EpuapOffice.JAN)).contains(BOX);
    }
}
