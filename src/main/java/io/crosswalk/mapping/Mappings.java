package io.crosswalk.mapping;

import io.crosswalk.mapping.MappingStore.Change;
import io.crosswalk.records.ObjectPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the configuration, one at a time. What is checked on the configuration as it is holds
 * when it is saved: whoever changed the same object in between makes this check and try again.
 */
@ApplicationScoped
public class Mappings {
    private final MappingStore store;
    private final CrmMetadata metadata;
    private final MappingIds ids;
    private final Contention contention;
    private final SyncSwitch sync;
    private final Clock clock;

    public Mappings(
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

    public ObjectConfiguration of(ObjectPair object) {
        return store.load(object.name());
    }

    /** Every object, in the order that the API lists them. */
    public List<ObjectConfiguration> all() {
        return store.load(KnownObjects.names());
    }

    /**
     * @throws Refusal {@link RefusalCode#MAPPING_NOT_FOUND}
     */
    public Mapping get(ObjectPair object, String id) {
        return existing(of(object), id);
    }

    /**
     * @throws Refusal if anything speaks against it; nothing was changed then
     */
    public Mapping create(ObjectPair object, String property, String field, MappingChoice choice) {
        ObjectMetadata known = metadata.of(object, it -> it.has(property, field));
        return change(
                object,
                now -> {
                    MappingRules.creatable(now, known, property, field, choice);
                    Instant at = clock.instant();
                    String id = ids.next(object.name(), property);
                    return now.with(now.custom(id, property, field, choice, at));
                },
                now -> now.ofProperty(property).orElseThrow());
    }

    /**
     * Changes nothing, and makes no version, if the choice is the one in force.
     *
     * @param expected the version that the caller has seen; null if it does not matter
     */
    public Mapping update(ObjectPair object, String id, MappingEdit edit, @Nullable Long expected) {
        return change(
                object,
                now -> {
                    Mapping mapping = expected(existing(now, id), expected);
                    MappingChoice choice = edit.of(mapping);
                    if (mapping.choice().equals(choice)) {
                        return now;
                    }
                    MappingRules.changeable(
                            now, mapping, choice, metadataFor(object, mapping, choice));
                    return now.with(mapping, choice, clock.instant());
                },
                now -> existing(now, id));
    }

    private @Nullable ObjectMetadata metadataFor(
            ObjectPair object, Mapping mapping, MappingChoice choice) {
        return MappingRules.needsMetadata(mapping, choice)
                ? metadata.of(
                        object,
                        known -> known.has(mapping.hubspotProperty(), mapping.salesforceField()))
                : null;
    }

    /** Its history stays. */
    public void delete(ObjectPair object, String id, @Nullable Long expected) {
        change(
                object,
                now -> {
                    MappingRules.deletable(expected(existing(now, id), expected));
                    return now.without(id);
                },
                Function.identity());
    }

    /** Whether sync of the object cannot be turned off. */
    public static boolean isSyncRequired(ObjectPair object) {
        return MappingRules.isSyncRequired(object.name());
    }

    /** Links that waited while it was off are looked at as soon as it is on. */
    public ObjectConfiguration toggle(ObjectPair object, boolean syncEnabled) {
        return settings(object, ObjectEdit.sync(syncEnabled), null);
    }

    /**
     * @param expected the object's version that the caller has seen; null if it does not matter
     */
    public ObjectConfiguration settings(
            ObjectPair object, ObjectEdit edit, @Nullable Long expected) {
        ObjectConfiguration toggled =
                change(
                        object,
                        now -> edit.of(expected(now, expected), clock.instant()),
                        Function.identity());
        if (edit.syncEnabled() != null) {
            sync.turned(object.name(), edit.syncEnabled());
        }
        return toggled;
    }

    /** The object's version moves, so that whoever uses its mappings asks the CRMs anew. */
    void touch(ObjectPair object) {
        contention.untilSaved(
                named(object),
                () -> {
                    ObjectConfiguration now = of(object);
                    return store.save(List.of(new Change(now, now))) ? now : null;
                });
    }

    private <T> T change(
            ObjectPair object,
            Function<ObjectConfiguration, ObjectConfiguration> change,
            Function<ObjectConfiguration, T> answer) {
        return contention.untilSaved(
                named(object),
                () -> {
                    ObjectConfiguration now = of(object);
                    ObjectConfiguration wanted = change.apply(now);
                    if (wanted.equals(now)) {
                        return answer.apply(now);
                    }
                    boolean saved = store.save(List.of(new Change(now, wanted)));
                    return saved ? answer.apply(wanted.saved()) : null;
                });
    }

    /**
     * The current version and all before, newest first; those of a deleted mapping too.
     *
     * @param before only versions below; null for all
     * @throws Refusal {@link RefusalCode#MAPPING_NOT_FOUND} if there never was such a mapping
     */
    public List<Mapping> versions(ObjectPair object, String id, @Nullable Long before, int limit) {
        if (!MappingIds.isId(id)) {
            throw missing(object.name(), id);
        }
        @Nullable Mapping current = of(object).find(id).orElse(null);
        List<Mapping> versions = new ArrayList<>();
        if (current != null && (before == null || current.version() < before)) {
            versions.add(current);
        }
        for (Mapping old : store.history(object.name(), id, before, limit)) {
            // A change that lost its race has kept the version that is still in force.
            if (current == null || old.version() < current.version()) {
                versions.add(old);
            }
        }
        if (versions.isEmpty() && current == null && before == null) {
            throw missing(object.name(), id);
        }
        return versions.subList(0, Math.min(limit, versions.size()));
    }

    private static String named(ObjectPair object) {
        return "object '" + object.name() + "'";
    }

    private static Mapping existing(ObjectConfiguration now, String id) {
        return now.find(id).orElseThrow(() -> missing(now.object(), id));
    }

    private static Refusal missing(String object, String id) {
        return new Refusal(
                RefusalCode.MAPPING_NOT_FOUND,
                "Object '"
                        + object
                        + "' has no mapping "
                        + Quoted.name(id)
                        + ". The list of its mappings has the ids.");
    }

    private static Mapping expected(Mapping mapping, @Nullable Long version) {
        if (version != null && version != mapping.version()) {
            throw new Refusal(
                    RefusalCode.VERSION_CONFLICT,
                    "Mapping '"
                            + mapping.id()
                            + "' is at version "
                            + mapping.version()
                            + ", not at "
                            + version
                            + ": somebody changed it. Read it again, then decide.");
        }
        return mapping;
    }

    private static ObjectConfiguration expected(ObjectConfiguration now, @Nullable Long version) {
        if (version != null && version != now.version()) {
            throw new Refusal(
                    RefusalCode.VERSION_CONFLICT,
                    "Object '"
                            + now.object()
                            + "' is at version "
                            + now.version()
                            + ", not at "
                            + version
                            + ": somebody changed it or one of its mappings. Read it again, then"
                            + " decide.");
        }
        return now;
    }

    static Map<String, Mapping> byId(List<Mapping> mappings) {
        return mappings.stream()
                .collect(
                        Collectors.toMap(
                                Mapping::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
