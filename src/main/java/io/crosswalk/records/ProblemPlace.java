package io.crosswalk.records;

import org.jspecify.annotations.Nullable;

/**
 * What a problem is about: an object, a mapping, a record's value of a mapping, or a record as a
 * whole.
 *
 * @param object the {@link ObjectPair#name()}
 * @param mappingId null for a problem of an object or a record as a whole
 * @param hubspotProperty the mapping's property; null without a mapping
 * @param salesforceField the mapping's field; null without a mapping
 * @param hubspotId the link's HubSpot record; null for a problem of an object or a mapping as a
 *     whole, or of a Salesforce record without a link
 * @param salesforceId its Salesforce record; null where there is none
 */
public record ProblemPlace(
        String object,
        @Nullable String mappingId,
        @Nullable String hubspotProperty,
        @Nullable String salesforceField,
        @Nullable String hubspotId,
        @Nullable String salesforceId) {

    public static ProblemPlace object(String object) {
        return new ProblemPlace(object, null, null, null, null, null);
    }

    public static ProblemPlace mapping(
            String object, String mappingId, String hubspotProperty, String salesforceField) {
        return new ProblemPlace(object, mappingId, hubspotProperty, salesforceField, null, null);
    }

    /** A Salesforce record without a link. */
    public static ProblemPlace unlinked(RecordKey salesforce) {
        return new ProblemPlace(salesforce.object(), null, null, null, null, salesforce.recordId());
    }

    public static ProblemPlace record(RecordKey link, @Nullable String salesforceId) {
        return new ProblemPlace(link.object(), null, null, null, link.recordId(), salesforceId);
    }

    public ProblemPlace withRecord(RecordKey link, @Nullable String salesforceId) {
        return new ProblemPlace(
                object, mappingId, hubspotProperty, salesforceField, link.recordId(), salesforceId);
    }

    public ProblemId id(ProblemCode code) {
        boolean unlinked = mappingId == null && hubspotId == null;
        return new ProblemId(object, mappingId, unlinked ? salesforceId : hubspotId, code);
    }
}
