package pl.obieg.tax;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.appeal.Contestables;

/** Enters an appeal with its first judgement; one that may be considered holds off finality (OP art. 128, ARR-02). */
@OperationCard(
        label = "Odnotuj odwołanie",
        description = "Wpisuje odwołanie do rejestru i powiadamia inne systemy, że decyzja nie jest ostateczna:"
                + " wstrzymane są upomnienia i tytuły wykonawcze.",
        system = "gmina")
public class RecordAppeal implements Operation<RecordAppeal.Input, Nothing> {

    /** @param appealVerdict of the table {@code ocena-odwolania} */
    public record Input(String caseNumber, String appealVerdict) {}

    private final AppealRegister appeals;
    private final Contestables contestables;
    private final ApplicationEventPublisher events;

    public RecordAppeal(AppealRegister appeals, Contestables contestables, ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.contestables = contestables;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        boolean isNew = appeals.judge(input.caseNumber(), input.appealVerdict());
        AppealRegister.Appeal appeal = appeals.get(input.caseNumber());
        if (isNew && AppealRegister.holdsOff(appeal.verdict()) && appeal.partyId() != null) {
            events.publishEvent(new CaseFact.AppealFiled(
                    contestables.find(appeal.decisionNumber()).orElseThrow().caseNumber(),
                    appeal.decisionNumber(),
                    appeal.partyId(),
                    appeal.filedOn()));
        }
        return Nothing.done();
    }
}
