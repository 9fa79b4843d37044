package pl.obieg.tax.declaration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.springframework.util.xml.SimpleNamespaceContext;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * How a form's XML becomes a {@link Declaration}: XPath expressions from a YAML file of the procedure. A new form or a
 * new version of one is a new file, not new code.
 *
 * @param form code of the form
 * @param name Polish name of the form
 * @param versions that this mapping reads
 * @param namespace root namespace of the XML, by which the mapping is chosen
 * @param namespaces prefixes used in the paths
 * @param fields canonical name (dots for nesting) to path
 * @param lists repeated parts
 */
public record FormMapping(
        String form,
        String name,
        List<String> versions,
        String namespace,
        Map<String, String> namespaces,
        Map<String, Field> fields,
        Map<String, Repeated> lists) {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper VALUES = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Where one value stands.
     *
     * @param values from the form's word to ours; a word that is not listed stays as it is
     */
    public record Field(String path, Map<String, String> values) {

        @JsonCreator
        static Field of(Object yaml) {
            if (yaml instanceof Map<?, ?> map) {
                Map<String, String> words = new LinkedHashMap<>();
                if (map.get("values") instanceof Map<?, ?> values) {
                    values.forEach((theirs, ours) -> words.put(theirs.toString(), ours.toString()));
                }
                return new Field(map.get("path").toString(), words);
            }
            return new Field(yaml.toString(), Map.of());
        }
    }

    /** A part that occurs any number of times. */
    public record Repeated(String each, Map<String, Field> fields, Map<String, Repeated> lists) {}

    /** A form that says something its fields cannot hold, such as an area of "dużo". The message has no value in it. */
    public static class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads a mapping file. */
    public static FormMapping parse(String yaml) {
        try {
            return YAML.readValue(yaml, FormMapping.class);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException("Not a form mapping: " + invalid.getOriginalMessage(), invalid);
        }
    }

    /**
     * Reads a form.
     *
     * @throws Unreadable if a value has the wrong shape
     */
    public Declaration read(byte[] xml) {
        Map<String, Object> tree = new Reader(xpath()).tree(SafeXml.parse(xml), fields, lists);
        try {
            return VALUES.convertValue(tree, Declaration.class);
        } catch (IllegalArgumentException unfit) {
            throw new Unreadable("A value of " + form + " does not fit its field");
        }
    }

    private XPath xpath() {
        SimpleNamespaceContext context = new SimpleNamespaceContext();
        context.setBindings(namespaces);
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setNamespaceContext((NamespaceContext) context);
        return xpath;
    }

    /** Walks the document once for one mapping. */
    private record Reader(XPath xpath) {

        Map<String, Object> tree(Node at, Map<String, Field> fields, Map<String, Repeated> lists) {
            Map<String, Object> tree = new LinkedHashMap<>();
            fields.forEach((name, field) -> value(at, field).ifPresent(value -> put(tree, name, value)));
            Optional.ofNullable(lists).orElse(Map.of()).forEach((name, repeated) -> tree.put(name, all(at, repeated)));
            return tree;
        }

        private List<Map<String, Object>> all(Node at, Repeated repeated) {
            NodeList nodes = (NodeList) evaluate(repeated.each(), at, XPathConstants.NODESET);
            List<Map<String, Object>> all = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                all.add(tree(nodes.item(i), repeated.fields(), repeated.lists()));
            }
            return all;
        }

        private Optional<String> value(Node at, Field field) {
            String text = ((String) evaluate(field.path(), at, XPathConstants.STRING)).strip();
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(field.values().getOrDefault(text, text));
        }

        private Object evaluate(String path, Node at, javax.xml.namespace.QName type) {
            try {
                return xpath.evaluate(path, at, type);
            } catch (XPathExpressionException invalid) {
                throw new IllegalStateException("The mapping has a wrong path: " + path, invalid);
            }
        }

        @SuppressWarnings("unchecked")
        private static void put(Map<String, Object> tree, String dotted, String value) {
            int dot = dotted.indexOf('.');
            if (dot < 0) {
                tree.put(dotted, value);
                return;
            }
            Map<String, Object> inner = (Map<String, Object>)
                    tree.computeIfAbsent(dotted.substring(0, dot), name -> new LinkedHashMap<String, Object>());
            put(inner, dotted.substring(dot + 1), value);
        }
    }
}
