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
 * Bursts of changed records through webhooks and change events, both ways: how long until both sides
 * are in step, and how many CRM calls it took, beside the fewest that the CRMs' own batch limits allow.
 * The simulators count the calls.
 *
 * <pre>
 * ./mvnw quarkus:dev -Djvm.args=-Xmx1g -Dcrosswalk.sandbox.contacts=12500 -Dcrosswalk.breaker.enabled=false
 * java src/bench/Burst.java                      # in another terminal
 * java src/bench/Burst.java http://localhost:8080 1 1000
 * </pre>
 *
 * One source file without dependencies, so that anyone can repeat it.
 */
public final class Burst {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int HUBSPOT_BATCH = 100;
    private static final int SALESFORCE_BATCH = 200;
    private static final int SALESFORCE_READ = 2_000;

    /** Few records are sent several times, because a single one may be lucky. */
    private static final int FEW = 10;

    private static final List<String> READS = List.of("batch_read", "retrieve", "get");
    private static final List<String> WRITES =
            List.of("batch_update", "collections_update", "composite_update", "composite", "patch");
    private static final List<String> SEARCHES = List.of("search", "query");

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

    private record Calls(int reads, int writes, int searches) {}

    private final String base;

    private Burst(String base) {
        this.base = base;
    }

    public static void main(String[] args) throws Exception {
        String base = args.length > 0 ? args[0] : "http://localhost:8080";
        List<Integer> sizes = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            sizes.add(Integer.parseInt(args[i]));
        }
        new Burst(base).run(sizes.isEmpty() ? List.of(1, 10, 100, 1_000, 10_000) : sizes);
    }

    private void run(List<Integer> sizes) throws Exception {
        int most = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        List<Pair> pairs = linkedContacts(most);
        if (pairs.size() < most) {
            throw new IllegalStateException(
                    "Only " + pairs.size() + " linked contacts; start with more of them, say"
                            + " -Dcrosswalk.sandbox.contacts=" + (most * 5 / 4));
        }
        awaitQuiet(pairs.get(pairs.size() - 1));
        System.out.printf("%d changed fields per record%n", FIELDS.size());
        for (int size : sizes) {
            for (String way : List.of("h", "s")) {
                for (int i = 0; i < (size <= FEW ? 3 : 1); i++) {
                    burst(pairs.subList(0, size), way + System.nanoTime() % 10_000);
                }
            }
        }
    }

    private void burst(List<Pair> pairs, String mark) throws Exception {
        forgetCalls();
        boolean fromHubspot = mark.startsWith("h");
        long start = System.nanoTime();
        if (fromHubspot) {
            editInHubspot(pairs, mark);
        } else {
            editInSalesforce(pairs, mark);
        }
        await(() -> inStep(pairs, mark));
        double inStep = (System.nanoTime() - start) / 1e9;
        awaitQuiet(pairs.get(pairs.size() - 1));
        Calls calls = calls();
        int made = calls.reads() + calls.writes();
        int floor = floor(pairs.size(), fromHubspot);
        System.out.printf(
                "%,6d records %s: in step after %5.1f s; %d reads + %d writes = %.4f calls per"
                        + " record, floor %d = %.4f, %.2f times the floor%s%n",
                pairs.size(),
                fromHubspot ? "HubSpot -> Salesforce" : "Salesforce -> HubSpot",
                inStep,
                calls.reads(),
                calls.writes(),
                (double) made / pairs.size(),
                floor,
                (double) floor / pairs.size(),
                (double) made / floor,
                calls.searches() == 0 ? "" : "; reconcile searched " + calls.searches() + " times");
    }

    /** Both sides read and the other side written, in batches as large as the CRMs take. */
    private static int floor(int records, boolean fromHubspot) {
        return batches(records, HUBSPOT_BATCH)
                + batches(records, SALESFORCE_READ)
                + batches(records, fromHubspot ? SALESFORCE_BATCH : HUBSPOT_BATCH);
    }

    private static int batches(int records, int each) {
        return (records + each - 1) / each;
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

    private List<Pair> linkedContacts(int wanted) throws Exception {
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
    private void awaitQuiet(Pair last) throws Exception {
        await(() -> {
            try {
                String link = send("GET", "/api/links/contact/" + last.hubspotId(), "");
                return link.contains("\"QUIET\"") && !link.contains("\"acknowledgedFields\":0");
            } catch (Exception e) {
                return false;
            }
        });
        Calls before = null;
        Calls now = calls();
        while (!now.equals(before)) {
            TimeUnit.SECONDS.sleep(3);
            before = now;
            now = calls();
        }
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not in step after ten minutes");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void forgetCalls() throws Exception {
        send("DELETE", "/sandbox/hubspot/_control/calls", "");
        send("DELETE", "/sandbox/salesforce/_control/calls", "");
    }

    /** The product's own calls for records; not those for tokens and metadata, nor a person's. */
    private Calls calls() throws Exception {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (String crm : List.of("/sandbox/hubspot", "/sandbox/salesforce")) {
            String body = send("GET", crm + "/_control/calls", "");
            int from = body.indexOf(crm.contains("hubspot") ? "\"app\":" : "\"integration\":");
            int to = body.indexOf("\"others\":") > from ? body.indexOf("\"others\":") : body.length();
            Matcher matcher = Pattern.compile("\"(\\w+)\":\\{\"calls\":(\\d+)")
                    .matcher(body.substring(from, to));
            while (matcher.find()) {
                kinds.merge(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer::sum);
            }
        }
        return new Calls(sum(kinds, READS), sum(kinds, WRITES), sum(kinds, SEARCHES));
    }

    private static int sum(Map<String, Integer> kinds, List<String> names) {
        return names.stream().mapToInt(name -> kinds.getOrDefault(name, 0)).sum();
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
}
