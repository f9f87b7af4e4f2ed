package io.crosswalk.salesforce;

import io.crosswalk.rules.Canonical;
import io.crosswalk.rules.SalesforceType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Record ids: 15 characters where people paste them, 18 where they are compared. */
public final class SalesforceId {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{18}");

    private SalesforceId() {}

    /** The 18-character form; "" for none; anything that is no id unchanged. */
    public static String canonical(@Nullable String id) {
        return Canonical.salesforce(SalesforceType.ID, id).text();
    }

    /** The record that a property names, in that form; "" where it says none, or something else. */
    public static String named(@Nullable String text) {
        String id = canonical(text);
        return isId(id) ? id : "";
    }

    /**
     * Whether the last three of 18 characters are those that belong to the others; 15 have none. A
     * slip of the pen most often shows here.
     */
    public static boolean isWritten(String id) {
        String its = canonical(id);
        return isId(its) && its.equals(canonical(its.substring(0, 15)));
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
