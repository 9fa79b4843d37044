package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.delivery.edoreczenia.OfficeUnderTest.JAN_KOWALSKI;
import static pl.obieg.delivery.edoreczenia.OfficeUnderTest.KOWALSKI;
import static pl.obieg.delivery.edoreczenia.OfficeUnderTest.OWN_ADDRESS;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;

class BaeAddressesTest {

    private static final TestKey KEY = TestKey.selfSigned("Obieg");
    private static final String PESEL = "90010112345";
    private static final String FIRM = "AE:PL-11111-22222-FIRMA-26";
    private static final Party COMPANY = Party.legal(
            "Firma sp. z o.o.", "5260001246", "012345678", new Address("Polna", "2", null, "05-569", "Zalesie", "PL"));

    private final OfficeClock clock =
            new OfficeClock(Clock.fixed(Instant.parse("2026-02-03T09:00:00Z"), OfficeClock.WARSAW));
    private OperatorUnderTest operator;
    private OfficeUnderTest office;
    private BaeAddresses addresses;

    @BeforeEach
    void start() {
        operator = new OperatorUnderTest(clock);
        operator.order("/certyfikaty", Map.of("client", OWN_ADDRESS + ".SYSTEM.OBIEG", "certificate", KEY.pem()));
        office = new OfficeUnderTest(operator, clock, KEY);
        addresses = office.bean(BaeAddresses.class);
    }

    @AfterEach
    void stop() {
        office.close();
        operator.close();
    }

    @Test
    void findsThePrivateAddressOfAPerson() {
        operator.order("/bae", Map.of("pesel", PESEL, "ade", KOWALSKI, "category", "INDIVIDUAL"));
        assertThat(addresses.find(JAN_KOWALSKI)).contains(KOWALSKI);
    }

    @Test
    void findsNothingForAPersonWithoutAddress() {
        assertThat(addresses.find(JAN_KOWALSKI)).isEmpty();
    }

    @Test
    void doesNotUseTheBusinessAddressForAPrivateTax_DEL20() {
        operator.order("/bae", Map.of("pesel", PESEL, "ade", FIRM, "category", "COMPANY"));
        assertThat(addresses.find(JAN_KOWALSKI)).isEmpty();
    }

    @Test
    void doesNotUseAClosedAddress() {
        operator.order(
                "/bae",
                Map.of("pesel", PESEL, "ade", KOWALSKI, "category", "INDIVIDUAL", "status", "CLOSED_RECOVERABLE"));
        assertThat(addresses.find(JAN_KOWALSKI)).isEmpty();
    }

    @Test
    void doesNotUseABlockedAddressButUsesOneWithAPlainWarning() {
        operator.order(
                "/bae", Map.of("pesel", PESEL, "ade", KOWALSKI, "category", "INDIVIDUAL", "warning", "BLOCK_WARNING"));
        assertThat(addresses.find(JAN_KOWALSKI)).isEmpty();
        operator.order(
                "/bae",
                Map.of("pesel", PESEL, "ade", KOWALSKI, "category", "INDIVIDUAL", "warning", "NOT_BLOCK_WARNING"));
        assertThat(addresses.find(JAN_KOWALSKI)).contains(KOWALSKI);
    }

    @Test
    void findsABodyByRegonIfItsNipIsNotKnownThere() {
        operator.order("/bae", Map.of("regon", "012345678", "ade", FIRM, "category", "COMPANY"));
        assertThat(addresses.find(COMPANY)).contains(FIRM);
    }

    @Test
    void outageIsTechnicalAndNotAnAnswer() {
        operator.fault("down", 1);
        assertThatThrownBy(() -> addresses.find(JAN_KOWALSKI)).isInstanceOf(EDeliveryUnavailable.class);
    }
}
