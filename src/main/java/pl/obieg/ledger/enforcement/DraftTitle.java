package pl.obieg.ledger.enforcement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.exchange.OfficeLetters.Kind;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.dunning.Arrears;
import pl.obieg.ledger.dunning.ArrearsReview;
import pl.obieg.ledger.dunning.DueLines;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.dunning.Dunnings;
import pl.obieg.ledger.dunning.Dunnings.Debtor;
import pl.obieg.ledger.enforcement.EnforcementXml.TitleData;
import pl.obieg.ledger.enforcement.Titles.Title;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Fills a title in with what is owed today (ARR-08): as a letter to be checked and as data (eTW). */
@OperationCard(
        label = "Wypełnij tytuł wykonawczy",
        description = "Wypełnia tytuł wykonawczy TW-1 danymi na dziś i przygotowuje jego projekt oraz plik eTW.",
        system = "enforcement",
        refusals =
                "NO_ARREARS: Nie ma już zaległości, o której dłużnika upomniano i na którą można wystawić tytuł, albo"
                        + " decyzja przestała być ostateczna.")
public class DraftTitle implements Operation<DraftTitle.Input, DraftTitle.Output> {

    /** {@code caseNumber}: the dunning's own case. */
    public record Input(String titleId, String caseNumber) {}

    /** {@code titleNumber}: {@code TW-2026-000001}. */
    public record Output(String letterId, String titleNumber) {}

    private final Titles titles;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final DueLines lines;
    private final EnforcementXml xml;
    private final EnforcementSettings settings;
    private final OfficeLetters letters;
    private final Parties parties;
    private final DebtorParents parents;
    private final OfficeClock clock;

    DraftTitle(
            Titles titles,
            Dunnings dunnings,
            ArrearsReview review,
            DueLines lines,
            EnforcementXml xml,
            EnforcementSettings settings,
            OfficeLetters letters,
            Parties parties,
            DebtorParents parents,
            OfficeClock clock) {
        this.titles = titles;
        this.dunnings = dunnings;
        this.review = review;
        this.lines = lines;
        this.xml = xml;
        this.settings = settings;
        this.letters = letters;
        this.parties = parties;
        this.parents = parents;
        this.clock = clock;
    }

    /** A debtor as the title names him; empty where not known. */
    private record DebtorLine(
            String name, String parents, String birthDate, String pesel, String nip, String regon, String address) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Title title = titles.lock(input.titleId());
        Dunning dunning = dunnings.get(title.dunningId());
        LocalDate today = clock.today();
        Arrears arrears = review.of(dunning.account(), dunnings.dues(dunning.id()), today);
        if (arrears.overdue().isEmpty() || !titles.allCalled(title.id())) {
            throw new Refusal(
                    "NO_ARREARS",
                    "Nie ma już zaległości, o której dłużnika upomniano i na którą można wystawić tytuł wykonawczy.");
        }
        if (!arrears.enforceable()) {
            throw new Refusal(
                    "NO_ARREARS",
                    "Decyzja nie jest ostateczna i nie ma rygoru natychmiastowej wykonalności (art. 239a Ordynacji"
                            + " podatkowej); tytułu nie można wystawić.");
        }
        List<Party> debtors =
                titles.partyIds(title.id()).stream().map(parties::get).toList();
        TitleData data = new TitleData(
                title.number(),
                title.etwVersion() + 1,
                title.spouses(),
                debtors,
                titles.partyIds(title.id()).stream().map(parents::of).toList(),
                lines.of(arrears.overdue()),
                review.costsLeft(dunning.costId()),
                dunnings.reference(dunning),
                lastCalled(title),
                today,
                dunning.account(),
                today);
        String letterId = letters.draft(
                new Draft(
                        input.caseNumber(),
                        Kind.TITLE,
                        "letters/tytul-wykonawczy/tytul.ftlh",
                        "TW-1 nr " + title.number(),
                        content(data, arrears),
                        titles.partyIds(title.id())),
                call.idempotencyKey());
        titles.drafted(title.id(), letterId, xml.title(data, settings), data.version());
        return Answer.now(new Output(letterId, title.number()));
    }

    /** The day of the title's own debtors (ARR-08), of spouses the later one: from it both may be enforced against. */
    private LocalDate lastCalled(Title title) {
        return titles.called(title.id()).stream()
                .map(Debtor::deliveredOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private Map<String, Object> content(TitleData data, Arrears arrears) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("titleNumber", data.number());
        content.put("creditor", settings.creditor());
        content.put("organ", settings.organ());
        content.put("spouses", data.spouses());
        content.put(
                "debtors",
                IntStream.range(0, data.debtors().size())
                        .mapToObj(i -> line(
                                data.debtors().get(i), data.parents().get(i).text()))
                        .toList());
        content.put("dues", data.dues());
        content.put("principal", arrears.principal());
        content.put("interest", arrears.interest());
        content.put("costs", data.costs());
        content.put("total", arrears.total().add(data.costs()));
        content.put("interestDay", data.interestDay());
        content.put("dunningReference", data.dunningReference());
        content.put("dunningDeliveredOn", data.dunningDeliveredOn());
        content.put("account", Nrb.spaced(data.account()));
        return content;
    }

    private static DebtorLine line(Party party, String parents) {
        boolean known = party.address().place() != null;
        return new DebtorLine(
                party.displayName(),
                parents,
                party.pesel() == null
                        ? ""
                        : EnforcementXml.birthDate(party.pesel()).toString(),
                orEmpty(party.pesel()),
                orEmpty(party.nip()),
                orEmpty(party.regon()),
                known ? party.address().streetLine() + ", " + party.address().placeLine() : "nieznany");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
