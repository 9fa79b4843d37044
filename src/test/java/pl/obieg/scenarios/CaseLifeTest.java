package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/**
 * The life of a property-tax case through the running office: the real engine and database, the real protocols, the
 * simulated world outside. Each test is a story that ends at another end event of the procedure.
 */
class CaseLifeTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void taxOfOnePersonIsAssessedDeliveredElectronicallyAndPaid() {
        office.outsideReacts("edoreczenia", "DELIVERED");
        CaseUnderTest matter = decided(office.files("in1", 1));
        matter.reaches("naleznosc-rozliczona");
        assertThat(channelOf(matter)).isEqualTo("ADE");
        payAll(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    private CaseUnderTest decided(CaseUnderTest matter) {
        matter.does("wojtek", "zadekretuj-pismo", dekretacja());
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        return matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
    }

    private Map<String, Object> dekretacja() {
        return Map.of(
                "orgUnit", "FN",
                "clerk", "piotr",
                "taskDeadline", office.clock().today().plusDays(20).toString(),
                "instruction", "Proszę o wymiar podatku.");
    }

    private void payAll(CaseUnderTest matter) {
        String account = (String) matter.variable("payerAccount");
        office.pays(account, BigDecimal.valueOf((Long) matter.variable("taxDue")), "Podatek " + matter.caseNumber());
    }

    private String channelOf(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select channel from delivery.delivery where case_number = ?")
                .param(matter.caseNumber())
                .query(String.class)
                .single();
    }
}
