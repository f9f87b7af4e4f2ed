package io.crosswalk.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Requests near and far from valid ones, by seed. */
final class HostileRequests {
    private static final List<String> OBJECTS =
            List.of("deal", "deal", "deal", "deal", "deal", "company", "company", "lead");

    private static final List<String> MAPPINGS =
            List.of(
                    Api.mapping("closed_lost_reason", "Loss_Reason__c", "TWO_WAY"),
                    Api.mapping("hs_acv", "TotalOpportunityQuantity", "Two-way"),
                    Api.mapping("hs_arr", "Score__c", "ALWAYS_USE_HUBSPOT"),
                    Api.mapping("closed_won_reason", "Notes__c", "DONT_SYNC"),
                    Api.mapping("hs_priority", "LeadSource", "TWO_WAY"),
                    "{\"hubspotProperty\":\"hs_priority\",\"salesforceField\":\"Tier__c\","
                            + "\"syncRule\":\"TWO_WAY\",\"fill\":\"align\","
                            + "\"optionPairs\":{\"low\":\"Bronze\",\"high\":\"Gold\"}}");

    private static final List<String> EDITS =
            List.of(
                    "{\"syncRule\":\"DONT_SYNC\"}",
                    "{\"syncRule\":\"TWO_WAY\",\"fill\":\"align\",\"optionPairs\":{}}",
                    "{\"syncEnabled\":true}",
                    "{\"syncEnabled\":false}");

    private static final List<String> DOCUMENTS =
            List.of(
                    Examples.CONFIG_JSON.replace("contact", "deal"),
                    Examples.CONFIG_YAML.replace("contact", "deal"),
                    "objects: {deal: {mappings: []}}",
                    "{\"objects\":{\"deal\":{\"syncEnabled\":true},\"company\":{\"mappings\":[]}},"
                            + "\"expect\":{\"deal\":3}}",
                    "property,field,rule\nclosed_lost_reason,Loss_Reason__c,Two-way\n",
                    "property;field;rule;object\n\"hs_arr\";Score__c;Don't sync;deal\n");

    private static final List<String> HOSTILE =
            List.of(
                    "' OR Id LIKE '%",
                    "<script>alert(1)</script>",
                    "\u0000",
                    "\uD800",
                    "\u202E\u200B",
                    "😀".repeat(40),
                    "x".repeat(3_000),
                    "{\"a\":".repeat(60),
                    "[[[[[[[[[[[[[[[[[[",
                    "*a",
                    "&a !!x",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "null",
                    "true",
                    "\"",
                    ",",
                    ":",
                    "\n",
                    "../..",
                    "%00",
                    "${jndi:x}");

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json",
                    "application/yaml",
                    "text/csv",
                    "text/yaml",
                    "text/plain",
                    "application/json;charset=utf-16",
                    "nonsense");

    private final SplittableRandom random;

    HostileRequests(long seed) {
        random = new SplittableRandom(seed);
    }

    record Case(String method, String path, byte[] body, List<String> headers) {
        @Override
        public String toString() {
            return method
                    + " "
                    + path
                    + " "
                    + headers
                    + " "
                    + new String(body, StandardCharsets.UTF_8);
        }
    }

    Case next() {
        int what = random.nextInt(12);
        String object = "/api/objects/" + name(OBJECTS);
        String id = name(List.of("deal-amount", "deal-dealname", "company-name", "nothing"));
        return switch (what) {
            case 0, 1 -> of("POST", object + "/mappings", pick(MAPPINGS));
            case 2 -> of("PUT", object + "/mappings/" + id, pick(EDITS));
            case 3 -> of("DELETE", object + "/mappings/" + id, "");
            case 4 -> of("PUT", object, pick(EDITS));
            case 5 -> of("POST", "/api/config/plan" + query("object"), pick(DOCUMENTS));
            case 6 -> of("POST", "/api/config/apply" + query("object"), pick(DOCUMENTS));
            case 7 -> of("GET", object + "/mappings" + path(id) + query("limit", "after"), "");
            case 8 -> of("GET", object + list() + query("search", "limit", "after"), "");
            case 9 -> of("POST", object + "/mappings/" + id + refresh(), "");
            case 10 -> of("GET", "/api/config" + path("schema") + query("format"), "");
            default -> of("GET", other(), "");
        };
    }

    private String path(String last) {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> "/" + last;
            default -> "/" + last + "/versions";
        };
    }

    /** Refreshing asks both CRMs anew, which takes its time. */
    private String refresh() {
        return random.nextInt(3) == 0 ? "/refresh" : path("refresh");
    }

    private String list() {
        String name = name(List.of("amount", "StageName", "nothing"));
        return switch (random.nextInt(4)) {
            case 0 -> "/properties";
            case 1 -> "/fields";
            case 2 -> "/properties/" + name + "/compatible-fields";
            default -> "/fields/" + name + "/compatible-properties";
        };
    }

    private String other() {
        return pick(
                List.of(
                        "/api/objects",
                        "/api/journal" + query("object", "hubspotId", "mapping", "limit", "after"),
                        "/api/problems"
                                + query("object", "mapping", "severity", "hubspotId", "limit"),
                        "/api/objects/" + name(OBJECTS) + "/statuses",
                        "/api/links/deal/" + name(List.of("1", "x")),
                        "/api/" + name(List.of("nothing", "objects"))));
    }

    private String query(String... own) {
        StringBuilder query = new StringBuilder();
        List<String> parameters = new ArrayList<>(List.of(own));
        if (random.nextInt(8) == 0) {
            parameters.add(pick(List.of("limit", "after", "object", "dryRun")));
        }
        for (String parameter : parameters) {
            if (random.nextInt(2) == 0) {
                query.append(query.isEmpty() ? '?' : '&').append(parameter).append('=');
                query.append(
                        name(List.of("1", "5", "deal", "json", "amount", "deal-amount", "0", "")));
            }
        }
        return query.toString();
    }

    /** Mostly one of the list; sometimes something hostile instead. */
    private String name(List<String> usual) {
        String name = random.nextInt(6) == 0 ? pick(HOSTILE) : pick(usual);
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Case of(String method, String path, String body) {
        List<String> headers = new ArrayList<>();
        if (!body.isEmpty() || random.nextInt(5) == 0) {
            headers.addAll(List.of("content-type", type(body)));
        }
        if (random.nextInt(4) == 0) {
            headers.addAll(
                    List.of(
                            "if-match",
                            pick(
                                    List.of(
                                            "\"1\"",
                                            "\"9\"",
                                            "*",
                                            "W/\"1\"",
                                            "\"deal=1\"",
                                            "x",
                                            "\""))));
        }
        if (random.nextInt(10) == 0) {
            headers.addAll(
                    List.of("accept", pick(List.of("*/*", "text/html", "application/json", "x"))));
        }
        String verb = random.nextInt(25) == 0 ? pick(List.of("PUT", "DELETE", "POST")) : method;
        return new Case(verb, path, mutated(body), headers);
    }

    private String type(String body) {
        if (random.nextInt(4) == 0) {
            return pick(TYPES);
        }
        return body.startsWith("{")
                ? "application/json"
                : body.startsWith("property") ? "text/csv" : "application/yaml";
    }

    private byte[] mutated(String body) {
        StringBuilder text = new StringBuilder(body);
        int mutations = random.nextInt(3) == 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < mutations && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, pick(HOSTILE));
                case 2 -> text.replace(at, end, pick(HOSTILE));
                default -> text.insert(at, text.substring(at, end));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(12) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
