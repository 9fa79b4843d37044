package pl.obieg.tax;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.Filing;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.appeal.AppealTerm;
import pl.obieg.tax.appeal.Contestables;
import pl.obieg.tax.appeal.Contestables.Contestable;
import pl.obieg.tax.appeal.PolishDay;

/**
 * Finds the decision an appeal is against, who appeals, and whether it came in time (P05, PT-53, TIM-05; OP art. 12,
 * 220, 223). Whether it is admissible the table {@code ocena-odwolania} says.
 */
@OperationCard(
        label = "Sprawdź odwołanie",
        description = "Odnajduje zaskarżoną decyzję i adresata, który się odwołuje, liczy jego termin od doręczenia"
                + " jego egzemplarza i sprawdza, czy odwołanie wniesiono na czas.",
        system = "gmina",
        refusals = {
            "DECISION_NOT_FOUND: Nie ma decyzji ani postanowienia o takim numerze.",
            "FILING_DAY_WRONG: Data nadania jest późniejsza niż data wpływu albo jej brakuje."
        })
public class CheckAppeal implements Operation<CheckAppeal.Input, CheckAppeal.Output> {

    /**
     * @param partyIds the sender
     * @param decisionNumber as the letter gives it, {@code FN.3120.1.2026.D1}
     * @param appellantRole {@code STRONA}, {@code PELNOMOCNIK} or {@code INNA}
     * @param appellantNumber for an attorney of one of several addressees: which, by the alphabet, from 1
     * @param filingCarrier a {@link Filing.Carrier}; unset: as the channel says
     * @param handedOverOn day of posting, by the stamp on the envelope
     */
    public record Input(
            String caseNumber,
            String submissionId,
            List<String> partyIds,
            String decisionNumber,
            String appellantRole,
            @Nullable Integer appellantNumber,
            @Nullable String filingCarrier,
            @Nullable LocalDate handedOverOn) {}

    /**
     * @param decisionCase case of the decision
     * @param assessmentId the decision rests on; empty if it sets no tax
     * @param appellantIsParty whether it was addressed to who appeals
     * @param decisionDelivered whether it reached anybody (OP art. 212)
     * @param appealedBefore whether the same party has appealed against it already
     * @param appealTermEnd {@code null} if his term does not run yet
     * @param forwardBy last day to send it on; {@code forwardWarnOn}: when the head is warned
     */
    public record Output(
            String decisionCase,
            String assessmentId,
            Boolean appellantIsParty,
            Boolean decisionDelivered,
            Boolean appealedBefore,
            Boolean appealInTime,
            LocalDate appealTermEnd,
            LocalDate forwardBy,
            LocalDate forwardWarnOn) {}

    private final Contestables contestables;
    private final AppealTerm term;
    private final AppealRegister appeals;
    private final Submissions submissions;
    private final Reasons reasons;

    public CheckAppeal(
            Contestables contestables,
            AppealTerm term,
            AppealRegister appeals,
            Submissions submissions,
            Reasons reasons) {
        this.contestables = contestables;
        this.term = term;
        this.appeals = appeals;
        this.submissions = submissions;
        this.reasons = reasons;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Contestable decision = contestables
                .find(input.decisionNumber())
                .orElseThrow(() -> new Refusal(
                        "DECISION_NOT_FOUND",
                        "Urząd nie wydał decyzji ani postanowienia o numerze " + input.decisionNumber() + "."));
        Optional<String> appellant = term.appellant(
                decision,
                input.partyIds().isEmpty() ? null : input.partyIds().get(0),
                "PELNOMOCNIK".equals(input.appellantRole()),
                input.appellantNumber());
        Submission letter = submissions.get(input.submissionId());
        AppealTerm.Finding finding = finding(input, decision, appellant, letter);
        boolean before = appellant
                .map(party -> appeals.anotherOf(decision.number(), party, input.caseNumber()))
                .orElse(false);
        appeals.put(input.caseNumber(), decision.number(), finding, letter);
        explain(input.caseNumber(), decision, finding);
        return Answer.now(new Output(
                decision.caseNumber(),
                decision.assessmentId() == null ? "" : decision.assessmentId(),
                appellant.isPresent(),
                finding.decisionDelivered(),
                before,
                finding.inTime(),
                finding.termEnd().orElse(null),
                finding.standing().end(),
                finding.standing().warningDay()));
    }

    private AppealTerm.Finding finding(
            Input input, Contestable decision, Optional<String> appellant, Submission letter) {
        Filing.Carrier carrier =
                input.filingCarrier() == null || input.filingCarrier().isBlank()
                        ? null
                        : Filing.Carrier.valueOf(input.filingCarrier());
        try {
            return term.check(decision, appellant, letter, carrier, input.handedOverOn());
        } catch (IllegalArgumentException impossible) {
            throw new Refusal("FILING_DAY_WRONG", "Data nadania jest późniejsza niż dzień, w którym pismo wpłynęło.");
        }
    }

    private void explain(String caseNumber, Contestable decision, AppealTerm.Finding finding) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Zaskarżone rozstrzygnięcie", decision.number());
        inputs.put(
                "Wniesiono",
                PolishDay.of(finding.filedOn()) + ", "
                        + finding.filing().carrier().label());
        String days = decision.isOrder() ? "7 dni, art. 236 § 2 pkt 1 OP" : "14 dni, art. 223 § 2 pkt 1 OP";
        List<String> steps = List.of(
                finding.termEnd()
                        .map(end -> "PT-53, TIM-05: termin tego adresata (" + days
                                + ") od doręczenia jego egzemplarza upływa " + PolishDay.of(end) + ".")
                        .orElse("PT-53: temu adresatowi nie doręczono egzemplarza, jego termin (" + days
                                + ") jeszcze nie biegnie."),
                finding.inTime()
                        ? "TIM-05: odwołanie wniesiono w terminie (art. 12 § 6 OP)."
                        : "TIM-05: odwołanie wniesiono po terminie (art. 12 § 6 OP).",
                "P05: przekazanie do organu odwoławczego najpóźniej "
                        + PolishDay.of(finding.standing().end()) + " (art. 227 § 1 OP).");
        reasons.keep(caseNumber, caseNumber, "Termin odwołania", inputs, steps);
    }
}
