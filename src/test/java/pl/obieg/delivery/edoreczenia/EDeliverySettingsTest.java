package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EDeliverySettingsTest {

    private static final String PREFIX = "obieg.systems.e-doreczenia";

    @Test
    void startsWithoutAnySetting() {
        EDeliverySettings settings = bind(Map.of());
        assertThat(settings.connected()).isFalse();
        assertThat(settings.pollDelay()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.scopes()).containsExactly("read_messages", "write_messages");
    }

    @Test
    void refusesToStartConnectedWithoutKeyOrAddress() {
        assertThatThrownBy(() -> bind(Map.of(PREFIX + ".binding", "web-service")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("own-address");
        assertThatThrownBy(() -> bind(Map.of(
                        PREFIX + ".binding", "web-service", PREFIX + ".own-address", OfficeUnderTest.OWN_ADDRESS)))
                .rootCause()
                .hasMessageContaining("key-store");
    }

    private static EDeliverySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(PREFIX, EDeliverySettings.class);
    }
}
