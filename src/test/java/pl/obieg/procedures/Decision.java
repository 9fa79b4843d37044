package pl.obieg.procedures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;

/** A decision table: {@code decisions/<procedure>/<decision>.dmn}. */
record Decision(Path file, DmnModelInstance model) {

    static Optional<Decision> of(String procedure, String decision) {
        Path file = Path.of("decisions", procedure, decision + ".dmn");
        return Files.exists(file) ? Optional.of(at(file)) : Optional.empty();
    }

    static Decision at(Path file) {
        return new Decision(file, Dmn.readModelFromFile(file.toFile()));
    }

    String name() {
        return file.getFileName().toString().replace(".dmn", "");
    }

    /** Variables it asks for; an input is a plain variable. */
    Set<String> inputs() {
        return model.getModelElementsByType(InputExpression.class).stream()
                .map(expression -> expression.getText().getTextContent().strip())
                .collect(Collectors.toSet());
    }

    Set<String> outputs() {
        return model.getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .collect(Collectors.toSet());
    }

    List<String> problems(Set<String> operations) {
        List<String> problems = new ArrayList<>();
        Collection<org.camunda.bpm.model.dmn.instance.Decision> decisions =
                model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Decision.class);
        if (decisions.size() != 1 || !name().equals(decisions.iterator().next().getId())) {
            problems.add(file + ": plik musi zawierać jedną decyzję o identyfikatorze \"" + name() + "\".");
        }
        decisions.stream()
                .filter(decision -> decision.getCamundaHistoryTimeToLiveString() == null)
                .forEach(decision ->
                        problems.add(file + ": brakuje czasu przechowywania historii (history time to live)."));
        outputs().stream()
                .filter(operations::contains)
                .forEach(name -> problems.add(file + ": wynik nie może nazywać się jak operacja: " + name + "."));
        if (!Files.exists(file.resolveSibling(name() + ".examples.csv"))) {
            problems.add(file + ": brakuje przykładów " + name() + ".examples.csv.");
        }
        return problems;
    }
}
