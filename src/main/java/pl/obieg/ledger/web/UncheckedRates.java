package pl.obieg.ledger.web;

import java.time.LocalDate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.law.LegalFigures;

/** UR-26: who reads interest of a day up to which nobody has checked the rates is told so. */
@ControllerAdvice(assignableTypes = {LedgerPages.class, ArrearsPages.class})
class UncheckedRates {

    private final LegalFigures law;
    private final OfficeClock clock;

    UncheckedRates(LegalFigures law, OfficeClock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** A Polish sentence; empty if the rates are checked. */
    @ModelAttribute("ratesUnchecked")
    String sentence() {
        LocalDate until = law.ratesCheckedUntil();
        return clock.today().isAfter(until)
                ? "Stopę odsetek sprawdzono do dnia " + Zloty.day(until)
                        + ": odsetki na dziś policzono według ostatniej znanej. Nową stopę albo nowy dzień sprawdzenia wpisuje analityk na stronie Prawo."
                : "";
    }
}
