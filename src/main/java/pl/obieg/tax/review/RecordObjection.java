package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import pl.obieg.calendar.Filing;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.Polish;

/** An objection in time makes the organ's correction void (OP art. 274 § 3, art. 12 § 6). */
@OperationCard(
        label = "Odnotuj sprzeciw",
        description = "Sprawdza, czy sprzeciw wniesiono w terminie, i jeśli tak, unieważnia korektę z urzędu.",
        system = "gmina",
        refusals = {
            "OBJECTION_DATE_MISSING: Nie podano, kiedy nadano albo złożono sprzeciw.",
            "OBJECTION_DATE_IN_FUTURE: Data nadania sprzeciwu jest późniejsza niż dzisiaj."
        })
public class RecordObjection implements Operation<RecordObjection.Input, RecordObjection.Output> {

    /**
     * @param objectionFiledOn when it was posted, sent or handed in
     * @param objectionCarrier a {@link Filing.Carrier}
     */
    public record Input(String caseNumber, String correctionId, LocalDate objectionFiledOn, String objectionCarrier) {}

    /** {@code objectionInTime}: the correction is void. {@code formerStep}: for the table {@code sposob-zalatwienia}. */
    public record Output(Boolean objectionInTime, String formerStep) {}

    private final Reviews reviews;
    private final Reasons reasons;
    private final OfficeClock clock;

    public RecordObjection(Reviews reviews, Reasons reasons, OfficeClock clock) {
        this.reviews = reviews;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate filed = input.objectionFiledOn();
        if (filed == null) {
            throw new Refusal("OBJECTION_DATE_MISSING", "Nie podano, kiedy nadano albo złożono sprzeciw.");
        }
        if (filed.isAfter(clock.today())) {
            throw new Refusal("OBJECTION_DATE_IN_FUTURE", "Data nadania sprzeciwu jest późniejsza niż dzisiaj.");
        }
        Filing.Carrier carrier = Filing.Carrier.valueOf(input.objectionCarrier());
        LocalDate until = reviews.correction(input.correctionId()).objectionUntil();
        // What a clerk enters for a carrier whose arrival counts is the day of arrival.
        boolean inTime = new Filing(carrier, filed, filed).keeps(until);
        reviews.object(input.correctionId(), filed, carrier.name(), inTime);
        reasons.keep(
                input.caseNumber(),
                input.caseNumber(),
                "Sprzeciw wobec korekty",
                Map.of("Sprzeciw", Polish.date(filed) + ", " + carrier.label(), "Termin", Polish.date(until)),
                List.of(
                        inTime
                                ? "Sprzeciw w terminie anuluje korektę: art. 274 § 3 OP."
                                : "Sprzeciw po terminie nie wywołuje skutku, korekta obowiązuje: art. 274 § 4 OP."));
        return Answer.now(new Output(
                inTime,
                inTime ? DeclarationReview.FormerStep.OBJECTED.name() : DeclarationReview.FormerStep.NONE.name()));
    }
}
