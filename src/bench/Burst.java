import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A burst of property changes through webhooks and change events, both ways: how long until both sides
 * are in step, and how many CRM calls it took per changed record. The simulators count the calls.
 *
 * <pre>
 * ./mvnw quarkus:dev -Djvm.args=-Xmx512m -Dcrosswalk.sandbox.contacts=1200
 * java src/bench/Burst.java                      # in another terminal
 * java src/bench/Burst.java http://localhost:8080 1000
 * </pre>
 *
 * One source file without dependencies, so that anyone can repeat it.
 */
public final class Burst {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int HUBSPOT_BATCH = 100;
    private static final int SALESFORCE_BATCH = 200;

    /** Ten properties that sync both ways, and their fields. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("jobtitle", "Title");
        FIELDS.put("phone", "Phone");
        FIELDS.put("mobilephone", "MobilePhone");
        FIELDS.put("fax", "Fax");
        FIELDS.put("address", "MailingStreet");
        FIELDS.put("city", "MailingCity");
        FIELDS.put("state", "MailingState");
        FIELDS.put("zip", "MailingPostalCode");
        FIELDS.put("country", "MailingCountry");
        FIELDS.put("salutation", "Salutation");
    }

    private record Pair(String hubspotId, String salesforceId) {}

    private final String base;
    private final int wanted;

    private Burst(String base, int wanted) {
        this.base = base;
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        String base = args.length > 0 ? args[0] : "http://localhost:8080";
        new Burst(base, args.length > 1 ? Integer.parseInt(args[1]) : 1_000).run();
    }

    private void run() throws Exception {
        List<Pair> pairs = linkedContacts();
        if (pairs.size() < wanted) {
            throw new IllegalStateException(
                    "Only " + pairs.size() + " linked contacts; start with more of them, say"
                            + " -Dcrosswalk.sandbox.contacts=" + (wanted * 6 / 5));
        }
        pairs = pairs.subList(0, wanted);
        awaitQuiet(pairs);
        int changes = wanted * FIELDS.size();
        System.out.printf("%,d changes over %,d linked contacts%n", changes, wanted);
        burst("HubSpot -> Salesforce", pairs, "h" + System.nanoTime() % 10_000);
        burst("Salesforce -> HubSpot", pairs, "s" + System.nanoTime() % 10_000);
    }

    private void burst(String way, List<Pair> pairs, String mark) throws Exception {
        forgetCalls();
        long start = System.nanoTime();
        if (mark.startsWith("h")) {
            editInHubspot(pairs, mark);
        } else {
            editInSalesforce(pairs, mark);
        }
        long edited = System.nanoTime();
        await(() -> inStep(pairs, mark));
        long inStep = System.nanoTime();
        awaitQuiet(pairs);
        double calls = count("/sandbox/hubspot") + count("/sandbox/salesforce");
        System.out.printf(
                "%s: edits sent in %.1f s, both sides in step after %.1f s,"
                        + " %.0f CRM calls, %.4f per changed record (floor %.4f)%n",
                way,
                seconds(edited - start),
                seconds(inStep - start),
                calls,
                calls / pairs.size(),
                mark.startsWith("h") ? 0.020 : 0.025);
    }

    private void editInHubspot(List<Pair> pairs, String mark) throws Exception {
        for (List<Pair> chunk : chunks(pairs, HUBSPOT_BATCH)) {
            List<String> inputs = new ArrayList<>();
            for (Pair pair : chunk) {
                List<String> values = new ArrayList<>();
                FIELDS.keySet().forEach(name -> values.add(json(name, value(name, pair, mark))));
                inputs.add("{\"id\":\"" + pair.hubspotId() + "\",\"properties\":{"
                        + String.join(",", values) + "}}");
            }
            send("POST", "/sandbox/hubspot/crm/v3/objects/contacts/batch/update",
                    "{\"inputs\":[" + String.join(",", inputs) + "]}");
        }
    }

    private void editInSalesforce(List<Pair> pairs, String mark) throws Exception {
        for (List<Pair> chunk : chunks(pairs, SALESFORCE_BATCH)) {
            List<String> records = new ArrayList<>();
            for (Pair pair : chunk) {
                List<String> values = new ArrayList<>();
                FIELDS.forEach((property, field) ->
                        values.add(json(field, value(property, pair, mark))));
                records.add("{\"attributes\":{\"type\":\"Contact\"},\"id\":\"" + pair.salesforceId()
                        + "\"," + String.join(",", values) + "}");
            }
            send("PATCH", "/sandbox/salesforce/services/data/v62.0/composite/sobjects",
                    "{\"allOrNone\":false,\"records\":[" + String.join(",", records) + "]}");
        }
    }

    private static String value(String property, Pair pair, String mark) {
        return mark + " " + pair.hubspotId() + " " + property.charAt(0);
    }

    private boolean inStep(List<Pair> pairs, String mark) {
        try {
            return mark.startsWith("h")
                    ? salesforceShows(pairs, mark)
                    : hubspotShows(pairs, mark);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean salesforceShows(List<Pair> pairs, String mark) throws Exception {
        for (List<Pair> chunk : chunks(pairs, 1_000)) {
            String body = send("POST",
                    "/sandbox/salesforce/services/data/v62.0/composite/sobjects/Contact",
                    "{\"ids\":[" + quoted(chunk.stream().map(Pair::salesforceId).toList())
                            + "],\"fields\":[" + quoted(FIELDS.values()) + "]}");
            if (!showsAll(body, chunk, mark)) {
                return false;
            }
        }
        return true;
    }

    private boolean hubspotShows(List<Pair> pairs, String mark) throws Exception {
        for (List<Pair> chunk : chunks(pairs, HUBSPOT_BATCH)) {
            List<String> ids = new ArrayList<>();
            chunk.forEach(pair -> ids.add("{\"id\":\"" + pair.hubspotId() + "\"}"));
            String body = send("POST", "/sandbox/hubspot/crm/v3/objects/contacts/batch/read",
                    "{\"inputs\":[" + String.join(",", ids) + "],\"propertiesWithHistory\":[],"
                            + "\"properties\":[" + quoted(FIELDS.keySet()) + "]}");
            if (!showsAll(body, chunk, mark)) {
                return false;
            }
        }
        return true;
    }

    private static boolean showsAll(String body, List<Pair> pairs, String mark) {
        for (Pair pair : pairs) {
            for (String property : FIELDS.keySet()) {
                if (!body.contains("\"" + value(property, pair, mark) + "\"")) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Pair> linkedContacts() throws Exception {
        List<Pair> pairs = new ArrayList<>();
        Pattern record = Pattern.compile("\"id\":\"(\\d+)\".*?\"salesforcecontactid\":\"(\\w+)\"");
        String after = "0";
        while (pairs.size() < wanted) {
            String body = send("POST", "/sandbox/hubspot/crm/v3/objects/contacts/search",
                    "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"salesforcecontactid\","
                            + "\"operator\":\"HAS_PROPERTY\"}]}],\"limit\":200,\"after\":\"" + after
                            + "\",\"properties\":[\"salesforcecontactid\"]}");
            Matcher matcher = record.matcher(body);
            while (matcher.find()) {
                pairs.add(new Pair(matcher.group(1), matcher.group(2)));
            }
            Matcher next = Pattern.compile("\"after\":\"(\\d+)\"").matcher(body);
            if (!next.find()) {
                break;
            }
            after = next.group(1);
        }
        return pairs;
    }

    /** Quiet: the last of them are looked at, and no more calls come. */
    private void awaitQuiet(List<Pair> pairs) throws Exception {
        Pair last = pairs.get(pairs.size() - 1);
        await(() -> {
            try {
                String link = send("GET", "/api/links/contact/" + last.hubspotId(), "");
                return link.contains("\"QUIET\"") && !link.contains("\"acknowledgedFields\":0");
            } catch (Exception e) {
                return false;
            }
        });
        double before = -1;
        double now = count("/sandbox/hubspot") + count("/sandbox/salesforce");
        while (before != now) {
            TimeUnit.SECONDS.sleep(3);
            before = now;
            now = count("/sandbox/hubspot") + count("/sandbox/salesforce");
        }
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not in step after five minutes");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void forgetCalls() throws Exception {
        send("DELETE", "/sandbox/hubspot/_control/calls", "");
        send("DELETE", "/sandbox/salesforce/_control/calls", "");
    }

