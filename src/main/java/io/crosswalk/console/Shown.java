package io.crosswalk.console;

import io.crosswalk.records.Difference.Reason;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How times, numbers and constants stand in pages. */
@TemplateExtension
final class Shown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final int BLANKS_MAX = 8;

    private Shown() {}

    /** {@code 25 Nov 2026, 16:05:09 UTC}; the script shows it in the reader's own time. */
    static String shown(Instant at) {
        return TIME.format(at);
    }

    /** For {@code datetime}. */
    static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** A sentence of the API with its times. */
    static List<TimedPart> timed(String sentence) {
        return TimedPart.of(sentence);
    }

    /** {@code 12,345}. */
    static String grouped(Number number) {
        return String.format(Locale.ROOT, "%,d", number.longValue());
    }

    /** {@code TWO_WAY} as {@code Two way}. */
    static String word(Enum<?> constant) {
        String text =
                constant.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .replace("hubspot", "HubSpot")
                        .replace("salesforce", "Salesforce");
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** What nobody sees at a value's beginning, as signs; empty if there is none. */
    static String blanksBefore(String value) {
        return signs(value.substring(0, begin(value)));
    }

    /** Likewise at its end. Where there is nothing else, all of it stands before. */
    static String blanksAfter(String value) {
        return signs(value.substring(end(value)));
    }

    static String withoutEnds(String value) {
        return value.substring(begin(value), end(value));
    }

    private static int begin(String value) {
        int at = 0;
        while (at < value.length() && isBlank(value.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String value) {
        int begin = begin(value);
        int at = value.length();
        while (at > begin && isBlank(value.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The no-break space, which people paste, is one to them too. */
    private static boolean isBlank(char it) {
        return Character.isWhitespace(it) || Character.isSpaceChar(it);
    }

    private static String signs(String blanks) {
        String signs =
                blanks.chars()
                        .limit(BLANKS_MAX)
                        .mapToObj(it -> it == '\n' ? "↵" : it == '\t' ? "⇥" : "␣")
                        .collect(Collectors.joining());
        return blanks.length() > BLANKS_MAX ? signs + "…" : signs;
    }

    /** Why a field differs. */
    static String said(Reason reason) {
        return switch (reason) {
            case FIRST_CONTACT -> "There before the two records met";
            case RULE_KEEPS -> "The rule keeps them apart";
            case UNDONE -> "Taken back by a person";
            case NO_COUNTERPART -> "No counterpart on the other side";
            case REFUSED -> "Does not fit, or was refused";
            case QUARANTINED -> "Goes back and forth";
            case PAUSED -> "The mapping is paused";
            case WATCHED -> "Only watched, so not written";
            case WAITING -> "On its way, or tried again later";
            case UNEXPLAINED -> "Without a reason";
        };
    }

    /** {@code 2 h 5 min}, of seconds. */
    static String lasting(Number seconds) {
        Duration time = Duration.ofSeconds(Math.max(0, seconds.longValue()));
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
