package io.crosswalk.mapping;

import io.crosswalk.mapping.ConfigurationPlan.LinkingChange;
import io.crosswalk.mapping.ConfigurationPlan.MappingChange;
import io.crosswalk.mapping.ConfigurationPlan.ObjectPlan;
import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.mapping.ConfigurationPlan.Toggle;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out one object's part of a plan: first what the document leaves out, then what it changes,
 * then what it adds, so that a property can move to another field. A refused part is left as it
 * was, and the rest is looked at all the same.
 */
final class ObjectPlanner {
    private final Supplier<ObjectMetadata> metadata;
    private final MappingIds ids;
    private final Instant at;
    private final boolean partial;
    private final List<MappingChange> changes = new ArrayList<>();
    private final List<RefusedPart> refusals = new ArrayList<>();

    /** What of the document holds in the end, changed or not. */
    private final List<WantedMapping> granted = new ArrayList<>();

    private ObjectConfiguration now;

    /**
     * @param metadata asked for only if a change needs it
     */
    ObjectPlanner(
            ObjectConfiguration now,
            Supplier<ObjectMetadata> metadata,
            MappingIds ids,
            Instant at,
            boolean partial) {
        this.now = now;
        this.metadata = metadata;
        this.ids = ids;
        this.at = at;
        this.partial = partial;
    }

    /** The configuration as it is to be, with what the plan says of it. */
    record Planned(ObjectConfiguration to, ObjectPlan plan) {}

    Planned plan(WantedObject wanted) {
        Toggle toggle = toggle(wanted.syncEnabled());
        LinkingChange linking = linking(now.linking().with(wanted.matching(), wanted.create(), at));
        boolean syncEnabled = now.syncEnabled();
        if (Boolean.FALSE.equals(wanted.syncEnabled())) {
            // What was exported while sync was off can be applied elsewhere: it is off in the end.
            now = now.withSync(true);
        }
        if (wanted.mappings() != null) {
            mappings(wanted.mappings());
        }
        now = now.withSync(syncEnabled);
        refusals.sort(Comparator.comparingInt(it -> it.line() == null ? 0 : it.line()));
        return new Planned(now, new ObjectPlan(now.object(), toggle, linking, changes, refusals));
    }

    private @Nullable Toggle toggle(@Nullable Boolean wanted) {
        if (wanted == null || wanted == now.syncEnabled()) {
            return null;
        }
        try {
            MappingRules.togglable(now.object(), wanted);
        } catch (Refusal refusal) {
            refusals.add(RefusedPart.object(refusal));
            return null;
        }
        now = now.withSync(wanted);
        return new Toggle(!wanted, wanted);
    }

    private @Nullable LinkingChange linking(LinkPolicy wanted) {
        LinkPolicy before = now.linking();
        if (wanted.equals(before)) {
            return null;
        }
        try {
            MappingRules.linkable(now.object(), wanted);
        } catch (Refusal refusal) {
            refusals.add(RefusedPart.object(refusal));
            return null;
        }
        now = now.withLinking(wanted);
        return new LinkingChange(before, wanted);
    }

    private void mappings(List<WantedMapping> all) {
        Set<String> properties = new HashSet<>();
        Set<String> fields = new HashSet<>();
        Set<String> released = new HashSet<>();
        Set<List<String>> pairs = new HashSet<>();
        List<WantedMapping> first = new ArrayList<>();
        List<WantedMapping> repeating = new ArrayList<>();
        for (WantedMapping mapping : all) {
            boolean once =
                    holdsItsEnds(mapping)
                            ? properties.add(mapping.hubspotProperty())
                                    & fields.add(mapping.salesforceField())
                            : released.add(mapping.hubspotProperty());
            boolean anew = pairs.add(List.of(mapping.hubspotProperty(), mapping.salesforceField()));
            (once && anew ? first : repeating).add(mapping);
        }
        if (!partial) {
            leaveOut(first);
        }
        List<WantedMapping> added =
                first.stream().filter(mapping -> existing(mapping).isEmpty()).toList();
        first.forEach(mapping -> existing(mapping).ifPresent(it -> update(it, mapping)));
        added.forEach(this::create);
        repeating.forEach(this::repeat);
    }

