package io.crosswalk.api;

import io.crosswalk.records.Difference.Reason;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One record as a whole: what both CRMs hold now, field by field, and why.
 *
 * @param hubspotId null for a Salesforce record without a partner
 * @param salesforceId null for a HubSpot record without a partner
 * @param name as people call it; null where neither side tells
 * @param syncEnabled whether the object syncs at all
 * @param link what is left to do; null where nothing is stored of the record
 * @param inStep mapped fields whose sides say the same
 * @param differing mapped fields whose sides do not
 * @param fields in the order of the mappings
 * @param problems the open ones of this record, 50 at most
 */
public record RecordView(
        String object,
        @Schema(nullable = true) @Nullable String hubspotId,
        @Schema(nullable = true) @Nullable String salesforceId,
        @Schema(nullable = true) @Nullable String name,
        boolean syncEnabled,
        PresenceView hubspot,
        PresenceView salesforce,
        @Schema(nullable = true) LinksResource.@Nullable LinkView link,
        int inStep,
        int differing,
        List<RecordFieldView> fields,
        List<ProblemView> problems) {

    /** Whether there is such a record for all we know, and not only what could be its id. */
    boolean known() {
        return link != null
                || hubspot.state() == Presence.READ
                || salesforce.state() == Presence.READ;
    }

    /**
     * Whether a side's record was read.
     *
     * @param message why not, for people; null where it was
     * @param modifiedAt when anything of it changed last
     */
    public record PresenceView(
            Presence state,
            @Schema(nullable = true) @Nullable String message,
            @Schema(nullable = true) @Nullable Instant modifiedAt) {}

    public enum Presence {
        READ,
        /** The CRM does not have it any more. */
        GONE,
        /** The record has no partner on this side. */
        NO_PARTNER,
        /** The CRM does not answer now, or there are no calls left. */
        NOT_READ
    }

    public enum FieldState {
        IN_STEP,
        DIFFERS,
        /** The rule is Don't sync, so nothing is read or compared. */
        NOT_SYNCED,
        /** A CRM does not show the property or field, or the types do not fit any more. */
        NOT_VISIBLE,
        /** One of the records was not read. */
        UNKNOWN
    }

    /**
     * @param hubspot the property's value as HubSpot holds it; null is blank, or not read
     * @param salesforce the field's value as Salesforce holds it; null is blank, or not read
     * @param hubspotPerson who the property's value is: an active owner's name, else the e-mail;
     *     null where it is no owner, or HubSpot does not say
     * @param salesforcePerson likewise the field's, an active user's
     * @param reason why the sides differ, as the last look found it; null where they do not, or no
     *     look has compared them as they are
     * @param since when a look found that first
     * @param why the state in a sentence
     * @param last the newest journal entry of the field; null if the newest entries have none
     */
    public record RecordFieldView(
            String mappingId,
            String hubspotProperty,
            String hubspotLabel,
            String salesforceField,
            String salesforceLabel,
            @Schema(ref = "SyncRule") String syncRule,
            String syncRuleLabel,
            @Schema(nullable = true) @Nullable String hubspot,
            @Schema(nullable = true) @Nullable String salesforce,
            @Schema(nullable = true) @Nullable String hubspotPerson,
            @Schema(nullable = true) @Nullable String salesforcePerson,
            FieldState state,
            @Schema(nullable = true) @Nullable Reason reason,
            @Schema(nullable = true) @Nullable Instant since,
            String why,
            @Schema(nullable = true) @Nullable EntryView last) {}

    /**
     * A record that was found.
     *
     * @param detail what else tells it from others of the same name: e-mail, domain
     */
    public record FoundRecordView(
            String object,
            @Schema(nullable = true) @Nullable String hubspotId,
            @Schema(nullable = true) @Nullable String salesforceId,
            String name,
            @Schema(nullable = true) @Nullable String detail) {}
}
