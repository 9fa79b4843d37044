package pl.obieg.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import pl.obieg.process.Reasons;

/** Reasons kept in memory, for modules wired by hand. */
public final class KeptReasons implements Reasons {

    /** What was kept, with the case it belongs to. */
    public record Kept(String caseNumber, Reason reason) {}

    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    @Override
    public List<Reason> of(String caseNumber) {
        return kept.stream()
                .filter(one -> one.caseNumber().equals(caseNumber))
                .map(Kept::reason)
                .toList();
    }

    @Override
    public void keep(String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
        List<Answer> answers =
                steps.stream().map(step -> new Answer(step, Map.of())).toList();
        kept.add(new Kept(caseNumber, new Reason(subject, "", "", title, "", inputs, answers, Instant.EPOCH)));
    }
}
