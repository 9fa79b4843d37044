package pl.obieg.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How and when a letter was given in, and whether that keeps a term (TIM-05: OP art. 12 §6, KPA art. 57 §5). Days are
 * those of Warsaw.
 *
 * @param handedOver when the sender posted, sent or handed it over; {@code null} if not known
 * @param arrived when it reached the office; {@code null} if it has not, or no receipt of it exists
 */
public record Filing(Carrier carrier, LocalDate handedOver, LocalDate arrived) {

    public Filing {
        Objects.requireNonNull(carrier, "carrier");
        if (handedOver != null && arrived != null && arrived.isBefore(handedOver)) {
            throw new IllegalArgumentException("It arrived on " + arrived + ", before " + handedOver);
        }
    }

    /** Whether it was given in before the term ended with the last moment of {@code end}. */
    public boolean keeps(LocalDate end) {
        if (arrived != null && !arrived.isAfter(end)) {
            return true;
        }
        boolean counts = carrier.counts == Counts.HANDING_OVER || carrier.counts == Counts.SENDING && arrived != null;
        return counts && handedOver != null && !handedOver.isAfter(end);
    }

    private enum Counts {
        HANDING_OVER,
        /** Sending, if a receipt proves that it arrived, be it later. */
        SENDING,
        ARRIVAL
    }

    /** By which way the letter came. */
    public enum Carrier {
        OFFICE(Counts.ARRIVAL, "złożone w urzędzie"),
        ADE(Counts.SENDING, "wysłane na adres do doręczeń elektronicznych"),
        ACCOUNT(Counts.SENDING, "wniesione na konto w systemie urzędu"),
        /** Where a special act still allows it (R-ETRANS § 2). */
        EPUAP(Counts.SENDING, "wysłane przez ePUAP"),
        DESIGNATED_OPERATOR(Counts.HANDING_OVER, "nadane u operatora wyznaczonego"),
        /** Universal post of another EU state, Switzerland or an EFTA state of the EEA. */
        EU_OPERATOR(Counts.HANDING_OVER, "nadane u operatora powszechnego w innym państwie UE, EFTA lub w Szwajcarii"),
        CONSULATE(Counts.HANDING_OVER, "złożone w polskim urzędzie konsularnym"),
        MILITARY_UNIT(Counts.HANDING_OVER, "złożone w dowództwie jednostki wojskowej"),
        SHIP(Counts.HANDING_OVER, "złożone kapitanowi statku"),
        PRISON(Counts.HANDING_OVER, "złożone administracji zakładu karnego"),
        /** Couriers and any other postal operator. */
        OTHER_OPERATOR(Counts.ARRIVAL, "nadane u innego operatora lub przez kuriera");

        private final Counts counts;
        private final String label;

        Carrier(Counts counts, String label) {
            this.counts = counts;
            this.label = label;
        }

        /** Polish phrase: "pismo złożone w urzędzie". */
        public String label() {
            return label;
        }
    }
}
