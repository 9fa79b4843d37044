package pl.obieg.tax.change;

import java.math.BigDecimal;
import java.util.Map;
import pl.obieg.tax.assessment.Polish;

/** What happened, as the changing decision says it. */
final class ChangeWords {

    private static final Map<String, String> EVENTS = Map.of(
            "ACQUISITION", "nabycie przedmiotu opodatkowania",
            "POSSESSION", "objęcie przedmiotu opodatkowania w posiadanie",
            "NEW_BUILDING", "powstanie nowego budynku lub budowli",
            "BUSINESS_USE", "zajęcie przedmiotu opodatkowania na prowadzenie działalności gospodarczej",
            "AREA_CHANGE", "zmianę powierzchni przedmiotu opodatkowania",
            "USE_CHANGE", "zmianę sposobu wykorzystania przedmiotu opodatkowania",
            "SALE", "zbycie przedmiotu opodatkowania",
            "LOSS_OF_POSSESSION", "utratę posiadania przedmiotu opodatkowania",
            "DEMOLITION", "rozbiórkę przedmiotu opodatkowania",
            "END_OF_USE", "zakończenie używania przedmiotu opodatkowania");

    private ChangeWords() {}

    /** In the accusative; a change that is not named is a change of circumstances. */
    static String event(String code) {
        return code == null
                ? "zmianę okoliczności mających wpływ na wysokość podatku"
                : EVENTS.getOrDefault(code, "zmianę okoliczności mających wpływ na wysokość podatku");
    }

    /** {@code +165 zł}, {@code −178 zł}, {@code 0 zł}. */
    static String signed(BigDecimal amount) {
        if (amount.signum() == 0) {
            return Polish.zloty(amount);
        }
        return (amount.signum() > 0 ? "+" : "−") + Polish.zloty(amount.abs());
    }
}
