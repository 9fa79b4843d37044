package pl.obieg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pl.obieg.support.TestDatabase;

class PartiesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Address POLNA = new Address("Polna", "1", "2", "84-200", "Wejherowo", "PL");
    private static final Address LESNA = new Address("Leśna", "7", null, "84-200", "Wejherowo", "PL");

    private final Parties parties = new Parties(DATABASE.jdbc());

    @Test
    void givesBackWhatWasRegistered() {
        Party anna = Party.natural("Anna", "Żółć", "80010100011", POLNA);

        String id = parties.register(anna);

        assertThat(parties.get(id)).isEqualTo(anna.withId(id));
    }

    @Test
    void samePeselIsOnePartyWithTheNewestNameAndAddress() {
        String first = parties.register(Party.natural("Ewa", "Panna", "80010100022", POLNA));
        String second = parties.register(Party.natural("Ewa", "Mężatka", "80010100022", LESNA));

        assertThat(second).isEqualTo(first);
        assertThat(parties.get(first).lastName()).isEqualTo("Mężatka");
        assertThat(parties.get(first).address()).isEqualTo(LESNA);
        assertThat(countWith("80010100022")).isEqualTo(1);
    }

    @Test
    void companyIsFoundByNipAndByRegonAndKeepsBoth() {
        String byNip = parties.register(Party.legal("Spółka", "5830000011", "190000011", POLNA));
        String byRegonOnly = parties.register(Party.legal("Spółka", null, "190000011", POLNA));

        assertThat(byRegonOnly).isEqualTo(byNip);
        assertThat(parties.get(byNip).nip())
                .as("what is not said again is kept")
                .isEqualTo("5830000011");
        assertThat(parties.byIdentifier("190000011").map(Party::id)).contains(byNip);
        assertThat(parties.byIdentifier("5830000011").map(Party::id)).contains(byNip);
    }

    @Test
    void differentPeselsAreDifferentParties() {
        assertThat(parties.register(Party.natural("Jan", "Nowak", "80010100033", POLNA)))
                .isNotEqualTo(parties.register(Party.natural("Jan", "Nowak", "80010100034", POLNA)));
    }

    @Test
    void partiesWithoutIdentifierAreNeverTakenForOne() {
        assertThat(parties.register(Party.natural("Jan", "Bezimienny", null, POLNA)))
                .isNotEqualTo(parties.register(Party.natural("Jan", "Bezimienny", null, POLNA)));
    }

    @Test
    void emptyIdentifierFindsNobody() {
        parties.register(Party.natural("Jan", "Bezimienny", null, POLNA));

        assertThat(parties.byIdentifier(null)).isEmpty();
        assertThat(parties.byIdentifier(" ")).isEmpty();
        assertThat(parties.byIdentifier("99999999999")).isEmpty();
    }

    @Test
    void askingForAnUnknownIdFails() {
        assertThatThrownBy(() -> parties.get("none")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int countWith(String pesel) {
        return DATABASE.jdbc()
                .sql("select count(*) from exchange.party where pesel = ?")
                .param(pesel)
                .query(Integer.class)
                .single();
    }
}
