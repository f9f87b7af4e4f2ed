package io.crosswalk.console;

import io.crosswalk.records.Difference.Reason;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How times, numbers and constants stand in pages. */
@TemplateExtension
final class Shown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Shown() {}

    /** {@code 25 Nov 2026, 16:05:09 UTC}; the script shows it in the reader's own time. */
    static String shown(Instant at) {
        return TIME.format(at);
    }

    /** For {@code datetime}. */
    static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
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

    /** Why a field differs. */
    static String said(Reason reason) {
        return switch (reason) {
            case FIRST_CONTACT -> "There before the two records met";
            case RULE_KEEPS -> "The rule keeps them apart";
            case UNDONE -> "Taken back by a person";
            case REFUSED -> "Does not fit, or was refused";
            case QUARANTINED -> "Goes back and forth";
            case PAUSED -> "The mapping is paused";
            case WATCHED -> "Only watched, so not written";
            case WAITING -> "Waits for a CRM";
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
