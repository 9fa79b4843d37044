package pl.obieg.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Decisions;
import pl.obieg.process.LawTables;
import pl.obieg.process.Refusal;
import pl.obieg.support.RunningOffice;

/** A change of the law pack in the running office: proposed by one, approved by another. */
class LawPackTest {

    private static final String KEY = "proba-ceny";

    private final RunningOffice office = RunningOffice.get();
    private final LawPacks packs = office.bean(LawPacks.class);

    @Test
    void changeTakesEffectOnlyAfterASecondPersonApprovesIt() {
        String key = shipped(KEY + "-pierwsza", "66.42");

        UUID second = packs.propose(pack(key, "60.00", "60.00"), "Rada obniżyła cenę", "analityk");
        assertThat(packs.review(second).changes()).singleElement().satisfies(change -> {
            assertThat(change.sentences()).containsExactly("Zmieniono: Rok podatkowy 2026 – Cena: 66.42 → 60.00.");
        });
        assertThatThrownBy(() -> packs.approve(second, "analityk"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("inna osoba");
        assertThat(ask(key)).isEqualTo("66.42");
        packs.approve(second, "wojtek");
        assertThat(ask(key)).isEqualTo("60.00");

        assertThat(office.bean(Proposals.class).reviewAtDecision(second))
                .hasValueSatisfying(read -> assertThat(read.changes().get(0).sentences())
                        .containsExactly("Zmieniono: Rok podatkowy 2026 – Cena: 66.42 → 60.00."));
    }

    @Test
    void tellsWhichExamplesBreakAndLetsNobodyApproveThem() {
        UUID id = packs.propose(pack(shipped(KEY + "-druga", "1.00"), "60.00", "66.42"), "Pomyłka", "analityk");

        LawPacks.Review review = packs.review(id);

        assertThat(review.broken())
                .singleElement()
                .asString()
                .contains("wiersz 2", "oczekiwano price = 66.42", "tabela daje price = 60");
        assertThatThrownBy(() -> packs.approve(id, "wojtek")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesATableThatWasChangedMeanwhile() {
        String key = shipped(KEY + "-trzecia", "1.00");
        UUID mine = packs.propose(pack(key, "2.00", "2.00"), "Moja", "analityk");
        UUID other = packs.propose(pack(key, "3.00", "3.00"), "Cudza", "wojtek");
        packs.approve(other, "analityk");

        assertThatThrownBy(() -> packs.approve(mine, "wojtek"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("zmieniony");
        packs.reject(mine, "wojtek", "Nieaktualna.");
        assertThatThrownBy(() -> packs.approve(mine, "wojtek")).hasMessageContaining("już rozstrzygnięto");
    }

    @Test
    void refusesWhatIsNoTableAndKeepsNothing() {
        assertThatThrownBy(() -> packs.propose(
                        Map.of("cena.dmn", "<a/>".getBytes(StandardCharsets.UTF_8)), "Zły plik", "analityk"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cena.dmn");
        assertThatThrownBy(() -> packs.propose(Map.of("obraz.png", new byte[3]), "Zły plik", "analityk"))
                .isInstanceOf(Refusal.class);
        assertThat(office.jdbc()
                        .sql("select count(*) from law.proposal where note = 'Zły plik'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void neitherATableOfAProcedureNorANewOneComesInForceWithAPack() throws IOException {
        byte[] instalments = getClass()
                .getResourceAsStream("/decisions/podatek-od-nieruchomosci/raty.dmn")
                .readAllBytes();
        assertThatThrownBy(() -> packs.propose(Map.of("raty.dmn", instalments), "Raty", "analityk"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nie należy do pakietu prawnego");
        assertThatThrownBy(() -> packs.propose(pack("proba-nowa", "1.00", "1.00"), "Nowa", "analityk"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nie należy do pakietu prawnego");
    }

    @Test
    void tableOfThePackCannotBeDeployedPastTheSecondPerson() {
        String key = shipped(KEY + "-czwarta", "1.00");

        for (String name : new String[] {key + ".dmn", "decisions/prawo/inna.dmn"}) {
            assertThatThrownBy(() -> office.bean(RepositoryService.class)
                            .createDeployment()
                            .source("obieg")
                            .addString(name, table(key, "9.99"))
                            .deploy())
                    .hasMessageContaining("należy do pakietu prawnego");
        }
        assertThat(ask(key)).isEqualTo("1.00");
        assertThat(office.bean(LawTables.class).inForce())
                .extracting(LawTables.Version::key)
                .contains(key);
    }

    /** As the program brings it at the start. */
    private String shipped(String key, String price) {
        office.bean(LawTables.class)
                .putInForce(Map.of(key, table(key, price).getBytes(StandardCharsets.UTF_8)), "obieg");
        return key;
    }

    private String ask(String key) {
        return office.bean(Decisions.class)
                .askOne(key, Map.of("year", 2026))
                .get("price")
                .toString();
    }

    private static Map<String, byte[]> pack(String key, String price, String expected) {
        return Map.of(
                key + ".dmn", table(key, price).getBytes(StandardCharsets.UTF_8),
                key + ".examples.csv", ("year;=>price\n2026;" + expected + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String table(String key, String price) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d-%1$s" name="Próba" namespace="http://obieg.example/decyzje">
                  <decision id="%1$s" name="Próba cen" camunda:historyTimeToLive="P3650D">
                    <decisionTable id="t-%1$s" hitPolicy="UNIQUE">
                      <input id="we-1" label="Rok podatkowy"><inputExpression id="w-1" typeRef="integer"><text>year</text></inputExpression></input>
                      <output id="wy-1" label="Cena" name="price" typeRef="string" />
                      <rule id="r-1"><description>AG-03: próba</description><inputEntry id="r1-1"><text>2026</text></inputEntry><outputEntry id="r1-2"><text>"%2$s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(key, price);
    }
}
