package io.crosswalk.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types that a call names, told apart.
 *
 * @param unlabelled whether the plain association is among them
 */
record AssociationTypes(boolean primary, boolean unlabelled, Set<Integer> userLabels) {

    static AssociationTypes of(Associations.Kind kind, JsonNode types) {
        boolean primary = false;
        boolean unlabelled = false;
        Set<Integer> userLabels = new TreeSet<>();
        if (!types.isArray() || types.isEmpty()) {
            throw HubspotError.validation("Invalid input JSON: types must not be empty");
        }
        for (JsonNode type : types) {
            int id = type.path("associationTypeId").asInt();
            if (!type.path("associationCategory").asText().equals("HUBSPOT_DEFINED")) {
                userLabels.add(id);
            } else if (id == kind.primaryId) {
                primary = true;
            } else if (id == kind.unlabelledId) {
                unlabelled = true;
            } else {
                throw HubspotError.validation(
                        "HUBSPOT_DEFINED association type "
                                + id
                                + " does not go from "
                                + kind.type.plural
                                + " to companies");
            }
        }
        return new AssociationTypes(primary, unlabelled, userLabels);
    }
}
