package io.crosswalk.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document would change, and what of it is refused.
 *
 * @param applied whether it was done
 * @param versions per object: those that the plan was made on, or those that applying it made
 * @param unread rows that say nothing which could be done, as the document was read
 */
public record ConfigurationPlan(
        boolean applied,
        Map<String, Long> versions,
        List<ObjectPlan> objects,
        List<RefusedPart> unread) {

    /** Objects that the document names, also those without changes. */
    public record ObjectPlan(
            String object,
            @Nullable Toggle toggle,
            @Nullable LinkingChange linking,
            List<MappingChange> changes,
            List<RefusedPart> refusals) {}

    /** Sync of the object is turned on or off. */
    public record Toggle(boolean from, boolean to) {}

    /** Records without a partner are treated differently. */
    public record LinkingChange(LinkPolicy from, LinkPolicy to) {}

    public enum Action {
        CREATE,
        UPDATE,
        DELETE
    }

    /**
     * @param id null for one that is to be made
     * @param before null for one that is to be made
     * @param after null for one that is to be deleted
     */
    public record MappingChange(
            Action action,
            @Nullable String id,
            String hubspotProperty,
            String salesforceField,
            boolean standard,
            @Nullable MappingChoice before,
            @Nullable MappingChoice after) {

        static MappingChange create(Mapping mapping) {
            return of(Action.CREATE, null, mapping, null, mapping.choice());
        }

        static MappingChange update(Mapping mapping, MappingChoice after) {
            return of(Action.UPDATE, mapping.id(), mapping, mapping.choice(), after);
        }

        static MappingChange delete(Mapping mapping) {
            return of(Action.DELETE, mapping.id(), mapping, mapping.choice(), null);
        }

        private static MappingChange of(
                Action action,
                @Nullable String id,
                Mapping mapping,
                @Nullable MappingChoice before,
                @Nullable MappingChoice after) {
            return new MappingChange(
                    action,
                    id,
                    mapping.hubspotProperty(),
                    mapping.salesforceField(),
                    mapping.standard(),
                    before,
                    after);
        }
    }

    /**
     * @param hubspotProperty null if the object itself is refused, or the row names none
     * @param salesforceField null if the object itself is refused, or the row names none
     * @param line where it stands in a table, from 1; null if it stands in none
     */
    public record RefusedPart(
            RefusalCode code,
            String message,
            @Nullable String hubspotProperty,
            @Nullable String salesforceField,
            @Nullable Integer line) {

        static RefusedPart object(Refusal refusal) {
            return new RefusedPart(refusal.code(), text(refusal), null, null, null);
        }

        static RefusedPart mapping(Refusal refusal, WantedConfiguration.WantedMapping wanted) {
            return new RefusedPart(
                    refusal.code(),
                    text(refusal),
                    wanted.hubspotProperty(),
                    wanted.salesforceField(),
                    wanted.line());
        }

        static RefusedPart mapping(Refusal refusal, Mapping stored) {
            return new RefusedPart(
                    refusal.code(),
                    text(refusal),
                    stored.hubspotProperty(),
                    stored.salesforceField(),
                    null);
        }

        private static String text(Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    public int changeCount() {
        return objects.stream()
                .mapToInt(
                        plan ->
                                plan.changes().size()
                                        + (plan.toggle() == null ? 0 : 1)
                                        + (plan.linking() == null ? 0 : 1))
                .sum();
    }

    public int refusalCount() {
        return unread.size() + objects.stream().mapToInt(plan -> plan.refusals().size()).sum();
    }
}
