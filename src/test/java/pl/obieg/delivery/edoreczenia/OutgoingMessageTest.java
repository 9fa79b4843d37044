package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
