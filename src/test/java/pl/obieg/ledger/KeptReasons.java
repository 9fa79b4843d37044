package pl.obieg.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.obieg.process.Reasons;

/** Keeps the sentences of computations for a test to read. */
final class KeptReasons implements Reasons {

    final List<String> sentences = new ArrayList<>();

    @Override
    public List<Reason> of(String caseNumber) {
        return List.of();
    }

    @Override
    public void keep(String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
        steps.forEach(step -> sentences.add(step.replace('\u00a0', ' ')));
    }
}
