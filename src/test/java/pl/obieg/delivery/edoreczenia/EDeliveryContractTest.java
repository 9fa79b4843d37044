package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import pl.obieg.calendar.OfficeClock;

/** Compares both sides with the published specifications, where these are at hand. */
class EDeliveryContractTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final TestKey KEY = TestKey.selfSigned("Obieg");

    private final OfficeClock clock =
            new OfficeClock(Clock.fixed(Instant.parse("2026-02-03T09:00:00Z"), OfficeClock.WARSAW));
    private JsonNode userAgent;
    private JsonNode search;
    private OperatorUnderTest operator;
    private OfficeUnderTest office;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> folder = Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "integrations", "contracts", "edoreczenia"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "the specifications are not at hand");
        userAgent = YAML.readTree(folder.get().resolve("uaapi_3.0.8.1.yaml").toFile());
        search = YAML.readTree(folder.get().resolve("se-api_v.4.0.5.yaml").toFile());
        operator = new OperatorUnderTest(clock);
        operator.order(
                "/certyfikaty",
                Map.of("client", OfficeUnderTest.OWN_ADDRESS + ".SYSTEM.OBIEG", "certificate", KEY.pem()));
        operator.order("/bae", Map.of("pesel", "90010112345", "ade", OfficeUnderTest.KOWALSKI));
        office = new OfficeUnderTest(operator, clock, KEY);
    }

    @AfterEach
    void stop() {
        if (operator != null) {
            office.close();
            operator.close();
        }
    }

    @Test
    void clientKnowsOnlyPropertiesOfTheUserAgentApi() {
        Map<Class<?>, String> schemas = Map.<Class<?>, String>ofEntries(
                Map.entry(UserAgentMessage.class, "Message"),
                Map.entry(UserAgentMessage.ControlData.class, "MessageControlData"),
                Map.entry(UserAgentMessage.Metadata.class, "MessageMetadata"),
                Map.entry(UserAgentMessage.MailAddress.class, "MessageAddressData"),
                Map.entry(UserAgentMessage.Place.class, "Address"),
                Map.entry(UserAgentMessage.Contributor.class, "Contributor"),
                Map.entry(UserAgentMessage.HybridShipment.class, "HybridShipment"),
                Map.entry(UserAgentMessage.Attachment.class, "Attachment"),
                Map.entry(UserAgentMessage.File.class, "FileData"),
                Map.entry(UserAgentMessage.FileMetadata.class, "FileMetadata"),
                Map.entry(UserAgentMessage.Page.class, "MessagesWrapper"),
                Map.entry(UserAgentMessage.TaskResult.class, "MessageOperationResponseWrapperStatus"),
                Map.entry(UserAgentMessage.TaskStatus.class, "MessageTaskStatus"),
                Map.entry(UserAgentMessage.Accepted.class, "MessageInfo"),
                Map.entry(UserAgentMessage.EvidenceEntry.class, "Evidence"),
                Map.entry(UserAgentMessage.EvidenceList.class, "EvidenceWrapper"));
        assertThat(schemas.keySet()).containsAll(nestedRecords(UserAgentMessage.class));
        schemas.forEach((record, schema) ->
                assertThat(properties(userAgent, schema)).as(schema).containsAll(names(record)));
    }

    @Test
    void clientKnowsOnlyPropertiesOfTheSearchApi() {
        Map<String, String> schemas = Map.of(
                "OfficialId", "OfficialId",
                "Query", "BaeSearch",
                "Warning", "Warning",
                "RecipientEda", "RecipientEda",
                "HolderData", "BaeSearchData",
                "Found", "BaeSearchResponse",
                "Response", "SearchResponse");
        assertThat(nestedRecords(SearchApi.class)).hasSameSizeAs(schemas.keySet());
        nestedRecords(SearchApi.class)
                .forEach(record -> assertThat(properties(search, schemas.get(record.getSimpleName())))
                        .as(record.getSimpleName())
                        .containsAll(names(record)));
    }

    @Test
    void simulatorAnswersOnlyPathsOfTheSpecifications() {
        assertThat(operator.paths("/api/v3")).isNotEmpty().allMatch(path -> isIn(userAgent, path));
        assertThat(operator.paths("/api/se/v4")).isNotEmpty().allMatch(path -> isIn(search, path));
    }

    @Test
    void simulatorAnswersOnlyPropertiesOfTheUserAgentApi() {
        office.send("d-1", "key-1");
        String id = operator.messageIds().get(0);
        check(get("/messages?format=metadata"), schema(userAgent, "MessagesWrapper"));
        check(get("/messages/" + id).get(0), schema(userAgent, "Message"));
        check(get("/messages/" + id + "/evidences"), schema(userAgent, "EvidenceWrapper"));
    }

    @Test
    void simulatorAnswersOnlyPropertiesOfTheSearchApi() {
        JsonNode answer = office.bean(OperatorHttp.class)
                .client()
                .post()
                .uri(operator.url("/api/se/v4/search/bae_search"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new SearchApi.Query(
                        false,
                        OfficeUnderTest.OWN_ADDRESS,
                        List.of("INDIVIDUAL"),
                        List.of(new SearchApi.OfficialId("90010112345", "pesel")),
                        50))
                .retrieve()
                .body(JsonNode.class);
        assertThat(answer.get("totalResults").asInt()).isEqualTo(1);
        check(answer, schema(search, "SearchResponse"));
    }

    private JsonNode get(String path) {
        return office.bean(OperatorHttp.class)
                .client()
                .get()
                .uri(operator.url("/api/v3/" + OfficeUnderTest.OWN_ADDRESS + path))
                .retrieve()
                .body(JsonNode.class);
    }

    /** Every property of the answer stands in the schema, and a value of an enumeration among its values. */
    private void check(JsonNode answer, JsonNode schema) {
        JsonNode resolved = resolve(schema);
        if (answer.isArray()) {
            answer.forEach(item -> check(item, resolved.path("items")));
        } else if (answer.isObject()) {
            answer.properties().forEach(property -> {
                JsonNode known = resolved.path("properties").path(property.getKey());
                // "resultSize" is demanded by the specification without being described in it
                assertThat(!known.isMissingNode() || demanded(resolved, property.getKey()))
                        .as(property.getKey())
                        .isTrue();
                check(property.getValue(), known);
            });
        } else if (resolved.has("enum")) {
            assertThat(StreamSupport.stream(resolved.get("enum").spliterator(), false)
                            .map(JsonNode::asText))
                    .contains(answer.asText());
        }
    }

    private static boolean demanded(JsonNode schema, String property) {
        return StreamSupport.stream(schema.path("required").spliterator(), false)
                .anyMatch(name -> name.asText().equals(property));
    }

    private JsonNode resolve(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String pointer = schema.get("$ref").asText().substring(1);
        JsonNode found = userAgent.at(pointer);
        return found.isMissingNode() ? search.at(pointer) : found;
    }

    private static boolean isIn(JsonNode specification, String path) {
        String[] asked = path.split("/");
        return StreamSupport.stream(
                        ((Iterable<String>) () -> specification.get("paths").fieldNames()).spliterator(), false)
                .map(known -> known.split("/"))
                .anyMatch(known -> known.length == asked.length && matches(known, asked));
    }

    private static boolean matches(String[] known, String[] asked) {
        for (int i = 0; i < known.length; i++) {
            if (!known[i].startsWith("{") && !known[i].equals(asked[i])) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode schema(JsonNode specification, String name) {
        JsonNode schema = specification.at("/components/schemas/" + name);
        assertThat(schema.isMissingNode()).as(name).isFalse();
        return schema;
    }

    private static List<String> properties(JsonNode specification, String schema) {
        return schema(specification, schema).get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Class<?>> nestedRecords(Class<?> type) {
        return Arrays.stream(type.getDeclaredClasses()).filter(Class::isRecord).toList();
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> {
                    JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
                    return name == null ? component.getName() : name.value();
                })
                .toList();
    }
}