    /** The product's own calls for records; not those for tokens and metadata, nor a person's. */
    private double count(String crm) throws Exception {
        String body = send("GET", crm + "/_control/calls", "");
        int from = body.indexOf(crm.contains("hubspot") ? "\"app\":" : "\"integration\":");
        int to = body.indexOf("\"others\":") > from ? body.indexOf("\"others\":") : body.length();
        Matcher kinds = Pattern.compile("\"(\\w+)\":\\{\"calls\":(\\d+)")
                .matcher(body.substring(from, to));
        double calls = 0;
        while (kinds.find()) {
            if (List.of("batch_read", "batch_update", "retrieve", "collections_update", "search",
                    "query", "get", "patch").contains(kinds.group(1))) {
                calls += Double.parseDouble(kinds.group(2));
            }
        }
        return calls;
    }

    private String send(String method, String path, String body) throws Exception {
        var response = HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static List<List<Pair>> chunks(List<Pair> all, int max) {
        List<List<Pair>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += max) {
            chunks.add(all.subList(from, Math.min(all.size(), from + max)));
        }
        return chunks;
    }

    private static String json(String name, String value) {
        return "\"" + name + "\":\"" + value + "\"";
    }

    private static String quoted(Collection<String> names) {
        return "\"" + String.join("\",\"", names) + "\"";
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
