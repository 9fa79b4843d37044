package pl.obieg.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.TermRule;
import pl.obieg.correspondence.builtin.CaseRecords;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Decisions;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Reasons;

/**
 * Begins the term of a case when it is opened and ends it when it is decided or closed (TIM-01, TIM-02). Which cases have
 * one stands in the table {@code rodzaj-terminu}, how long it is in D16; the procedure {@code pilnowanie-terminu} guards
 * it.
 */
@Service
public class TermDesk {

    private static final Map<String, String> FROM = Map.of(
            "LETTER", "Termin biegnie od dnia złożenia pisma, nie od założenia sprawy (art. 165 § 3 i 7 OP, PT-09).",
            "EX_OFFICIO", "Termin biegnie od założenia sprawy z urzędu.",
            "ORDER", "Termin biegnie od doręczenia postanowienia o wszczęciu (art. 165 § 4 OP, PT-09).",
            "REOPENED", "Sprawa wróciła do ponownego rozpatrzenia: termin biegnie od nowa od zwrotu akt.");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final CaseTerms terms;
    private final CaseRecords cases;
    private final Decisions decisions;
    private final Reasons reasons;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    public TermDesk(
            CaseTerms terms,
            CaseRecords cases,
            Decisions decisions,
            Reasons reasons,
            StatutoryCalendar calendar,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.terms = terms;
        this.cases = cases;
        this.decisions = decisions;
        this.reasons = reasons;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void on(CaseFact.CaseOpened fact) {
        String begunBy = fact.exOfficio() ? "EX_OFFICIO" : "LETTER";
        begin(new Beginning(fact.caseNumber(), fact.jrwaClass(), fact.formCode(), begunBy, fact.startedOn()));
    }

    /** Proceedings ex officio begin with the delivery of the order (PT-09, OP art. 165 § 4), and their term with them. */
    @EventListener
    @Transactional
    public void on(CaseFact.ProceedingsBegun fact) {
        terms.originOf(fact.caseNumber())
                .ifPresent(of -> begin(
                        new Beginning(fact.caseNumber(), of.jrwaClass(), of.formCode(), "ORDER", fact.begunOn())));
    }

    /** A case that came back runs as long as a new one, from the day it came back. */
    @EventListener
    @Transactional
    public void on(CaseFact.CaseReopened fact) {
        terms.originOf(fact.caseNumber())
                .ifPresent(of -> begin(
                        new Beginning(fact.caseNumber(), of.jrwaClass(), of.formCode(), "REOPENED", fact.startedOn())));
    }

    /** @param begunBy {@code LETTER}, {@code EX_OFFICIO}, {@code ORDER} or {@code REOPENED} */
    private record Beginning(
            String caseNumber, String jrwaClass, String formCode, String begunBy, LocalDate startedOn) {}

    private void begin(Beginning beginning) {
        Map<String, Object> which = new HashMap<>();
        which.put("jrwaClass", beginning.jrwaClass());
        which.put("formCode", beginning.formCode());
        which.put("begunBy", beginning.begunBy());
        Map<String, Object> kind = decisions.askOne("rodzaj-terminu", which);
        if ("BRAK".equals(kind.get("procedureLaw"))) {
            return;
        }
        Map<String, Object> asked = new HashMap<>(kind);
        if ("".equals(kind.get("complexity"))) {
            asked.put("complexity", null);
        }
        TermRule rule = TermRule.of(decisions.askOne("termin-sprawy", asked));
        String law = (String) kind.get("procedureLaw");
        String caseNumber = beginning.caseNumber();
        boolean anew = List.of("ORDER", "REOPENED").contains(beginning.begunBy());
        boolean begun = terms.begin(
                caseNumber,
                beginning.startedOn(),
                rule,
                new CaseTerms.Kind(law, (String) kind.get("caseKind")),
                (String) kind.get("approvers"));
        if (begun || anew && terms.beginAnew(caseNumber, beginning.startedOn(), rule)) {
            explain(beginning, rule);
            events.publishEvent(new ProcedureMessage(
                    "CaseOpened", caseNumber, terms.roundOf(caseNumber), Map.of("caseNumber", caseNumber)));
        }
    }

    private void explain(Beginning beginning, TermRule rule) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Klasa JRWA", beginning.jrwaClass());
        inputs.put("Formularz", beginning.formCode() == null ? "–" : beginning.formCode());
        inputs.put("Wszczęto", DAY.format(beginning.startedOn()));
        LocalDate end = calendar.end(beginning.startedOn(), rule.amount(), rule.unit());
        reasons.keep(
                beginning.caseNumber(),
                beginning.caseNumber(),
                "Termin załatwienia sprawy",
                inputs,
                List.of(
                        "Sprawę trzeba załatwić do " + DAY.format(end) + " (" + rule.basis()
                                + "; D16, TIM-01, TIM-02). Koniec w sobotę lub święto przechodzi na dzień roboczy"
                                + " (TIM-05); dni czekania na stronę nie liczą się (TIM-03).",
                        FROM.get(beginning.begunBy())));
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DeclarationRecorded fact) {
        terms.parties(fact.caseNumber(), fact.partyIds());
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DecisionIssued fact) {
        end(fact.caseNumber(), fact.issuedOn(), "wydano decyzję " + fact.decisionNumber());
    }

    @EventListener
    @Transactional
    public void on(CaseFact.CaseClosed fact) {
        end(fact.caseNumber(), fact.closedOn(), "zakończono sprawę: " + fact.outcome());
    }

    /** What settles the case ends its term, also an order; a notice of a new date gives the term another end. */
    @EventListener
    @Transactional
    public void on(CaseFact.LetterIssued fact) {
        if (fact.settles()) {
            end(
                    fact.caseNumber(),
                    fact.issuedOn(),
                    "wydano pismo: " + fact.kind().polish());
            return;
        }
        terms.noticeIssued(fact.letterId(), fact.issuedOn()).ifPresent(notice -> {
            cases.note(
                    fact.caseNumber(),
                    "term notice " + fact.letterId(),
                    "Zawiadomiono stronę o nowym terminie załatwienia sprawy: " + DAY.format(notice.newEnd()) + ".");
            reasons.keep(
                    fact.caseNumber(),
                    fact.caseNumber(),
                    "Nowy termin załatwienia sprawy",
                    Map.of("Dotychczasowy termin", DAY.format(notice.oldEnd())),
                    List.of("Strona została zawiadomiona o przyczynie i nowym terminie " + DAY.format(notice.newEnd())
                            + " (TIM-04, art. 140 OP, art. 36 KPA)."));
            events.publishEvent(new ProcedureMessage("TermNoticeIssued", fact.caseNumber(), fact.letterId()));
        });
    }

    private void end(String caseNumber, LocalDate on, String by) {
        if (terms.end(caseNumber, on == null ? clock.today() : on, by.substring(0, Math.min(200, by.length())))) {
            events.publishEvent(new ProcedureMessage("CaseConcluded", caseNumber, terms.roundOf(caseNumber)));
        }
    }
}
