package pl.obieg.procedures;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import pl.obieg.process.engine.OperationRegistry;

/** {@code processes/README.md}: what the office runs, made from cards and models. */
final class Catalogue {

    private static final Path FILE = Path.of("processes/README.md");
    private static final String HEAD = """
            # Katalog procedur

            Ten plik powstaje z kart procedur (`karta.yml`), modeli i operacji. Nie poprawiaj go ręcznie: zmień kartę albo \
            model i wydaj polecenie `%s`.

            | Procedura | Klucz | Komórka | Termin | Wywoływane systemy |
            |---|---|---|---|---|
            """;

    private Catalogue() {}

    static Map<Path, String> files(OperationRegistry operations, List<Procedure> procedures) {
        StringBuilder text = new StringBuilder(HEAD.formatted(PaletteDriftTest.COMMAND));
        procedures.forEach(procedure -> text.append(row(procedure, operations)));
        procedures.forEach(procedure -> text.append(section(procedure, operations)));
        return Map.of(FILE, text.toString());
    }

    private static String row(Procedure procedure, OperationRegistry operations) {
        Map<String, Object> card = procedure.card();
        return "| [%s](#%s) | `%s` | %s | %s | %s |\n"
                .formatted(
                        card.get(Card.NAME),
                        procedure.key(),
                        procedure.key(),
                        Card.text(card, Card.OWNER),
                        Card.text(card, Card.DEADLINE),
                        String.join(", ", systems(procedure, operations)));
    }

    private static String section(Procedure procedure, OperationRegistry operations) {
        Map<String, Object> card = procedure.card();
        StringBuilder text = new StringBuilder();
        text.append("\n<a id=\"")
                .append(procedure.key())
                .append("\"></a>\n\n## ")
                .append(card.get(Card.NAME));
        text.append("\n\n").append(documentation(procedure)).append("\n\n");
        item(text, "Model", "[" + procedure.key() + ".bpmn](" + FILE.getParent().relativize(procedure.file()) + ")");
        item(text, "Podstawa prawna", Card.text(card, Card.LEGAL_BASIS));
        item(text, "Klasa JRWA", Card.text(card, Card.CLASS));
        item(text, "Kanały", Card.text(card, Card.CHANNELS));
        item(text, "Formularze", files("forms", ".form", procedure));
        item(text, "Tabele decyzyjne", files("decisions", ".dmn", procedure));
        item(text, "Pisma", files("letters", ".ftlh", procedure));
        item(text, "Wywoływane procedury", called(procedure));
        item(text, "Operacje", String.join(", ", calls(procedure, operations)));
        item(
                text,
                "Scenariusze",
                procedure.scenarios().stream()
                        .map(scenario ->
                                "[" + scenario.name() + "](" + FILE.getParent().relativize(scenario.file()) + ")")
                        .collect(Collectors.joining("; ")));
        return text.toString();
    }

    private static void item(StringBuilder text, String label, String value) {
        if (!value.isBlank()) {
            text.append("- ").append(label).append(": ").append(value).append('\n');
        }
    }

    private static String documentation(Procedure procedure) {
        return procedure.process().getDocumentations().stream()
                .map(Documentation::getTextContent)
                .map(text -> text.strip().replace("*", "\\*"))
                .collect(Collectors.joining(" "));
    }

    private static String files(String kind, String ending, Procedure procedure) {
        return Procedure.files(Path.of(kind, procedure.key()), ending).stream()
                .map(file -> "[" + file.getFileName().toString().replace(ending, "") + "](../" + file + ")")
                .collect(Collectors.joining(", "));
    }

    private static String called(Procedure procedure) {
        return procedure.model().getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .distinct()
                .sorted()
                .map(key -> "[" + key + "](#" + key + ")")
                .collect(Collectors.joining(", "));
    }

    private static Set<String> calls(Procedure procedure, OperationRegistry operations) {
        return entries(procedure, operations).stream()
                .map(entry -> "`" + entry.name() + "`")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> systems(Procedure procedure, OperationRegistry operations) {
        return entries(procedure, operations).stream()
                .map(entry -> entry.card().system())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<OperationRegistry.Entry> entries(Procedure procedure, OperationRegistry operations) {
        return procedure.model().getModelElementsByType(ServiceTask.class).stream()
                .flatMap(task -> VariableFlow.names(task.getCamundaDelegateExpression()).stream())
                .distinct()
                .flatMap(name -> operations.find(name).stream())
                .toList();
    }
}
