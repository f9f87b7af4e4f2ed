package io.crosswalk.sync;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Journal;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Forgets a person because somebody says so, where HubSpot's privacy deletion did not tell of it:
 * the record is marked as that event marks it, and a sync does the rest.
 */
@ApplicationScoped
public class ManualForgetting {
    private final RecordStore store;
    private final Journal journal;
    private final HubspotClient hubspot;

    public ManualForgetting(RecordStore store, Journal journal, HubspotClient hubspot) {
        this.store = store;
        this.journal = journal;
        this.hubspot = hubspot;
    }

    /**
     * Durable when it returns; doing it again is harmless.
     *
     * @param hubspotId a whole number
     * @throws Refusal {@link RefusalCode#NOT_FOUND}, {@link RefusalCode#STILL_IN_HUBSPOT}, {@link
     *     RefusalCode#UNAVAILABLE}
     */
    public void forget(ObjectPair object, String hubspotId) {
        RecordKey key = RecordKey.hubspot(object.name(), hubspotId);
        if (!isKnown(key)) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "Nothing is stored of HubSpot record "
                            + Quoted.name(hubspotId)
                            + ", so there is nothing to forget.");
        }
        ReadOutcome read =
                hubspot.read(
                        object.hubspotType(),
                        List.of(hubspotId),
                        List.of(object.salesforceIdProperty()));
        ManualLinks.refuseUnread(read, Side.HUBSPOT);
        CrmRecord record = read.found().get(hubspotId);
        if (record != null) {
            throw new Refusal(RefusalCode.STILL_IN_HUBSPOT, stillThere(hubspotId, record));
        }
        store.mark(Map.of(key, List.of(Noted.FORGOTTEN)));
    }

    /** Its journal may be there without it, where tables were restored. */
    private boolean isKnown(RecordKey key) {
        return store.load(List.of(key)).containsKey(key)
                || !journal.page(key, 1, null).items().isEmpty();
    }

    private static String stillThere(String hubspotId, CrmRecord record) {
        return record.currentId().equals(hubspotId)
                ? "Cannot forget "
                        + Quoted.name(hubspotId)
                        + ": HubSpot still shows the record. Delete it there for good first (GDPR"
                        + " delete)."
                : "Cannot forget "
                        + Quoted.name(hubspotId)
                        + ": it was merged into "
                        + Quoted.name(record.currentId())
                        + ", which HubSpot still shows. Delete that one for good first (GDPR"
                        + " delete), and forget it: what is stored of both goes then.";
    }
}
