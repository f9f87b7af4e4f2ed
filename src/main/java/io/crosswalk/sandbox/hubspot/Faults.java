package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What goes wrong on purpose, for calls of the app under test. */
final class Faults {
    /**
     * @param kind {@code *}, or a {@link CallKind#word()}
     * @param answer see {@link #answer}
     */
    private record CallFault(String kind, String answer, double probability, JsonNode json) {}

    final WebhookFaults webhooks;
    private final SplittableRandom random;
    private final List<CallFault> calls = new ArrayList<>();
    private final List<Integer> timesLeft = new ArrayList<>();
    private long latencyMillis;
    private long searchLagMillis;
    private boolean wholeBatchFails;
    private boolean mergedAwayLeftOut;
    private boolean mergeMakesNew;
    private List<String> missingScopes = List.of();

    Faults(SplittableRandom random) {
        this.random = random;
        this.webhooks = new WebhookFaults(random.split());
    }

    private static final List<String> MEMBERS =
            List.of(
                    "webhooks",
                    "latencyMillis",
                    "searchLagMillis",
                    "wholeBatchFails",
                    "mergedAwayLeftOut",
                    "mergeMakesNew",
                    "missingScopes",
                    "calls");

    private static final List<String> CALL_MEMBERS =
            List.of("kind", "answer", "probability", "times", "retryAfter", "delayMillis");

    /** Refuses what {@link #set} would not understand, so that no typo is a fault that never is. */
    static void check(JsonNode json) {
        requireKnown(json, MEMBERS);
        WebhookFaults.check(json.path("webhooks"));
        List<String> kinds = new ArrayList<>(List.of("*"));
        for (CallKind kind : CallKind.values()) {
            kinds.add(kind.word());
        }
        for (JsonNode scope : json.path("missingScopes")) {
            if (!Scopes.ALL.contains(scope.asText())) {
                throw HubspotError.validation(
                        "No scope '" + scope.asText() + "'. There are: " + Scopes.ALL);
            }
        }
        for (JsonNode call : json.path("calls")) {
            requireKnown(call, CALL_MEMBERS);
            String kind = call.path("kind").asText("*");
            if (!kinds.contains(kind)) {
                throw HubspotError.validation(
                        "No kind of call '" + kind + "'. There are: " + kinds);
            }
            if (!commits(call)) {
                // Throws for an answer that it does not know.
                answer(call);
            }
        }
    }

