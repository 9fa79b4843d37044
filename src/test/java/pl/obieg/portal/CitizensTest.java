package pl.obieg.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;

@AutoConfigureMockMvc
@SpringBootTest(classes = PortalSlice.class)
class CitizensTest {

    private static final String PASSWORD = "żółta łódka na stawie";

    @Autowired
    Citizens citizens;

    @Autowired
    CitizenAuthentication authentication;

    @Autowired
    Parties parties;

    @Autowired
    OfficeClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void setClockRight() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void signsInWithTheRightPasswordInAnyCaseOfTheLogin() {
        citizens.register("Zofia", PASSWORD, "80010100001");

        Authentication signedIn =
                authentication.authenticate(new UsernamePasswordAuthenticationToken(" ZOFIA ", PASSWORD));

        assertThat(signedIn.getName()).isEqualTo("zofia");
        assertThat(signedIn.getAuthorities()).extracting("authority").containsExactly("ROLE_CITIZEN");
        assertThat(signedIn.getCredentials()).isNull();
    }

    @Test
    void keepsNoPasswordInTheClear() {
        citizens.register("hashed", PASSWORD, "80010100001");

        assertThat(jdbc.sql("select password_hash from portal.citizen where login = 'hashed'")
                        .query(String.class)
                        .single())
                .startsWith("$2a$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void wrongPasswordAndUnknownLoginGetTheSameAnswer() {
        citizens.register("known", PASSWORD, "80010100001");

        assertThatThrownBy(() -> signIn("known", "not this password"))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage(failureOf("unknown"));
    }

    @Test
    void takenLoginIsNotGivenTwice() {
        assertThat(citizens.register("taken", PASSWORD, "80010100001")).isTrue();
        assertThat(citizens.register("TAKEN", "another long password", "80010100002"))
                .isFalse();

        assertThat(citizens.admits("taken", PASSWORD)).isTrue();
    }

    @Test
    void refusesShortPasswordAndWrongIdentifier() {
        assertThatThrownBy(() -> citizens.register("short", "12345678901", "80010100001"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> citizens.register("long", "ż".repeat(37), "80010100001"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> citizens.register("letters", PASSWORD, "8001010000A"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsTheAccountAfterFiveFailuresLongerEachTime() {
        citizens.register("held", PASSWORD, "80010100001");
        fail(5);
        assertThat(citizens.admits("held", PASSWORD)).isFalse();
        after(Duration.ofSeconds(59));
        assertThat(citizens.admits("held", PASSWORD)).isFalse();

        after(Duration.ofMinutes(1));
        fail(1);
        after(Duration.ofMinutes(2));
        assertThat(citizens.admits("held", PASSWORD))
                .as("the sixth failure holds two minutes")
                .isFalse();
        after(Duration.ofMinutes(3));
        assertThat(citizens.admits("held", PASSWORD)).isTrue();
    }

    @Test
    void successForgetsEarlierFailures() {
        citizens.register("forgiven", PASSWORD, "80010100001");
        for (int round = 0; round < 2; round++) {
            for (int failure = 0; failure < 4; failure++) {
                citizens.admits("forgiven", "not this password");
            }
            assertThat(citizens.admits("forgiven", PASSWORD)).isTrue();
        }
    }

    @Test
    void bindsTheAccountWhenThePartyAppears() {
        citizens.register("early", PASSWORD, "80010100077");
        assertThat(citizens.partyOf("early")).isEmpty();

        String party = parties.register(Party.natural("Ewa", "Wczesna", "80010100077", anyAddress()));

        assertThat(citizens.partyOf("Early")).contains(party);
        assertThat(jdbc.sql("select party_id from portal.citizen where login = 'early'")
                        .query(String.class)
                        .single())
                .isEqualTo(party);
    }

    @Test
    void bindsACompanyByNip() {
        citizens.register("spolka", PASSWORD, "5830000001");
        String party = parties.register(Party.legal("Spółka", "5830000001", null, anyAddress()));

        assertThat(citizens.partyOf("spolka")).contains(party);
    }

    private void fail(int times) {
        for (int failure = 0; failure < times; failure++) {
            assertThat(citizens.admits("held", "not this password")).isFalse();
        }
    }

    private void after(Duration sinceTheStart) {
        clock.moveTo(sinceTheStart);
    }

    private Authentication signIn(String login, String password) {
        return authentication.authenticate(new UsernamePasswordAuthenticationToken(login, password));
    }

    private String failureOf(String login) {
        try {
            signIn(login, PASSWORD);
            return "signed in";
        } catch (BadCredentialsException failure) {
            return failure.getMessage();
        }
    }

    private static Address anyAddress() {
        return new Address("Polna", "1", null, "84-200", "Wejherowo", "PL");
    }
}
