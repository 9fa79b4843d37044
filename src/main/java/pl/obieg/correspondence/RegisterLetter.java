package pl.obieg.correspondence;

import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Enters a letter in the register of incoming letters. */
@OperationCard(
        label = "Zarejestruj pismo w EZD",
        description = "Wpisuje pismo do rejestru przesyłek wpływających i nadaje mu numer.",
        system = "ezd")
public class RegisterLetter implements Operation<RegisterLetter.Input, RegisterLetter.Output> {

    public record Input(String submissionId) {}

    /** {@code letterNumber}: {@code RPW/1/2026}. */
    public record Output(String letterNumber) {}

    private final CorrespondenceSystem ezd;
    private final Submissions submissions;

    public RegisterLetter(CorrespondenceSystem ezd, Submissions submissions) {
        this.ezd = ezd;
        this.submissions = submissions;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(ezd.register(submissions.get(input.submissionId()))));
    }
}
