package pl.obieg.tax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.appeal.Contestables;
import pl.obieg.tax.appeal.Contestables.Contestable;

/**
 * Drafts the letter that sends an appeal with the files and the organ's stance to the appeal body (OP art. 227 §1); its
 * copy tells the party of the stance (§2).
 */
@OperationCard(
        label = "Napisz stanowisko dla SKO",
        description = "Tworzy pismo przekazujące odwołanie z aktami i stanowiskiem organu do samorządowego kolegium"
                + " odwoławczego; odpis dostaje strona (art. 227 §1 i 2 OP).",
        system = "gmina")
public class DraftStance implements Operation<DraftStance.Input, DraftStance.Output> {

    private static final String TEMPLATE = "letters/odwolanie/przekazanie-odwolania.ftlh";

    /**
     * @param stanceText the organ's answer to the charges
     * @param filesList what of the files goes with it, one item a line
     */
    public record Input(String caseNumber, String appealVerdict, String stanceText, String filesList) {}

    /** @param partyIds the appeal body, then who appeals */
    public record Output(String letterId, List<String> partyIds) {}

    private final AppealRegister appeals;
    private final Contestables contestables;
    private final OfficeLetters letters;
    private final Parties parties;
    private final AppealBodySettings body;

    public DraftStance(
            AppealRegister appeals,
            Contestables contestables,
            OfficeLetters letters,
            Parties parties,
            AppealBodySettings body) {
        this.appeals = appeals;
        this.contestables = contestables;
        this.letters = letters;
        this.parties = parties;
        this.body = body;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        AppealRegister.Appeal appeal = appeals.get(input.caseNumber());
        Contestable decision = contestables.find(appeal.decisionNumber()).orElseThrow();
        List<String> to = new ArrayList<>();
        to.add(parties.register(body.party()));
        if (appeal.partyId() != null) {
            to.add(appeal.partyId());
        }
        Map<String, Object> content = new HashMap<>();
        content.put("decisionNumber", decision.number());
        content.put("decisionCase", decision.caseNumber());
        content.put("decisionDate", decision.issuedOn());
        content.put("isOrder", decision.isOrder());
        content.put("receivedOn", appeal.receivedOn());
        content.put("filedOn", appeal.filedOn());
        content.put("hasTerm", appeal.termEnd() != null);
        content.put("termEnd", appeal.termEnd() == null ? appeal.filedOn() : appeal.termEnd());
        content.put("verdict", input.appealVerdict());
        content.put("stance", input.stanceText());
        content.put(
                "files",
                input.filesList()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        content.put("informsParty", appeal.partyId() != null);
        String letterId = letters.draft(
                new OfficeLetters.Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.LETTER,
                        TEMPLATE,
                        decision.isOrder() ? "Przekazanie zażalenia" : "Przekazanie odwołania",
                        content,
                        to),
                call.idempotencyKey());
        return Answer.now(new Output(letterId, to));
    }
}
