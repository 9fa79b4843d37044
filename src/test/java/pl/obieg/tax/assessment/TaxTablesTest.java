package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.support.TestDecisions;

/** What the tax tables do not answer; what they do is in the rows that {@code DecisionExamplesTest} runs. */
class TaxTablesTest {

    private final TestDecisions decisions = new TestDecisions();

    @Test
    void knowsNoCouncilRateBeforeTheResolution() {
        assertThat(decisions.ask("stawka-podatku", Map.of("code", "L_BIZ", "year", 2025)))
                .isEmpty();
    }
}
