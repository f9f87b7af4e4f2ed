package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.hubspot.Associations.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One association made or taken off, as callers name it and as they are answered. */
final class AssociationChanges {
    private final Associations associations;
    private final Map<ObjectType, ObjectStore> stores;

    AssociationChanges(Associations associations, Map<ObjectType, ObjectStore> stores) {
        this.associations = associations;
        this.stores = stores;
    }

    /** The record that an association is from. */
    StoredRecord from(Kind kind, String id) {
        StoredRecord record = stores.get(kind.type).find(id, null, false);
        if (record == null) {
            throw HubspotError.notFound(
                            kind.type.singular.toUpperCase(Locale.ROOT)
                                    + "="
                                    + id
                                    + " is not valid")
                    .context("fromObjectId", List.of(id));
        }
        return record;
    }

    /** With the types that the input names, and no others. */
    ObjectNode associate(
            Kind kind, StoredRecord record, String to, JsonNode input, Source source, long now) {
        AssociationTypes types = AssociationTypes.of(kind, input.path("types"));
        StoredRecord company = associations.company(to);
        associations.associate(
                kind, record, company, types.primary(), types.userLabels(), source, now);
        ObjectNode pair = Json.object();
        pair.put("fromObjectTypeId", kind.type.typeId);
        pair.put("fromObjectId", record.id);
        pair.put("toObjectTypeId", ObjectType.COMPANIES.typeId);
        pair.put("toObjectId", company.id);
        ArrayNode labels = pair.putArray("labels");
        if (types.primary()) {
            labels.add("Primary");
        }
        types.userLabels().forEach(it -> labels.add("Label " + it));
        return pair;
    }

    /** Of the type that has no label. */
    ObjectNode associateUnlabelled(
            Kind kind, StoredRecord record, String to, Source source, long now) {
        StoredRecord company = associations.company(to);
        Associations.Types known = associations.of(kind, record).get(company.id);
        associations.associate(
                kind,
                record,
                company,
                false,
                known == null ? Set.of() : known.userLabels(),
                source,
                now);
        ObjectNode pair = Json.object();
        pair.putObject("from").put("id", Long.toString(record.id));
        pair.putObject("to").put("id", Long.toString(company.id));
        pair.putObject("associationSpec")
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", kind.unlabelledId);
        return pair;
    }

    /** What is not there is no error. */
    void dissociate(Kind kind, StoredRecord record, String to, Source source, long now) {
        StoredRecord company = stores.get(ObjectType.COMPANIES).find(to);
        if (company != null) {
            associations.dissociate(kind, record, company.id, source, now);
        }
    }

    /** Without its plain type an association is none. What is not there is no error. */
    void unlabel(Kind kind, JsonNode input, AssociationTypes types, Source source, long now) {
        String from = input.path("from").path("id").asText();
        StoredRecord record = stores.get(kind.type).find(from);
        StoredRecord company =
                stores.get(ObjectType.COMPANIES).find(input.path("to").path("id").asText());
        if (record != null && company != null && types.unlabelled()) {
            associations.dissociate(kind, record, company.id, source, now);
        } else if (record != null && company != null) {
            associations.unlabel(
                    kind, record, company.id, types.primary(), types.userLabels(), source, now);
        }
    }
}
