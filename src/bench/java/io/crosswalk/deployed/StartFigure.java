package io.crosswalk.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * From the start of a process to its first response, the memory then and the processor time until
 * then, of what carries one changed property from HubSpot to Salesforce: the packaged functions
 * beside a Node function made of the vendors' own clients. The same records, CRMs, Runtime API and
 * machine; one start after the other, in turns, so that what else runs hits all of them.
 */
public final class StartFigure {
    private static final Path PEER = Path.of("src/bench/node").toAbsolutePath();
    private static final int STARTS = 7;

    private final Deployment deployment;
    private final List<JsonNode> links;
    private int changes;

    private StartFigure(Deployment deployment) throws IOException {
        this.deployment = deployment;
        this.links = deployment.linked();
        deployment.answered("sync", Events.due(links.stream().map(StartFigure::hubspotId).toList()));
    }

    /**
     * @param args how many starts of each; 7 without any. Then zips in place of
     *     {@code target/function.zip}
     */
    public static void print(String[] args) throws Exception {
        if (!Files.isDirectory(PEER.resolve("node_modules"))) {
            throw new IllegalStateException("Call 'npm ci' in src/bench/node first");
        }
        int starts = args.length == 0 ? STARTS : Integer.parseInt(args[0]);
        List<String> zips = args.length < 2 ? List.of("target/function.zip") : rest(args);
        for (String zip : zips) {
            Path folder = Files.createTempDirectory("crosswalk-start-");
            try (Deployment deployment = new Deployment(Path.of(zip), folder)) {
                new StartFigure(deployment).print(starts);
            } finally {
                delete(folder);
            }
        }
    }

    private static List<String> rest(String[] args) {
        return Arrays.asList(args).subList(1, args.length);
    }

    private void print(int starts) throws Exception {
        String kind = deployment.artifact.isNative() ? "native" : "JVM";
        Starts sync = new Starts(kind + " sync");
        Starts webhook = new Starts(kind + " hubspotWebhook");
        Starts idle = new Starts(kind + " sync without a record");
        Starts bare = new Starts(kind + " hubspotWebhook without a signature");
        Starts peer = new Starts("Node, @hubspot/api-client and jsforce");
        for (int i = 0; i < starts; i++) {
            peer.add(this::peer);
            webhook.add(this::webhook);
            sync.add(this::sync);
            idle.add(this::idle);
            bare.add(this::bare);
        }
        System.out.println(
                "Start to first response, one changed property of one contact; medians of "
                        + starts
                        + " starts");
        List.of(peer, webhook, sync, idle, bare)
                .forEach(each -> System.out.println("  " + each.line()));
    }

    /** Reads both sides and writes Salesforce; nothing is kept. */
    private FunctionProcess peer() throws IOException {
        JsonNode link = next();
        String title = edit(link);
        FunctionProcess process =
                new FunctionProcess(
                        new Artifact(PEER, true, List.of("node", "function.mjs")),
                        "peer",
                        peerEnvironment());
        String event =
                "{\"hubspotId\":\""
                        + hubspotId(link)
                        + "\",\"property\":\"jobtitle\",\"field\":\"Title\"}";
        answer(process, event, "\"written\":true");
        check(link, title);
        return process;
    }

    private Map<String, String> peerEnvironment() {
        return Map.of(
                "PEER_HUBSPOT_TOKEN", "sandbox",
                "PEER_HUBSPOT_URL", deployment.world.hubspot.url(),
                "PEER_SALESFORCE_URL", deployment.world.salesforce.url(),
                "PEER_SALESFORCE_CLIENT_ID", "crosswalk-app",
                "PEER_SALESFORCE_CLIENT_SECRET", World.CLIENT_SECRET,
                "NODE_ENV", "production");
    }

    /** Checks the signature and keeps the hint. */
    private FunctionProcess webhook() throws IOException {
        JsonNode link = next();
        String body = Events.jobTitle(hubspotId(link), edit(link));
        FunctionProcess process = deployment.start("hubspotWebhook", Map.of());
        answer(process, Events.webhook(body, World.CLIENT_SECRET), "\"statusCode\":200");
        deployment.answered("sync", Events.due(List.of(hubspotId(link))));
        return process;
    }

    /** Reads both sides, decides, notes down intent and reason, writes Salesforce, acknowledges. */
    private FunctionProcess sync() throws IOException {
        JsonNode link = next();
        String title = edit(link);
        String body = Events.jobTitle(hubspotId(link), title);
        deployment.answered("hubspotWebhook", Events.webhook(body, World.CLIENT_SECRET));
        FunctionProcess process = deployment.start("sync", Map.of());
        answer(process, Events.due(List.of(hubspotId(link))), "\"batchItemFailures\":[]");
        check(link, title);
        return process;
    }

    /** The start alone: there is nothing to do, but to ask storage whether anything has changed. */
    private FunctionProcess idle() throws IOException {
        FunctionProcess process = deployment.start("sync", Map.of());
        answer(process, Events.due(List.of()), "\"batchItemFailures\":[]");
        return process;
    }

    /** Likewise, of what asks nobody: neither secrets nor storage. */
    private FunctionProcess bare() throws IOException {
        FunctionProcess process = deployment.start("hubspotWebhook", Map.of());
        String signed = Events.webhook("[]", World.CLIENT_SECRET);
        answer(process, signed.replace("signature", "none"), "\"statusCode\":401");
        return process;
    }

    private JsonNode next() {
        return links.get(changes++ % links.size());
    }

    /** A person's, of a title that nobody had before. */
    private String edit(JsonNode link) {
        String title = "Title " + System.nanoTime();
        Deployment.person(
                "PATCH",
                deployment.world.hubspot.url() + "/crm/v3/objects/contacts/" + hubspotId(link),
                "{\"properties\":{\"jobtitle\":\"" + title + "\"}}");
        return title;
    }

    private static void answer(FunctionProcess process, String event, String expected) {
        RuntimeApi.Outcome outcome = process.invoke(event);
        if (outcome.failed() || !outcome.body().contains(expected)) {
            throw new IllegalStateException(outcome.body() + "\n" + process.output());
        }
    }

    private void check(JsonNode link, String title) {
        String url =
                deployment.world.salesforce.url()
                        + "/services/data/v62.0/sobjects/Contact/"
                        + link.path("salesforceId").asText()
                        + "?fields=Title";
        String found = Deployment.person("GET", url, "").path("Title").asText();
        if (!found.equals(title)) {
            throw new IllegalStateException("Salesforce has '" + found + "', not '" + title + "'");
        }
    }

    private static String hubspotId(JsonNode link) {
        return link.path("hubspotId").asText();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(files.toList());
            for (int i = all.size() - 1; i >= 0; i--) {
                Files.delete(all.get(i));
            }
        }
    }
}
