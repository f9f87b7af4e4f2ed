package io.crosswalk.hubspot;

import java.net.http.HttpHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What HubSpot's {@code X-HubSpot-RateLimit-*} headers said last. Search answers carry none, and
 * the daily ones are not sent to OAuth apps: what a header never said is null.
 *
 * @param max calls allowed per interval, which is ten seconds
 * @param seenAt when the newest of these headers came; null before the first
 */
public record CallBudget(
        @Nullable Long max,
        @Nullable Long dailyMax,
        @Nullable Long dailyRemaining,
        @Nullable Instant seenAt) {

    static final CallBudget UNKNOWN = new CallBudget(null, null, null, null);

    /** This budget, with what the headers of a newer answer say. */
    CallBudget with(HttpHeaders headers, Instant now) {
        Long newMax = number(headers, "X-HubSpot-RateLimit-Max");
        Long newDailyMax = number(headers, "X-HubSpot-RateLimit-Daily");
        Long newDailyRemaining = number(headers, "X-HubSpot-RateLimit-Daily-Remaining");
        boolean limited =
                newDailyRemaining != null
                        || number(headers, "X-HubSpot-RateLimit-Remaining") != null;
        if (!limited) {
            return this;
        }
        return new CallBudget(
                newMax == null ? max : newMax,
                newDailyMax == null ? dailyMax : newDailyMax,
                newDailyRemaining == null ? dailyRemaining : newDailyRemaining,
                now);
    }

    private static @Nullable Long number(HttpHeaders headers, String name) {
        try {
            return headers.firstValue(name).map(text -> Long.valueOf(text.strip())).orElse(null);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
