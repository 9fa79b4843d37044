package pl.obieg.ledger.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.exchange.OfficeLetters.Kind;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.dunning.Dunnings.Debtor;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Drafts the upomnienie: several dues in one, with interest of the day and costs (ARR-03). */
@OperationCard(
        label = "Przygotuj upomnienie",
        description = "Zestawia raty po terminie z odsetkami na dziś i kosztami i przygotowuje projekt upomnienia.",
        system = "ledger",
        refusals = {
            "NO_ARREARS: Nie ma już zaległości, o której można upomnieć.",
            "NO_DEBTORS: Przy należności nie wskazano dłużnika."
        })
public class DraftDunning implements Operation<DraftDunning.Input, DraftDunning.Output> {

    private static final int WORKING_DAYS_TO_CHECK = 3;

    /** {@code caseNumber}: the dunning's own case. */
    public record Input(String dunningId, String caseNumber) {}

    /** {@code letterId}: of the draft; {@code partyIds}: its addressees; {@code taskDeadline}: to check it. */
    public record Output(String letterId, List<String> partyIds, LocalDate taskDeadline) {}

    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final DueLines lines;
    private final LegalFigures law;
    private final OfficeLetters letters;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    DraftDunning(
            Dunnings dunnings,
            ArrearsReview review,
            DueLines lines,
            LegalFigures law,
            OfficeLetters letters,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.dunnings = dunnings;
        this.review = review;
        this.lines = lines;
        this.law = law;
        this.letters = letters;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Dunning dunning = dunnings.lock(input.dunningId());
        LocalDate today = clock.today();
        Arrears arrears = review.of(dunning.account(), dunnings.dues(dunning.id()), today);
        List<String> partyIds =
                dunnings.debtors(dunning.id()).stream().map(Debtor::partyId).toList();
        if (arrears.overdue().isEmpty()) {
            throw new Refusal("NO_ARREARS", "Nie ma już zaległości, o której można upomnieć.");
        }
        if (partyIds.isEmpty()) {
            throw new Refusal("NO_DEBTORS", "Przy należności nie wskazano dłużnika; uzupełnij go w księgowości.");
        }
        String letterId = letters.draft(
                new Draft(
                        input.caseNumber(),
                        Kind.DUNNING,
                        "letters/upomnienie-i-tytul/upomnienie.ftlh",
                        "do zapłaty zaległości podatkowej",
                        content(dunning, arrears, today),
                        partyIds),
                call.idempotencyKey());
        dunnings.drafted(dunning.id(), letterId);
        lines.keepInterest(input.caseNumber(), dunning.id(), arrears.overdue(), today);
        return Answer.now(
                new Output(letterId, partyIds, calendar.orNextWorkingDay(today.plusDays(WORKING_DAYS_TO_CHECK))));
    }

    private Map<String, Object> content(Dunning dunning, Arrears arrears, LocalDate today) {
        BigDecimal cost = law.on(today, Figure.KOSZT_UPOMNIENIA);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("dues", lines.of(arrears.overdue()));
        content.put("principal", arrears.principal());
        content.put("interest", arrears.interest());
        content.put("cost", cost);
        content.put("total", arrears.total().add(cost));
        content.put("interestDay", today);
        content.put("account", Nrb.spaced(dunning.account()));
        content.put("days", law.on(today, Figure.DNI_Z_UPOMNIENIA).intValueExact());
        content.put("declared", "SELF".equals(arrears.regime()));
        content.put("joint", dunnings.debtors(dunning.id()).size() > 1);
        return content;
    }
}
