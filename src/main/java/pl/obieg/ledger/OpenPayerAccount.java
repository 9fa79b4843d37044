package pl.obieg.ledger;

import java.util.List;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Gives the case its individual bank account; a case that has one keeps it. */
@OperationCard(
        label = "Otwórz rachunek płatnika",
        description = "Nadaje sprawie indywidualny numer rachunku (NRB), po którym bank rozpozna każdą wpłatę."
                + " Sprawa, która już ma rachunek, zachowuje go.",
        system = "ledger")
public class OpenPayerAccount implements Operation<OpenPayerAccount.Input, OpenPayerAccount.Output> {

    /** Whose account it is; party ids of the client base. */
    public record Input(String caseNumber, List<String> partyIds) {}

    /** @param payerAccount NRB, 26 digits */
    public record Output(String payerAccount) {}

    private final PayerAccounts accounts;

    OpenPayerAccount(PayerAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        List<String> parties = input.partyIds() == null ? List.of() : input.partyIds();
        return Answer.now(new Output(accounts.open(input.caseNumber(), parties).account()));
    }
}
