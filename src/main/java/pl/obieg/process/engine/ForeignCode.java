package pl.obieg.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Finds code in a model: scripts, classes, listeners, connectors and expressions that are more than a variable or a
 * comparison. It walks the XML as it stands, so that nothing the model API does not know slips through. The engine also
 * reads extensions under the namespace of its ancestor Activiti; so both count.
 */
final class ForeignCode {

    private static final Set<String> EXTENSIONS =
            Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");
    private static final Set<String> REFUSED_ELEMENTS = Set.of(
            "script",
            "connector",
            "executionListener",
            "taskListener",
            "field",
            "formData",
            "formProperty",
            "validation");
    private static final Set<String> REFUSED_ATTRIBUTES = Set.of(
            "class",
            "expression",
            "type",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "formKey",
            "formHandlerClass",
            "resource",
            "taskListener");
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition", "completionCondition");

    /** Read by people only. Names and documentation are not among them: the engine evaluates those of a user task. */
    private static final Set<String> PROSE = Set.of("text", "property");

    /** A variable compared with a constant or another variable; several of them joined by && or ||. */
    private static final Pattern TEST =
            Pattern.compile("\\$\\{\\s*" + term() + "(\\s*(&&|\\|\\|)\\s*" + term() + ")*\\s*}");

    private static final Pattern VARIABLE = Pattern.compile("[#$]\\{\\s*[a-zA-Z]\\w*\\s*}");
    private static final String OWN_KEY = "#{execution.processBusinessKey}";

    private final List<String> problems = new ArrayList<>();

    private ForeignCode() {}

    static List<String> in(Element root) {
        ForeignCode search = new ForeignCode();
        search.check(root);
        return search.problems;
    }

    /** Whether the text names one variable and nothing else. */
    static boolean isVariable(String expression) {
        return VARIABLE.matcher(expression).matches();
    }

    private static String term() {
        String operand = "('[^']*'|-?\\d+|true|false|null|[a-zA-Z]\\w*)";
        return "!?\\s*" + operand + "(\\s*(==|!=|<=|>=|<|>)\\s*" + operand + ")?";
    }

    private static boolean isExtension(Node node) {
        return node.getNamespaceURI() != null && EXTENSIONS.contains(node.getNamespaceURI());
    }

    private void check(Element element) {
        String name = element.getLocalName();
        if (REFUSED_ELEMENTS.contains(name) && (isExtension(element) || "script".equals(name))) {
            problems.add(nameOf(element) + ": element " + name + " jest niedozwolony.");
        }
        checkAttributes(element);
        if (CONDITIONS.contains(name)) {
            checkCondition(element);
        } else if (!PROSE.contains(name)) {
            checkText(element);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(inner);
            }
        }
    }

    private void checkAttributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            boolean extension = isExtension(attribute);
            if (extension && REFUSED_ATTRIBUTES.contains(name)) {
                problems.add(nameOf(element) + ": atrybut " + attribute.getName() + " jest niedozwolony.");
            }
            if (extension && "delegateExpression".equals(name) && !"serviceTask".equals(element.getLocalName())) {
                problems.add(nameOf(element) + ": operację wywołuje tylko zadanie usługi.");
            }
            if (!PROSE.contains(element.getLocalName())) {
                checkExpression(element, attribute.getValue());
            }
        }
    }

    private void checkCondition(Element element) {
        String text = element.getTextContent().strip();
        if (element.hasAttribute("language")) {
            problems.add(nameOf((Element) element.getParentNode()) + ": warunek nie może być skryptem.");
        } else if (!TEST.matcher(text).matches()) {
            problems.add(nameOf((Element) element.getParentNode()) + ": warunek \"" + text
                    + "\": dozwolone jest tylko porównanie zmiennych.");
        }
    }

    private void checkText(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                checkExpression(element, child.getNodeValue().strip());
            }
        }
    }

    private void checkExpression(Element element, String text) {
        boolean expression = text.contains("${") || text.contains("#{");
        if (expression && !isVariable(text) && !OWN_KEY.equals(text)) {
            problems.add(nameOf(element) + ": w wyrażeniu \"" + text + "\" dozwolona jest tylko nazwa zmiennej.");
        }
    }

    private static String nameOf(Element element) {
        for (Node node = element; node instanceof Element owner; node = node.getParentNode()) {
            if (owner.hasAttribute("name")) {
                return "\"" + owner.getAttribute("name").replaceAll("\\s+", " ") + "\"";
            }
            if (owner.hasAttribute("id") && !owner.getLocalName().endsWith("EventDefinition")) {
                return "\"" + owner.getAttribute("id") + "\"";
            }
        }
        return element.getLocalName();
    }
}
