import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a person's edit in HubSpot to our write in Salesforce, through webhooks, at a lasting rate: the
 * median and the worst of a hundred, beside the time that the stream waits for more (the floor) and the 15
 * minutes of HubSpot's own integration (the peer). The simulators' feed tells when what happened.
 * Before each rate it waits until nothing is due, first until all records are linked.
 *
 * <pre>
 * ./mvnw quarkus:dev -Djvm.args=-Xmx1g -Dcrosswalk.sandbox.contacts=12500 -Dcrosswalk.breaker.enabled=false
 * java src/bench/Lag.java                        # in another terminal
 * java src/bench/Lag.java http://localhost:8080 10 100
 * </pre>
 *
 * One source file without dependencies, so that anyone can repeat it.
 */
public final class Lag {
    /** Version 1.1: in version 2 the feed and the edits would share one connection. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int TICKS = 100;
    private static final int HUBSPOT_BATCH = 100;
    private static final Pattern VALUE = Pattern.compile("\"value\":\"(lag [^\"]+)\"");
    private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");
    private static final Duration ALL_WRITTEN_MAX = Duration.ofMinutes(10);
    private static final Duration QUIET_MAX = Duration.ofMinutes(60);
    private static final Pattern DUE =
            Pattern.compile(
                    "\"due\":\\{\"due\":(\\d+),\"writing\":(\\d+),\"waiting\":(\\d+),\"more\":(\\w+)");
    private static final Pattern CAUGHT_UP =
            Pattern.compile(
                    "\"object\":\"contact\".*?\"side\":\"HUBSPOT\",\"position\":(null|\"[^\"]*\"),"
                            + "\"ageSeconds\":(null|\\d+),\"lastSuccess\":(null|\"[^\"]*\")");

    private final String base;
    private final Map<String, Instant> edited = new ConcurrentHashMap<>();
    private final Map<String, Instant> written = new ConcurrentHashMap<>();
    private volatile long lastEvent = -1;
    private volatile long missed;
    private volatile boolean running = true;
    private boolean through;

    private Lag(String base) {
        this.base = base;
    }

    public static void main(String[] args) throws Exception {
        Lag lag = new Lag(args.length > 0 ? args[0] : "http://localhost:8080");
        List<Integer> rates = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            rates.add(Integer.parseInt(args[i]));
        }
        lag.run(rates.isEmpty() ? List.of(10, 100, 1_000) : rates);
    }

    private void run(List<Integer> rates) throws Exception {
        Thread feed = new Thread(this::listen, "feed");
        feed.setDaemon(true);
        feed.start();
        List<String> ids = linkedContacts(rates.stream().mapToInt(r -> r * TICKS / 10).max().orElseThrow());
        awaitQuiet();
        measure(ids, 10, "warm");
        for (int rate : rates) {
            awaitQuiet();
            measure(ids, rate, "at " + rate);
        }
        running = false;
    }

    /**
     * Until all records are linked and nothing is due: what is under way would be measured too.
     * Catching up is through when its cursor is close to now, or did not move in a whole run.
     */
    private void awaitQuiet() throws Exception {
        Instant start = Instant.now();
        Instant told = start;
        String position = "";
        String run = "";
        for (int quiet = 0; quiet < 3; ) {
            String status = send("GET", "/api/status", "");
            Matcher due = DUE.matcher(status);
            Matcher caughtUp = CAUGHT_UP.matcher(status);
            if (!due.find() || !caughtUp.find()) {
                throw new IllegalStateException("Not understood: " + status);
            }
            String at = caughtUp.group(3);
            if (!at.equals("null") && !at.equals(run)) {
                boolean close = !caughtUp.group(2).equals("null") && Long.parseLong(caughtUp.group(2)) < 600;
                through |= close || caughtUp.group(1).equals(position);
                position = caughtUp.group(1);
                run = at;
            }
            boolean nothingDue = due.group(1).equals("0") && due.group(2).equals("0")
                    && due.group(3).equals("0");
            int untold = untold();
            quiet = through && nothingDue && untold == 0 ? quiet + 1 : 0;
            if (Duration.between(told, Instant.now()).toSeconds() >= 15) {
                told = Instant.now();
                System.out.printf(
                        "… waits until all is linked and nothing is due, %d s: %s%s due, %s being"
                                + " written, %s waiting; HubSpot caught up with to %s; %d webhooks and"
                                + " change events on their way%n",
                        Duration.between(start, told).toSeconds(), due.group(1),
                        due.group(4).equals("true") ? "+" : "", due.group(2), due.group(3),
                        caughtUp.group(1), untold);
            }
            if (Duration.between(start, Instant.now()).compareTo(QUIET_MAX) > 0) {
                throw new IllegalStateException("Still not quiet after " + QUIET_MAX + ": " + status);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        System.out.printf("Nothing is due, after %d s%n", Duration.between(start, Instant.now()).toSeconds());
    }

    /** A webhook that was not answered within five seconds is sent again after a minute and more. */
    private int untold() throws Exception {
        return number(send("GET", "/sandbox/hubspot/_control/webhooks", ""), "collecting", "queued", "inFlight")
                + number(send("GET", "/sandbox/salesforce/_control/events", ""), "waiting");
    }

    private static int number(String json, String... names) {
        int sum = 0;
        for (String name : names) {
            Matcher matcher = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
            sum += matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        }
        return sum;
    }

    private void measure(List<String> ids, int rate, String name) throws Exception {
        edited.clear();
        written.clear();
        int changes = Math.min(rate * TICKS / 10, ids.size());
        int each = Math.max(1, rate / 10);
        String mark = "lag " + System.nanoTime() % 100_000 + " ";
        Instant start = Instant.now();
        int sent = 0;
        while (sent < changes) {
            int next = Math.min(changes, sent + each);
            edit(ids.subList(sent, next), mark);
            sent = next;
            Instant due = start.plus(TICK.multipliedBy(sent / each));
            if (rate < 10) {
                due = start.plusMillis(1_000L * sent / rate);
            }
            long wait = Duration.between(Instant.now(), due).toMillis();
            if (wait > 0) {
                TimeUnit.MILLISECONDS.sleep(wait);
            }
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1e3;
        awaitAll(changes, Instant.now().plus(ALL_WRITTEN_MAX));
        tell(name, changes, seconds);
    }

    private void edit(List<String> ids, String mark) throws Exception {
        for (int from = 0; from < ids.size(); from += HUBSPOT_BATCH) {
            List<String> inputs = new ArrayList<>();
            for (String id : ids.subList(from, Math.min(ids.size(), from + HUBSPOT_BATCH))) {
                inputs.add("{\"id\":\"" + id + "\",\"properties\":{\"jobtitle\":\"" + mark + id + "\"}}");
            }
            send("POST", "/sandbox/hubspot/crm/v3/objects/contacts/batch/update",
                    "{\"inputs\":[" + String.join(",", inputs) + "]}");
        }
    }

    private void awaitAll(int changes, Instant deadline) throws Exception {
        Instant told = Instant.now();
        while (written.size() < changes && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(50);
            if (Duration.between(told, Instant.now()).toSeconds() >= 15) {
                told = Instant.now();
                System.out.printf("… %,d of %,d are in Salesforce%n", written.size(), changes);
            }
        }
    }

    private void tell(String name, int changes, double seconds) {
        long[] lags = written.entrySet().stream()
                .filter(e -> edited.containsKey(e.getKey()))
                .mapToLong(e -> Duration.between(edited.get(e.getKey()), e.getValue()).toMillis())
                .sorted()
                .toArray();
        if (lags.length == 0) {
            throw new IllegalStateException(
                    "Nothing of " + changes + " changes was seen: " + edited.size()
                            + " edits and " + written.size() + " writes of the feed's, which left out "
                            + missed);
        }
        Instant last = written.values().stream().max(Instant::compareTo).orElseThrow();
        Instant first = edited.values().stream().min(Instant::compareTo).orElseThrow();
        System.out.printf(
                "%-8s %,6d changes sent at %,.0f/s, %,d seen in Salesforce at %,.0f/s: median %,d ms,"
                        + " p99 %,d ms, most %,d ms (floor 400 ms, HubSpot's own 15 min)%s%n",
                name,
                changes,
                changes / seconds,
                lags.length,
                lags.length / Math.max(0.001, Duration.between(first, last).toMillis() / 1e3),
                lags[lags.length / 2],
                lags[lags.length * 99 / 100],
                lags[lags.length - 1],
                missed == 0 ? "" : "; the feed left out " + missed + " events");
    }

    /** Comes back with the last event's number, because the feed lets slow readers go. */
    private void listen() {
        while (running) {
            try {
                HttpRequest.Builder request =
                        HttpRequest.newBuilder(URI.create(base + "/sandbox/feed"));
                if (lastEvent >= 0) {
                    request.header("Last-Event-ID", Long.toString(lastEvent));
                }
                HttpResponse<java.util.stream.Stream<String>> response =
                        HTTP.send(request.build(), BodyHandlers.ofLines());
                response.body().forEach(this::line);
            } catch (Exception e) {
                if (running) {
                    System.err.println("The feed ended: " + e.getMessage());
                }
            }
        }
    }

    private void line(String line) {
        if (line.startsWith("id: ")) {
            long event = Long.parseLong(line.substring(4));
            missed += lastEvent < 0 ? 0 : event - lastEvent - 1;
            lastEvent = event;
            return;
        }
        Matcher value = VALUE.matcher(line);
        Matcher at = AT.matcher(line);
        if (value.find() && at.find()) {
            boolean person = line.contains("\"by\":\"PERSON\"") && line.contains("\"crm\":\"hubspot\"");
            boolean ours = line.contains("\"by\":\"APP\"") && line.contains("\"crm\":\"salesforce\"");
            if (person) {
                edited.put(value.group(1), Instant.parse(at.group(1)));
            } else if (ours) {
                written.putIfAbsent(value.group(1), Instant.parse(at.group(1)));
            }
        }
    }

    private List<String> linkedContacts(int wanted) throws Exception {
        List<String> ids = new ArrayList<>();
        String after = "0";
        while (ids.size() < wanted) {
            String body = send("POST", "/sandbox/hubspot/crm/v3/objects/contacts/search",
                    "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"salesforcecontactid\","
                            + "\"operator\":\"HAS_PROPERTY\"}]}],\"limit\":200,\"after\":\"" + after
                            + "\",\"properties\":[\"salesforcecontactid\"]}");
            Matcher id = Pattern.compile("\"id\":\"(\\d+)\"").matcher(body);
            while (id.find()) {
                ids.add(id.group(1));
            }
            Matcher next = Pattern.compile("\"after\":\"(\\d+)\"").matcher(body);
            if (!next.find()) {
                break;
            }
            after = next.group(1);
        }
        if (ids.size() < wanted) {
            System.out.printf(
                    "Only %,d linked contacts: rates above %d a second end early%n",
                    ids.size(), ids.size() * 10 / TICKS);
        }
        return ids;
    }

    private String send(String method, String path, String body) throws Exception {
        HttpResponse<String> response = HTTP.send(
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
}
