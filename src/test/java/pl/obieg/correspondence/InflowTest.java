package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Call;

/** When a letter to the office counts as delivered. */
class InflowTest {

    private final Office office = new Office();

    @ParameterizedTest(name = "DEL-07: wpływ na adres urzędu {0}, sprawa toczy się od {1}")
    @CsvSource({
        "2026-02-03T22:59:59Z, 2026-02-03",
        "2026-02-03T23:00:00Z, 2026-02-04",
        "2026-02-01T10:00:00Z, 2026-02-01"
    })
    @DisplayName("DEL-07: pismo do urzędu jest doręczone z wpływem, choćby zarejestrowano je później")
    void letterToTheOfficeIsDeliveredAtItsInflow(Instant inflow, LocalDate day) {
        String submissionId = office.submissions
                .accept(new Submission(
                        null,
                        "ADE",
                        UUID.randomUUID().toString(),
                        null,
                        null,
                        "Anna Próbna",
                        "90010112345",
                        "AE:PL-12345-67890-ABCDE-12",
                        "Wniosek",
                        inflow,
                        "a".repeat(64),
                        null,
                        List.of()))
                .id();
        Submission letter = office.submissions.get(submissionId);
        String number = office.register(letter);
        List<Object> told = new ArrayList<>();
        OpenCase open = new OpenCase(office.ezd, office.submissions, office.classes, told::add);

        office.transaction.executeWithoutResult(
                status -> open.run(new OpenCase.Input(submissionId, number, null), new Call("k", "any", "ulga")));

        assertThat(told)
                .filteredOn(CaseFact.CaseOpened.class::isInstance)
                .singleElement()
                .extracting("startedOn")
                .isEqualTo(day);
    }
}
