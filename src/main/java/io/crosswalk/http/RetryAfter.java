package io.crosswalk.http;

import java.net.http.HttpHeaders;
import java.time.Duration;

/** How long an answer asks to be left alone. */
public final class RetryAfter {
    /** A wait beyond this is taken for this; moving a HubSpot portal takes as long. */
    private static final Duration MAX = Duration.ofHours(24);

    private RetryAfter() {}

    /**
     * The header's seconds; a date, or no header at all, says nothing.
     *
     * @param otherwise what the status alone asks for
     */
    public static Duration of(HttpHeaders headers, Duration otherwise) {
        Duration wait =
                headers.firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .orElse(otherwise);
        return wait.compareTo(MAX) > 0 ? MAX : wait;
    }
}
