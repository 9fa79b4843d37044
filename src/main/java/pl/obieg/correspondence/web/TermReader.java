package pl.obieg.correspondence.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.correspondence.CaseTerm;
import pl.obieg.correspondence.CaseTerms;
import pl.obieg.process.StaffDirectory;

/** Reads terms of cases as they stand today. */
@Component
class TermReader {

    private static final int MOST = 200;

    private final CaseTerms terms;
    private final StaffDirectory staff;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    TermReader(CaseTerms terms, StaffDirectory staff, StatutoryCalendar calendar, OfficeClock clock) {
        this.terms = terms;
        this.staff = staff;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Empty if the case has no statutory term. */
    @Transactional(readOnly = true)
    public Optional<TermView> of(String caseNumber) {
        return terms.of(caseNumber).map(this::view);
    }

    /** The running terms that end first. */
    @Transactional(readOnly = true)
    public List<TermView> running() {
        return terms.running(MOST).stream().map(this::view).toList();
    }

    private TermView view(CaseTerm term) {
        LocalDate today = clock.today();
        CaseTerm.Outlook outlook = term.on(today, calendar);
        CaseTerm.Phase phase = term.phase(today, calendar);
        return new TermView(
                term.caseNumber(),
                term.clerk() == null ? null : staff.nameOf(term.clerk()),
                Polish.day(term.startedOn()),
                term.rule().basis(),
                Polish.day(calendar.end(
                        term.startedOn(), term.rule().amount(), term.rule().unit())),
                Polish.day(outlook.end()),
                state(term, outlook, today),
                switch (phase) {
                    case RUNNING -> today.isBefore(outlook.warning()) ? "good" : "warn";
                    case ENDED -> "good";
                    case WARNING, NOTICE -> "warn";
                    case OVERDUE -> "bad";
                },
                outlook.stopped() && term.endedOn() == null,
                Polish.day(term.warnedOn()),
                term.endedOn() == null ? null : Polish.day(term.endedOn()) + " – " + term.endedBy(),
                term.endedOn() == null,
                term.complexReason(),
                term.stops().stream().map(TermReader::stop).toList(),
                terms.notices(term.caseNumber()).stream()
                        .map(one ->
                                new TermView.Notice(Polish.day(one.newEnd()), one.cause(), Polish.day(one.issuedOn())))
                        .toList());
    }

    private static String state(CaseTerm term, CaseTerm.Outlook outlook, LocalDate today) {
        if (term.endedOn() != null) {
            long over = ChronoUnit.DAYS.between(outlook.end(), term.endedOn());
            return over > 0 ? "załatwiona " + days(over) + " po terminie" : "załatwiona w terminie";
        }
        long left = ChronoUnit.DAYS.between(today, outlook.end());
        if (left < 0) {
            return days(-left) + " po terminie";
        }
        return left == 0 ? "termin mija dzisiaj" : days(left) + " do końca";
    }

    private static String days(long count) {
        return count == 1 ? "1 dzień" : count + " dni";
    }

    private static TermView.Stop stop(ClockStop stop) {
        return new TermView.Stop(
                Polish.day(stop.from()), Polish.day(stop.until()), stop.reason().label());
    }
}
