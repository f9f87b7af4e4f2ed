package io.crosswalk.records;

/**
 * A pair of record types that Crosswalk keeps in step.
 *
 * @param name the object's name in API and storage: {@code contact}
 * @param hubspotType the type in HubSpot's paths: {@code contacts}
 * @param hubspotTypeId HubSpot's type id, as {@code object.*} webhooks carry it: {@code 0-1}
 * @param salesforceType the sObject's API name: {@code Contact}
 * @param salesforceIdProperty the HubSpot property that holds the Salesforce record's id
 * @param modifiedProperty the HubSpot property that moves with every change of a record
 */
public record ObjectPair(
        String name,
        String hubspotType,
        String hubspotTypeId,
        String salesforceType,
        String salesforceIdProperty,
        String modifiedProperty) {}
