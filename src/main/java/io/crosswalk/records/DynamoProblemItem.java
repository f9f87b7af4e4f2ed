package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.required;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.Problem.Found;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The shape of an item of the problems table. */
final class DynamoProblemItem {
    static final String SUBJECT = "subject";
    static final String ID = "id";
    static final String OBJECT = "object";
    static final String MAPPING = "mapping";
    static final String OPENED = "opened";
    static final String HUBSPOT_ID = "hubspotId";
    static final String SEVERITY = "severity";
    static final String CODE = "code";

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(java.time.ZoneOffset.UTC);

    private DynamoProblemItem() {}

    static Map<String, AttributeValue> key(ProblemId id) {
        return Map.of(SUBJECT, text(subject(id)), ID, text(id.text()));
    }

    /** Problems of a record stand under its link's key, so that they spread over partitions. */
    private static String subject(ProblemId id) {
        RecordKey link = id.link();
        return link == null ? id.object() : link.text();
    }

    static String mapping(String object, String mappingId) {
        return object + "/" + mappingId;
    }

    /** Orders problems by time; the id tells apart what was opened in the same millisecond. */
    static String opened(Problem problem) {
        return opened(problem.id(), problem.firstSeen());
    }

    private static String opened(ProblemId id, Instant at) {
        return MILLISECONDS.format(at) + "~" + id.text();
    }

    static UpdateItemRequest raising(String table, Found found, Instant now) {
        ProblemId id = found.id();
        Map<String, @Nullable AttributeValue> always = attributes(found);
        always.put("lastSeen", time(now));
        Map<String, AttributeValue> once = new HashMap<>();
        once.put("firstSeen", time(now));
        once.put(OPENED, text(opened(id, now)));
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> set = new ArrayList<>();
        List<String> remove = new ArrayList<>();
        always.forEach(
                (name, value) -> {
                    names.put("#" + name, name);
                    if (value == null) {
                        remove.add("#" + name);
                    } else {
                        values.put(":" + name, value);
                        set.add("#" + name + " = :" + name);
                    }
                });
        once.forEach(
                (name, value) -> {
                    names.put("#" + name, name);
                    values.put(":" + name, value);
                    set.add("#" + name + " = if_not_exists(#" + name + ", :" + name + ")");
                });
        names.put("#count", "count");
        values.put(":one", number(1));
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key(id))
                .updateExpression(
                        "SET "
                                + String.join(", ", set)
                                + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove))
                                + " ADD #count :one")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    private static Map<String, @Nullable AttributeValue> attributes(Found found) {
        ProblemPlace place = found.place();
        ProblemCause cause = found.cause();
        Map<String, @Nullable AttributeValue> item = new HashMap<>();
        item.put(OBJECT, text(place.object()));
        String mappingId = place.mappingId();
        item.put(MAPPING, mappingId == null ? null : text(mapping(place.object(), mappingId)));
        item.put("mappingId", optional(mappingId));
        item.put("hubspotProperty", optional(place.hubspotProperty()));
        item.put("salesforceField", optional(place.salesforceField()));
        item.put(HUBSPOT_ID, optional(place.hubspotId()));
        item.put("salesforceId", optional(place.salesforceId()));
        item.put(CODE, text(cause.code().name()));
        item.put(SEVERITY, text(cause.code().severity().name()));
        item.put("action", text(cause.action().name()));
        item.put("text", text(cause.text()));
        item.put("details", details(cause.details()));
        ProblemCause.Said said = cause.said();
        item.put("crmCode", optional(said == null ? null : said.code()));
        item.put("crmMessage", optional(said == null ? null : said.message()));
        return item;
    }

    private static @Nullable AttributeValue optional(@Nullable String value) {
        return value == null ? null : text(value);
    }

    private static AttributeValue details(Map<String, List<String>> details) {
        Map<String, AttributeValue> values = new HashMap<>();
        details.forEach(
                (name, entries) ->
                        values.put(
                                name,
                                AttributeValue.fromL(
                                        entries.stream().map(DynamoAttributes::text).toList())));
        return AttributeValue.fromM(values);
    }

    static Problem read(Map<String, AttributeValue> item) {
        String crmCode = text(item, "crmCode");
        Map<String, List<String>> details = new HashMap<>();
        item.getOrDefault("details", AttributeValue.fromM(Map.of()))
                .m()
                .forEach(
                        (name, entries) ->
                                details.put(
                                        name,
                                        entries.l().stream().map(AttributeValue::s).toList()));
        return new Problem(
                new ProblemPlace(
                        required(item, OBJECT),
                        text(item, "mappingId"),
                        text(item, "hubspotProperty"),
                        text(item, "salesforceField"),
                        text(item, HUBSPOT_ID),
                        text(item, "salesforceId")),
                new ProblemCause(
                        ProblemCode.valueOf(required(item, CODE)),
                        ProblemAction.valueOf(required(item, "action")),
                        required(item, "text"),
                        details,
                        crmCode == null
                                ? null
                                : new ProblemCause.Said(crmCode, required(item, "crmMessage"))),
                Objects.requireNonNull(time(item, "firstSeen"), "firstSeen"),
                Objects.requireNonNull(time(item, "lastSeen"), "lastSeen"),
                number(item, "count"));
    }
}
