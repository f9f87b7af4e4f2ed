package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.sync.CreationEntries.Told;
import io.crosswalk.sync.NewRecords.Carried;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a record that we may have made, now that it is found: no answer had come,
 * or the sync stopped. The intents say what was sent, the record says what of that is there.
 */
final class UnansweredCreations {
    private static final String NOT_THERE =
            "No answer came when the record was made, and the one that was found does not hold it.";

    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final NewRecords newRecords;
    private final Fingerprints fingerprints;
    private final ArrivedWrites arrivedWrites;

    UnansweredCreations(
            HubspotClient hubspot,
            SalesforceClient salesforce,
            NewRecords newRecords,
            Fingerprints fingerprints) {
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.newRecords = newRecords;
        this.fingerprints = fingerprints;
        this.arrivedWrites = new ArrivedWrites(fingerprints);
    }

    /**
     * @param seeker with the intents of the making
     * @param id the record that was found on the other side
     * @return null if it cannot be read now
     */
    @Nullable List<Told> told(MappingPlan plan, Seeker seeker, String id) {
        CrmRecord found = read(plan, seeker.side().other(), id);
        if (found == null) {
            return null;
        }
        Map<String, Carried> now = carriedNow(plan, seeker);
        List<Told> told = new ArrayList<>();
        for (PlannedField field : plan.fields()) {
            String made = MatchKey.partnersField(field.mapping().id());
            Intent intent = seeker.link().intents().get(made);
            if (intent != null) {
                Told its =
                        told(
                                seeker.link().key(),
                                field,
                                intent,
                                found,
                                now.get(field.mapping().id()));
                if (its != null) {
                    told.add(its);
                }
            }
        }
        return told;
    }

    private @Nullable CrmRecord read(MappingPlan plan, Side side, String id) {
        ObjectPair object = plan.object();
        ReadOutcome read =
                side == Side.HUBSPOT
                        ? hubspot.read(object.hubspotType(), Set.of(id), plan.hubspotProperties())
                        : salesforce.read(
                                object.salesforceType(), Set.of(id), plan.salesforceFields());
        return read.found().get(id);
    }

    private Map<String, Carried> carriedNow(MappingPlan plan, Seeker seeker) {
        Map<String, Carried> now = new HashMap<>();
        NewRecord record = newRecords.of(plan, seeker);
        if (record != null) {
            record.carried().forEach(each -> now.put(each.field().mapping().id(), each));
        }
        return now;
    }

    /** Null where what was sent is neither there nor known any more. */
    private @Nullable Told told(
            RecordKey key,
            PlannedField field,
            Intent intent,
            CrmRecord found,
            @Nullable Carried now) {
        Side side = intent.side();
        String id = field.mapping().id();
        Value there = field.value(side, found.values());
        Fingerprint holds = fingerprints.of(key, id, side, there);
        boolean same =
                now != null && fingerprints.of(key, id, side, now.to()).equals(intent.sent());
        if (holds.equals(intent.sent()) || arrivedWrites.isFolded(intent, key, id, there)) {
            Value from = same ? now.from() : there;
            return new Told(field.mapping(), from, there, Outcome.WRITTEN, null);
        }
        return same
                ? new Told(field.mapping(), now.from(), now.to(), Outcome.NOT_ARRIVED, NOT_THERE)
                : null;
    }
}
