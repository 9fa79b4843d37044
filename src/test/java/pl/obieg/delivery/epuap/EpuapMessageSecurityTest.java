package pl.obieg.delivery.epuap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.simulators.pki.TestPki;

/** A server that follows the sign policy takes the office's messages and no altered ones. */
class EpuapMessageSecurityTest {

    private static EpuapSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = EpuapSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void isTakenWhenUnaltered() throws IOException {
        assertThat(collectThrough(message -> message, simulator.pki().office())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "<nazwaSkrytki>SkrytkaESP<, <nazwaSkrytki>Inna<",
        "<wsu:Expires>20, <wsu:Expires>21",
        "xmldsig-more#rsa-sha256, xmldsig-more#rsa-sha512",
        "<soap:Body , <soap:Body a='1' "
    })
    void isRefusedWhenAltered(String original, String altered) throws IOException {
        EpuapFault fault = collectThrough(
                message -> {
                    assertThat(message).contains(original);
                    return message.replace(original, altered);
                },
                simulator.pki().office());

        assertThat(fault.code()).isEqualTo(401);
    }

    @Test
    void isRefusedWhenTheBodyIsNotTheSignedOne() throws IOException {
        // Signature wrapping: the signed body is moved aside and another one put in its place.
        EpuapFault fault = collectThrough(
                message -> {
                    int from = message.indexOf("<soap:Body");
                    int to = message.indexOf("</soap:Body>") + "</soap:Body>".length();
                    String signed = message.substring(from, to);
                    String forged = signed.replaceFirst("wsu:Id=\"[^\"]*\"", "wsu:Id=\"forged\"");
                    return message.replace(signed, forged)
                            .replace("</soap:Header>", "<aside>" + signed + "</aside></soap:Header>");
                },
                simulator.pki().office());

        assertThat(fault.code()).isEqualTo(401);
    }

    @Test
    void isRefusedWithUnregisteredCertificate() throws IOException {
        EpuapFault fault = collectThrough(message -> message, simulator.pki().stranger());

        assertThat(fault.code()).isEqualTo(401);
    }

    private static EpuapFault collectThrough(UnaryOperator<String> change, TestPki.Identity key) throws IOException {
        try (Wiretap wire = Wiretap.on(simulator.uri("/"), change);
                EpuapOffice office = new EpuapOffice(EpuapOffice.settings(
                        wire.uri("/epuap/services/pull"),
                        wire.uri("/epuap/services/doreczyciel"),
                        key,
                        LocalDate.of(2099, 12, 31)))) {
            return catchThrowableOfType(EpuapFault.class, () -> office.mailbox().collect());
        }
    }
}
