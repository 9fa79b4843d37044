package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which variables a person may set with a form. */
class FormFieldsTest {

    private final FormFields form = FormFields.of(new ByteArrayInputStream("""
            {"components": [
              {"type": "textfield", "key": "caseNumber", "readonly": true},
              {"type": "textfield", "key": "held", "disabled": true},
              {"type": "textarea", "key": "note"},
              {"type": "text", "text": "Uwaga"},
              {"type": "group", "components": [{"type": "radio", "key": "approval"}]},
              {"type": "group", "readonly": true, "components": [{"type": "number", "key": "taxDue"}]},
              {"type": "dynamiclist", "path": "parties", "components": [{"type": "textfield", "key": "name"}]}
            ]}
            """.getBytes(StandardCharsets.UTF_8)));

    @Test
    void fieldOfTheFormMayBeChangedAlsoInsideAGroup() {
        assertThat(form.mayChange("note")).isTrue();
        assertThat(form.mayChange("approval")).isTrue();
    }

    @Test
    void fieldThatIsOnlyShownIsKnownButKept() {
        for (String name : new String[] {"caseNumber", "held", "taxDue"}) {
            assertThat(form.has(name)).as(name).isTrue();
            assertThat(form.mayChange(name)).as(name).isFalse();
        }
    }

    @Test
    void listWithAPathIsOneVariable() {
        assertThat(form.mayChange("parties")).isTrue();
        assertThat(form.has("name")).isFalse();
    }

    @Test
    void whatTheFormDoesNotShowIsNoField() {
        assertThat(form.has("regime")).isFalse();
    }
}
