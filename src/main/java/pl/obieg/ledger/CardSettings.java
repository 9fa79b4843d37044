package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether taxes of the gmina may be paid by card or another payment instrument: only if the council allows it (PAY-03, OP
 * art. 61a §1).
 *
 * @param resolutions of the council; none: not allowed
 */
@ConfigurationProperties("obieg.systems.ledger.cards")
public record CardSettings(@DefaultValue List<Resolution> resolutions) {

    /**
     * @param from first day in force
     * @param to last day; {@code null} while it is in force
     * @param number as it is quoted: {@code XII/34/2026}
     */
    public record Resolution(LocalDate from, LocalDate to, String number) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The resolution in force on the day. */
    Optional<Resolution> on(LocalDate day) {
        return resolutions.stream().filter(each -> each.covers(day)).max(Comparator.comparing(Resolution::from));
    }

    /** For the payer, in Polish. */
    public String text(LocalDate day) {
        return on(day).map(each ->
                        "Podatek można zapłacić także kartą płatniczą w kasie urzędu (uchwała rady nr %s, art. 61a Ordynacji podatkowej)."
                                .formatted(each.number()))
                .orElse(
                        "Podatku nie można zapłacić kartą płatniczą: rada gminy na to nie zezwoliła (art. 61a Ordynacji podatkowej).");
    }
}
