package io.crosswalk.rules;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one text per meaning (docs/semantics.md, "Canonical forms"), from and to what the CRMs send.
 *
 * <p>Total and idempotent: text that does not parse as its type is kept as it is, so nothing is
 * lost before a person has seen it.
 */
public final class Canonical {
    private Canonical() {}

    /**
     * @param wire a property's text as HubSpot sends it, in a record or a webhook
     */
    public static Value hubspot(HubspotType type, @Nullable String wire) {
        if (wire == null || wire.isEmpty()) {
            return Value.BLANK;
        }
        return Value.of(
                switch (type) {
                    case NUMBER, PERCENTAGE -> NumberText.canonical(wire);
                    case BOOLEANCHECKBOX -> bool(wire);
                    case DATE -> time(wire, TimeText::day);
                    case DATETIME -> time(wire, TimeText::millis);
                    case CHECKBOX -> OptionSet.join(OptionSet.parse(wire));
                    case TEXT, TEXTAREA -> lines(wire);
                    case SELECT, RADIO, PHONENUMBER, OTHER -> wire;
                });
    }

    /**
     * @param wire a field's JSON scalar as text: {@code true}, {@code 1.0E7}, {@code
     *     2026-11-24T12:00:00.000+0000}
     */
    public static Value salesforce(SalesforceType type, @Nullable String wire) {
        if (wire == null || wire.isEmpty()) {
            return Value.BLANK;
        }
        return Value.of(
                switch (type) {
                    case DOUBLE, INT, CURRENCY, PERCENT, LONG -> NumberText.canonical(wire);
                    case BOOLEAN -> bool(wire);
                    case DATE -> time(wire, TimeText::day);
                    case DATETIME -> time(wire, TimeText::seconds);
                    case MULTIPICKLIST -> OptionSet.join(OptionSet.parse(wire));
                    case REFERENCE, ID -> RecordId.eighteen(wire);
                    case STRING, TEXTAREA -> lines(wire);
                    case PICKLIST, EMAIL, PHONE, URL, OTHER -> wire;
                });
    }

    /** What HubSpot is sent; "" for blank, which is how HubSpot clears. Never a leading ';'. */
    public static String hubspotWire(HubspotType type, Value value) {
        return hubspot(type, value.text()).text();
    }

    /**
     * What Salesforce is sent, as text: numbers and booleans become JSON scalars on the wire; null
     * for blank, which is how Salesforce clears.
     */
    public static @Nullable String salesforceWire(SalesforceType type, Value value) {
        Value canonical = salesforce(type, value.text());
        return canonical.isBlank() ? null : canonical.text();
    }

    /** Line ends as LF: each CRM and browser writes its own, and they mean the same. */
    static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String bool(String text) {
        if (text.length() > "false".length()) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false") ? lower : text;
    }

    private static String time(String text, Function<Instant, String> form) {
        Instant instant = TimeText.parse(text);
        return instant == null ? text : form.apply(instant);
    }
}
