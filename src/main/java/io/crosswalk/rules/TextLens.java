package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts, carried over unchanged but for line ends. Salesforce trims what it saves, and HubSpot
 * lower-cases e-mail addresses, so neither is a difference.
 */
final class TextLens implements Lens {
    private final SalesforceType salesforceType;
    private final int hubspotLength;
    private final int salesforceLength;

    TextLens(SalesforceType salesforceType, Limits hubspotLimits, Limits salesforceLimits) {
        this.salesforceType = salesforceType;
        hubspotLength = hubspotLength(hubspotLimits);
        salesforceLength = salesforceLimits.length();
    }

    static int hubspotLength(Limits limits) {
        return limits.length() > 0
                ? Math.min(limits.length(), Limits.HUBSPOT_TEXT_LENGTH)
                : Limits.HUBSPOT_TEXT_LENGTH;
    }

    /** Null if the text is short enough; {@code limit} 0 is no limit. */
    static @Nullable Refused tooLong(Side side, String text, int limit) {
        if (limit <= 0 || text.length() <= limit) {
            return null;
        }
        // Code points: an emoji is one character, and the CRM refuses by itself if it counts two.
        int length = text.codePointCount(0, text.length());
        return length <= limit
                ? null
                : new Refused(
                        Code.TOO_LONG,
                        "The text has "
                                + length
                                + " characters; "
                                + side.label()
                                + " takes "
                                + limit
                                + ".");
    }

    @Override
    public Converted toSalesforce(Value hubspot) {
        // Trimmed, as Salesforce will: what reads back is then what was sent, and never an edit.
        String text = Canonical.lines(hubspot.text()).trim();
        if (salesforceType == SalesforceType.EMAIL && !looksLikeEmail(text)) {
            return new Refused(
                    Code.NOT_AN_EMAIL, "Salesforce takes only one e-mail address, name@domain.");
        }
        Refused tooLong = tooLong(Side.SALESFORCE, text, salesforceLength);
        return tooLong != null ? tooLong : new Ok(Value.of(text));
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        String text = Canonical.lines(salesforce.text());
        Refused tooLong = tooLong(Side.HUBSPOT, text, hubspotLength);
        return tooLong != null ? tooLong : new Ok(Value.of(text));
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        return comparable(hubspot).equals(comparable(salesforce));
    }

    private String comparable(Value value) {
        String text = Canonical.lines(value.text()).trim();
        return switch (salesforceType) {
            case EMAIL -> text.toLowerCase(Locale.ROOT);
            case ID -> RecordId.eighteen(text);
            default -> text;
        };
    }

    /** Refuses only what no CRM takes: the real check is Salesforce's. */
    private static boolean looksLikeEmail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.chars().noneMatch(c -> c <= ' ');
    }
}
