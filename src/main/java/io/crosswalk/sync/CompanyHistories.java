package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which companies records had, as HubSpot's history of the property tells. */
final class CompanyHistories {
    /** Between our clock and HubSpot's; what a person set to the same then cannot be told apart. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final HubspotClient hubspot;
    private final Fingerprints fingerprints;

    CompanyHistories(HubspotClient hubspot, Fingerprints fingerprints) {
        this.hubspot = hubspot;
        this.fingerprints = fingerprints;
    }

    /**
     * @throws io.crosswalk.records.CrmUnavailable where HubSpot does not tell now
     */
    Told of(MappingPlan plan, Collection<ClearedCompany> asking) {
        if (asking.isEmpty()) {
            return new Told(Map.of());
        }
        Set<String> ids = new LinkedHashSet<>();
        Set<String> properties = new LinkedHashSet<>();
        asking.forEach(each -> ids.add(each.seen().hubspot().id()));
        asking.forEach(each -> properties.add(each.field().name(Side.HUBSPOT)));
        return new Told(hubspot.histories(plan.object().hubspotType(), ids, properties));
    }

    /**
     * @param histories per record and property, newest first
     */
    final class Told {
        private final Map<String, Map<String, List<Changed>>> histories;

        private Told(Map<String, Map<String, List<Changed>>> histories) {
            this.histories = histories;
        }

        private List<Changed> of(ClearedCompany each) {
            return histories
                    .getOrDefault(each.seen().hubspot().id(), Map.of())
                    .getOrDefault(each.field().name(Side.HUBSPOT), List.of());
        }

        /**
         * The last one before the blank that was read: somebody may have set another one since.
         * Null where HubSpot does not tell.
         */
        @Nullable String newest(ClearedCompany each) {
            String since = null;
            boolean blank = false;
            for (Changed change : of(each)) {
                Value value = each.field().ofHubspot(change.wire());
                blank |= value.isBlank();
                if (blank && !value.isBlank()) {
                    return value.text();
                }
                since = since == null ? value.text() : since;
            }
            return blank ? null : since;
        }

        /** Whether our write was there, before the company was taken off. */
        boolean arrived(ClearedCompany each, Intent begun) {
            return of(each).stream()
                    .filter(change -> !change.at().isBefore(begun.at().minus(CLOCKS_DIFFER)))
                    .map(change -> each.field().ofHubspot(change.wire()))
                    .map(
                            value ->
                                    fingerprints.of(
                                            each.seen().link().key(),
                                            each.field().mapping().id(),
                                            Side.HUBSPOT,
                                            value))
                    .anyMatch(begun.sent()::equals);
        }
    }
}
