package pl.obieg.ledger.enforcement;

import pl.obieg.ledger.enforcement.Titles.Title;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** How a title stands after a message. */
@OperationCard(
        label = "Odczytaj stan tytułu",
        description = "Mówi, co organ egzekucyjny zrobił z tytułem i czy trzeba go o czymś zawiadomić.",
        system = "enforcement")
public class ReadTitle implements Operation<ReadTitle.Input, ReadTitle.Output> {

    /** The title. */
    public record Input(String titleId) {}

    /**
     * @param titleState {@code NOTIFY} if the office must be told something first; else {@code SENT}, {@code ACCEPTED},
     *     {@code REJECTED}, {@code PAID}, {@code DISCONTINUED}, {@code WITHDRAWN}
     * @param titleReason why the office rejected it; {@code null} otherwise
     */
    public record Output(String titleState, String titleReason) {}

    private final Titles titles;

    ReadTitle(Titles titles) {
        this.titles = titles;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Title title = titles.get(input.titleId());
        boolean mustTell =
                title.state().withOffice() && !titles.owed(title.id()).isEmpty();
        return Answer.now(new Output(mustTell ? "NOTIFY" : title.state().name(), title.officeReason()));
    }
}
