package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Reasons;
import pl.obieg.tax.assessment.Polish;

/**
 * Who waits more than three months for the decision of the first instance owes no interest from the opening of the
 * proceedings to its delivery (INT-05, OP art. 54 § 1 pkt 7), unless the delay is his or nobody's the organ answers for (§ 2).
 */
@Component
class SlowProceedings {

    private static final int MONTHS = 3;
    private static final String BASIS = "art. 54 § 1 pkt 7 OP";

    private final Reviews reviews;
    private final StatutoryCalendar calendar;
    private final Reasons reasons;
    private final ApplicationEventPublisher events;

    SlowProceedings(Reviews reviews, StatutoryCalendar calendar, Reasons reasons, ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.calendar = calendar;
        this.reasons = reasons;
        this.events = events;
    }

    void concluded(String caseNumber, LocalDate deliveredOn, boolean excused) {
        reviews.openedOn(caseNumber)
                .filter(opened -> deliveredOn.isAfter(calendar.endOfMonths(opened, MONTHS)))
                .ifPresent(opened -> concluded(caseNumber, opened, deliveredOn, excused));
    }

    private void concluded(String caseNumber, LocalDate opened, LocalDate deliveredOn, boolean excused) {
        reasons.keep(
                caseNumber,
                caseNumber,
                "Odsetki za czas postępowania",
                Map.of("Wszczęto", Polish.date(opened), "Doręczono decyzję", Polish.date(deliveredOn)),
                List.of(
                        excused
                                ? "INT-05: opóźnienie powstało z winy strony albo z przyczyn niezależnych od organu, więc odsetki"
                                        + " biegną: art. 54 § 2 OP."
                                : "INT-05: decyzji nie doręczono w 3 miesiące od wszczęcia, więc od dnia wszczęcia do dnia"
                                        + " doręczenia nie nalicza się odsetek: " + BASIS + "."));
        if (!excused) {
            events.publishEvent(new CaseFact.InterestSuspended(caseNumber, opened, deliveredOn, BASIS));
        }
    }
}
