package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.obieg.support.DecisionExamples;
import pl.obieg.support.DecisionExamples.Example;

/** What D13 says beside its example rows, which {@code DecisionExamplesTest} runs. */
class DeliveryDecisionsTest {

    private static final String CHANNEL = "decisions/doreczenie/kanal-doreczenia";

    @Test
    void explainsTheChannelInPolish() {
        Example any = DecisionExamples.of(CHANNEL).get(0);

        assertThat(DecisionExamples.ask(CHANNEL, any.inputs(), List.of("channelReason"))
                        .get(0)
                        .get("channelReason"))
                .isEqualTo("Adresat ma adres do doręczeń elektronicznych wpisany do BAE.");
    }
}
