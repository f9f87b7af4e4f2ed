package io.crosswalk.console;

import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import java.util.List;
import java.util.Locale;

/**
 * An object as a tab.
 *
 * @param label HubSpot's plural, as people know it: {@code Contacts}
 */
public record ObjectTab(String name, String label, boolean current) {

    static List<ObjectTab> all(ObjectPair current) {
        return ObjectPairs.all().stream()
                .map(it -> new ObjectTab(it.name(), label(it), it.name().equals(current.name())))
                .toList();
    }

    static String label(ObjectPair object) {
        String plural = object.hubspotType();
        return plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1);
    }
}
