package io.crosswalk.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How dates and times are written. A date is midnight UTC; which day a moment is of, says {@link
 * TimeLens}.
 */
final class TimeText {
    private static final int LENGTH_MAX = 40;
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{1,15}");
    private static final Pattern DATE_ONLY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern OFFSET_WITHOUT_COLON =
            Pattern.compile("(.*T.*[+-]\\d{2})(\\d{2})\\z");
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);

    private static final DateTimeFormatter DAY = utc("uuuu-MM-dd");
    private static final DateTimeFormatter SECONDS = utc("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MILLIS = utc("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private TimeText() {}

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /**
     * Reads milliseconds since 1970, {@code yyyy-MM-dd}, and ISO 8601 with Z, +HH:mm or +HHmm. Null
     * if the text is none of these, or outside the years 0000 to 9999.
     */
    static @Nullable Instant parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return null;
        }
        try {
            Instant instant = read(text);
            return isRead(instant) ? instant : null;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /** Whether it is of the years 0000 to 9999. */
    static boolean isRead(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(AFTER_LAST);
    }

    private static Instant read(String text) {
        if (EPOCH_MILLIS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        if (DATE_ONLY.matcher(text).matches()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        // Salesforce writes 2026-11-24T12:00:00.000+0000, which the JDK's ISO format does not read.
        String iso = OFFSET_WITHOUT_COLON.matcher(text).replaceFirst("$1:$2");
        return OffsetDateTime.parse(iso).toInstant();
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** Cut, not rounded: a time must not move into the next second. */
    static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    /** Cut, not rounded. */
    static String millis(Instant instant) {
        return MILLIS.format(instant);
    }
}
