package io.crosswalk.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Wire texts, limits and option pairs from a seed: mostly plausible, some at the edge, some
 * hostile.
 */
final class Generated {
    private static final String[] OPTIONS = {"a", "b", "c", "Lead", "x y", "é", "true", "1"};
    private static final String[] HOSTILE = {
        "",
        " ",
        "\0",
        "\uD800",
        "\uDC00\uD800",
        "\uD83D\uDE00",
        "\r",
        "\r\n\r",
        ";",
        ";;;a;",
        "a;a;A",
        "null",
        "NaN",
        "-0",
        "1e999999999",
        "-1e-999999999",
        "0e-99999",
        "9".repeat(401),
        "0." + "0".repeat(398) + "1",
        "2026-13-45",
        "2026-11-24T25:00:00Z",
        "9999-12-31T23:59:59.999-23:59",
        "0000-01-01T00:00:00+18:00",
        "-62167219200000",
        "253402300799999",
        "9999-12-31",
        "0000-01-01",
        "1994-12-31",
        "2011-12-30",
        "2026-03-29T01:30:00Z",
        "9223372036854775807",
        "<script>alert(1)</script>",
        "' OR Name != '",
        "\u202Eabc\u0000def\uFEFF",
        "003000000000001",
        "003000000000001AAA",
        " padded\t",
        "x".repeat(10_240),
        ";".repeat(10_240),
        "1".repeat(10_240),
        "\r\n".repeat(5_120)
    };

    private final SplittableRandom random;

    Generated(long seed) {
        random = new SplittableRandom(seed);
    }

    String hubspot(HubspotType type) {
        if (random.nextInt(8) == 0) {
            return hostile();
        }
        return switch (type) {
            case NUMBER, PERCENTAGE -> number();
            case BOOLEANCHECKBOX -> bool();
            case DATE, DATETIME -> time();
            case CHECKBOX -> options();
            case SELECT, RADIO -> random.nextInt(3) == 0 ? id() : option();
            case TEXT, TEXTAREA, PHONENUMBER, OTHER -> text();
        };
    }

    String salesforce(SalesforceType type) {
        if (random.nextInt(8) == 0) {
            return hostile();
        }
        return switch (type) {
            case DOUBLE, INT, CURRENCY, PERCENT, LONG -> number();
            case BOOLEAN -> bool();
            case DATE, DATETIME -> time();
            case MULTIPICKLIST -> options();
            case PICKLIST -> option();
            case REFERENCE, ID -> id();
            case EMAIL -> text() + "@" + option() + ".example";
            case STRING, TEXTAREA, PHONE, URL, OTHER -> text();
        };
    }

    Limits limits() {
        Limits limits = Limits.NONE;
        if (random.nextInt(3) == 0) {
            limits = limits.withLength(1 + random.nextInt(40));
        }
        if (random.nextInt(2) == 0) {
            limits = limits.withDigits(1 + random.nextInt(18), random.nextInt(6));
        }
        if (random.nextInt(6) == 0) {
            limits = limits.withWholeNumbersOnly();
        }
        if (random.nextInt(3) == 0) {
            limits = limits.withOnly(Set.of("a", "b", "Lead", "003000000000001AAA"));
        }
        return limits;
    }

    /** One to one, but with counterparts that are options of their own, and swaps. */
    Map<String, String> pairs() {
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("a", "b", "b", "a");
            case 1 -> Map.of("Lead", "a", "c", "x y", "a", "003000000000001");
            case 2 -> Map.of("a", "b");
            default -> Map.of();
        };
    }

    String hostile() {
        if (random.nextInt(3) > 0) {
            return HOSTILE[random.nextInt(HOSTILE.length)];
        }
        var text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            text.append(
                    random.nextBoolean()
                            ? (char) random.nextInt(0x10000)
                            : "0123456789+-.:;TZeE \r\n".charAt(random.nextInt(21)));
        }
        return text.toString();
    }

    private String number() {
        long digits = random.nextLong() >> random.nextInt(64);
        return switch (random.nextInt(4)) {
            case 0 -> Long.toString(digits);
            case 1 -> digits + "." + random.nextInt(1_000_000);
            case 2 -> digits % 1000 + "." + random.nextInt(10) + "5";
            default -> digits + "e" + (random.nextInt(60) - 30);
        };
    }

    private String bool() {
        return random.nextBoolean() ? "true" : "False";
    }

    private String time() {
        long millis = random.nextLong(-30_000_000_000_000L, 200_000_000_000_000L);
        var instant = Instant.ofEpochMilli(millis);
        return switch (random.nextInt(5)) {
            case 0 -> Long.toString(millis);
            case 1 -> instant.toString();
            case 2 -> instant.toString().replace("Z", "+0000");
            case 3 -> instant.toString().replace("Z", "-03:30");
            default -> instant.toString().substring(0, 10);
        };
    }

    private String option() {
        return OPTIONS[random.nextInt(OPTIONS.length)];
    }

    private String options() {
        var options = new StringBuilder(random.nextBoolean() ? "" : ";");
        for (int count = random.nextInt(5); count > 0; count--) {
            options.append(option()).append(';');
        }
        return options.toString();
    }

    private String id() {
        var id = new StringBuilder("003");
        while (id.length() < 15) {
            id.append("0aAzZ9".charAt(random.nextInt(6)));
        }
        return random.nextBoolean() ? id.toString() : RecordId.eighteen(id.toString());
    }

    private String text() {
        return " ".repeat(random.nextInt(2))
                + option()
                + (random.nextInt(4) == 0 ? "\r\n" : "")
                + option().repeat(random.nextInt(8))
                + (random.nextInt(4) == 0 ? "@example.com" : "")
                + "\n".repeat(random.nextInt(2));
    }
}
