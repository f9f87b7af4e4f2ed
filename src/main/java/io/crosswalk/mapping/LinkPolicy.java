package io.crosswalk.mapping;

import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object's settings say of records without a partner.
 *
 * @param createSince per side on which records are made since when that is wanted; absent where
 *     nobody noted it
 */
public record LinkPolicy(Matching matching, Creation create, Map<Side, Instant> createSince) {
    /** Of every object that nobody has set otherwise. */
    public static final LinkPolicy SHIPPED = new LinkPolicy(Matching.ID_THEN_FIELDS, Creation.OFF);

    public LinkPolicy {
        createSince = Map.copyOf(createSince);
    }

    /** Where nobody noted since when. */
    public LinkPolicy(Matching matching, Creation create) {
        this(matching, create, Map.of());
    }

    /**
     * @param matching null leaves it
     * @param create null leaves it
     * @param at when it is wanted so
     */
    public LinkPolicy with(@Nullable Matching matching, @Nullable Creation create, Instant at) {
        Creation next = create == null ? this.create : create;
        Map<Side, Instant> since = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Instant known = this.create.in(side) ? createSince.get(side) : at;
            if (next.in(side) && known != null) {
                since.put(side, known);
            }
        }
        return new LinkPolicy(matching == null ? this.matching : matching, next, since);
    }

    /** What was made or edited before is not given a partner on that side. */
    public Instant createSince(Side side) {
        return createSince.getOrDefault(side, Instant.EPOCH);
    }
}
