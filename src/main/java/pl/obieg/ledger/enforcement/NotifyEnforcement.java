package pl.obieg.ledger.enforcement;

import org.springframework.beans.factory.ObjectProvider;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.enforcement.Titles.Notice;
import pl.obieg.ledger.enforcement.Titles.Title;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Tells the enforcement office without delay what the creditor owes to tell it (ARR-09, {@link Titles.NoticeKind}). */
@OperationCard(
        label = "Zawiadom organ egzekucyjny",
        description = "Zawiadamia organ egzekucyjny o wpłatach do wierzyciela po wystawieniu tytułu, o przyznanej"
                + " uldze i jej wygaśnięciu, o umorzeniu albo o wycofaniu tytułu.",
        system = "enforcement")
public class NotifyEnforcement implements Operation<NotifyEnforcement.Input, Nothing> {

    /** The title. */
    public record Input(String titleId) {}

    private final Titles titles;
    private final EnforcementXml xml;
    private final ObjectProvider<EnforcementOffice> office;
    private final OfficeClock clock;

    NotifyEnforcement(Titles titles, EnforcementXml xml, ObjectProvider<EnforcementOffice> office, OfficeClock clock) {
        this.titles = titles;
        this.xml = xml;
        this.office = office;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Title title = titles.lock(input.titleId());
        for (Notice notice : titles.owed(title.id())) {
            office.getObject().notify(title.number(), xml.notice(title.number(), notice), notice.id());
            titles.told(notice.id(), clock.today());
        }
        return Nothing.done();
    }
}
