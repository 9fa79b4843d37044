package pl.obieg.tax.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Party;
import pl.obieg.process.Decisions;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.Declaration.Taxpayer;
import pl.obieg.tax.declaration.DeclarationRegister.Standing;
import pl.obieg.tax.declaration.TaxObject;
import pl.obieg.tax.declaration.Title;

/**
 * Who of those a declaration names owes the tax of its objects: owner, perpetual usufructuary, autonomous possessor, or
 * possessor of what belongs to the State or a local government (PT-02, table {@code podatnik}). It is asked once, when
 * the declaration is taken over, so that the case keeps its reason.
 */
@Component
public class Taxpayers {

    private final Decisions decisions;

    public Taxpayers(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What the table says of a declaration.
     *
     * @param standings of those named, in their order: liable who owes the tax of at least one object
     * @param objects with the mark of those that none of them owes
     */
    public record Judged(List<Standing> standings, List<TaxObject> objects) {}

    /** Asks of every person and object; of equal ones once. */
    public Judged of(Declaration declaration) {
        Map<Map<String, Object>, Map<String, Object>> asked = new HashMap<>();
        List<List<Map<String, Object>>> answers = new ArrayList<>();
        for (TaxObject object : declaration.objects()) {
            answers.add(declaration.taxpayers().stream()
                    .map(person -> asked.computeIfAbsent(
                            inputs(person, object, declaration), inputs -> decisions.askOne("podatnik", inputs)))
                    .toList());
        }
        List<Standing> standings = new ArrayList<>();
        for (int person = 0; person < declaration.taxpayers().size(); person++) {
            standings.add(standing(declaration.taxpayers().get(person).title(), person, answers));
        }
        List<TaxObject> objects = new ArrayList<>();
        for (int at = 0; at < answers.size(); at++) {
            boolean owed = answers.get(at).stream().anyMatch(Taxpayers::isLiable);
            objects.add(declaration.objects().get(at).owedByOthers(!owed));
        }
        return new Judged(List.copyOf(standings), List.copyOf(objects));
    }

    private static Standing standing(Title title, int person, List<List<Map<String, Object>>> answers) {
        List<Map<String, Object>> own =
                answers.stream().map(of -> of.get(person)).toList();
        return own.stream()
                .filter(Taxpayers::isLiable)
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(answer -> new Standing(title, isLiable(answer), (String) answer.get("ground")))
                .orElse(new Standing(title, true, null));
    }

    private static boolean isLiable(Map<String, Object> answer) {
        return Boolean.TRUE.equals(answer.get("liable"));
    }

    private static Map<String, Object> inputs(Taxpayer person, TaxObject object, Declaration declaration) {
        boolean ofState = Boolean.TRUE.equals(object.publicOwner());
        return Map.of(
                "title", person.title().name(),
                "publicOwner", ofState,
                "flatOfNatural", isFlatOf(person, object),
                "autonomousPossessor", isNamed(Title.AUTONOMOUS_POSSESSOR, declaration),
                "perpetualUsufructuary", isNamed(Title.PERPETUAL_USUFRUCT, declaration),
                "publicPossessor",
                        ofState
                                && declaration.taxpayers().stream()
                                        .anyMatch(other -> other.title() == Title.POSSESSOR_NO_TITLE
                                                || other.title() == Title.POSSESSOR_CONTRACT
                                                        && !isFlatOf(other, object)));
    }

    /** A tenant of a council flat is no taxpayer (UPOL art. 3 ust. 1 pkt 4 lit. a). */
    private static boolean isFlatOf(Taxpayer person, TaxObject object) {
        return person.kind() == Party.Kind.NATURAL
                && "BUILDING".equals(object.kind())
                && "RESIDENTIAL".equals(object.usage());
    }

    private static boolean isNamed(Title title, Declaration declaration) {
        return declaration.taxpayers().stream().anyMatch(other -> other.title() == title);
    }
}
