package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The companies that records are associated with, as HubSpot's associations API (v4) shows and
 * takes them.
 */
final class CompanyAssociations {
    private static final String HUBSPOT_DEFINED = "HUBSPOT_DEFINED";
    private static final String NONE_FOUND = "NO_ASSOCIATIONS_FOUND";
    private static final String COMPLETE = "COMPLETE";

    private final PrimaryCompany company;
    private final Map<String, String> primaries = new HashMap<>();

    /** By record and company the labels that people or other apps gave. */
    private final Map<String, List<ObjectNode>> labels = new HashMap<>();

    /** Records that HubSpot could not look at, with what it says of each; missing if nothing. */
    private final Map<String, JsonNode> unseen = new HashMap<>();

    private final Set<String> paged = new HashSet<>();

    CompanyAssociations(PrimaryCompany company) {
        this.company = company;
    }

    /**
     * Records without any association are among the answer's errors, if they are in it at all.
     *
     * @param records that were asked for
     * @param body of {@code batch/read}. HubSpot pages a record's associations at 500 and more: the
     *     primary one is then taken for unknown, and is set all the same
     */
    void take(Collection<String> records, JsonNode body) {
        Set<String> silent = new HashSet<>(records);
        for (JsonNode result : body.path("results")) {
            String from = result.path("from").path("id").asText("");
            silent.remove(from);
            if (result.path("paging").has("next")) {
                paged.add(from);
            }
            for (JsonNode to : result.path("to")) {
                String id = to.path("toObjectId").asText("");
                for (JsonNode type : to.path("associationTypes")) {
                    take(from, id, type);
                }
            }
        }
        takeErrors(silent, body);
    }

    /**
     * @param silent of whom there is no result: they have none, or HubSpot could not look
     */
    private void takeErrors(Set<String> silent, JsonNode body) {
        boolean whole = body.path("status").asText(COMPLETE).equals(COMPLETE);
        for (JsonNode error : body.path("errors")) {
            Set<String> named = new HashSet<>();
            error.path("context").path("fromObjectId").forEach(id -> named.add(id.asText()));
            boolean none = error.path("subCategory").asText("").endsWith(NONE_FOUND);
            if (none) {
                silent.removeAll(named);
            } else {
                named.forEach(record -> unseen.put(record, error));
                whole &= !named.isEmpty();
            }
        }
        if (!whole) {
            silent.forEach(record -> unseen.putIfAbsent(record, MissingNode.getInstance()));
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

    /** Why HubSpot could not say which companies it has; null if it could. */
    @Nullable JsonNode unseen(String record) {
        return unseen.get(record);
    }

    /** Whether it has more companies than the answer shows. */
    boolean hasMore(String record) {
        return paged.contains(record);
    }

    /** Null if there is none. */
    @Nullable String primary(String record) {
        return primaries.get(record);
    }

    /**
     * A record's other primary company, as it is sent.
     *
     * @param wanted a company's id; blank takes the label off the one that is primary now
     */
    ObjectNode change(ObjectMapper json, String record, String wanted) {
        boolean clears = wanted.isEmpty();
        String to = clears ? Objects.requireNonNull(primary(record)) : wanted;
        ObjectNode input = json.createObjectNode();
        input.putObject("from").put("id", record);
        input.putObject("to").put("id", to);
        ArrayNode types = input.putArray("types");
        types.add(primary(json, company));
        if (!clears) {
            // What is not named is taken off the association.
            labels.getOrDefault(record + "/" + to, List.of()).forEach(types::add);
        }
        return input;
    }

    /** The label "Primary", as it is sent. */
    static ObjectNode primary(ObjectMapper json, PrimaryCompany company) {
        return type(json.createObjectNode(), HUBSPOT_DEFINED, company.labelId());
    }

    private static ObjectNode type(ObjectNode node, String category, int typeId) {
        return node.put("associationCategory", category).put("associationTypeId", typeId);
    }
}
