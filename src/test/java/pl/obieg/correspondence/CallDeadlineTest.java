package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Refusal;

/** Until when a party may answer a call, and how long the case waits. */
class CallDeadlineTest {

    private final SetCallDeadline term = new SetCallDeadline(new StatutoryCalendar(), 7);

    @Test
    @DisplayName("TIM-05, UR-21: an answer posted on the last day has seven days to arrive before the case goes on")
    void waitsForALetterOnTheWay() {
        SetCallDeadline.Output days = after(LocalDate.of(2026, 5, 28));

        assertThat(days.callDeadline()).isEqualTo("2026-06-05");
        assertThat(days.callExpiresOn()).isEqualTo("2026-06-13");
    }

    @Test
    @DisplayName("DEL-08: a call nobody got begins no term")
    void refusesACallThatNobodyGot() {
        assertThatThrownBy(() -> after(null))
                .isInstanceOf(Refusal.class)
                .extracting("code")
                .isEqualTo("NOT_DELIVERED");
    }

    private SetCallDeadline.Output after(LocalDate legalDate) {
        return ((Answer.Now<SetCallDeadline.Output>)
                        term.run(new SetCallDeadline.Input(legalDate, 7), new Call("k", "wezwanie", "set")))
                .output();
    }
}
