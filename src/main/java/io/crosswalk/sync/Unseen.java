package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mapped fields that a look could not see: a CRM hides one, or has none of the name, or of a
 * type that does not fit, for now. What is known of them stays as it is, so that the look after
 * they are back decides as this one would have.
 *
 * @param mappingIds of mappings that sync
 */
record Unseen(Set<String> mappingIds) {
    static final Unseen NOTHING = new Unseen(Set.of());

    /** Administrators need a while. */
    private static final Duration SOONEST = Duration.ofMinutes(2);

    /** Who has not brought it back by then hardly will. */
    private static final Duration LATEST = Duration.ofDays(30);

    static Unseen of(MappingPlan plan, LinkWork work) {
        if (work.decisions().size() == plan.fields().size()) {
            return plan.unplannedIds().isEmpty() ? NOTHING : new Unseen(plan.unplannedIds());
        }
        Set<String> ids = new HashSet<>();
        plan.fields().stream().map(field -> field.mapping().id()).forEach(ids::add);
        work.decisions().forEach(decided -> ids.remove(decided.mappingId()));
        ids.addAll(plan.unplannedIds());
        return new Unseen(Set.copyOf(ids));
    }

    boolean isEmpty() {
        return mappingIds.isEmpty();
    }

    /** Writes of which it is not known whether they arrived. */
    Map<String, Intent> intents(Link link) {
        Map<String, Intent> intents = new HashMap<>(link.intents());
        intents.keySet().retainAll(mappingIds);
        return intents;
    }

    /** Why the sides differ, as far as it was known. */
    Map<String, Difference> differences(Link link) {
        Map<String, Difference> differences = new HashMap<>(link.findings().differences());
        differences.keySet().retainAll(mappingIds);
        return differences;
    }

    /**
     * When to look again: after as long again as has passed since something came in that is still
     * open, so that a field that is hidden for good costs a dozen looks. Null where nothing is.
     *
     * @param seen the link as it was seen
     * @param kept the hints that stay
     */
    @Nullable Instant again(MappingPlan plan, Link seen, Set<Noted> kept, Instant now) {
        if (isEmpty()) {
            return null;
        }
        Instant newest = null;
        for (Noted hint : kept) {
            if (hint.kind() == Noted.Kind.CHANGED && isOf(plan, hint)) {
                newest = later(newest, hint.at());
            }
        }
        for (Intent intent : intents(seen).values()) {
            newest = later(newest, intent.at());
        }
        for (Difference difference : differences(seen).values()) {
            if (isOpen(difference)) {
                newest = later(newest, difference.since());
            }
        }
        if (newest == null) {
            return null;
        }
        Duration open = Duration.between(newest, now);
        return open.compareTo(LATEST) > 0
                ? null
                : now.plus(open.compareTo(SOONEST) < 0 ? SOONEST : open);
    }

    private boolean isOf(MappingPlan plan, Noted hint) {
        PlannedField field = plan.of(hint.side(), hint.name());
        return field == null
                ? plan.mayPlan(hint.side(), hint.name())
                : mappingIds.contains(field.mapping().id());
    }

    /** It was about to be written, and would be by now. */
    private static boolean isOpen(Difference difference) {
        return switch (difference.reason()) {
            case PAUSED, WATCHED, WAITING -> true;
            default -> false;
        };
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
