package pl.obieg.ledger;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.StatutoryCalendar;

/**
 * D08. When an instalment must be paid: PT-65 (Ordynacja podatkowa art. 47 §1–2), with the shift to a working day of PT-64
 * (art. 12 §5).
 */
@Component
class DueDates {

    private static final int DAYS_AFTER_DELIVERY = 14;

    private final StatutoryCalendar calendar;

    DueDates(StatutoryCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @param calendarDate by the tax act
     * @param legalDate when the decision was delivered; {@code null} if the taxpayer assesses the tax himself
     */
    LocalDate dueOn(LocalDate calendarDate, LocalDate legalDate) {
        LocalDate due = calendarDate;
        if (legalDate != null && legalDate.plusDays(DAYS_AFTER_DELIVERY).isAfter(due)) {
            due = legalDate.plusDays(DAYS_AFTER_DELIVERY);
        }
        return calendar.orNextWorkingDay(due);
    }
}