    /** Goes unless what stands before it goes: HubSpot's list has some properties twice. */
    private void repeat(WantedMapping mapping) {
        List<WantedMapping> rivals =
                granted.stream()
                        .filter(
                                it ->
                                        isProperty(it, mapping) && isField(it, mapping)
                                                || holdsItsEnds(it) == holdsItsEnds(mapping))
                        .toList();
        if (rivals.stream().anyMatch(it -> isProperty(it, mapping))) {
            refuse(mapping, repeated(RefusalCode.PROPERTY_ALREADY_MAPPED, mapping, "property"));
        } else if (rivals.stream().anyMatch(it -> isField(it, mapping))) {
            refuse(mapping, repeated(RefusalCode.FIELD_ALREADY_MAPPED, mapping, "field"));
        } else {
            existing(mapping).ifPresentOrElse(it -> update(it, mapping), () -> create(mapping));
        }
    }

    private static boolean isProperty(WantedMapping one, WantedMapping other) {
        return one.hubspotProperty().equals(other.hubspotProperty());
    }

    private static boolean isField(WantedMapping one, WantedMapping other) {
        return one.salesforceField().equals(other.salesforceField());
    }

    private boolean holdsItsEnds(WantedMapping wanted) {
        return wanted.syncRule() != SyncRule.DONT_SYNC
                || existing(wanted).filter(Mapping::standard).isEmpty();
    }

    private static Refusal repeated(RefusalCode code, WantedMapping mapping, String what) {
        return new Refusal(
                code,
                "Cannot map property "
                        + Quoted.name(mapping.hubspotProperty())
                        + " to field "
                        + Quoted.name(mapping.salesforceField())
                        + ": the document maps the "
                        + what
                        + " before. Keep one of the two.");
    }

    /** First what is deleted, so that a standard mapping can have its property or field back. */
    private void leaveOut(List<WantedMapping> wanted) {
        List<Mapping> left =
                now.mappings().stream()
                        .filter(it -> wanted.stream().noneMatch(other -> isPair(it, other)))
                        .toList();
        for (Mapping mapping : left) {
            if (!mapping.standard()) {
                now = now.without(mapping.id());
                changes.add(MappingChange.delete(mapping));
            }
        }
        for (Mapping mapping : left) {
            StandardMappings.shippedChoice(mapping)
                    .filter(shipped -> !shipped.equals(mapping.choice()))
                    .ifPresent(shipped -> reset(mapping, shipped));
        }
    }

    private void reset(Mapping mapping, MappingChoice shipped) {
        try {
            MappingEnds.free(now, mapping, shipped);
            update(mapping, shipped);
        } catch (Refusal refusal) {
            refusals.add(RefusedPart.mapping(refusal, mapping));
        }
    }

    private Optional<Mapping> existing(WantedMapping wanted) {
        return now.ofPair(wanted.hubspotProperty(), wanted.salesforceField());
    }

    private static boolean isPair(Mapping mapping, WantedMapping wanted) {
        return mapping.hubspotProperty().equals(wanted.hubspotProperty())
                && mapping.salesforceField().equals(wanted.salesforceField());
    }

    private void update(Mapping mapping, WantedMapping wanted) {
        MappingChoice choice = wanted.choice(partial ? mapping.choice() : null);
        if (choice.equals(mapping.choice())) {
            granted.add(wanted);
            return;
        }
        try {
            boolean needs = MappingRules.needsMetadata(mapping, choice);
            MappingRules.changeable(now, mapping, choice, needs ? metadata.get() : null);
            update(mapping, choice);
            granted.add(wanted);
        } catch (Refusal refusal) {
            refuse(wanted, refusal);
        }
    }

    private void update(Mapping mapping, MappingChoice choice) {
        now = now.with(mapping, choice, at);
        changes.add(MappingChange.update(mapping, choice));
    }

    private void create(WantedMapping wanted) {
        String property = wanted.hubspotProperty();
        String field = wanted.salesforceField();
        MappingChoice choice = wanted.choice(null);
        try {
            MappingRules.creatable(now, metadata.get(), property, field, choice);
            String id = ids.next(now.object(), property);
            Mapping mapping = now.custom(id, property, field, choice, at);
            now = now.with(mapping);
            changes.add(MappingChange.create(mapping));
            granted.add(wanted);
        } catch (Refusal refusal) {
            refuse(wanted, refusal);
        }
    }

    private void refuse(WantedMapping wanted, Refusal refusal) {
        refusals.add(RefusedPart.mapping(refusal, wanted));
    }
}
