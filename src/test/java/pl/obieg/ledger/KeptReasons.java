package pl.obieg.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.obieg.process.Reasons;

/** Keeps the sentences of computations for a test to read. */
public final class KeptReasons implements Reasons {

    private record Kept(String caseNumber, Reason reason) {}

    public final List<String> sentences = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    @Override
    public List<Reason> of(String caseNumber) {
        return kept.stream()
                .filter(one -> one.caseNumber().equals(caseNumber))
                .map(Kept::reason)
                .toList();
    }

    @Override
    public void keep(String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
        List<String> plain =
                steps.stream().map(step -> step.replace('\u00a0', ' ')).toList();
        sentences.addAll(plain);
        List<Answer> answers =
                plain.stream().map(step -> new Answer(step, Map.of())).toList();
        kept.add(new Kept(caseNumber, new Reason(subject, "", "", title, "", inputs, answers, Instant.EPOCH)));
    }
}
