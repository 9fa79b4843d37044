package pl.obieg.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.obieg.delivery.Arrangement;

class ArrangementFormTest {

    @Test
    void tellsWhichFieldsAreTooLong() {
        ArrangementForm form = new ArrangementForm(
                Arrangement.Kind.ADDRESS,
                "s".repeat(61),
                null,
                null,
                false,
                "a".repeat(201),
                "u".repeat(201),
                "1".repeat(21),
                "2".repeat(21),
                "64-510 Nowa",
                "m".repeat(101),
                "Polska",
                "wniosek",
                LocalDate.of(2026, 2, 1),
                null);

        assertThat(form.errors())
                .containsOnlyKeys("caseNumber", "ade", "street", "building", "flat", "postcode", "place", "country")
                .containsEntry("postcode", "Kod pocztowy może mieć najwyżej 10 znaków.");
    }
}
