package pl.obieg.process.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Refuses a deployment, from whatever side it comes, whose models break the {@link ModelRules}, whose decisions are
 * written in anything but FEEL, or that brings files of a kind that does not belong to a procedure.
 */
class CheckedDeployment implements Deployer {

    private static final Set<String> KINDS = Set.of("ftlh", "yml");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelRules rules;

    CheckedDeployment(ModelRules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            problems(resource).forEach(problem -> problems.add(resource.getName() + ": " + problem));
        }
        if (!LawPackDeployment.allowed()) {
            problems.addAll(tablesOfTheLawPack(deployment));
        }
        if (!problems.isEmpty()) {
            throw new BadUserRequestException("Model odrzucony:\n" + String.join("\n", problems));
        }
    }

    /** The engine knows a file by how its name ends, with or without a dot; so does this. */
    private List<String> problems(ResourceEntity resource) {
        String name = resource.getName();
        if (name.endsWith("bpmn") || name.endsWith("bpmn20.xml")) {
            return ofProcedure(resource.getBytes());
        }
        if (name.endsWith("dmn") || name.endsWith("dmn11.xml")) {
            return ofDecision(resource.getBytes());
        }
        if (name.endsWith("form")) {
            return ofForm(resource.getBytes());
        }
        if (name.contains("cmmn")) {
            return List.of("modele CMMN nie są obsługiwane.");
        }
        return KINDS.contains(name.substring(name.lastIndexOf('.') + 1))
                ? List.of()
                : List.of(
                        "plik tego rodzaju nie należy do procedury" + " (dozwolone: .bpmn, .dmn, .form, .ftlh, .yml).");
    }

    private List<String> ofProcedure(byte[] content) {
        try {
            document(content);
            return rules.problems(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
        } catch (SAXException | ModelException unreadable) {
            return List.of("nie jest poprawnym modelem BPMN.");
        }
    }

    /** They come in force with two persons' consent only, whatever name or folder a deployment gives the file. */
    private static List<String> tablesOfTheLawPack(DeploymentEntity deployment) {
        List<String> problems = new ArrayList<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            if (!resource.getName().endsWith("dmn") && !resource.getName().endsWith("dmn11.xml")) {
                continue;
            }
            for (String key : decisionKeys(resource.getBytes())) {
                var known = Context.getCommandContext()
                        .getDecisionDefinitionManager()
                        .findLatestDecisionDefinitionByKey(key);
                boolean lawPack = resource.getName().startsWith(LawPackDeployment.FOLDER)
                        || known != null && known.getResourceName().startsWith(LawPackDeployment.FOLDER);
                if (lawPack) {
                    problems.add(
                            resource.getName() + ": tabela \"" + key
                                    + "\" należy do pakietu prawnego; zaproponuj zmianę na stronie \"Prawo\", zatwierdza ją druga osoba.");
                }
            }
        }
        return problems;
    }

    private static List<String> decisionKeys(byte[] content) {
        List<String> keys = new ArrayList<>();
        try {
            NodeList decisions = document(content).getElementsByTagNameNS("*", "decision");
            for (int i = 0; i < decisions.getLength(); i++) {
                keys.add(((Element) decisions.item(i)).getAttribute("id"));
            }
        } catch (SAXException unreadable) {
            // Named as a problem of the file already.
            return List.of();
        }
        return keys;
    }

    static List<String> ofDecision(byte[] content) {
        List<String> problems = new ArrayList<>();
        try {
            NodeList elements = document(content).getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                for (String attribute : List.of("expressionLanguage", "typeLanguage")) {
                    String language = element.getAttribute(attribute);
                    if (!language.isEmpty() && !language.matches("(?i)feel|https?://www\\.omg\\.org/spec/.*FEEL.*")) {
                        problems.add(element.getLocalName() + " " + element.getAttribute("id") + ": język \"" + language
                                + "\" jest niedozwolony, używaj FEEL.");
                    }
                }
            }
        } catch (SAXException unreadable) {
            problems.add("nie jest poprawną tabelą DMN.");
        }
        return problems;
    }

    private static List<String> ofForm(byte[] content) {
        try {
            return JSON.readTree(content).path("components").isArray()
                    ? List.of()
                    : List.of("nie jest formularzem (brak pól).");
        } catch (IOException unreadable) {
            return List.of("nie jest poprawnym formularzem.");
        }
    }

    private static Document document(byte[] content) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content));
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
