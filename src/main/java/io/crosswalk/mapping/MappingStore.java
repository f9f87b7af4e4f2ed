package io.crosswalk.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the user configured, per object, and every version that it ever had. */
public interface MappingStore {

    /** The object's settings, without its mappings: one small read. */
    ObjectSettings settings(String object);

    /** Standard ones first, as they are now. Later than or as of the settings' version. */
    List<Mapping> mappings(String object);

    /** Settings and mappings of one version per object, in the order of the names. */
    List<ObjectConfiguration> load(List<String> objects);

    /** Settings and mappings of one version. */
    default ObjectConfiguration load(String object) {
        return load(List.of(object)).get(0);
    }

    /**
     * Saves all of them, each as the next version of its object, or none. What they replace is kept
     * as history first.
     *
     * @param changes what was loaded, and what it shall be
     * @return false, and nothing changes, if any object is not as it was loaded
     * @throws Refusal {@link RefusalCode#CONFIGURATION_TOO_LARGE}
     */
    boolean save(Collection<Change> changes);

    /**
     * Replaced and deleted versions of a mapping, newest first.
     *
     * @param before only versions below; null for all
     */
    List<Mapping> history(String object, String id, @Nullable Long before, int limit);

    /**
     * @param syncEnabled whether anything of this object is written
     * @param linking what becomes of records without a partner
     * @param version moves with every change of the object's settings or mappings
     * @param paused ids of mappings that the mass-change breaker has paused; moves no version
     */
    record ObjectSettings(
            boolean syncEnabled, LinkPolicy linking, long version, Set<String> paused) {

        public ObjectSettings {
            paused = Set.copyOf(paused);
        }

        /** With records linked as shipped, and nothing paused. */
        public ObjectSettings(boolean syncEnabled, long version) {
            this(syncEnabled, LinkPolicy.SHIPPED, version, Set.of());
        }

        /** With records linked as shipped. */
        public ObjectSettings(boolean syncEnabled, long version, Set<String> paused) {
            this(syncEnabled, LinkPolicy.SHIPPED, version, paused);
        }
    }

    /** One object's step from what is to what shall be. */
    record Change(ObjectConfiguration from, ObjectConfiguration to) {

        /** The versions that this replaces or deletes. */
        List<Mapping> superseded() {
            Map<String, Mapping> kept = Mappings.byId(to.mappings());
            return from.mappings().stream()
                    .filter(mapping -> !mapping.equals(kept.get(mapping.id())))
                    .toList();
        }
    }
}
