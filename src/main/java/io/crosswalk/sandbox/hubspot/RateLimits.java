package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The limits of one app, over rolling windows (HubSpot's usage guidelines). */
final class RateLimits {
    private static final long TEN_SECONDS = 10_000;
    private static final long SECOND = 1_000;
    private static final long DAY = 86_400_000L;

    private final HubspotSettings.Limits standard;
    private HubspotSettings.Limits limits;
    private final ArrayDeque<Long> calls = new ArrayDeque<>();
    private final ArrayDeque<Long> searches = new ArrayDeque<>();
    private long day;
    private int today;

    RateLimits(HubspotSettings.Limits limits) {
        this.standard = limits;
        this.limits = limits;
    }

    /**
     * What is absent stays.
     *
     * @param json {@code on, tenSecondly, daily, searchSecondly}; {@code usedToday} stands for
     *     calls of other apps
     */
    void set(JsonNode json, long now) {
        limits =
                new HubspotSettings.Limits(
                        json.path("on").asBoolean(limits.on()),
                        json.path("tenSecondly").asInt(limits.tenSecondly()),
                        json.path("daily").asInt(limits.daily()),
                        json.path("searchSecondly").asInt(limits.searchSecondly()));
        day = now / DAY;
        today = json.path("usedToday").asInt(today);
    }

    void reset() {
        limits = standard;
        today = 0;
    }

    ObjectNode json() {
        return Json.object()
                .put("on", limits.on())
                .put("tenSecondly", limits.tenSecondly())
                .put("daily", limits.daily())
                .put("searchSecondly", limits.searchSecondly())
                .put("usedToday", today);
    }

    /** Counts a call that is allowed; throws for one that is not. */
    void take(boolean search, long now) {
        if (!limits.on()) {
            return;
        }
        if (now / DAY != day) {
            day = now / DAY;
            today = 0;
        }
        forget(calls, now - TEN_SECONDS);
        forget(searches, now - SECOND);
        if (today >= limits.daily()) {
            throw HubspotError.rateLimit("DAILY", "You have reached your daily limit.");
        }
        if (search && searches.size() >= limits.searchSecondly()) {
            throw HubspotError.rateLimit("SECONDLY", "You have reached your secondly limit.");
        }
        if (!search && calls.size() >= limits.tenSecondly()) {
            throw HubspotError.rateLimit(
                    "TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.");
        }
        today++;
        (search ? searches : calls).add(now);
    }

    private static void forget(ArrayDeque<Long> times, long until) {
        while (!times.isEmpty() && times.peek() <= until) {
            times.remove();
        }
    }

    /** Search answers carry none; the daily ones are not sent to OAuth apps. */
    Map<String, String> headers(boolean search, boolean oauth) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!limits.on() || search) {
            return headers;
        }
        headers.put("X-HubSpot-RateLimit-Max", Integer.toString(limits.tenSecondly()));
        headers.put(
                "X-HubSpot-RateLimit-Remaining",
                Integer.toString(Math.max(0, limits.tenSecondly() - calls.size())));
        headers.put("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(TEN_SECONDS));
        if (!oauth) {
            headers.put("X-HubSpot-RateLimit-Daily", Integer.toString(limits.daily()));
            headers.put(
                    "X-HubSpot-RateLimit-Daily-Remaining",
                    Integer.toString(Math.max(0, limits.daily() - today)));
        }
        return headers;
    }
}
