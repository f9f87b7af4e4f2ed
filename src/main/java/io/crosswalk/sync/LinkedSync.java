package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Link;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.sync.FieldDecision.AskHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of linked records through a batch: observe, decide, commit, write, settle. */
final class LinkedSync {
    private final Observing observing;
    private final Linking linking;
    private final LinkDecisions decisions;
    private final Committing committing;
    private final Writes writes;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Settlement settlement;

    LinkedSync(
            Observing observing,
            Linking linking,
            LinkDecisions decisions,
            Committing committing,
            Writes writes,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Settlement settlement) {
        this.observing = observing;
        this.linking = linking;
        this.decisions = decisions;
        this.committing = committing;
        this.writes = writes;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.settlement = settlement;
    }

    void run(MappingPlan plan, List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        List<Observation> seen = new ArrayList<>();
        for (Observation observation : observing.observe(plan, links)) {
            if (!linking.hasMoved(plan.object(), observation)) {
                seen.add(observation);
            }
        }
        List<LinkWork> works = decide(plan, seen);
        List<LinkWork> committed = committing.commit(works);
        writes.send(salesforce, plan.object().salesforceType(), committed);
        writes.send(hubspot, plan.object().hubspotType(), committed);
        settlement.settle(committed);
    }

    private List<LinkWork> decide(MappingPlan plan, List<Observation> observations) {
        List<LinkWork> works = new ArrayList<>(observations.size());
        Map<Observation, List<FieldDecision>> asking = new LinkedHashMap<>();
        for (Observation seen : observations) {
            List<FieldDecision> decided = decisions.decide(plan, seen, false);
            if (decided.stream().anyMatch(d -> d.action() instanceof AskHistory)) {
                asking.put(seen, decided);
            } else {
                works.add(new LinkWork(seen, decided));
            }
        }
        if (!asking.isEmpty()) {
            Map<String, Map<String, Instant>> history = observing.history(plan, asking);
            for (Observation seen : asking.keySet()) {
                Observation known =
                        seen.withHubspotTimes(history.getOrDefault(seen.hubspot().id(), Map.of()));
                works.add(new LinkWork(known, decisions.decide(plan, known, true)));
            }
        }
        return works;
    }
}
