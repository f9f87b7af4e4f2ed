package io.crosswalk.rules;

import java.util.Set;

/**
 * What one property or field can take, from the CRM's own metadata.
 *
 * @param length characters in a text; 0 = no limit known. HubSpot's own limit for texts, {@link
 *     #HUBSPOT_TEXT_LENGTH}, holds in any case
 * @param precision digits of a number in all; 0 = no limit known, and then {@code scale} says
 *     nothing
 * @param scale digits after the point
 * @param integer whether only whole numbers are taken
 * @param restricted whether other options than the listed ones are refused
 * @param options the values of the options that can be chosen; empty = not known, or anything goes
 * @param readOnly whether nothing can be written
 */
public record Limits(
        int length,
        int precision,
        int scale,
        boolean integer,
        boolean restricted,
        Set<String> options,
        boolean readOnly) {

    /** Anything goes. */
    public static final Limits NONE = new Limits(0, 0, 0, false, false, Set.of(), false);

    /** The characters that a HubSpot text property holds (HubSpot properties guide). */
    public static final int HUBSPOT_TEXT_LENGTH = 65_536;

    public Limits {
        options = Set.copyOf(options);
    }

    public Limits withLength(int characters) {
        return new Limits(characters, precision, scale, integer, restricted, options, readOnly);
    }

    public Limits withDigits(int precision, int scale) {
        return new Limits(length, precision, scale, integer, restricted, options, readOnly);
    }

    public Limits withWholeNumbersOnly() {
        return new Limits(length, precision, scale, true, restricted, options, readOnly);
    }

    /** Only these options are taken. */
    public Limits withOnly(Set<String> options) {
        return new Limits(length, precision, scale, integer, true, options, readOnly);
    }

    public Limits withReadOnly() {
        return new Limits(length, precision, scale, integer, restricted, options, true);
    }
}
