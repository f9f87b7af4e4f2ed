package io.crosswalk.sync;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks HubSpot whether it still has the records that are to be forgotten. */
final class StillShown {
    private final HubspotClient hubspot;
    private final Governor governor;

    StillShown(HubspotClient hubspot, Governor governor) {
        this.hubspot = hubspot;
        this.governor = governor;
    }

    /**
     * Those of which it is certain: where HubSpot does not answer, or no call is left, none is. A
     * merge's loser is shown as long as the winner is.
     */
    Set<RecordKey> among(List<Link> links) {
        Map<String, List<RecordKey>> byObject = new LinkedHashMap<>();
        for (Link link : links) {
            byObject.computeIfAbsent(link.key().object(), name -> new ArrayList<>())
                    .add(link.key());
        }
        Set<RecordKey> shown = new HashSet<>();
        byObject.forEach(
                (name, keys) ->
                        ObjectPairs.named(name)
                                .ifPresent(object -> shown.addAll(shown(object, keys))));
        return shown;
    }

    private List<RecordKey> shown(ObjectPair object, List<RecordKey> keys) {
        Calls calls = new Calls(Calls.ofHubspot(keys.size()), 0, 0);
        try (Grant grant = governor.ask(Priority.EDIT, calls)) {
            if (!grant.isWhole()) {
                return List.of();
            }
            Set<String> found =
                    hubspot.read(
                                    object.hubspotType(),
                                    keys.stream().map(RecordKey::recordId).toList(),
                                    List.of(object.salesforceIdProperty()))
                            .found()
                            .keySet();
            return keys.stream().filter(key -> found.contains(key.recordId())).toList();
        } catch (CrmUnavailable away) {
            return List.of();
        }
    }
}
