package io.crosswalk.mapping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What shall be otherwise with an object.
 *
 * @param syncEnabled null leaves it
 * @param matching null leaves it
 * @param create null leaves it
 */
public record ObjectEdit(
        @Nullable Boolean syncEnabled, @Nullable Matching matching, @Nullable Creation create) {

    static ObjectEdit sync(boolean enabled) {
        return new ObjectEdit(enabled, null, null);
    }

    /**
     * @param at when it is changed
     * @throws Refusal if the object cannot be so
     */
    ObjectConfiguration of(ObjectConfiguration now, Instant at) {
        boolean enabled = syncEnabled == null ? now.syncEnabled() : syncEnabled;
        MappingRules.togglable(now.object(), enabled);
        LinkPolicy linking = now.linking().with(matching, create, at);
        MappingRules.linkable(now.object(), linking);
        return now.withSync(enabled).withLinking(linking);
    }
}
