package pl.obieg.ledger.enforcement;

import org.springframework.beans.factory.ObjectProvider;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.dunning.Arrears;
import pl.obieg.ledger.dunning.ArrearsReview;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.dunning.Dunnings;
import pl.obieg.ledger.enforcement.Titles.Title;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Sends the signed title to the enforcement office as data (eTW), once per version. */
@OperationCard(
        label = "Wyślij tytuł do organu egzekucyjnego",
        description = "Przekazuje organowi egzekucyjnemu dane tytułu wykonawczego (eTW).",
        system = "enforcement",
        refusals = {
            "ENFORCEMENT_NOT_CONNECTED: Nie podłączono organu egzekucyjnego.",
            "NO_ARREARS: Od podpisania tytułu zaległość zapłacono, umorzono albo objęto ulgą, albo doręczenie upomnienia"
                    + " okazało się wadliwe albo decyzja przestała być ostateczna."
        })
public class SendTitle implements Operation<SendTitle.Input, Nothing> {

    /** {@code documentId}: the sealed PDF of the title. */
    public record Input(String titleId, String documentId) {}

    private final Titles titles;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final ObjectProvider<EnforcementOffice> office;
    private final OfficeClock clock;

    SendTitle(
            Titles titles,
            Dunnings dunnings,
            ArrearsReview review,
            ObjectProvider<EnforcementOffice> office,
            OfficeClock clock) {
        this.titles = titles;
        this.dunnings = dunnings;
        this.review = review;
        this.office = office;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Title title = titles.lock(input.titleId());
        Dunning dunning = dunnings.get(title.dunningId());
        Arrears arrears = review.of(dunning.account(), dunnings.dues(dunning.id()), clock.today());
        if (!arrears.enforceable()) {
            throw new Refusal(
                    "NO_ARREARS",
                    "Decyzja przestała być ostateczna (art. 239a Ordynacji podatkowej); tytułu nie wysłano.");
        }
        if (arrears.overdue().isEmpty() || !titles.allCalled(title.id())) {
            throw new Refusal(
                    "NO_ARREARS",
                    "Od podpisania tytułu zaległość zapłacono, umorzono albo objęto ulgą, albo doręczenie upomnienia okazało się wadliwe; tytułu nie wysłano.");
        }
        EnforcementOffice connected = office.getIfAvailable(() -> {
            throw new Refusal(
                    "ENFORCEMENT_NOT_CONNECTED",
                    "Nie podłączono organu egzekucyjnego (ustawienie obieg.systems.enforcement.binding).");
        });
        String reference = connected.submit(title.number(), title.etw(), title.number() + "-" + title.etwVersion());
        titles.sent(title.id(), input.documentId(), reference, clock.today());
        return Nothing.done();
    }
}
