package io.crosswalk.api;

import io.crosswalk.api.RecordView.Presence;
import io.crosswalk.api.RecordView.PresenceView;
import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmRecords;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.salesforce.SalesforceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record of both CRMs for a person who waits for it: one call each, within the budget.
 */
@ApplicationScoped
class RecordReads {
    private final Governor governor;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;

    RecordReads(Governor governor, HubspotClient hubspot, SalesforceClient salesforce) {
        this.governor = governor;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
    }

    /**
     * @param record null unless it was read
     */
    record Read(PresenceView presence, @Nullable CrmRecord record) {
        boolean isRead() {
            return record != null;
        }
    }

    Read hubspot(MappingPlan plan, @Nullable String id) {
        ObjectPair object = plan.object();
        Set<String> names = new LinkedHashSet<>(plan.hubspotProperties());
        names.addAll(RecordNames.hubspot(object));
        return read(hubspot, new Calls(1, 0, 0), object.hubspotType(), id, names);
    }

    Read salesforce(MappingPlan plan, @Nullable String id) {
        ObjectPair object = plan.object();
        Set<String> names = new LinkedHashSet<>(plan.salesforceFields());
        names.addAll(RecordNames.salesforce(object));
        return read(salesforce, new Calls(0, 0, 1), object.salesforceType(), id, names);
    }

    private Read read(
            CrmRecords crm, Calls calls, String type, @Nullable String id, Collection<String> of) {
        if (id == null) {
            return without(Presence.NO_PARTNER, "There is no partner on this side.");
        }
        try (Grant grant = governor.ask(Priority.EDIT, calls)) {
            if (!grant.isWhole()) {
                return without(
                        Presence.NOT_READ,
                        "There are no calls left for it now: see the budgets. Try again in "
                                + Math.max(1, grant.after().toSeconds())
                                + " s.");
            }
            return read(crm.read(type, List.of(id), of), id);
        }
    }

    private static Read read(ReadOutcome outcome, String id) {
        CrmRecord record = outcome.found().get(id);
        if (record != null && record.currentId().equals(id)) {
            return new Read(new PresenceView(Presence.READ, null, record.modifiedAt()), record);
        }
        if (record != null) {
            return without(
                    Presence.GONE, "It was merged into '" + record.currentId() + "'. Look there.");
        }
        if (outcome.missing().contains(id)) {
            return without(Presence.GONE, "It was deleted, or the integration cannot see it.");
        }
        ReadOutcome.Failure failure = outcome.failure();
        return without(
                Presence.NOT_READ, failure == null ? "It was not read." : failure.message() + ".");
    }

    private static Read without(Presence presence, String message) {
        return new Read(new PresenceView(presence, message, null), null);
    }
}
