package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.exchange.OfficeLetters.Kind;
import pl.obieg.ledger.Debts;
import pl.obieg.ledger.dunning.Rigours.Tax;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Drafts the order that gives a decision that is not final the rigour of immediate enforceability (ARR-02, OP art. 239b). */
@OperationCard(
        label = "Napisz postanowienie o rygorze",
        description = "Sprawdza, czy decyzja nie jest ostateczna i czy wskazana przesłanka zachodzi, i przygotowuje"
                + " postanowienie o nadaniu rygoru natychmiastowej wykonalności.",
        system = "ledger",
        refusals = {
            "CASE_HAS_NO_RECEIVABLE: W sprawie nie przypisano podatku z decyzji.",
            "DECISION_OF_OTHER_CASE: Decyzja o tym numerze nie dotyczy podatku z tej sprawy.",
            "DECISION_FINAL: Decyzja jest ostateczna, więc rygor jest zbędny.",
            "GROUND_NOT_MET: Do przedawnienia zostało co najmniej 3 miesiące.",
            "REASONS_MISSING: Nie podano, dlaczego zobowiązanie nie zostanie wykonane."
        })
public class DraftRigour implements Operation<DraftRigour.Input, DraftRigour.Output> {

    /** OP art. 239b § 1 pkt 4. */
    private static final int MONTHS_TO_LIMITATION = 3;

    private static final int WORKING_DAYS_TO_CHECK = 3;

    /** OP art. 239b § 1 pkt 1–4. */
    private static final Map<String, String> GROUNDS = Map.of(
            "EGZEKUCJA",
            "organ posiada informacje, z których wynika, że wobec strony toczy się postępowanie egzekucyjne w zakresie"
                    + " innych należności pieniężnych (art. 239b § 1 pkt 1 Ordynacji podatkowej)",
            "BRAK_MAJATKU",
            "strona nie posiada majątku o wartości odpowiadającej wysokości zaległości podatkowej wraz z odsetkami za"
                    + " zwłokę, na którym można ustanowić hipotekę przymusową lub zastaw skarbowy, które korzystałyby z"
                    + " pierwszeństwa zaspokojenia (art. 239b § 1 pkt 2 Ordynacji podatkowej)",
            "ZBYWANIE",
            "strona dokonuje czynności polegających na zbywaniu majątku znacznej wartości (art. 239b § 1 pkt 3 Ordynacji"
                    + " podatkowej)",
            "PRZEDAWNIENIE",
            "okres do upływu terminu przedawnienia zobowiązania podatkowego jest krótszy niż 3 miesiące (art. 239b § 1"
                    + " pkt 4 Ordynacji podatkowej)");

    /**
     * @param caseNumber of the order
     * @param taxCaseNumber in which the tax was charged
     * @param decisionNumber of the decision that established, determined or changed it
     * @param rigourGround {@code EGZEKUCJA}, {@code BRAK_MAJATKU}, {@code ZBYWANIE} or {@code PRZEDAWNIENIE}
     * @param rigourReasons what makes it likely that the tax will not be paid (OP art. 239b § 2)
     */
    public record Input(
            String caseNumber,
            String taxCaseNumber,
            String decisionNumber,
            String rigourGround,
            String rigourReasons) {}

    /** {@code letterId}: of the draft; {@code partyIds}: the debtors; {@code taskDeadline}: to check it. */
    public record Output(String letterId, List<String> partyIds, LocalDate taskDeadline) {}

    private final Rigours rigours;
    private final ArrearsReview review;
    private final Debts debts;
    private final OfficeLetters letters;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    DraftRigour(
            Rigours rigours,
            ArrearsReview review,
            Debts debts,
            OfficeLetters letters,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.rigours = rigours;
        this.review = review;
        this.debts = debts;
        this.letters = letters;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate today = clock.today();
        String taxCase = input.taxCaseNumber().strip().toUpperCase(Locale.ROOT);
        String decision = input.decisionNumber().strip().toUpperCase(Locale.ROOT);
        Tax tax = rigours.taxOf(taxCase)
                .orElseThrow(() -> new Refusal(
                        "CASE_HAS_NO_RECEIVABLE", "W sprawie " + taxCase + " nie przypisano podatku z decyzji."));
        check(input, tax, taxCase, decision, today);
        List<String> parties = rigours.debtors(tax.receivableId());
        Map<String, Object> content = new HashMap<>();
        content.put("decisionNumber", decision);
        content.put("taxCase", taxCase);
        content.put("taxYear", String.valueOf(tax.taxYear()));
        content.put("ground", GROUNDS.get(input.rigourGround()));
        content.put("reasons", input.rigourReasons().strip());
        String letterId = letters.draft(
                new Draft(
                        input.caseNumber(),
                        Kind.ORDER,
                        "letters/rygor/postanowienie-o-rygorze.ftlh",
                        "o nadaniu rygoru natychmiastowej wykonalności decyzji " + decision,
                        content,
                        parties),
                call.idempotencyKey());
        rigours.drafted(input.caseNumber(), tax.receivableId(), decision, input.rigourGround());
        return Answer.now(
                new Output(letterId, parties, calendar.orNextWorkingDay(today.plusDays(WORKING_DAYS_TO_CHECK))));
    }

    private void check(Input input, Tax tax, String taxCase, String decision, LocalDate today) {
        if (!decision.startsWith(taxCase + ".") && !rigours.changed(tax.receivableId(), decision)) {
            throw new Refusal(
                    "DECISION_OF_OTHER_CASE",
                    "Decyzja " + decision + " nie dotyczy podatku ze sprawy " + taxCase + ".");
        }
        if (review.isFinal(tax.receivableId(), today)) {
            throw new Refusal("DECISION_FINAL", "Decyzja jest ostateczna, więc można ją wykonać bez rygoru.");
        }
        if (input.rigourReasons() == null || input.rigourReasons().isBlank()) {
            throw new Refusal(
                    "REASONS_MISSING",
                    "Napisz, z czego wynika, że zobowiązanie nie zostanie wykonane (art. 239b § 2 Ordynacji podatkowej).");
        }
        if ("PRZEDAWNIENIE".equals(input.rigourGround()) && !limitationIsClose(tax, today)) {
            throw new Refusal(
                    "GROUND_NOT_MET",
                    "Do przedawnienia zostało co najmniej 3 miesiące (art. 239b § 1 pkt 4 Ordynacji podatkowej).");
        }
    }

    private boolean limitationIsClose(Tax tax, LocalDate today) {
        return debts.dues(tax.account(), today).stream()
                .filter(due -> due.receivableId().equals(tax.receivableId()))
                .map(this::lastDay)
                .anyMatch(last -> last != null && today.isAfter(last.minusMonths(MONTHS_TO_LIMITATION)));
    }

    private LocalDate lastDay(Due due) {
        return review.limitation(due).lastDay();
    }
}
