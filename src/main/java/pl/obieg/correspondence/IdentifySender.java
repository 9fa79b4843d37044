package pl.obieg.correspondence;

import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Finds the sender of a letter in the client base. */
@OperationCard(
        label = "Ustal nadawcę pisma",
        description = "Znajduje nadawcę pisma w bazie klientów albo dopisuje go do niej.",
        system = "ezd",
        refusals = {"SENDER_UNKNOWN: Pismo nie ma nadawcy."})
public class IdentifySender implements Operation<IdentifySender.Input, IdentifySender.Output> {

    /** {@code submissionId}: the letter. */
    public record Input(String submissionId) {}

    /** {@code partyIds}: one, the sender. */
    public record Output(List<String> partyIds) {}

    private final Submissions submissions;
    private final Senders senders;

    IdentifySender(Submissions submissions, Senders senders) {
        this.submissions = submissions;
        this.senders = senders;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(List.of(senders.partyOf(submissions.get(input.submissionId())))));
    }
}
