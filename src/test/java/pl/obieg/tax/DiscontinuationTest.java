package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.simulators.town.Declarations;

/** What ends an assessment that filing the information began, where no tax may be set. */
class DiscontinuationTest {

    private final TaxOffice office = new TaxOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("PT-15: below the cost of a letter the discontinuing decision stays in the files, undelivered")
    void taxBelowTheCostOfALetterIsDiscontinuedOnFile() {
        OfficeLetters.Draft decision = draft("NO", 6L, new BigDecimal("9.80"));

        assertThat(decision.kind()).isEqualTo(OfficeLetters.Kind.FILE_DECISION);
        assertThat(decision.kind().isRuling()).as("numbered and registered").isTrue();
        assertThat(decision.title())
                .isEqualTo("umarzająca postępowanie w sprawie ustalenia zobowiązania w podatku od nieruchomości za rok"
                        + " 2026");
        assertThat(decision.content().get("provision")).asString().startsWith("art. 6 ust. 8a");
        assertThat(decision.content().get("letterCost")).isEqualTo("9,80 zł");
    }

    @Test
    @DisplayName("PT-13: after the limitation the discontinuing decision is delivered like any other")
    void expiredAssessmentIsDiscontinuedByADecisionThatIsDelivered() {
        OfficeLetters.Draft decision = draft("EXPIRED", null, null);

        assertThat(decision.kind()).isEqualTo(OfficeLetters.Kind.DECISION);
        assertThat(decision.content().get("expired")).isEqualTo(true);
    }

    private OfficeLetters.Draft draft(String decisionDue, Long taxDue, BigDecimal letterCost) {
        String submission = office.submission(Declarations.in1(1, 2026), Declarations.IN1, "IN-1");
        RecordDeclaration.Output declaration = ((Answer.Now<RecordDeclaration.Output>) office.get(
                                RecordDeclaration.class)
                        .run(new RecordDeclaration.Input(submission, "IN-1", office.caseNumber), office.call("r")))
                .output();
        office.get(DraftDiscontinuation.class)
                .run(
                        new DraftDiscontinuation.Input(
                                office.caseNumber,
                                declaration.declarationId(),
                                2026,
                                List.of("OS-1"),
                                decisionDue,
                                "Zdanie z tabeli D06.",
                                null,
                                taxDue,
                                letterCost),
                        office.call("d"));
        return office.drafts.get(0);
    }
}
