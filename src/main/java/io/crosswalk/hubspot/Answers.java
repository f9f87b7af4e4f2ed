package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.crosswalk.http.RetryAfter;
import io.crosswalk.records.WriteOutcome;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Sorts HubSpot's HTTP answers by what the caller can do about them. */
final class Answers {
    /**
     * Also the code of a gateway's 502, 504 or 524 and of an internal error: the call may have been
     * carried out. Not of 503, 521 and 523, where it did not get that far.
     */
    private static final String TIMEOUT = WriteOutcome.RetryLater.TIMEOUT;

    /** The limit of searches, which is over soon. */
    static final String SECONDLY = "SECONDLY";

    private final Clock clock;
    private final ObjectMapper json;

    Answers(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    Answer of(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode body = body(response);
        if (status >= 200 && status < 300) {
            return body.isObject() || response.body().length == 0
                    ? new Answer.Done(body)
                    : new Answer.Later(Duration.ZERO, TIMEOUT, "HubSpot's answer is not JSON");
        }
        HubspotError error = HubspotError.parse(json, status, body);
        return switch (status) {
            case 400, 409, 413, 422 -> new Answer.Refused(status, error);
            case 401 -> unauthorized(error);
            // Without ids it may be the path or the type that is not there: no record is gone.
            case 404 ->
                    error.notFound() && !error.ids().isEmpty()
                            ? new Answer.Refused(status, error)
                            : later(response, Duration.ZERO, error.category());
            case 423 -> later(response, Duration.ofSeconds(2), "LOCKED");
            case 429 -> limited(response, body);
            case 477 -> later(response, Duration.ofHours(1), "MIGRATION_IN_PROGRESS");
            case 503, 521, 523 -> later(response, Duration.ZERO, error.category());
            default -> later(response, Duration.ZERO, status >= 500 ? TIMEOUT : error.category());
        };
    }

    /** Missing when there is none or it is no JSON, as from a proxy. */
    JsonNode body(HttpResponse<byte[]> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    static Answer.Later unauthorized(HubspotError error) {
        return new Answer.Later(
                Duration.ZERO,
                "UNAUTHORIZED",
                "HubSpot does not accept the access token. Check that the app is still installed,"
                        + " and enter its token again"
                        + error.reference());
    }

    private Answer.Later limited(HttpResponse<byte[]> response, JsonNode body) {
        String policy = body.path("policyName").asText("");
        if (policy.isEmpty() && body.path("message").asText("").contains("secondly limit")) {
            policy = SECONDLY;
        }
        Duration after =
                switch (policy) {
                    case SECONDLY -> Duration.ofSeconds(1);
                    case "DAILY" -> untilNextHour();
                    default -> interval(response.headers());
                };
        return later(response, after, policy.isEmpty() ? "RATE_LIMIT" : policy);
    }

    /**
     * The daily limit ends at midnight in the portal's time zone, which is not known here, and
     * which is on a full hour nearly everywhere.
     */
    private Duration untilNextHour() {
        Instant now = clock.instant();
        return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }

    private static Duration interval(HttpHeaders headers) {
        return headers.firstValue("X-HubSpot-RateLimit-Interval-Milliseconds")
                .filter(text -> text.matches("\\d{1,7}"))
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .orElse(Duration.ofSeconds(10));
    }

    /** Retry-After, in seconds, goes before what HubSpot's documentation says about the status. */
    private static Answer.Later later(HttpResponse<byte[]> response, Duration after, String code) {
        return new Answer.Later(
                RetryAfter.of(response.headers(), after),
                code,
                "HubSpot answers " + response.statusCode() + " " + code);
    }
}
