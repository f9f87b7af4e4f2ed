package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.ConfigurationPlan.ObjectPlan;
import io.crosswalk.mapping.MappingStore.Change;
import io.crosswalk.mapping.ObjectPlanner.Planned;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.salesforce.SalesforceField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The configuration as one document: written out, compared, and applied as a whole. */
@ApplicationScoped
public class Configurations {
    private final MappingStore store;
    private final CrmMetadata metadata;
    private final MappingIds ids;
    private final Contention contention;
    private final SyncSwitch sync;
    private final Clock clock;

    public Configurations(
            MappingStore store,
            CrmMetadata metadata,
            MappingIds ids,
            Contention contention,
            SyncSwitch sync,
            Clock clock) {
        this.store = store;
        this.metadata = metadata;
        this.ids = ids;
        this.contention = contention;
        this.sync = sync;
        this.clock = clock;
    }

    /** Every object, in the order that the API lists them. */
    public List<ObjectConfiguration> all() {
        return store.load(KnownObjects.names());
    }

    /**
     * Writes nothing.
     *
     * @throws Refusal {@link RefusalCode#VERSION_CONFLICT}, {@link RefusalCode#UNKNOWN_OBJECT}; all
     *     other refusals stand in the plan
     */
    public ConfigurationPlan plan(WantedConfiguration wanted) {
        return made(wanted, planned(wanted), false);
    }

    /**
     * Changes all objects or none. With a refusal in the plan nothing is changed, and the plan says
     * that it was not applied.
     */
    public ConfigurationPlan apply(WantedConfiguration wanted) {
        return apply(wanted, plan -> plan.refusalCount() == 0);
    }

    /** Leaves out what is refused and changes the rest, all objects or none; the plan says both. */
    public ConfigurationPlan applyOthers(WantedConfiguration wanted) {
        return apply(wanted, plan -> true);
    }

    private ConfigurationPlan apply(
            WantedConfiguration wanted, Predicate<ConfigurationPlan> isWanted) {
        ConfigurationPlan done = applied(wanted, isWanted);
        for (ObjectPlan each : done.objects()) {
            if (done.applied() && each.toggle() != null) {
                sync.turned(each.object(), each.toggle().to());
            }
        }
        return done;
    }

    private ConfigurationPlan applied(
            WantedConfiguration wanted, Predicate<ConfigurationPlan> isWanted) {
        return contention.untilSaved(
                "the configuration",
                () -> {
                    List<Step> steps = planned(wanted);
                    ConfigurationPlan plan = made(wanted, steps, false);
                    if (!isWanted.test(plan)) {
                        return plan;
                    }
                    List<Change> changes =
                            steps.stream()
                                    .filter(step -> !step.from().equals(step.planned().to()))
                                    .map(step -> new Change(step.from(), step.planned().to()))
                                    .toList();
                    boolean saved = changes.isEmpty() || store.save(changes);
                    return saved ? made(wanted, steps, true) : null;
                });
    }

    private record Step(ObjectConfiguration from, Planned planned) {

        long version(boolean applied) {
            boolean moved = applied && !from.equals(planned.to());
            return moved ? from.version() + 1 : from.version();
        }
    }

    private List<Step> planned(WantedConfiguration wanted) {
        List<ObjectPair> objects =
                wanted.objects().stream().map(it -> KnownObjects.named(it.object())).toList();
        List<ObjectConfiguration> loaded =
                store.load(objects.stream().map(ObjectPair::name).toList());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            WantedObject each = wanted.objects().get(i);
            ObjectPair object = objects.get(i);
            ObjectConfiguration from = loaded.get(i);
            checkExpected(from, wanted.expected().get(object.name()));
            Supplier<ObjectMetadata> known = metadata(object, each);
            WantedObject named = wanted.byLabel() ? resolved(each, known.get()) : each;
            ObjectPlanner planner =
                    new ObjectPlanner(from, known, ids, clock.instant(), wanted.partial());
            steps.add(new Step(from, planner.plan(named)));
        }
        return steps;
    }

    private static void checkExpected(ObjectConfiguration now, @Nullable Long expected) {
        if (expected != null && expected != now.version()) {
            throw new Refusal(
                    RefusalCode.VERSION_CONFLICT,
                    "Object '"
                            + now.object()
                            + "' is at version "
                            + now.version()
                            + ", and the document was made for version "
                            + expected
                            + ": somebody changed it. Plan the document again, then decide.");
        }
    }

    private Supplier<ObjectMetadata> metadata(ObjectPair object, WantedObject wanted) {
        List<WantedMapping> mappings = wanted.mappings() == null ? List.of() : wanted.mappings();
        return () ->
                metadata.of(
                        object,
                        known ->
                                mappings.stream()
                                        .allMatch(
                                                mapping ->
                                                        known.has(
                                                                mapping.hubspotProperty(),
                                                                mapping.salesforceField())));
    }

    /** Labels become names where exactly one property or field has them; rules what is meant. */
    private static WantedObject resolved(WantedObject wanted, ObjectMetadata known) {
        if (wanted.mappings() == null) {
            return wanted;
        }
        Map<String, String> properties =
                names(known.properties().values(), HubspotProperty::label, HubspotProperty::name);
        Map<String, String> fields =
                names(known.fields().values(), SalesforceField::label, SalesforceField::name);
        return new WantedObject(
                wanted.object(),
                wanted.syncEnabled(),
                wanted.mappings().stream()
                        .map(
                                mapping ->
                                        mapping.named(
                                                        properties.getOrDefault(
                                                                mapping.hubspotProperty(),
                                                                mapping.hubspotProperty()),
                                                        fields.getOrDefault(
                                                                mapping.salesforceField(),
                                                                mapping.salesforceField()))
                                                .asHubspotMeansIt())
                        .toList(),
                wanted.matching(),
                wanted.create());
    }

    private static <T> Map<String, String> names(
            Iterable<T> all, Function<T, String> label, Function<T, String> name) {
        Map<String, String> names = new LinkedHashMap<>();
        for (T each : all) {
            names.merge(label.apply(each).strip(), name.apply(each), (one, other) -> "");
        }
        names.values().removeIf(String::isEmpty);
        // A name is a name, whatever else is labelled so.
        all.forEach(each -> names.put(name.apply(each), name.apply(each)));
        return names;
    }

    private static ConfigurationPlan made(
            WantedConfiguration wanted, List<Step> steps, boolean applied) {
        Map<String, Long> versions = new LinkedHashMap<>();
        List<ObjectPlan> plans = new ArrayList<>();
        for (Step step : steps) {
            versions.put(step.from().object(), step.version(applied));
            plans.add(step.planned().plan());
        }
        return new ConfigurationPlan(applied, versions, plans, wanted.unread());
    }
}
