package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotAccess.Granted;
import io.crosswalk.rules.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A scope without which our app cannot do in HubSpot what is configured.
 *
 * @param name as HubSpot's list of scopes has it
 * @param others that let the app do the same
 */
record NeededScope(String name, Set<String> others) {
    static final String OWNERS = "crm.objects.owners.read";

    /** Of an object that syncs, but for record owners, which only their own mapping waits for. */
    static List<NeededScope> of(String hubspotType, LinkPolicy linking, List<Mapping> mappings) {
        List<NeededScope> needed = new ArrayList<>();
        needed.add(new NeededScope(read(hubspotType), Set.of()));
        // HubSpot shows the properties to whoever may see or edit the records, too.
        needed.add(
                new NeededScope(
                        schemas(hubspotType), Set.of(read(hubspotType), write(hubspotType))));
        if (writesHubspot(linking, mappings)) {
            needed.add(new NeededScope(write(hubspotType), Set.of()));
        }
        return List.copyOf(needed);
    }

    static String read(String hubspotType) {
        return "crm.objects." + hubspotType + ".read";
    }

    static String write(String hubspotType) {
        return "crm.objects." + hubspotType + ".write";
    }

    static String schemas(String hubspotType) {
        return "crm.schemas." + hubspotType + ".read";
    }

    static boolean isToWrite(String scope) {
        return scope.endsWith(".write");
    }

    private static boolean writesHubspot(LinkPolicy linking, List<Mapping> mappings) {
        return linking.create().in(Side.HUBSPOT)
                || mappings.stream().anyMatch(mapping -> mapping.syncRule().mayWrite(Side.HUBSPOT));
    }

    boolean isMissing(Granted granted) {
        return !granted.scopes().contains(name)
                && others.stream().noneMatch(granted.scopes()::contains);
    }
}
