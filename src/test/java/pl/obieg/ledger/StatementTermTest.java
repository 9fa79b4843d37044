package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;

/** Until when a party may speak on the evidence of a relief, and how long the case waits. */
class StatementTermTest {

    @Test
    @DisplayName("TIM-05, UR-03: seven days end on Corpus Christi, so on Friday; a posted letter has four days more")
    void waitsForALetterOnTheWay() {
        SetStatementTerm term = new SetStatementTerm(new StatutoryCalendar(), new OfficeClock());

        SetStatementTerm.Output days = ((Answer.Now<SetStatementTerm.Output>)
                        term.run(new SetStatementTerm.Input(LocalDate.of(2026, 5, 28)), new Call("k", "ulga", "set")))
                .output();

        assertThat(days.statementDeadline()).isEqualTo("2026-06-05");
        assertThat(days.statementExpiresOn()).isEqualTo("2026-06-09");
    }
}
