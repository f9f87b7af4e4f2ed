package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Link;
import io.crosswalk.salesforce.SalesforceClient;
import java.util.List;

/** The way of linked records through a batch: observe, decide, commit, write, settle. */
final class LinkedSync {
    private final Observing observing;
    private final LeftAside leftAside;
    private final MovedPairs moved;
    private final DeletedCompanies deletedCompanies;
    private final CompanyLinks companies;
    private final AwaitedCompanies awaited;
    private final Waiters waiters;
    private final UntoldMakings makings;
    private final Deciding deciding;
    private final Watching watching;
    private final Breaker breaker;
    private final Committing committing;
    private final Writes writes;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Settlement settlement;
    private final LookListener listener;

    LinkedSync(
            Observing observing,
            LeftAside leftAside,
            MovedPairs moved,
            DeletedCompanies deletedCompanies,
            CompanyLinks companies,
            AwaitedCompanies awaited,
            Waiters waiters,
            UntoldMakings makings,
            Deciding deciding,
            Watching watching,
            Breaker breaker,
            Committing committing,
            Writes writes,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Settlement settlement,
            LookListener listener) {
        this.observing = observing;
        this.leftAside = leftAside;
        this.moved = moved;
        this.deletedCompanies = deletedCompanies;
        this.companies = companies;
        this.awaited = awaited;
        this.waiters = waiters;
        this.makings = makings;
        this.deciding = deciding;
        this.watching = watching;
        this.breaker = breaker;
        this.committing = committing;
        this.writes = writes;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.settlement = settlement;
        this.listener = listener;
    }

    void run(MappingPlan bare, List<Link> links) {
        for (List<Link> part : LookParts.of(links, bare.fields().size())) {
            look(bare, part);
        }
    }

    private void look(MappingPlan bare, List<Link> links) {
        List<Observation> staying = moved.staying(bare, observing.observe(bare, links));
        MappingPlan plan = companies.informed(bare, staying);
        // Makings are told of first: what a deletion has cleared is no edit of who was made either.
        List<Observation> hinted = makings.hinted(plan, staying);
        List<Observation> seen = deletedCompanies.leftOut(plan, hinted, leftAside);
        List<LinkWork> works = deciding.decide(plan, seen);
        if (!watching.holds(works)) {
            breaker.hold(plan.paused(), works);
        }
        List<LinkWork> committed = committing.commit(plan, works);
        writes.send(salesforce, plan.object(), committed);
        writes.send(hubspot, plan.object(), committed);
        awaited.await(committed);
        awaited.lookAgain(committed);
        awaited.wake(committed);
        waiters.releaseBy(plan, committed);
        // Also where storage fails then: what was written is told of once.
        committed.forEach(work -> listener.looked(Look.of(work)));
        List<LinkWork> acknowledged = settlement.settle(plan, committed);
        awaited.wakeOfReturned(committed);
        deciding.forgetTold(plan, acknowledged);
    }
}
