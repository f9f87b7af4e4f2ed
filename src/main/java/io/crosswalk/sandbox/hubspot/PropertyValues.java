package io.crosswalk.sandbox.hubspot;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What HubSpot makes of a value that is written, by the property's type (properties guide). */
final class PropertyValues {
    private static final int TEXT_MAX = 65_536;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final Pattern MILLIS = Pattern.compile("-?\\d{1,15}");
    private static final Pattern NUMBER =
            Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;.]+(\\.[^\\s@<>\",;.]+)+");
    private static final Pattern SCRIPT = Pattern.compile("(?is)<script.*?(</script>|$)");

    /** HubSpot's refusal of one value. */
    static final class Invalid extends RuntimeException {
        final String code;

        Invalid(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    /** What deals of the portal are reckoned in. */
    private static final Set<String> CURRENCIES = Set.of("EUR", "GBP", "JPY", "USD");

    private final Set<String> ownerIds;

    PropertyValues(Set<String> ownerIds) {
        this.ownerIds = ownerIds;
    }

    /**
     * @param current what the record holds now, for appending to a list
     * @return the form that is stored; null when the value is cleared
     */
    @Nullable String accepted(Property property, String raw, @Nullable String current) {
        if (raw.isEmpty()) {
            return null;
        }
        return switch (property.type()) {
            case "number" -> number(raw);
            case "bool" -> option(property, raw.toLowerCase(Locale.ROOT));
            case "enumeration" ->
                    property.fieldType().equals("checkbox")
                            ? options(property, raw, current)
                            : option(property, raw);
            case "date" -> date(raw);
            case "datetime" -> datetime(raw);
            default -> text(property, raw);
        };
    }

    private static String number(String raw) {
        if (!NUMBER.matcher(raw).matches()) {
            throw new Invalid("INVALID_INTEGER", raw + " was not a valid number.");
        }
        return raw;
    }

    private String option(Property property, String raw) {
        if (Pipelines.decideOver(property)) {
            return raw;
        }
        Set<String> known =
                property.refersToOwners()
                        ? ownerIds
                        : property.name.equals("deal_currency_code")
                                ? CURRENCIES
                                : property.options();
        if (!known.contains(raw)) {
            throw new Invalid(
                    "INVALID_OPTION",
                    raw + " was not one of the allowed options: " + property.options());
        }
        return raw;
    }

    private String options(Property property, String raw, @Nullable String current) {
        Set<String> chosen = new LinkedHashSet<>();
        if (raw.startsWith(";") && current != null) {
            chosen.addAll(List.of(current.split(";")));
        }
        for (String item : raw.split(";")) {
            if (!item.isEmpty()) {
                chosen.add(option(property, item));
            }
        }
        return String.join(";", chosen);
    }

    private static String date(String raw) {
        try {
            if (MILLIS.matcher(raw).matches()) {
                long millis = Long.parseLong(raw);
                if (millis % DAY_MILLIS == 0) {
                    return LocalDate.ofEpochDay(millis / DAY_MILLIS).toString();
                }
                throw new Invalid(
                        "INVALID_DATE",
                        raw + " is at " + Json.time(millis) + ", not at midnight UTC.");
            }
            return LocalDate.parse(raw).toString();
        } catch (DateTimeException malformed) {
            throw new Invalid("INVALID_DATE", raw + " was not a valid date.");
        }
    }

    private static String datetime(String raw) {
        try {
            return Json.time(millis(raw));
        } catch (DateTimeException malformed) {
            throw new Invalid("INVALID_DATE", raw + " was not a valid datetime.");
        }
    }

    /** Milliseconds of any form of a date or a time that HubSpot takes. */
    static long millis(String raw) {
        if (MILLIS.matcher(raw).matches()) {
            return Long.parseLong(raw);
        }
        if (raw.length() == 10) {
            return LocalDate.parse(raw).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
        return raw.endsWith("Z")
                ? Instant.parse(raw).toEpochMilli()
                : OffsetDateTime.parse(raw).toInstant().toEpochMilli();
    }

    static BigDecimal decimal(String raw) {
        return new BigDecimal(number(raw));
    }

    private static String text(Property property, String raw) {
        if (raw.length() > TEXT_MAX) {
            throw new Invalid("PROPERTY_VALUE_TOO_LONG", "Value is over 65536 characters.");
        }
        if (property.name.equals("email")) {
            String email = raw.strip().toLowerCase(Locale.ROOT);
            if (!EMAIL.matcher(email).matches()) {
                throw new Invalid("INVALID_EMAIL", "Email address " + raw + " is invalid");
            }
            return email;
        }
        return property.fieldType().equals("html") ? SCRIPT.matcher(raw).replaceAll("") : raw;
    }
}
