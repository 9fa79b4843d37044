package pl.obieg.portal.web;

import java.time.LocalDate;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.portal.matters.Matter;

/**
 * What the delivery of the citizen's own copy means: the legal date, and until when an appeal may be lodged (14 days
 * from delivery, OP art. 223 §2; counted by OP art. 12, TIM-05). Each addressee has an own term (PT-53).
 *
 * @param legalDate {@code null} if the copy does not count as delivered
 * @param what the sentence on the delivery
 * @param appealUntil last day for the appeal, {@code null} without a legal date
 * @param appealOpen whether that day has not passed
 */
public record DeliveryStory(LocalDate legalDate, String what, LocalDate appealUntil, boolean appealOpen) {

    private static final int APPEAL_DAYS = 14;

    static DeliveryStory of(Matter.Decision decision, StatutoryCalendar calendar, LocalDate today) {
        Matter.Delivery delivery = decision.delivery();
        if (delivery == null) {
            return new DeliveryStory(
                    null,
                    "Urząd nie odnotował jeszcze doręczenia Twojego egzemplarza. Termin na odwołanie zacznie biec"
                            + " dopiero od dnia doręczenia.",
                    null,
                    false);
        }
        if (delivery.legalDate() == null) {
            return new DeliveryStory(
                    null,
                    "Twojego egzemplarza nie udało się skutecznie doręczyć. Urząd doręczy go ponownie; termin na"
                            + " odwołanie jeszcze nie biegnie.",
                    null,
                    false);
        }
        LocalDate until = calendar.endOfDays(delivery.legalDate(), APPEAL_DAYS);
        return new DeliveryStory(delivery.legalDate(), how(delivery.status()), until, !today.isAfter(until));
    }

    private static String how(String status) {
        return switch (status) {
            case "SUBSTITUTE" -> "Twój egzemplarz odebrała za Ciebie osoba do tego uprawniona.";
            case "DEEMED" ->
                "Nikt nie odebrał Twojego egzemplarza w terminie, dlatego według prawa uważa się go za"
                        + " doręczony w tym dniu.";
            case "REFUSED" ->
                "Odmówiono przyjęcia Twojego egzemplarza; według prawa uważa się go za doręczony w dniu" + " odmowy.";
            default -> "Twój egzemplarz odebrano.";
        };
    }
}