    static void requireKnown(JsonNode json, List<String> members) {
        json.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!members.contains(name)) {
                                throw HubspotError.validation(
                                        "No fault '" + name + "'. There are: " + members);
                            }
                        });
    }

    /** Keys that are absent stay as they are; lists are replaced as a whole. */
    void set(JsonNode json) {
        webhooks.set(json.path("webhooks"));
        latencyMillis = json.path("latencyMillis").asLong(latencyMillis);
        searchLagMillis = json.path("searchLagMillis").asLong(searchLagMillis);
        wholeBatchFails = json.path("wholeBatchFails").asBoolean(wholeBatchFails);
        mergedAwayLeftOut = json.path("mergedAwayLeftOut").asBoolean(mergedAwayLeftOut);
        mergeMakesNew = json.path("mergeMakesNew").asBoolean(mergeMakesNew);
        if (json.has("missingScopes")) {
            List<String> missing = new ArrayList<>();
            json.path("missingScopes").forEach(scope -> missing.add(scope.asText()));
            missingScopes = List.copyOf(missing);
        }
        if (json.has("calls")) {
            calls.clear();
            timesLeft.clear();
            for (JsonNode call : json.path("calls")) {
                calls.add(
                        new CallFault(
                                call.path("kind").asText("*"),
                                call.path("answer").asText(),
                                call.path("probability").asDouble(1),
                                call));
                timesLeft.add(call.path("times").asInt(Integer.MAX_VALUE));
            }
        }
    }

    void clear() {
        webhooks.clear();
        latencyMillis = 0;
        searchLagMillis = 0;
        wholeBatchFails = false;
        mergedAwayLeftOut = false;
        mergeMakesNew = false;
        missingScopes = List.of();
        calls.clear();
        timesLeft.clear();
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("webhooks", webhooks.json());
        json.put("latencyMillis", latencyMillis);
        json.put("searchLagMillis", searchLagMillis);
        json.put("wholeBatchFails", wholeBatchFails);
        json.put("mergedAwayLeftOut", mergedAwayLeftOut);
        json.put("mergeMakesNew", mergeMakesNew);
        if (!missingScopes.isEmpty()) {
            missingScopes.forEach(json.withArrayProperty("missingScopes")::add);
        }
        Iterator<Integer> left = timesLeft.iterator();
        for (CallFault call : calls) {
            ObjectNode copy = call.json.deepCopy();
            json.withArrayProperty("calls").add(copy.put("times", left.next()));
        }
        return json;
    }

    /** The fault that strikes this call, as the JSON that set it; null for none. */
    @Nullable JsonNode next(CallKind kind) {
        for (int i = 0; i < calls.size(); i++) {
            CallFault call = calls.get(i);
            boolean meant = call.kind.equals("*") || call.kind.equals(kind.word());
            if (meant && timesLeft.get(i) > 0 && random.nextDouble() < call.probability) {
                timesLeft.set(i, timesLeft.get(i) - 1);
                return call.json;
            }
        }
        return null;
    }

    /** Whether the call is carried out although its answer comes too late. */
    static boolean commits(JsonNode fault) {
        return fault.path("answer").asText().equals("TIMEOUT_AFTER_COMMIT");
    }

    /** What the app gets instead of a result. */
    static HubspotError answer(JsonNode fault) {
        String answer = fault.path("answer").asText();
        return switch (answer) {
            case "TEN_SECONDLY_ROLLING" ->
                    HubspotError.rateLimit(
                            answer, "You have reached your ten_secondly_rolling limit.");
            case "DAILY" -> HubspotError.rateLimit(answer, "You have reached your daily limit.");
            case "SECONDLY" ->
                    HubspotError.rateLimit(answer, "You have reached your secondly limit.");
            case "423" -> new HubspotError(423, "LOCKED", "The resource is locked");
            case "477" ->
                    new HubspotError(477, "MIGRATION_IN_PROGRESS", "Account is being migrated")
                            .header("Retry-After", fault.path("retryAfter").asText("3600"));
            case "401" ->
                    new HubspotError(
                            401,
                            "EXPIRED_AUTHENTICATION",
                            "The OAuth token used to make this call expired");
            case "MISSING_SCOPES" -> Scopes.missing(List.of());
            case "404" -> HubspotCall.unknownPath();
            case "502", "503", "504", "500" ->
                    new HubspotError(Integer.parseInt(answer), "INTERNAL_ERROR", "internal error");
            default -> throw HubspotError.validation("Unknown fault answer: " + answer);
        };
    }

    /** A 504 that nobody waits for: it comes after {@code delayMillis}, by default 100 s. */
    static SandboxResponse tooLate(JsonNode fault) {
        HubspotError error = new HubspotError(504, "INTERNAL_ERROR", "gateway timeout");
        return SandboxResponse.json(504, error.body())
                .delayed(Duration.ofMillis(fault.path("delayMillis").asLong(100_000)));
    }

    long latencyMillis() {
        return latencyMillis;
    }

    long searchLagMillis() {
        return searchLagMillis;
    }

    /** What the app has, but for what was taken from it. */
    List<String> grantedScopes() {
        return Scopes.ALL.stream().filter(scope -> !missingScopes.contains(scope)).toList();
    }

    /** Whether what two records are merged into has an id of its own. */
    boolean mergeMakesNew() {
        return mergeMakesNew;
    }

    /** Whether a batch read says nothing of an id that lost a merge, in place of the winner. */
    boolean mergedAwayLeftOut() {
        return mergedAwayLeftOut;
    }

    boolean wholeBatchFails() {
        return wholeBatchFails;
    }
}
