package io.crosswalk.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence of the API, whose times are shown as all others are.
 *
 * @param at the time that stands there; null for a piece without one
 */
public record TimedPart(String text, @Nullable Instant at) {
    /** As an {@link Instant} writes itself. */
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z\\b");

    static List<TimedPart> of(String sentence) {
        List<TimedPart> parts = new ArrayList<>();
        Matcher times = TIME.matcher(sentence);
        int from = 0;
        while (times.find()) {
            parts.add(new TimedPart(sentence.substring(from, times.start()), null));
            parts.add(new TimedPart(times.group(), at(times.group())));
            from = times.end();
        }
        parts.add(new TimedPart(sentence.substring(from), null));
        return parts;
    }

    /** What only looks like a time stays as it is. */
    private static @Nullable Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
