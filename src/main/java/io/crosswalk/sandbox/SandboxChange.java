package io.crosswalk.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in a simulated CRM.
 *
 * @param crm {@code hubspot} or {@code salesforce}
 * @param type {@code contacts}; {@code Contact}
 * @param name the property or field; null where the record as a whole changed
 * @param value what it holds now; null when it was cleared
 */
public record SandboxChange(
        String crm,
        String type,
        String id,
        Kind kind,
        @Nullable String name,
        @Nullable String value,
        By by,
        Instant at) {

    public enum Kind {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED,
        MERGED
    }

    public enum By {
        /** Somebody in the CRM's own pages. */
        PERSON,
        /** The app under test. */
        APP,
        /** Another program. */
        OTHER
    }
}
