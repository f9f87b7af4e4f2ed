package io.crosswalk.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times in requests: ISO 8601 with an offset, from 1970 to 9999. */
final class Times {
    private static final String FORM = "a time such as 2026-11-24T09:30:00Z";

    private Times() {}

    static Instant parameter(String name, String text) {
        Instant time = parsed(text);
        if (time == null) {
            throw Parameters.malformed(name, FORM);
        }
        return time;
    }

    static @Nullable Instant memberOrNull(Members members, String name) {
        String text = members.textOrNull(name);
        Instant time = text == null ? null : parsed(text);
        if (text != null && time == null) {
            throw Members.malformed(name, FORM);
        }
        return time;
    }

    private static @Nullable Instant parsed(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            boolean sane = time.getEpochSecond() >= 0 && time.getEpochSecond() < 253_402_300_800L;
            return sane ? time : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
