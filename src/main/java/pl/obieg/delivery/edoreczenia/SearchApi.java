package pl.obieg.delivery.edoreczenia;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The Search API 4.0.5 over the base of electronic addresses (BAE). */
@Component
class SearchApi {

    private final EDeliverySettings settings;
    private final OperatorHttp http;

    SearchApi(EDeliverySettings settings, OperatorHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /** {@code referenceRegistry}: {@code pesel}, {@code nip}, {@code regon}. */
    record OfficialId(String id, String referenceRegistry) {}

    /** Criteria of {@code /search/bae_search}. */
    record Query(
            boolean recipientEdasOnly,
            String senderEda,
            List<String> searchCategory,
            List<OfficialId> officialIds,
            int limit) {}

    /** {@code type}: {@code BLOCK_WARNING} or {@code NOT_BLOCK_WARNING}. */
    record Warning(String code, String type) {}

    /** {@code assignmentDegree}: 3 means disclosed in BAE. */
    record RecipientEda(
            String recipientEda, Boolean isMainEda, String assignmentDegree, String edaStatus, Warning warning) {}

    /** A version of the holder's data; index 1 is the current one. */
    record HolderData(int index, String entityName, List<OfficialId> officialIds) {}

    /** One address found. */
    record Found(RecipientEda recipientEda, List<HolderData> baeSearchData) {}

    private record Response(List<Found> baeSearchResponses, Integer totalResults) {}

    List<Found> search(OfficialId holder, List<String> categories) {
        Query query = new Query(false, settings.ownAddress(), categories, List.of(holder), 50);
        Response response = OperatorHttp.reached(() -> http.client()
                .post()
                .uri(settings.searchUrl() + "/search/bae_search")
                .contentType(MediaType.APPLICATION_JSON)
                .body(query)
                .retrieve()
                .body(Response.class));
        return response == null || response.baeSearchResponses() == null ? List.of() : response.baeSearchResponses();
    }
}
