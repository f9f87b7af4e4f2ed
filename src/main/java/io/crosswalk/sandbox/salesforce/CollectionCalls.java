package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** sObject Collections: up to 200 records to write, or 2,000 to read, in one call. */
final class CollectionCalls {
    private static final int WRITES_MAX = 200;
    private static final int READS_MAX = 2000;
    private static final int CHUNKS_MAX = 10;

    private final Org org;

    CollectionCalls(Org org) {
        this.org = org;
    }

    /** What happens to one record of a call. */
    private interface Write {
        ObjectNode apply(Transaction transaction, ObjectNode body);
    }

    Answer create(Call call) {
        return writeAll(
                call,
                (transaction, body) -> Json.success(transaction.insert(type(body), body).id()));
    }

    Answer update(Call call) {
        Set<String> seen = new HashSet<>();
        return writeAll(
                call,
                (transaction, body) -> {
                    Row row = row(body, type(body));
                    if (!seen.add(row.id())) {
                        throw Refused.record(
                                "DUPLICATE_VALUE", "duplicate id in the request: " + row.id());
                    }
                    return Json.success(transaction.update(row, body).id());
                });
    }

    Answer upsert(Call call) {
        Table table = org.store.table(call.path().get(2));
        String key = call.path().get(3);
        return writeAll(
                call,
                (transaction, body) -> {
                    String value = body.path(key).asText("");
                    if (value.isEmpty()) {
                        throw Refused.record("MISSING_ARGUMENT", key + " not specified");
                    }
                    List<Row> found = RecordCalls.matches(table, transaction.actor(), key, value);
                    if (found.size() > 1) {
                        throw Refused.record(
                                "DUPLICATE_EXTERNAL_ID", key + ": more than one record found");
                    }
                    ObjectNode rest = body.deepCopy();
                    boolean created = found.isEmpty();
                    Row row =
                            created
                                    ? transaction.insert(table.type(), rest)
                                    : transaction.update(found.get(0), rest.without(key));
                    return Json.success(row.id()).put("created", created);
                });
    }

    Answer delete(Call call) {
        List<JsonNode> bodies = new ArrayList<>();
        for (String id : call.parameter("ids").split(",")) {
            bodies.add(Json.node().put("id", id.trim()));
        }
        boolean allOrNone = "true".equals(call.request().queryValue("allOrNone"));
        return run(
                call,
                bodies,
                allOrNone,
                (transaction, body) -> {
                    Row row = row(body, null);
                    transaction.delete(row);
                    return Json.success(row.id());
                });
    }

    Answer retrieve(Call call) {
        SObject type = org.store.table(call.path().get(2)).type();
        boolean get = call.request().method().equals("GET");
        JsonNode body = get ? Json.node() : Json.object(call.request().text());
        List<String> ids = get ? split(call.parameter("ids")) : texts(body.path("ids"));
        List<String> names = get ? split(call.parameter("fields")) : texts(body.path("fields"));
        if (names.isEmpty()) {
            throw Refused.record("MISSING_ARGUMENT", "The fields parameter is required");
        }
        requireCount(ids.size(), READS_MAX);
        List<Field> fields =
                names.stream().map(name -> type.field(name, call.actor())).distinct().toList();
        ArrayNode records = Json.NODES.arrayNode();
        Table table = org.store.table(type.name());
        for (String id : ids) {
            Row row = Ids.wellFormed(id) ? table.find(id) : null;
            records.add(
                    row == null || row.deleted()
                            ? Json.NODES.nullNode()
                            : RowJson.record(row, fields, call.version()));
        }
        return Answer.json(records, ids.size());
    }

    private Answer writeAll(Call call, Write write) {
        ObjectNode body = Json.object(call.request().text());
        if (!(body.path("records") instanceof ArrayNode records)) {
            throw Refused.record("JSON_PARSER_ERROR", "The records array is required");
        }
        List<JsonNode> bodies = new ArrayList<>();
        records.forEach(bodies::add);
        return run(call, bodies, body.path("allOrNone").asBoolean(false), write);
    }

    private Answer run(Call call, List<JsonNode> bodies, boolean allOrNone, Write write) {
        requireCount(bodies.size(), WRITES_MAX);
        requireFewChunks(bodies);
        Transaction transaction = org.begin(call.actor());
        List<ObjectNode> results = new ArrayList<>();
        boolean failed = false;
        for (JsonNode body : bodies) {
            try {
                if (!(body instanceof ObjectNode object)) {
                    throw Refused.record("JSON_PARSER_ERROR", "A record must be an object");
                }
                results.add(write.apply(transaction, object));
            } catch (Refused refused) {
                failed = true;
                results.add(Json.failure(perRecord(refused, transaction)));
            }
        }
        if (failed && allOrNone) {
            transaction.rollback();
            results.replaceAll(CollectionCalls::rolledBack);
        }
        org.commit(transaction, call.origin());
        ArrayNode array = Json.NODES.arrayNode();
        results.forEach(array::add);
        return Answer.json(array, bodies.size());
    }

    /** A value of the wrong type is one record's matter, unless the org is told otherwise. */
    private Refused perRecord(Refused refused, Transaction transaction) {
        if (!refused.code().equals("JSON_PARSER_ERROR")) {
            return refused;
        }
        if (org.faults.on("parserErrorFailsAll")) {
            transaction.rollback();
            throw refused;
        }
        return Refused.record(
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                refused.message(),
                refused.fields().toArray(String[]::new));
    }

    private static ObjectNode rolledBack(ObjectNode result) {
        if (!result.path("success").asBoolean()) {
            return result;
        }
        return Json.failure(
                Refused.record(
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                        "Record rolled back because not all records were valid and the request was"
                                + " using AllOrNone header"));
    }

    private SObject type(ObjectNode body) {
        String name = body.path("attributes").path("type").asText("");
        Table table = org.store.find(name);
        if (table == null) {
            throw Refused.record("INVALID_TYPE", "sObject type '" + name + "' is not supported.");
        }
        return table.type();
    }

    private Row row(ObjectNode body, @Nullable SObject type) {
        String id = body.path("id").asText(body.path("Id").asText(""));
        if (id.isEmpty()) {
            throw Refused.record("MISSING_ARGUMENT", "Id not specified in an update call");
        }
        Table table = Ids.wellFormed(id) ? org.store.tableOfId(id) : null;
        if (table == null || (type != null && table.type() != type)) {
            throw Refused.record("MALFORMED_ID", "malformed id " + id, "Id");
        }
        Row row = table.find(id);
        if (row == null) {
            throw Refused.record("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
        return row;
    }

    private static void requireCount(int count, int max) {
        if (count > max) {
            throw Refused.record(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than "
                            + max
                            + " records into this call");
        }
    }

    /** Records of one type in a row are one chunk. */
    private static void requireFewChunks(List<JsonNode> bodies) {
        int chunks = 0;
        String last = "";
        for (JsonNode body : bodies) {
            String type = body.path("attributes").path("type").asText("?");
            chunks += type.equals(last) ? 0 : 1;
            last = type;
        }
        if (chunks > CHUNKS_MAX) {
            throw Refused.record(
                    "LIMIT_EXCEEDED",
                    "The request has " + chunks + " chunks of types; sort the records by type");
        }
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(",")).map(String::trim).toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
