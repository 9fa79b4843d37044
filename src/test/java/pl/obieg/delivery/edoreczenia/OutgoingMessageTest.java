package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.StoredDocument;
import pl.obieg.process.Refusal;

class OutgoingMessageTest {

    @Test
    void fileNameLosesForbiddenCharacters() {
        assertThat(OutgoingMessage.fileName("decyzja nr 1/2026: podatek?.pdf"))
                .isEqualTo("decyzja-nr-1-2026-podatek-.pdf");
    }

    @Test
    void longFileNameIsCutButKeepsItsEnding() {
        assertThat(OutgoingMessage.fileName("ż".repeat(200) + ".pdf"))
                .hasSize(128)
                .endsWith("ż.pdf");
    }

    @Test
    @DisplayName("DEL-21: każde pismo urzędu, gminy i jej organów wychodzi z jednego adresu, także usługą hybrydową")
    void everyLetterLeavesFromTheOneAddressOfTheOffice() {
        StoredDocument letter = new StoredDocument("id", "a.pdf", "application/pdf", new byte[1]);
        for (String caseNumber : new String[] {"FN.3120.1.2026", "FN.3160.7.2026"}) {
            Shipment shipment = new Shipment(
                    "d", caseNumber, OfficeUnderTest.JAN_KOWALSKI, OfficeUnderTest.KOWALSKI, "s", "a.pdf", "id");
            UserAgentMessage electronic = OutgoingMessage.of(shipment, letter, OfficeUnderTest.OWN_ADDRESS);
            UserAgentMessage hybrid =
                    HybridMessage.of(shipment, letter, OfficeUnderTest.OWN_ADDRESS, OfficeUnderTest.HYBRID, "OP");

            assertThat(List.of(electronic, hybrid))
                    .extracting(message -> message.messageMetadata().from().eDeliveryAddress())
                    .containsOnly(OfficeUnderTest.OWN_ADDRESS);
        }
    }

    @Test
    @DisplayName("DEL-22: usługa hybrydowa doręcza pismo podatkowe według Ordynacji, upomnienie według KPA")
    void hybridServiceDeliversByTheActOfTheLetter() {
        StoredDocument letter = new StoredDocument("id", "a.pdf", "application/pdf", new byte[1]);
        Shipment shipment = new Shipment("d", "FN.3120.1.2026", OfficeUnderTest.JAN_KOWALSKI, null, "s", "a.pdf", "id");

        for (String[] each : new String[][] {{"OP", "tax"}, {"KPA", "administrative"}}) {
            UserAgentMessage message =
                    HybridMessage.of(shipment, letter, OfficeUnderTest.OWN_ADDRESS, OfficeUnderTest.HYBRID, each[0]);
            assertThat(message.messageMetadata().hybridShipment().procedingType())
                    .isEqualTo(each[1]);
        }
    }

    @Test
    void letterAboveFifteenMegabytesIsRefused() {
        StoredDocument large = new StoredDocument("id", "a.pdf", "application/pdf", new byte[15 * 1024 * 1024 + 1]);
        Shipment shipment = new Shipment("d", "c", null, OfficeUnderTest.KOWALSKI, "s", "a.pdf", "id");
        assertThatThrownBy(() -> OutgoingMessage.of(shipment, large, OfficeUnderTest.OWN_ADDRESS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LETTER_TOO_LARGE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AE:PL-66081-65851-BHGEH-20",
                "AE:PL-84192-40504-UIWTR-22",
                "AE:PL-70083-75286-EJIVV-27",
                "AE:PL-97075-47631-STVJH-19"
            })
    void publishedAddressesHaveTheExpectedChecksum(String address) {
        assertThat(AdeAddress.hasForm(address)).isTrue();
        assertThat(AdeAddress.hasExpectedChecksum(address)).isTrue();
    }

    @Test
    void exampleOfTheDocumentationHasTheFormOnly() {
        assertThat(AdeAddress.hasForm("AE:PL-12345-67890-ABCDE-12")).isTrue();
        assertThat(AdeAddress.hasExpectedChecksum("AE:PL-12345-67890-ABCDE-12")).isFalse();
        assertThat(AdeAddress.hasForm("AE:PL-1234-67890-ABCDE-12")).isFalse();
    }
}
