package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmRecords;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs and parts records because a person says so. */
@ApplicationScoped
public class ManualLinks {
    /** What is left is found by the daily audit. */
    private static final int WAKEN_MAX = 10_000;

    private final RecordStore store;
    private final MatchNotes notes;
    private final ProblemStore problems;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final UnlinkedEnds ends;
    private final Waiters waiters;
    private final CompanyWaiters ofCompanies;

    public ManualLinks(
            RecordStore store,
            MatchNotes notes,
            AwaitedPartners awaited,
            ProblemStore problems,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            Fingerprints fingerprints,
            SyncConfig config,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.problems = problems;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.ends =
                new UnlinkedEnds(
                        store,
                        new PartnerProblems(problems),
                        fingerprints,
                        new Turns(store, config.turn(), clock));
        this.waiters = new Waiters(store, notes);
        this.ofCompanies = new CompanyWaiters(store, awaited);
    }

    /**
     * The two are due for their first contact then.
     *
     * @param salesforceId 18 characters
     * @throws Refusal {@link RefusalCode#RECORD_NOT_FOUND}, {@link RefusalCode#LINKED_OTHERWISE},
     *     {@link RefusalCode#NAMED_OTHERWISE}, {@link RefusalCode#UNAVAILABLE}
     */
    public void link(ObjectPair object, String hubspotId, String salesforceId) {
        String property = object.salesforceIdProperty();
        CrmRecord record = read(hubspot, object.hubspotType(), hubspotId, property);
        read(salesforce, object.salesforceType(), salesforceId, "Id");
        String named = SalesforceId.named(record.values().get(property));
        if (!named.isEmpty() && !named.equals(salesforceId)) {
            throw new Refusal(
                    RefusalCode.NAMED_OTHERWISE,
                    "Cannot link "
                            + Quoted.name(hubspotId)
                            + " to "
                            + Quoted.name(salesforceId)
                            + ": its property '"
                            + property
                            + "' names "
                            + Quoted.name(named)
                            + ", which would part the two again. Clear or correct it first.");
        }
        RecordKey inHubspot = RecordKey.hubspot(object.name(), hubspotId);
        RecordKey inSalesforce = RecordKey.salesforce(object.name(), salesforceId);
        Map<RecordKey, Link> known = store.load(List.of(inHubspot, inSalesforce));
        refuseOther(known.get(inHubspot), salesforceId);
        refuseOther(known.get(inSalesforce), hubspotId);
        notes.allow(inHubspot, inSalesforce);
        if (!ends.link(object.name(), hubspotId, salesforceId, known.get(inHubspot))) {
            throw otherwise(hubspotId, salesforceId);
        }
        Link pointer = known.get(inSalesforce);
        if (pointer != null) {
            ends.closeProblems(pointer);
        }
        release(inHubspot, inSalesforce);
    }

    private static void refuseOther(@Nullable Link link, String partnerId) {
        if (link != null && link.partnerId() != null && !link.partnerId().equals(partnerId)) {
            throw otherwise(link.key().recordId(), link.partnerId());
        }
    }

    private static Refusal otherwise(String id, String partnerId) {
        return new Refusal(
                RefusalCode.LINKED_OTHERWISE,
                "Record "
                        + Quoted.name(id)
                        + " has another partner: "
                        + Quoted.name(partnerId)
                        + ". Unlink those two first.");
    }

    /**
     * The two are not matched by their fields again until somebody links them or the HubSpot record
     * names the other one. Where HubSpot has the record no more, none is made there of the other
     * one either; one that is entered there anew finds it.
     *
     * @param wanted the partner that is meant, 18 characters; null for whichever it has
     * @throws Refusal {@link RefusalCode#NOT_FOUND}, {@link RefusalCode#LINKED_OTHERWISE}, {@link
     *     RefusalCode#NAMED_OTHERWISE}, {@link RefusalCode#UNAVAILABLE}
     */
    public void unlink(ObjectPair object, String hubspotId, @Nullable String wanted) {
        RecordKey inHubspot = RecordKey.hubspot(object.name(), hubspotId);
        Link link = store.load(List.of(inHubspot)).get(inHubspot);
        String salesforceId = link == null ? null : link.partnerId();
        if (salesforceId == null) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "Record "
                            + Quoted.name(hubspotId)
                            + " has no partner. There is nothing to do.");
        }
        if (wanted != null && !wanted.equals(salesforceId)) {
            throw new Refusal(
                    RefusalCode.LINKED_OTHERWISE,
                    "Cannot unlink "
                            + Quoted.name(hubspotId)
                            + " from "
                            + Quoted.name(wanted)
                            + ": by now it has another partner, "
                            + Quoted.name(salesforceId)
                            + ". Nothing was changed; look at the record, then decide.");
        }
        String property = object.salesforceIdProperty();
        ReadOutcome read =
                hubspot.read(object.hubspotType(), List.of(hubspotId), List.of(property));
        refuseUnread(read, Side.HUBSPOT);
        CrmRecord record = read.found().get(hubspotId);
        if (record != null
                && salesforceId.equals(SalesforceId.named(record.values().get(property)))) {
            throw new Refusal(
                    RefusalCode.NAMED_OTHERWISE,
                    "Cannot unlink "
                            + Quoted.name(hubspotId)
                            + ": its property '"
                            + property
                            + "' names its partner, and would pair the two again. Clear it first.");
        }
        RecordKey inSalesforce = RecordKey.salesforce(object.name(), salesforceId);
        notes.decline(inHubspot, inSalesforce);
        if (record == null) {
            // Who was deleted there, perhaps for privacy's sake, is not to be made there anew.
            notes.declineAnybody(inSalesforce);
        }
        store.unlink(object.name(), hubspotId, salesforceId);
        problems.closeAllOf(inHubspot);
        release(inHubspot, inSalesforce);
    }

    /** Who seeks one of the two as a partner, and who belongs to them and waits for theirs. */
    private void release(RecordKey inHubspot, RecordKey inSalesforce) {
        Set<RecordKey> both = Set.of(inHubspot, inSalesforce);
        waiters.release(both);
        if (inHubspot.object().equals(CompanyReference.COMPANY)) {
            ofCompanies.wake(both, WAKEN_MAX);
        }
    }

    private static CrmRecord read(CrmRecords crm, String type, String id, String name) {
        ReadOutcome read = crm.read(type, List.of(id), List.of(name));
        refuseUnread(read, crm.side());
        CrmRecord record = read.found().get(id);
        if (record == null || !record.currentId().equals(id)) {
            throw new Refusal(
                    RefusalCode.RECORD_NOT_FOUND,
                    crm.side().label()
                            + " has no record "
                            + Quoted.name(id)
                            + (record == null
                                    ? " that Crosswalk can see."
                                    : " any more: it was merged into "
                                            + Quoted.name(record.currentId())
                                            + "."));
        }
        return record;
    }

    static void refuseUnread(ReadOutcome read, Side side) {
        if (!read.notRead().isEmpty()) {
            throw new Refusal(
                    RefusalCode.UNAVAILABLE,
                    side.label() + " does not answer now. Nothing was changed; try again.");
        }
    }
}
