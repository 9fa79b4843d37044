package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Reasons;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** What the page "Dlaczego?" tells of a case in the running office. */
class WhyPageTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void tellsWhatEachTableWasAskedWhichRowAnsweredAndOnWhichProvision() {
        CaseUnderTest matter = office.files("in1", 21);
        matter.does(
                "wojtek",
                "zadekretuj-pismo",
                Map.of(
                        "orgUnit",
                        "FN",
                        "clerk",
                        "piotr",
                        "taskDeadline",
                        office.clock().today().plusDays(20).toString(),
                        "instruction",
                        "Proszę o wymiar podatku."));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.waitsAt("sprawdz-i-zatwierdz-decyzje");

        List<Reasons.Reason> reasons = office.bean(Reasons.class).of(matter.caseNumber());

        assertThat(reasons).extracting(Reasons.Reason::title).contains("Tryb składania", "Stawka podatku");
        Reasons.Reason regime = reasons.stream()
                .filter(reason -> reason.title().equals("Tryb składania"))
                .findFirst()
                .orElseThrow();
        assertThat(regime.inputs()).isNotEmpty();
        assertThat(regime.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains("D01", "PT-"));
        assertThat(regime.source()).contains("wersja");

        String page =
                Browser.staff("piotr").get("/dlaczego/" + matter.caseNumber()).body();
        assertThat(page)
                .contains("Dlaczego? Sprawa " + matter.caseNumber(), "Dane wejściowe", "Co zadecydowało")
                .contains("art. 6 ust. 6 UPOL");
    }

    @Test
    void saysSoWhenNothingIsDecidedYet() {
        assertThat(Browser.staff("piotr").get("/dlaczego/FN.3120.99999.2026").body())
                .contains("nic jeszcze nie rozstrzygnięto");
    }
}
