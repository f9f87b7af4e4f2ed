package io.crosswalk.mapping;

import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property, one field, one sync rule, on one object.
 *
 * @param id stable and never used again: links keep their bases by it. Lower-case letters, digits
 *     and hyphens; a standard mapping's is {@code <object>-<property>}
 * @param hubspotProperty the property's internal name; never changes under one id
 * @param salesforceField the field's API name; never changes under one id
 * @param standard shipped, and then not deletable
 */
public record Mapping(
        String id,
        String object,
        String hubspotProperty,
        String salesforceField,
        MappingChoice choice,
        boolean standard,
        Saved saved) {

    /**
     * @param version counts the saved versions, from 1; the journal names the one that decided
     * @param at when it was saved; null for a standard mapping as it was shipped
     * @param since when it began to sync: when its rule last left Don't sync, or it was made with
     *     another; null if it never did, or always has
     */
    public record Saved(long version, @Nullable Instant at, @Nullable Since since) {
        public Saved(long version, @Nullable Instant at) {
            this(version, at, null);
        }
    }

    /**
     * What links knew of the mapping before is out of date.
     *
     * @param configuration the version of the object's configuration with which it began to sync
     */
    public record Since(long configuration, Instant at) {}

    /** Without option pairs and without a time, as a standard mapping is shipped. */
    public Mapping(
            String id,
            String object,
            String hubspotProperty,
            String salesforceField,
            SyncRule syncRule,
            Fill fill,
            boolean standard,
            long version) {
        this(
                id,
                object,
                hubspotProperty,
                salesforceField,
                new MappingChoice(syncRule, fill, Map.of()),
                standard,
                new Saved(version, null));
    }

    /**
     * A new one of the user's: what was hinted before says nothing of the two.
     *
     * @param configuration the version of the object's configuration that will have it
     */
    static Mapping custom(
            String id,
            String object,
            String hubspotProperty,
            String salesforceField,
            MappingChoice choice,
            Instant at,
            long configuration) {
        boolean begins = choice.syncRule() != SyncRule.DONT_SYNC;
        Since since = begins ? new Since(configuration, at) : null;
        return new Mapping(
                id,
                object,
                hubspotProperty,
                salesforceField,
                choice,
                false,
                new Saved(1, at, since));
    }

    /**
     * Whether no other mapping may have its property or its field. A standard mapping cannot be
     * deleted, so it gives both away when it does not sync.
     */
    public boolean holdsItsEnds() {
        return !standard || syncRule() != SyncRule.DONT_SYNC;
    }

    public SyncRule syncRule() {
        return choice.syncRule();
    }

    public Fill fill() {
        return choice.fill();
    }

    /** HubSpot option to Salesforce value, one to one (stages: per pipeline); sorted. */
    public Map<String, String> optionPairs() {
        return choice.optionPairs();
    }

    public long version() {
        return saved.version();
    }

    public @Nullable Instant savedAt() {
        return saved.at();
    }

    /**
     * The next version.
     *
     * @param configuration the version of the object's configuration that will have it
     */
    public Mapping with(MappingChoice choice, Instant at, long configuration) {
        boolean begins =
                syncRule() == SyncRule.DONT_SYNC && choice.syncRule() != SyncRule.DONT_SYNC;
        return new Mapping(
                id,
                object,
                hubspotProperty,
                salesforceField,
                choice,
                standard,
                new Saved(
                        version() + 1, at, begins ? new Since(configuration, at) : saved.since()));
    }
}
