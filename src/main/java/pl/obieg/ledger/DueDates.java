package pl.obieg.ledger;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Instalment;

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

    /** For the page "Dlaczego?": why the instalment of the calendar date is due on the day that {@link #dueOn} gives. */
    String why(Instalment planned, LocalDate legalDate) {
        LocalDate due = dueOn(planned.date(), legalDate);
        String rule = "ustawowy termin płatności " + Zloty.day(planned.date());
        LocalDate before = planned.date();
        if (legalDate != null) {
            LocalDate after = legalDate.plusDays(DAYS_AFTER_DELIVERY);
            rule +=
                    "; %d dni od doręczenia decyzji %s upływa %s, a liczy się dzień późniejszy (PT-65, art. 47 § 1 i 2 OP)"
                            .formatted(DAYS_AFTER_DELIVERY, Zloty.day(legalDate), Zloty.day(after));
            before = after.isAfter(before) ? after : before;
        }
        if (!due.equals(before)) {
            rule += "; %s to sobota lub dzień wolny, więc liczy się następny dzień roboczy (PT-64, art. 12 § 5 OP)"
                    .formatted(Zloty.day(before));
        }
        return "Rata nr %d, %s: płatna do %s – %s (D08)."
                .formatted(planned.number(), Zloty.text(planned.amount()), Zloty.day(due), rule);
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
