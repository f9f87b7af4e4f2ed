package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The companies that records are associated with, as HubSpot's associations API (v4) shows them.
 */
final class CompanyAssociations {
    private static final String HUBSPOT_DEFINED = "HUBSPOT_DEFINED";

    private final PrimaryCompany company;
    private final Map<String, String> primaries = new HashMap<>();

    /** By record and company the labels that people or other apps gave. */
    private final Map<String, List<ObjectNode>> labels = new HashMap<>();

    CompanyAssociations(PrimaryCompany company) {
        this.company = company;
    }

    /**
     * Records without any association are among the answer's errors.
     *
     * @param body of {@code batch/read}. HubSpot pages a record's associations at 500 and more: the
     *     primary one is then taken for unknown, and is set all the same
     */
    void take(JsonNode body) {
        for (JsonNode result : body.path("results")) {
            String from = result.path("from").path("id").asText("");
            for (JsonNode to : result.path("to")) {
                String id = to.path("toObjectId").asText("");
                for (JsonNode type : to.path("associationTypes")) {
                    take(from, id, type);
                }
            }
        }
    }

    private void take(String from, String to, JsonNode type) {
        String category = type.path("category").asText("");
        int typeId = type.path("typeId").asInt();
        if (!category.equals(HUBSPOT_DEFINED)) {
            labels.computeIfAbsent(from + "/" + to, key -> new ArrayList<>())
                    .add(type(JsonNodeFactory.instance.objectNode(), category, typeId));
        } else if (typeId == company.labelId()) {
            primaries.put(from, to);
        }
    }

    /** Null if there is none. */
    @Nullable String primary(String record) {
        return primaries.get(record);
    }

    List<ObjectNode> labels(String record, String companyId) {
        return labels.getOrDefault(record + "/" + companyId, List.of());
    }

    /** The label "Primary", as it is sent. */
    static ObjectNode primary(ObjectMapper json, PrimaryCompany company) {
        return type(json.createObjectNode(), HUBSPOT_DEFINED, company.labelId());
    }

    private static ObjectNode type(ObjectNode node, String category, int typeId) {
        return node.put("associationCategory", category).put("associationTypeId", typeId);
    }
}
