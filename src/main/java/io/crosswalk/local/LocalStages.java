package io.crosswalk.local;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.MappingStore.Change;
import io.crosswalk.mapping.ObjectConfiguration;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pairs the stages of the simulated CRMs, as whoever turns on deals has to do with the real ones:
 * HubSpot's have ids of their own, so no stage is spelled alike on both sides.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class LocalStages {
    private static final String DEAL = "deal";
    private static final String STAGE = "dealstage";

    private final LocalConfig config;
    private final String hubspot;
    private final MappingStore store;

    LocalStages(
            LocalConfig config,
            @ConfigProperty(name = "crosswalk.hubspot.base-url") String hubspot,
            MappingStore store) {
        this.config = config;
        this.hubspot = hubspot;
        this.store = store;
    }

    /** Once, and not with a real HubSpot, whose stages nobody here knows. */
    void start(@Observes @Priority(50) StartupEvent event) {
        ObjectConfiguration from = store.load(DEAL);
        boolean asShipped = from.mappings().stream().anyMatch(LocalStages::isOfStages);
        if (asShipped && hubspot.contains("/sandbox/")) {
            store.save(List.of(new Change(from, paired(from))));
        }
    }

    private static boolean isOfStages(Mapping mapping) {
        return mapping.hubspotProperty().equals(STAGE)
                && mapping.standard()
                && mapping.version() == 1;
    }

    private ObjectConfiguration paired(ObjectConfiguration from) {
        return new ObjectConfiguration(
                from.object(),
                from.syncEnabled(),
                from.linking(),
                from.version(),
                from.mappings().stream()
                        .map(it -> isOfStages(it) ? paired(it, from.version() + 1) : it)
                        .toList());
    }

    private Mapping paired(Mapping mapping, long configuration) {
        MappingChoice choice =
                new MappingChoice(mapping.syncRule(), mapping.fill(), config.dealStages());
        return mapping.with(choice, Instant.now(), configuration);
    }
}
