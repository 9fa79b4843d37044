package pl.obieg.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A decision table read once into predicates: literals, lists, ranges, comparisons with a number or another input,
 * {@code not(…)}. What it cannot read it refuses, so that the engine has to answer.
 */
final class CompiledTable {

    private static final Pattern RANGE = Pattern.compile("\\[\\s*(-?[\\d.]+)\\s*\\.\\.\\s*(-?[\\d.]+)\\s*]");
    private static final Pattern JOINED = Pattern.compile("(\"[^\"]*\"|\\w+)(\\s*\\+\\s*(\"[^\"]*\"|\\w+))+");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(\\S+)");
    private static final Pattern LIST = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")+");

    /** Of one cell: whether it takes the input, given all inputs. */
    private interface Cell extends BiPredicate<Object, Map<String, ?>> {}

    private record Rule(List<Cell> cells, Map<String, Object> answer) {}

    /** @param text whether the clause is one of texts: the engine reads a number given to it as its text */
    private record Input(String name, boolean text) {

        Object of(Map<String, ?> values) {
            Object value = values.get(name);
            return text && value instanceof Number ? value.toString() : value;
        }
    }

    private final List<Input> inputs;
    private final List<Rule> rules;
    private final String hitPolicy;

    private CompiledTable(List<Input> inputs, List<Rule> rules, String hitPolicy) {
        this.inputs = inputs;
        this.rules = rules;
        this.hitPolicy = hitPolicy;
    }

    /** @throws UnsupportedOperationException if a cell says more than this understands */
    static CompiledTable of(InputStream dmn) {
        Element table =
                (Element) parse(dmn).getElementsByTagName("decisionTable").item(0);
        if (table == null) {
            throw new UnsupportedOperationException("no decision table");
        }
        List<Input> inputs = elements(table, "inputExpression")
                .map(expression ->
                        new Input(text(expression, "text"), "string".equals(expression.getAttribute("typeRef"))))
                .toList();
        List<String> outputs = elements(table, "output")
                .map(output -> output.getAttribute("name"))
                .toList();
        List<Rule> rules = elements(table, "rule")
                .map(rule -> {
                    List<Cell> cells = elements(rule, "inputEntry")
                            .map(entry -> cell(text(entry, "text")))
                            .toList();
                    List<Object> values = new ArrayList<>();
                    elements(rule, "outputEntry").forEach(entry -> values.add(output(text(entry, "text"))));
                    Map<String, Object> answer = new HashMap<>();
                    for (int i = 0; i < values.size(); i++) {
                        answer.put(outputs.get(i), values.get(i));
                    }
                    return new Rule(cells, answer);
                })
                .toList();
        String policy = table.getAttribute("hitPolicy");
        return new CompiledTable(inputs, rules, policy.isEmpty() ? "UNIQUE" : policy);
    }

    List<Map<String, Object>> ask(Map<String, ?> values) {
        List<Map<String, Object>> hits = new ArrayList<>(1);
        for (Rule rule : rules) {
            if (takes(rule, values)) {
                hits.add(filledIn(rule.answer(), values));
                if (hitPolicy.equals("FIRST")) {
                    break;
                }
            }
        }
        if (hitPolicy.equals("UNIQUE") && hits.size() > 1) {
            throw new IllegalStateException("More than one rule of a UNIQUE table hits");
        }
        return hits;
    }

    private boolean takes(Rule rule, Map<String, ?> values) {
        for (int i = 0; i < inputs.size(); i++) {
            if (!rule.cells().get(i).test(inputs.get(i).of(values), values)) {
                return false;
            }
        }
        return true;
    }

    /** A text put together of constants and inputs: {@code "w sprawie " + caseNumber + "."}. */
    private record Joined(List<String> parts) {

        String with(Map<String, ?> values) {
            StringBuilder text = new StringBuilder();
            for (String part : parts) {
                text.append(part.startsWith("\"") ? literal(part) : values.get(part));
            }
            return text.toString();
        }
    }

    private static Object output(String text) {
        return JOINED.matcher(text).matches() ? new Joined(List.of(text.split("\\s*\\+\\s*"))) : literal(text);
    }

    private static Map<String, Object> filledIn(Map<String, Object> answer, Map<String, ?> values) {
        if (answer.values().stream().noneMatch(Joined.class::isInstance)) {
            return answer;
        }
        Map<String, Object> filled = new HashMap<>(answer);
        filled.replaceAll((name, value) -> value instanceof Joined joined ? joined.with(values) : value);
        return filled;
    }

    private static Cell cell(String text) {
        if (text.isEmpty() || text.equals("-")) {
            return (value, all) -> true;
        }
        if (text.startsWith("not(") && text.endsWith(")")) {
            Cell inner = cell(text.substring(4, text.length() - 1));
            return (value, all) -> !inner.test(value, all);
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            BigDecimal low = new BigDecimal(range.group(1));
            BigDecimal high = new BigDecimal(range.group(2));
            return (value, all) -> value != null
                    && number(value).compareTo(low) >= 0
                    && number(value).compareTo(high) <= 0;
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return comparison(comparison.group(1), comparison.group(2));
        }
        if (LIST.matcher(text).matches()) {
            List<Cell> any =
                    Stream.of(text.split("\\s*,\\s*")).map(CompiledTable::cell).toList();
            return (value, all) -> any.stream().anyMatch(one -> one.test(value, all));
        }
        Object wanted = literal(text);
        return wanted instanceof BigDecimal wantedNumber
                ? (value, all) -> value instanceof Number && number(value).compareTo(wantedNumber) == 0
                : (value, all) -> Objects.equals(wanted, value);
    }

    private static Cell comparison(String operator, String with) {
        boolean constant = with.matches("-?[\\d.]+");
        if (!constant && !with.matches("[a-zA-Z]\\w*")) {
            throw new UnsupportedOperationException(with);
        }
        BigDecimal fixed = constant ? new BigDecimal(with) : null;
        return (value, all) -> {
            Object other = constant ? fixed : all.get(with);
            if (value == null || other == null) {
                return false;
            }
            int compared = number(value).compareTo(number(other));
            return switch (operator) {
                case "<=" -> compared <= 0;
                case ">=" -> compared >= 0;
                case "<" -> compared < 0;
                default -> compared > 0;
            };
        };
    }

    private static Object literal(String text) {
        if (text.equals("null")) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(text);
        }
        if (text.matches("\"[^\"]*\"")) {
            return text.substring(1, text.length() - 1);
        }
        throw new UnsupportedOperationException(text);
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all.stream();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent().strip();
    }

    private static Document parse(InputStream dmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(dmn);
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
