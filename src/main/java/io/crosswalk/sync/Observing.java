package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceId;
import io.crosswalk.sync.Departures.Departure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads both sides of many links in as few calls as the CRMs allow. */
final class Observing {
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final LeftAside leftAside;

    Observing(HubspotClient hubspot, SalesforceClient salesforce, LeftAside leftAside) {
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.leftAside = leftAside;
    }

    /** Links that cannot be seen whole are handed over: to be postponed, or noted as gone. */
    List<Observation> observe(MappingPlan plan, List<Link> links) {
        ReadOutcome inHubspot =
                hubspot.read(
                        plan.object().hubspotType(),
                        links.stream().map(link -> link.key().recordId()).toList(),
                        plan.hubspotProperties());
        ReadOutcome inSalesforce =
                salesforce.read(
                        plan.object().salesforceType(),
                        links.stream().map(Observing::partner).toList(),
                        plan.salesforceFields());
        List<Observation> seen = new ArrayList<>(links.size());
        List<Departure> departures = new ArrayList<>();
        for (Link link : links) {
            Observation observation = observe(plan, link, inHubspot, inSalesforce, departures);
            if (observation != null) {
                seen.add(observation);
            }
        }
        if (!departures.isEmpty()) {
            leftAside.departed(plan, departures);
        }
        return seen;
    }

    private @Nullable Observation observe(
            MappingPlan plan,
            Link link,
            ReadOutcome inHubspot,
            ReadOutcome inSalesforce,
            List<Departure> departures) {
        String hubspotId = link.key().recordId();
        String salesforceId = partner(link);
        if (inHubspot.notRead().contains(hubspotId)) {
            leftAside.postpone(link, inHubspot.failure());
            return null;
        }
        if (inSalesforce.notRead().contains(salesforceId)) {
            leftAside.postpone(link, inSalesforce.failure());
            return null;
        }
        CrmRecord hubspotRecord = inHubspot.found().get(hubspotId);
        CrmRecord salesforceRecord = inSalesforce.found().get(salesforceId);
        Set<Side> gone = EnumSet.noneOf(Side.class);
        // A merge's loser answers with the winner, whose values belong to another link.
        if (hubspotRecord == null || !hubspotRecord.currentId().equals(hubspotId)) {
            gone.add(Side.HUBSPOT);
        }
        if (salesforceRecord == null) {
            gone.add(Side.SALESFORCE);
        }
        if (!gone.isEmpty() || hubspotRecord == null || salesforceRecord == null) {
            String winner = hubspotRecord == null ? null : hubspotRecord.currentId();
            boolean itself = hubspotId.equals(winner);
            String named =
                    hubspotRecord == null || !itself
                            ? ""
                            : SalesforceId.named(
                                    hubspotRecord
                                            .values()
                                            .get(plan.object().salesforceIdProperty()));
            departures.add(new Departure(link, gone, itself ? null : winner, named));
            return null;
        }
        return Observation.of(link, hubspotRecord, salesforceRecord);
    }

    /**
     * HubSpot's histories for the properties that a decision asks it of, per HubSpot id.
     *
     * @throws io.crosswalk.records.CrmUnavailable if they cannot be had
     */
    Map<String, Map<String, List<Changed>>> histories(
            MappingPlan plan, Map<String, Set<String>> propertiesOf) {
        Set<String> properties = new LinkedHashSet<>();
        propertiesOf.values().forEach(properties::addAll);
        return hubspot.histories(plan.object().hubspotType(), propertiesOf.keySet(), properties);
    }

    boolean recognisesOurWrites() {
        return hubspot.recognisesUs();
    }

    private static String partner(Link link) {
        return Objects.requireNonNull(link.partnerId(), "a link has a partner");
    }
}
