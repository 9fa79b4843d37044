package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.dunning.Dunnings.Debtor;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;

/**
 * What the deliveries of an upomnienie make of its round (ARR-04): the cost arises once, on the first; the seven days count
 * from the last one, so that no debtor's term is cut. Counted anew when a delivery turns out defective.
 */
@Component
class DunningDelivery {

    private final Dunnings dunnings;
    private final DunningCosts costs;
    private final LegalFigures law;
    private final StatutoryCalendar calendar;

    DunningDelivery(Dunnings dunnings, DunningCosts costs, LegalFigures law, StatutoryCalendar calendar) {
        this.dunnings = dunnings;
        this.costs = costs;
        this.law = law;
        this.calendar = calendar;
    }

    /**
     * @param known day of delivery if no debtor's own is known
     * @return last day to pay; nothing if nobody was reached
     */
    Optional<LocalDate> count(Dunning dunning, String caseNumber, @Nullable LocalDate known) {
        List<LocalDate> days = dunnings.debtors(dunning.id()).stream()
                .map(Debtor::deliveredOn)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        LocalDate first = days.isEmpty() ? known : days.get(0);
        if (first == null) {
            return Optional.empty();
        }
        LocalDate last = days.isEmpty() ? first : days.get(days.size() - 1);
        LocalDate termEndsOn =
                calendar.endOfDays(last, law.on(last, Figure.DNI_Z_UPOMNIENIA).intValueExact());
        boolean sameDay = dunning.delivered() && first.equals(dunning.deliveredOn());
        if (!sameDay || !termEndsOn.equals(dunning.termEndsOn())) {
            String costId = dunning.costId();
            if (!sameDay && dunning.delivered() && costId != null) {
                costs.cancel(
                        dunning,
                        "Upomnienie doręczono w innym dniu, niż ustalono, dlatego jego koszty ustala się na nowo (ARR-04; art. 15 § 2 ustawy o postępowaniu egzekucyjnym w administracji).");
                costId = null;
            }
            if (!sameDay && costId == null) {
                costId = costs.arise(dunning, caseNumber, first);
            }
            dunnings.delivered(dunning.id(), first, termEndsOn, costId);
        }
        return Optional.of(termEndsOn);
    }

    /** A delivery was found defective, or the letter reached its addressee after that. */
    void countAnew(Dunning dunning, @Nullable LocalDate was) {
        if (count(dunning, dunning.caseNumber(), null).isEmpty()) {
            costs.cancel(
                    dunning,
                    "Doręczenie upomnienia%s okazało się wadliwe, dlatego jego koszty nie są należne, a egzekucji nie można wszcząć, dopóki upomnienie nie zostanie doręczone (ARR-04; art. 15 § 1 i 2 ustawy o postępowaniu egzekucyjnym w administracji)."
                            .formatted(was == null ? "" : " z " + Zloty.day(was)));
            dunnings.again(dunning.id());
        }
    }
}
