package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Describes as one user sees them: what is hidden from the user is absent. */
final class Describe {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Describe() {}

    static ObjectNode global(Store store, String version) {
        ObjectNode global = JSON.objectNode().put("encoding", "UTF-8").put("maxBatchSize", 200);
        ArrayNode types = global.putArray("sobjects");
        store.tables().forEach(table -> types.add(summary(table.type(), version)));
        return global;
    }

    static ObjectNode full(SObject type, Actor actor, String version) {
        ObjectNode describe = summary(type, version);
        ArrayNode fields = describe.putArray("fields");
        for (Field field : type.fields()) {
            if (field.visible(actor)) {
                fields.add(field(field, actor));
            }
        }
        describe.putArray("childRelationships");
        describe.putArray("recordTypeInfos")
                .addObject()
                .put("recordTypeId", "012000000000000AAA")
                .put("name", "Master")
                .put("developerName", "Master")
                .put("active", true)
                .put("available", true)
                .put("defaultRecordTypeMapping", true)
                .put("master", true);
        return describe;
    }

    private static ObjectNode summary(SObject type, String version) {
        boolean user = type.name().equals("User");
        ObjectNode node = JSON.objectNode();
        node.put("name", type.name())
                .put("label", type.name())
                .put("labelPlural", type.labelPlural())
                .put("keyPrefix", type.keyPrefix())
                .put("custom", false)
                .put("customSetting", false)
                .put("deprecatedAndHidden", false)
                .put("createable", true)
                .put("updateable", true)
                .put("deletable", !user)
                .put("undeletable", !user)
                .put("queryable", true)
                .put("retrieveable", true)
                .put("searchable", true)
                .put("layoutable", true)
                .put("replicateable", true)
                .put("mergeable", !user && !type.name().equals("Opportunity"))
                .put("triggerable", true)
                .put("mruEnabled", true);
        String base = "/services/data/" + version + "/sobjects/" + type.name();
        node.putObject("urls")
                .put("sobject", base)
                .put("describe", base + "/describe")
                .put("rowTemplate", base + "/{ID}");
        return node;
    }

    private static ObjectNode field(Field field, Actor actor) {
        FieldType type = field.type();
        ObjectNode node = JSON.objectNode();
        node.put("name", field.name())
                .put("label", field.label())
                .put("type", type.wire())
                .put("soapType", type.soapType())
                .put("custom", field.custom())
                .put("nameField", field.has("namefield") || field.has("compound"))
                .put("compoundFieldName", field.compound())
                .putNull("inlineHelpText");
        node.put("length", field.length)
                .put("byteLength", type.isId() ? 18 : field.length * 3)
                .put("precision", type == FieldType.INT ? 0 : field.precision())
                .put("scale", field.scale())
                .put("digits", type == FieldType.INT ? field.precision() : 0);
        node.put("createable", field.writable(actor, true))
                .put("updateable", field.writable(actor, false))
                .put("nillable", field.nillable)
                .put("defaultedOnCreate", field.defaultedOnCreate())
                .putNull("defaultValueFormula")
                .put("permissionable", field.nillable && !type.isId());
        if (type == FieldType.BOOLEAN) {
            node.put("defaultValue", false);
        } else {
            node.putNull("defaultValue");
        }
        derived(field, node);
        node.put("externalId", field.has("external"))
                .put("idLookup", field.has("lookup"))
                .put("unique", field.has("unique"))
                .put("caseSensitive", false);
        picklist(field, node);
        reference(field, node);
        node.put("filterable", field.filterable())
                .put("sortable", field.sortable())
                .put("groupable", field.sortable() && !type.isNumber())
                .put("aggregatable", field.sortable())
                .put("queryByDistance", false)
                .put("searchPrefilterable", false)
                .put("aiPredictionField", false)
                .put("deprecatedAndHidden", false);
        return node;
    }

    private static void derived(Field field, ObjectNode node) {
        boolean encrypted = field.type() == FieldType.ENCRYPTEDSTRING;
        node.put("calculated", field.calculated())
                .put("calculatedFormula", formula(field))
                .put("formulaTreatNullNumberAsZero", false)
                .put("autoNumber", field.has("auto"))
                .put("encrypted", encrypted)
                .put("htmlFormatted", field.has("rich"))
                .put("extraTypeInfo", extraTypeInfo(field))
                .put("mask", encrypted ? "X" : null)
                .put("maskType", encrypted ? "all" : null)
                .put("displayLocationInDecimal", false);
    }

    private static @Nullable String extraTypeInfo(Field field) {
        if (field.has("rich")) {
            return "richtextarea";
        }
        return field.has("plain") ? "plaintextarea" : null;
    }

    private static @Nullable String formula(Field field) {
        return switch (field.name()) {
            case "Full_Title__c" ->
                    "TRIM(FirstName & \" \" & LastName) & IF(ISBLANK(Title), \"\", \", \" & Title)";
            default -> null;
        };
    }

    private static void picklist(Field field, ObjectNode node) {
        ArrayNode values = node.putArray("picklistValues");
        for (Field.Choice choice : field.choices()) {
            values.addObject()
                    .put("active", choice.active())
                    .put("defaultValue", false)
                    .put("label", choice.label())
                    .putNull("validFor")
                    .put("value", choice.value());
        }
        node.put("restrictedPicklist", field.restricted())
                .put("dependentPicklist", false)
                .putNull("controllerName");
    }

    private static void reference(Field field, ObjectNode node) {
        ArrayNode to = node.putArray("referenceTo");
        field.referenceTo().forEach(to::add);
        String name = field.name();
        boolean reference = !field.referenceTo().isEmpty();
        node.put("relationshipName", reference ? name.substring(0, name.length() - 2) : null)
                .putNull("relationshipOrder")
                .put("namePointing", false)
                .put("polymorphicForeignKey", false)
                .put("cascadeDelete", false)
                .put("restrictedDelete", false)
                .put("writeRequiresMasterRead", false)
                .putNull("filteredLookupInfo");
    }
}
