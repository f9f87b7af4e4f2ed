package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sObject Rows: one record per call. */
final class RecordCalls {
    private final Org org;

    RecordCalls(Org org) {
        this.org = org;
    }

    Answer get(Call call) {
        Table table = org.store.table(call.path().get(1));
        Row row =
                call.path().size() > 3
                        ? single(table, call, call.path().get(2), externalValue(call))
                        : alive(table, call.path().get(2));
        Instant since = date(call, "if-modified-since");
        if (since != null && !modified(row).isAfter(since)) {
            return Answer.empty(304, 0);
        }
        requireUnmodified(call, row);
        String names = call.request().queryValue("fields");
        List<Field> fields =
                names == null
                        ? table.type().fields().stream()
                                .filter(field -> field.visible(call.actor()))
                                .toList()
                        : Arrays.stream(names.split(","))
                                .map(name -> table.type().field(name.trim(), call.actor()))
                                .toList();
        SandboxResponse response =
                SandboxResponse.json(200, RowJson.record(row, fields, call.version()));
        return new Answer(response.with("Last-Modified", httpDate(modified(row))), 1);
    }

    Answer post(Call call) {
        SObject type = org.store.table(call.path().get(1)).type();
        ObjectNode body = bodyWithoutId(call);
        Transaction transaction = org.begin(call.actor());
        Row row = transaction.insert(type, body);
        org.commit(transaction, call.origin());
        return new Answer(SandboxResponse.json(201, Json.success(row.id())), 1);
    }

    Answer patch(Call call) {
        Row row = alive(org.store.table(call.path().get(1)), call.path().get(2));
        ObjectNode body = bodyWithoutId(call);
        Instant since = date(call, "if-modified-since");
        if (since != null && !modified(row).isAfter(since)) {
            throw preconditionFailed();
        }
        requireUnmodified(call, row);
        Transaction transaction = org.begin(call.actor());
        transaction.update(row, body);
        org.commit(transaction, call.origin());
        return Answer.empty(204, 1);
    }

    Answer delete(Call call) {
        Row row = alive(org.store.table(call.path().get(1)), call.path().get(2));
        Transaction transaction = org.begin(call.actor());
        transaction.delete(row);
        org.commit(transaction, call.origin());
        return Answer.empty(204, 1);
    }

    Answer upsert(Call call) {
        Table table = org.store.table(call.path().get(1));
        String key = call.path().get(2);
        String value = externalValue(call);
        ObjectNode body = bodyWithoutId(call);
        List<Row> found = matches(table, call.actor(), key, value);
        if (found.size() > 1) {
            return several(table, found, call);
        }
        boolean updateOnly = "true".equals(call.request().queryValue("updateOnly"));
        if (found.isEmpty() && updateOnly) {
            throw notFound();
        }
        Transaction transaction = org.begin(call.actor());
        Row row =
                found.isEmpty()
                        ? transaction.insert(table.type(), body.deepCopy().put(key, value))
                        : transaction.update(found.get(0), body);
        org.commit(transaction, call.origin());
        ObjectNode result = Json.success(row.id()).put("created", found.isEmpty());
        return new Answer(SandboxResponse.json(found.isEmpty() ? 201 : 200, result), 1);
    }

    /** The live rows that an external id, an idLookup field or Id names. */
    static List<Row> matches(Table table, Actor actor, String key, String value) {
        Field field = table.type().field(key, actor);
        if (field.type() == FieldType.ID) {
            Row row = table.find(value);
            return row == null || row.deleted() ? List.of() : List.of(row);
        }
        if (!field.has("external") && !field.has("lookup")) {
            throw new Refused(
                    404,
                    "NOT_FOUND",
                    "Provided external ID field does not exist or is not accessible: " + key);
        }
        return table.withText(field, List.of(value)).stream()
                .filter(row -> !row.deleted())
                .toList();
    }

    private static Answer several(Table table, List<Row> found, Call call) {
        ArrayNode urls = Json.NODES.arrayNode();
        for (Row row : found) {
            urls.add(RowJson.attributes(table.type(), row.id(), call.version()).path("url"));
        }
        return new Answer(SandboxResponse.json(300, urls), found.size());
    }

    private Row single(Table table, Call call, String key, String value) {
        List<Row> found = matches(table, call.actor(), key, value);
        if (found.isEmpty()) {
            throw notFound();
        }
        return found.get(0);
    }

    private static String externalValue(Call call) {
        return String.join("/", call.path().subList(3, call.path().size()));
    }

    private static ObjectNode bodyWithoutId(Call call) {
        ObjectNode body = Json.object(call.request().text());
        for (String key : body.properties().stream().map(e -> e.getKey()).toList()) {
            if (key.equalsIgnoreCase("id")) {
                throw Refused.record(
                        "INVALID_FIELD",
                        "The Id field should not be specified in the sobject data.");
            }
        }
        return body;
    }

    private static Row alive(Table table, String id) {
        if (!Ids.wellFormed(id)) {
            throw new Refused(
                    404,
                    "NOT_FOUND",
                    "Provided external ID field does not exist or is not accessible: " + id);
        }
        Row row = table.find(id);
        if (row == null) {
            throw notFound();
        }
        if (row.deleted()) {
            throw new Refused(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        return row;
    }

    private static Refused notFound() {
        return new Refused(404, "NOT_FOUND", "The requested resource does not exist");
    }

    private static void requireUnmodified(Call call, Row row) {
        Instant since = date(call, "if-unmodified-since");
        if (since != null && modified(row).isAfter(since)) {
            throw preconditionFailed();
        }
    }

    private static Refused preconditionFailed() {
        return new Refused(
                412, "PRECONDITION_FAILED", "The precondition of the request header failed");
    }

    private static Instant modified(Row row) {
        Object at = row.get(row.type().field("LastModifiedDate"));
        return at instanceof Instant instant ? instant : Instant.EPOCH;
    }

    static String httpDate(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
    }

    static @Nullable Instant date(Call call, String header) {
        String text = call.request().header(header);
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            throw Refused.record("INVALID_HEADER", header + " is not an HTTP date");
        }
    }
}
