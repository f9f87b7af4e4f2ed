package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.salesforce.SalesforceClient.Modified;
import io.crosswalk.salesforce.SalesforceClient.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SOQL, for catching up and matching only. */
final class Queries {
    private static final int LIMIT_MAX = 2_000;

    /** Of one query; 200,000 rows at Salesforce's 2,000 a page. */
    private static final int PAGES_MAX = 100;

    /** Salesforce advises against longer URIs and refuses those over 16,384 bytes. */
    private static final int URI_LENGTH_MAX = 2_000;

    /** Salesforce's limit for a text in a WHERE; a longer one cannot be looked for. */
    private static final int LITERAL_LENGTH_MAX = 4_000;

    private static final Set<String> NUMBERS =
            Set.of("int", "double", "currency", "percent", "long");

    private final SalesforceCalls calls;
    private final Describes describes;

    Queries(SalesforceCalls calls, Describes describes) {
        this.calls = calls;
        this.describes = describes;
    }

    List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("Salesforce's page is 2,000 at most: " + limit);
        }
        String at = SoqlLiteral.instant(since);
        String where =
                afterId == null
                        ? "SystemModstamp >= " + at
                        : "(SystemModstamp > "
                                + at
                                + " OR (SystemModstamp = "
                                + at
                                + " AND Id > "
                                + SoqlLiteral.text(afterId)
                                + "))";
        String soql =
                "SELECT "
                        + columns(
                                type, fields, "Id", "SystemModstamp", "IsDeleted", "MasterRecordId")
                        + " FROM "
                        + SoqlLiteral.name(type)
                        + " WHERE "
                        + where
                        + " ORDER BY SystemModstamp ASC, Id ASC LIMIT "
                        + limit;
        List<Modified> modified = new ArrayList<>();
        for (JsonNode row : rows("/queryAll", soql, "find what changed in '" + type + "'")) {
            modified.add(modified(row, fields));
        }
        return modified;
    }

    List<CrmRecord> findBy(
            String type, String field, Collection<String> values, Collection<String> fields) {
        String start = select(type, fields) + " WHERE " + SoqlLiteral.name(field) + " IN (";
        SalesforceField described = describes.of(type).get(field);
        boolean number = described != null && NUMBERS.contains(described.type());
        List<String> soqls =
                lists(start, literals(values, number), ",").stream()
                        .map(list -> start + list + ")")
                        .toList();
        return found(type, soqls, fields);
    }

    List<CrmRecord> findContaining(
            String type, String field, Collection<String> values, Collection<String> fields) {
        String start = select(type, fields) + " WHERE ";
        List<String> likes = new ArrayList<>();
        for (String value : new LinkedHashSet<>(values)) {
            String literal = SoqlLiteral.containing(value);
            if (value.length() >= SalesforceClient.CONTAINED_LENGTH_MIN
                    && literal.length() <= LITERAL_LENGTH_MAX) {
                likes.add(SoqlLiteral.name(field) + " LIKE " + literal);
            }
        }
        List<String> soqls =
                lists(start, likes, " OR ").stream().map(list -> start + list).toList();
        return found(type, soqls, fields);
    }

    private String select(String type, Collection<String> fields) {
        return "SELECT "
                + columns(type, fields, "Id", "SystemModstamp")
                + " FROM "
                + SoqlLiteral.name(type);
    }

    private List<CrmRecord> found(String type, List<String> soqls, Collection<String> fields) {
        List<CrmRecord> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String soql : soqls) {
            for (JsonNode row : rows("/query", soql, "search '" + type + "'")) {
                String id = row.path("Id").asText();
                if (seen.add(id)) {
                    found.add(WireValues.record(id, row, fields));
                }
            }
        }
        return found;
    }

    /**
     * @param ids what is no id has no fate, and Salesforce refuses to look for it
     */
    List<Modified> fates(String type, Collection<String> ids) {
        String start =
                "SELECT "
                        + columns(
                                type,
                                List.of(),
                                "Id",
                                "SystemModstamp",
                                "IsDeleted",
                                "MasterRecordId")
                        + " FROM "
                        + SoqlLiteral.name(type)
                        + " WHERE Id IN (";
        List<Modified> fates = new ArrayList<>();
        List<String> there = ids.stream().filter(SalesforceId::isId).toList();
        for (String list : lists(start, literals(there, false), ",")) {
            for (JsonNode row : rows("/queryAll", start + list + ")", "search '" + type + "'")) {
                fates.add(modified(row, List.of()));
            }
        }
        return fates;
    }

    private static Modified modified(JsonNode row, Collection<String> fields) {
        return new Modified(
                WireValues.record(row.path("Id").asText(), row, fields),
                row.path("IsDeleted").asBoolean(false),
                row.path("MasterRecordId").textValue());
    }

    List<User> users() {
        List<User> users = new ArrayList<>();
        String soql =
                "SELECT Id, Email, IsActive, Name FROM User WHERE IsActive = true AND UserType IN"
                        + " ('Standard','PowerPartner') ORDER BY Id";
        for (JsonNode row : rows("/query", soql, "read the users")) {
            String email = row.path("Email").textValue();
            users.add(
                    new User(
                            row.path("Id").asText(),
                            email == null ? null : email.toLowerCase(Locale.ROOT),
                            row.path("IsActive").asBoolean(false),
                            row.path("Name").textValue()));
        }
        return users;
    }

    /** A column that is not there fails the query, so only those that the describe shows. */
    private String columns(String type, Collection<String> fields, String... always) {
        Map<String, SalesforceField> visible = describes.of(type);
        Set<String> columns = new LinkedHashSet<>(List.of(always));
        fields.forEach(field -> columns.add(SoqlLiteral.name(field)));
        columns.removeIf(column -> !column.equals("Id") && !visible.containsKey(column));
        return String.join(",", columns);
    }

    private static List<String> literals(Collection<String> values, boolean number) {
        List<String> literals = new ArrayList<>();
        for (String value : new LinkedHashSet<>(values)) {
            String literal = number ? value : SoqlLiteral.text(value);
            boolean findable =
                    number
                            ? SoqlLiteral.isNumber(value)
                            : !value.isEmpty() && literal.length() <= LITERAL_LENGTH_MAX;
            if (findable) {
                literals.add(literal);
            }
        }
        return literals;
    }

    /** As few lists as fit into short URIs; one literal at least in each. */
    private List<String> lists(String start, List<String> literals, String between) {
        int room = URI_LENGTH_MAX - encoded(calls.data() + "/query?q=" + start + ")").length();
        List<String> lists = new ArrayList<>();
        StringBuilder list = new StringBuilder();
        int length = 0;
        for (String literal : literals) {
            int more = encoded(literal + between).length();
            if (list.length() > 0 && length + more > room) {
                lists.add(list.toString());
                list.setLength(0);
                length = 0;
            }
            list.append(list.length() == 0 ? "" : between).append(literal);
            length += more;
        }
        if (list.length() > 0) {
            lists.add(list.toString());
        }
        return lists;
    }

    private List<JsonNode> rows(String resource, String soql, String what) {
        List<JsonNode> rows = new ArrayList<>();
        String path = calls.data() + resource + "?q=" + encoded(soql);
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode body =
                    calls.get(CallListener.Kind.QUERY, path).bodyOrThrow(what + " in Salesforce");
            body.path("records").forEach(rows::add);
            String next = body.path("nextRecordsUrl").asText("");
            if (body.path("done").asBoolean(true)) {
                return rows;
            }
            if (!next.startsWith("/services/data/")) {
                throw new CrmUnavailable(
                        "UNREADABLE",
                        "Cannot " + what + " in Salesforce: it does not say where the rest is",
                        Duration.ZERO);
            }
            path = next;
        }
        throw new CrmUnavailable(
                "TOO_MANY_PAGES", "Cannot " + what + " in Salesforce: too much", Duration.ZERO);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
