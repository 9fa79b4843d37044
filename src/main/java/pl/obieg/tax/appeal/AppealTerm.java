package pl.obieg.tax.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.Filing;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.Term;
import pl.obieg.calendar.TermRule;
import pl.obieg.calendar.TermStanding;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Decisions;
import pl.obieg.tax.appeal.Contestables.Contestable;

/**
 * Whose appeal it is and whether it came in time: 14 days from the delivery of his own copy, for an order 7 (OP art. 223
 * §2, 236 §2, 12; PT-53, TIM-05).
 */
@Component
public class AppealTerm {

    private static final int APPEAL_DAYS = 14;
    private static final int COMPLAINT_DAYS = 7;

    /**
     * What the check found.
     *
     * @param termEnd empty if the term does not run yet
     * @param filing how it was given in
     * @param standing how the 14 days to send it on stand
     */
    public record Finding(
            Optional<String> appellant,
            boolean decisionDelivered,
            Optional<LocalDate> termEnd,
            Filing filing,
            boolean inTime,
            LocalDate filedOn,
            TermStanding standing) {}

    private final Contestables contestables;
    private final Parties parties;
    private final Decisions decisions;
    private final StatutoryCalendar calendar;

    public AppealTerm(Contestables contestables, Parties parties, Decisions decisions, StatutoryCalendar calendar) {
        this.contestables = contestables;
        this.parties = parties;
        this.decisions = decisions;
        this.calendar = calendar;
    }

    /**
     * @param sender in the client base
     * @param number which addressee an attorney acts for, by the alphabet, from 1; {@code null} if there is only one
     * @param attorney whether the sender acts for an addressee
     */
    public Optional<String> appellant(Contestable decision, String sender, boolean attorney, Integer number) {
        if (decision.partyIds().contains(sender)) {
            return Optional.of(sender);
        }
        if (!attorney) {
            return Optional.empty();
        }
        Map<String, String> byName = new TreeMap<>();
        decision.partyIds().forEach(id -> byName.put(parties.get(id).displayName() + id, id));
        List<String> ordered = List.copyOf(byName.values());
        int index = number == null ? ordered.size() == 1 ? 0 : -1 : number - 1;
        return index >= 0 && index < ordered.size() ? Optional.of(ordered.get(index)) : Optional.empty();
    }

    /**
     * @param carrier as the clerk read it from the envelope; {@code null}: as the letter's channel says
     * @param handedOverOn day of posting; {@code null} if the carrier needs none
     */
    public Finding check(
            Contestable decision,
            Optional<String> appellant,
            Submission letter,
            Filing.Carrier carrier,
            LocalDate handedOverOn) {
        LocalDate arrived = LocalDate.ofInstant(letter.receivedAt(), OfficeClock.WARSAW);
        Filing filing = filing(letter, arrived, carrier, handedOverOn);
        Optional<LocalDate> end = appellant
                .flatMap(party -> contestables.deliveredOn(decision.documentId(), party))
                .map(day -> calendar.endOfDays(day, decision.isOrder() ? COMPLAINT_DAYS : APPEAL_DAYS));
        boolean posted = filing.handedOver() != null && filing.keeps(filing.handedOver());
        return new Finding(
                appellant,
                contestables.firstDelivery(decision.documentId()).isPresent(),
                end,
                filing,
                end.map(filing::keeps).orElse(true),
                posted ? filing.handedOver() : arrived,
                forwarding(arrived));
    }

    private static Filing filing(Submission letter, LocalDate arrived, Filing.Carrier carrier, LocalDate handedOver) {
        if (carrier != null) {
            return new Filing(carrier, handedOver, arrived);
        }
        return switch (String.valueOf(letter.channel())) {
            case "ADE" -> new Filing(Filing.Carrier.ADE, arrived, arrived);
            case "EPUAP" -> new Filing(Filing.Carrier.EPUAP, arrived, arrived);
            case "PORTAL" -> new Filing(Filing.Carrier.ACCOUNT, arrived, arrived);
            default -> new Filing(Filing.Carrier.OFFICE, null, arrived);
        };
    }

    /** 14 days from the receipt of the appeal (D16, OP art. 227 §1). */
    private TermStanding forwarding(LocalDate receivedOn) {
        return term("FORWARD_APPEAL", receivedOn);
    }

    /** Two months from the receipt by the appeal body (D16, OP art. 139 §3; TIM-01). */
    public LocalDate rulingDueOn(LocalDate bodyReceivedOn) {
        return term("APPEAL", bodyReceivedOn).end();
    }

    private TermStanding term(String kind, LocalDate start) {
        Map<String, Object> row =
                decisions.askOne("termin-sprawy", Map.of("procedureLaw", "OP", "caseKind", kind, "complexity", ""));
        return new Term(start, TermRule.of(row)).on(start, calendar);
    }
}
