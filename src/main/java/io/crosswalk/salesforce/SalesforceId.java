package io.crosswalk.salesforce;

import io.crosswalk.rules.Canonical;
import io.crosswalk.rules.SalesforceType;
import org.jspecify.annotations.Nullable;

/** Record ids: 15 characters where people paste them, 18 where they are compared. */
public final class SalesforceId {
    private SalesforceId() {}

    /** The 18-character form; "" for none; anything that is no id unchanged. */
    public static String canonical(@Nullable String id) {
        return Canonical.salesforce(SalesforceType.ID, id).text();
    }
}
