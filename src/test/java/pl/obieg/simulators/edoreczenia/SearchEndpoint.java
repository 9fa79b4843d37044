package pl.obieg.simulators.edoreczenia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The Search API 4.0.5 over the directory. */
@RestController("edoreczeniaSearchEndpoint")
class SearchEndpoint {

    private final Directory directory;

    SearchEndpoint(Directory directory) {
        this.directory = directory;
    }

    @PostMapping("/edoreczenia/api/se/v4/search/bae_search")
    ResponseEntity<Object> search(@RequestBody JsonNode query) {
        List<String> categories = new ArrayList<>();
        query.path("searchCategory").forEach(category -> categories.add(category.asText()));
        JsonNode officialIds = query.path("officialIds");
        if (!query.hasNonNull("senderEda")
                || !query.hasNonNull("recipientEdasOnly")
                || categories.isEmpty()
                || officialIds.isEmpty()) {
            return ResponseEntity.badRequest().body(error());
        }
        JsonNode id = officialIds.get(0);
        List<Map<String, Object>> found =
                directory
                        .search(
                                id.path("referenceRegistry").asText(),
                                id.path("id").asText(),
                                categories)
                        .stream()
                        .map(SearchEndpoint::view)
                        .toList();
        return ResponseEntity.ok(Map.of("baeSearchResponses", found, "totalResults", found.size()));
    }

    private static Map<String, Object> view(Directory.Address address) {
        Map<String, Object> eda = new LinkedHashMap<>();
        eda.put("recipientEda", address.ade());
        eda.put("assignmentDegree", "3");
        eda.put("edaStatus", address.status());
        eda.put("designatedOperator", true);
        if (address.warning() != null) {
            eda.put("warning", Map.of("code", "SEAPI-INFO-00001", "type", address.warning(), "description", "Uwaga"));
        }
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put("index", 1);
        holder.put("isPublic", address.isPublic());
        holder.put("officialIds", List.of(Map.of("id", address.identifier(), "referenceRegistry", address.registry())));
        if (!address.category().equals("INDIVIDUAL")) {
            holder.put("entityName", address.name());
        }
        return Map.of("recipientEda", eda, "baeSearchData", List.of(holder));
    }

    private static Map<String, Object> error() {
        return Map.of(
                "httpCode",
                "400",
                "id",
                "00000000-0000-0000-0000-000000000000",
                "errorCodes",
                List.of(Map.of(
                        "errorCode",
                        "SEAPI-00002",
                        "language",
                        "PL",
                        "message",
                        "Nie podano kryteriów wyszukiwania.")));
    }
}
