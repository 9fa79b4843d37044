package pl.obieg.correspondence;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.TermRule;
import pl.obieg.correspondence.builtin.CaseRecords;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Decisions;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/**
 * Especially complex cases: two months instead of one, from the same first day (D16; TIM-01: OP art. 139 §1, TIM-02: KPA
 * art. 35 §3). A clerk says so with a reason while the term runs, or a procedure does.
 */
@Service
public class ComplexCases {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<String> MAY_BE_COMPLEX = List.of("FIRST_INSTANCE", "PUBLIC_INFORMATION");
    private static final int LONGEST_REASON = 500;

    private final CaseTerms terms;
    private final CaseRecords cases;
    private final Decisions decisions;
    private final Reasons reasons;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    public ComplexCases(
            CaseTerms terms,
            CaseRecords cases,
            Decisions decisions,
            Reasons reasons,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.terms = terms;
        this.cases = cases;
        this.decisions = decisions;
        this.reasons = reasons;
        this.calendar = calendar;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(CaseFact.CaseFoundComplex fact) {
        terms.ordinary(fact.caseNumber())
                .filter(kind -> MAY_BE_COMPLEX.contains(kind.caseKind()))
                .ifPresent(kind -> lengthen(fact.caseNumber(), kind, fact.reason()));
    }

    /** @throws Refusal {@code REASON_MISSING}, {@code NOT_COMPLEX} if the case has no such term or is complex already */
    @Transactional
    public void mark(String caseNumber, String reason, String clerk) {
        String why = Objects.toString(reason, "").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refusal(
                    "REASON_MISSING", "Napisz, dlaczego sprawa jest szczególnie skomplikowana (do 500 znaków).");
        }
        CaseTerms.Kind kind = terms.ordinary(caseNumber)
                .filter(found -> MAY_BE_COMPLEX.contains(found.caseKind()))
                .orElseThrow(() -> new Refusal(
                        "NOT_COMPLEX",
                        "Termin tej sprawy nie zależy od jej zawiłości, już minął albo sprawę oznaczono wcześniej."));
        lengthen(caseNumber, kind, why + " (wpisał: " + clerk + ")");
    }

    private void lengthen(String caseNumber, CaseTerms.Kind kind, String reason) {
        TermRule rule = TermRule.of(decisions.askOne(
                "termin-sprawy",
                Map.of("procedureLaw", kind.law(), "caseKind", kind.caseKind(), "complexity", "COMPLEX")));
        terms.complex(caseNumber, rule, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        var end = terms.of(caseNumber).orElseThrow().on(clock.today(), calendar).end();
        terms.seen(caseNumber, end);
        cases.note(
                caseNumber,
                "complex case " + terms.roundOf(caseNumber),
                "Sprawa szczególnie skomplikowana: " + reason + ". Termin załatwienia: " + DAY.format(end) + ".");
        reasons.keep(
                caseNumber,
                caseNumber,
                "Termin sprawy szczególnie skomplikowanej",
                Map.of("Powód", reason),
                List.of("Sprawę szczególnie skomplikowaną trzeba załatwić do " + DAY.format(end) + " (" + rule.basis()
                        + "; D16, TIM-01, TIM-02). Termin liczy się od tego samego dnia."));
    }
}
