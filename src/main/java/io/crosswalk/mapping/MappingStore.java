package io.crosswalk.mapping;

import java.util.List;

/** What the user configured, per object. */
public interface MappingStore {

    /** The object's settings, without its mappings: one small read. */
    ObjectSettings settings(String object);

    /** Standard ones first, as they are now. Later than or as of the settings' version. */
    List<Mapping> mappings(String object);

    /** Saves a mapping as a new version; the object's version moves along. */
    void save(Mapping mapping);

    /**
     * @param syncEnabled whether anything of this object is written
     * @param version moves with every change of the object's settings or mappings
     */
    record ObjectSettings(boolean syncEnabled, long version) {}
}
