package pl.obieg.tax.review;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Drafts the notice that gives the party 7 days to speak on the evidence before the decision (OP art. 200 § 1). */
@OperationCard(
        label = "Napisz zawiadomienie z art. 200",
        description = "Przygotowuje zawiadomienie o prawie wypowiedzenia się w sprawie zebranych dowodów w 7 dni.",
        system = "gmina",
        refusals = "EVIDENCE_MISSING: Nie opisano zebranych dowodów.")
public class DraftHearingNotice implements Operation<DraftHearingNotice.Input, DraftHearingNotice.Output> {

    /**
     * @param taxYear may be {@code null} if {@code hearingSubject} is given
     * @param evidenceNote what was gathered, as the clerk put it
     * @param hearingSubject what the proceedings are about, as the letter goes on after "w postępowaniu"; {@code null}: the
     *     tax of the case for {@code taxYear}
     */
    public record Input(
            String caseNumber,
            Integer taxYear,
            List<String> partyIds,
            @Nullable String evidenceNote,
            @Nullable String hearingSubject) {}

    public record Output(String letterId) {}

    private final ProceedingsLetters letters;
    private final ApplicationEventPublisher events;

    DraftHearingNotice(ProceedingsLetters letters, ApplicationEventPublisher events) {
        this.letters = letters;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        if (input.evidenceNote() == null || input.evidenceNote().isBlank()) {
            throw new Refusal("EVIDENCE_MISSING", "Wymień dowody, co do których strona może się wypowiedzieć.");
        }
        events.publishEvent(new CaseFact.HearingOpened(input.caseNumber()));
        boolean named =
                input.hearingSubject() != null && !input.hearingSubject().isBlank();
        String subject = named
                ? input.hearingSubject().strip()
                : "w sprawie zobowiązania "
                        + letters.matter(input.caseNumber(), input.taxYear(), input.partyIds())
                                .tax();
        return Answer.now(new Output(letters.hearing(
                input.caseNumber(), input.partyIds(), subject, input.evidenceNote(), call.idempotencyKey())));
    }
}
