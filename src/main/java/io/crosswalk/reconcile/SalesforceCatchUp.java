package io.crosswalk.reconcile;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Lane;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceClient.Modified;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks for Salesforce records that changed since the cursor; those without a partner seek one. */
@ApplicationScoped
public class SalesforceCatchUp {
    private static final int PAGE = 2_000;
    private static final Calls QUERY = Calls.of(Lane.SALESFORCE, 1);

    private final SalesforceClient salesforce;
    private final RecordStore store;
    private final Cursors cursors;
    private final Differences differences;
    private final PageCalls calls;
    private final ReconcileConfig config;
    private final Clock clock;

    public SalesforceCatchUp(
            SalesforceClient salesforce,
            RecordStore store,
            Cursors cursors,
            Differences differences,
            PageCalls calls,
            ReconcileConfig config,
            Clock clock) {
        this.salesforce = salesforce;
        this.store = store;
        this.cursors = cursors;
        this.differences = differences;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    Caught run(MappingPlan plan, Share share) {
        ObjectPair object = plan.object();
        Instant from = cursors.cursor(object.name(), Side.SALESFORCE);
        Instant since = from;
        Instant cursor = from;
        @Nullable String afterId = null;
        Caught caught = Caught.NOTHING;
        for (int page = 0; page < config.pagesMax(); page++) {
            List<Modified> found = page(plan, since, afterId);
            if (found == null) {
                // The next run goes on at the cursor.
                return caught.thenRefused();
            }
            caught = caught.and(take(plan, found));
            if (found.isEmpty()) {
                break;
            }
            Modified last = found.get(found.size() - 1);
            since = Objects.requireNonNull(last.record().modifiedAt(), "SystemModstamp");
            afterId = last.record().id();
            Instant settled = share.settled();
            Instant to = since.isAfter(settled) ? settled : since;
            if (to.isAfter(cursor)
                    && !cursors.advance(object.name(), Side.SALESFORCE, cursor, to)) {
                // It was moved back, or another run is under way: the next one goes on there.
                break;
            }
            cursor = to.isAfter(cursor) ? to : cursor;
            if (found.size() < PAGE || share.isUsedUp(clock) && since.isAfter(from)) {
                break;
            }
        }
        return caught;
    }

    private @Nullable List<Modified> page(
            MappingPlan plan, Instant since, @Nullable String afterId) {
        return calls.call(
                QUERY,
                () ->
                        salesforce.modifiedSince(
                                plan.object().salesforceType(),
                                since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since,
                                afterId,
                                plan.salesforceFields(),
                                PAGE));
    }

    private Caught take(MappingPlan plan, List<Modified> found) {
        String object = plan.object().name();
        Map<RecordKey, Link> pointers =
                store.load(
                        found.stream()
                                .map(m -> RecordKey.salesforce(object, m.record().id()))
                                .toList());
        Map<String, RecordKey> linkOf = new HashMap<>();
        pointers.forEach(
                (key, pointer) -> {
                    if (pointer.partnerId() != null) {
                        linkOf.put(key.recordId(), RecordKey.hubspot(object, pointer.partnerId()));
                    }
                });
        Map<RecordKey, Link> links = store.load(linkOf.values());
        Map<RecordKey, List<Noted>> marks = new HashMap<>();
        int untold = 0;
        for (Modified modified : found) {
            RecordKey own = RecordKey.salesforce(object, modified.record().id());
            RecordKey key = linkOf.get(modified.record().id());
            Link link = key == null ? null : links.get(key);
            if (link != null && worthALook(plan, link, modified)) {
                marks.put(link.key(), List.of());
                untold += isUntold(plan, link, modified) ? 1 : 0;
            } else if (key == null && seeksPartner(plan, own, pointers.get(own), modified)) {
                marks.put(own, modified.deleted() ? List.of(deletion(modified)) : List.of());
            }
        }
        store.mark(marks, Priority.RECONCILE);
        return new Caught(marks.size(), untold, false);
    }

    /** It may be named by a HubSpot record with another partner, so that nobody asks for it. */
    private Noted deletion(Modified modified) {
        Instant at = modified.record().modifiedAt();
        return new Noted(
                Side.SALESFORCE, Noted.Kind.DELETED, "", at == null ? clock.instant() : at, false);
    }

    /** One that is deleted has those look again that could not be linked because of it. */
    private boolean seeksPartner(
            MappingPlan plan, RecordKey key, @Nullable Link known, Modified modified) {
        return modified.deleted()
                ? known != null
                        && !Differences.isDue(known)
                        && !known.gone().contains(Side.SALESFORCE)
                : differences.seeksPartner(plan, key, known, Side.SALESFORCE, modified.record());
    }

    private boolean isUntold(MappingPlan plan, Link link, Modified modified) {
        return !modified.deleted()
                && differences.isUntold(plan, link, Side.SALESFORCE, modified.record());
    }

    private boolean worthALook(MappingPlan plan, Link link, Modified modified) {
        return modified.deleted()
                ? !link.gone().contains(Side.SALESFORCE)
                : differences.worthALook(plan, link, Side.SALESFORCE, modified.record());
    }
}
