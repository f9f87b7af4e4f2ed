package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotAccess;
import io.crosswalk.hubspot.HubspotAccess.Granted;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingStore.ObjectSettings;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which scopes our app lacks in HubSpot for what is configured. */
@ApplicationScoped
public class HubspotScopes {
    private static final String NO_SUCH_RECORD = "1";

    private final MappingStore store;
    private final HubspotClient hubspot;
    private final HubspotAccess access;

    public HubspotScopes(MappingStore store, HubspotClient hubspot, HubspotAccess access) {
        this.store = store;
        this.hubspot = hubspot;
        this.access = access;
    }

    /**
     * By HubSpot's own list of what the app may do; none while sync of the object is off.
     *
     * @return empty if HubSpot does not show the list
     * @throws CrmUnavailable if HubSpot does not answer
     */
    public Optional<List<String>> missing(ObjectPair object) {
        Optional<Granted> granted = access.granted();
        if (granted.isEmpty()) {
            return Optional.empty();
        }
        ObjectSettings settings = store.settings(object.name());
        if (!settings.syncEnabled()) {
            return Optional.of(List.of());
        }
        List<Mapping> mappings = store.mappings(object.name());
        return Optional.of(
                NeededScope.of(object.hubspotType(), settings.linking(), mappings).stream()
                        .filter(scope -> scope.isMissing(granted.get()))
                        .map(NeededScope::name)
                        .toList());
    }

    /**
     * By trying to read: two calls, three for deals, but for definitions that are known. None while
     * sync of the object is off.
     *
     * @throws CrmUnavailable if HubSpot refuses for another reason, or does not answer
     */
    public List<String> unreadable(ObjectPair object) {
        String type = object.hubspotType();
        List<String> missing = new ArrayList<>();
        if (!store.settings(object.name()).syncEnabled()) {
            return missing;
        }
        if (lacking(() -> hubspot.properties(type))) {
            missing.add(NeededScope.schemas(type));
        }
        if (lacking(() -> readOne(type, object.modifiedProperty()))) {
            missing.add(NeededScope.read(type));
        }
        return missing;
    }

    private void readOne(String type, String property) {
        ReadOutcome.Failure failure =
                hubspot.read(type, List.of(NO_SUCH_RECORD), Set.of(property)).failure();
        if (failure != null) {
            throw new CrmUnavailable(failure.code(), failure.message(), failure.after());
        }
    }

    /**
     * The scope for owners, if record owners of the object follow and HubSpot does not show them.
     *
     * @throws CrmUnavailable if HubSpot refuses for another reason, or does not answer
     */
    public Optional<String> ownersUnreadable(ObjectPair object) {
        boolean follow =
                store.mappings(object.name()).stream()
                        .filter(mapping -> mapping.syncRule() != SyncRule.DONT_SYNC)
                        .anyMatch(StandardMappings::isOwner);
        return follow && lacking(() -> hubspot.owners(false))
                ? Optional.of(NeededScope.OWNERS)
                : Optional.empty();
    }

    private static boolean lacking(Runnable call) {
        try {
            call.run();
            return false;
        } catch (CrmUnavailable e) {
            if (e.lacksScope()) {
                return true;
            }
            throw e;
        }
    }

    /** Makes the next {@link #missing} ask HubSpot. */
    void forget() {
        access.forgetGranted();
    }
}
