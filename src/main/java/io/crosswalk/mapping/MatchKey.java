package io.crosswalk.mapping;

import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells that two records without a Salesforce id between them are the same, in the order in
 * which it is looked for. Deals have none: two deals of one name are nothing unusual.
 */
public enum MatchKey {
    EMAIL("contact", "email", "Email", true),
    DOMAIN("company", "domain", "Website", false),
    NAME("company", "name", "Name", false);

    private static final int LENGTH_MAX = 255;

    private static final Pattern HOST = Pattern.compile("[^\\s@.]+(?:\\.[^\\s@.]+)+");

    /**
     * Stands where a mapping's id does in what is kept of a record without a partner: what it was
     * looked for by, what is about to be made of it, and that a problem is open.
     */
    public static final String PARTNER = Link.BESIDE + "partner";

    /** Likewise for one of the mapped fields that a partner is about to be made with. */
    public static String partnersField(String mappingId) {
        return PARTNER + "." + mappingId;
    }

    /** Likewise among the bases of a pair: whom the HubSpot record names who is not there. */
    public static final String NAMED = Link.BESIDE + "named";

    /** What tells that a person wants a record looked at, as an edit of it would. */
    public static Noted asked(RecordKey key, Instant at) {
        return new Noted(key.side(), Noted.Kind.CHANGED, PARTNER, at, false);
    }

    private final String object;
    private final String hubspotProperty;
    private final String salesforceField;
    private final boolean uniqueInHubspot;

    MatchKey(
            String object,
            String hubspotProperty,
            String salesforceField,
            boolean uniqueInHubspot) {
        this.object = object;
        this.hubspotProperty = hubspotProperty;
        this.salesforceField = salesforceField;
        this.uniqueInHubspot = uniqueInHubspot;
    }

    /** In the order in which they are looked for; empty for an object that links by id alone. */
    public static List<MatchKey> of(String object) {
        return Arrays.stream(values()).filter(key -> key.object.equals(object)).toList();
    }

    /** The property's or field's name. */
    public String name(Side side) {
        return side == Side.HUBSPOT ? hubspotProperty : salesforceField;
    }

    public String hubspotProperty() {
        return hubspotProperty;
    }

    public String salesforceField() {
        return salesforceField;
    }

    /** Whether HubSpot lets no two records have the same. */
    public boolean uniqueInHubspot() {
        return uniqueInHubspot;
    }

    /** Whether Salesforce holds it inside a longer text, so that it takes LIKE to find it. */
    public boolean withinSalesforceText() {
        return this == DOMAIN;
    }

    /**
     * The form in which two are compared: lower case, without what does not matter.
     *
     * @param wire a property's or field's text
     * @return "" where there is nothing that could be looked for: Salesforce's fields hold no more
     *     than 255 characters, and a search for thousands is refused with all that is searched for
     *     beside it
     */
    public String normal(@Nullable String wire) {
        String text = wire == null ? "" : wire.strip().toLowerCase(Locale.ROOT);
        String normal =
                switch (this) {
                    case EMAIL -> text.indexOf('@') > 0 ? text : "";
                    case DOMAIN -> host(text);
                    case NAME -> text;
                };
        return normal.length() > LENGTH_MAX ? "" : normal;
    }

    /** {@code https://www.acme.com/de?x=1} and {@code acme.com} are both {@code acme.com}. */
    private static String host(String text) {
        int scheme = text.indexOf("://");
        String rest = scheme < 0 ? text : text.substring(scheme + "://".length());
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(0, end);
        host = host.startsWith("www.") ? host.substring("www.".length()) : host;
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return HOST.matcher(host).matches() ? host : "";
    }

    /** How many {@link #hubspotTexts} there are for one value. */
    public int hubspotTextsMax() {
        return this == DOMAIN ? 2 : 1;
    }

    /** The texts, in lower case, under which HubSpot may hold it. */
    public List<String> hubspotTexts(String normal) {
        return this == DOMAIN ? List.of(normal, "www." + normal) : List.of(normal);
    }
}
