package io.crosswalk.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as people say it.
 *
 * @param text {@code 3 min ago}
 * @param at exactly, in UTC
 */
public record Ago(String text, String at) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Ago of(Instant at, Instant now) {
        return new Ago(text(at, Duration.between(at, now).toSeconds()), at.toString());
    }

    private static String text(Instant at, long seconds) {
        if (seconds < 60) {
            return "just now";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min ago";
        }
        if (seconds < 86_400) {
            return seconds / 3_600 + " h ago";
        }
        return seconds < 7 * 86_400 ? seconds / 86_400 + " d ago" : DAY.format(at);
    }
}
