package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.TypeMatrix;
import io.crosswalk.salesforce.SalesforceField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a property and a field can be mapped to each other, by what the two CRMs say of them
 * (docs/semantics.md, "Types"). The standard owner mapping stands outside of these rules; a
 * record's company goes with a reference to an account, and with nothing else.
 */
public final class Compatibility {
    private Compatibility() {}

    public static HubspotType typeOf(HubspotProperty property) {
        return HubspotType.of(property.type(), property.fieldType(), property.numberDisplayHint());
    }

    public static SalesforceType typeOf(SalesforceField field) {
        return SalesforceType.of(field.type());
    }

    /** Why the property cannot be mapped to any field; null if its type decides. */
    public static @Nullable Refusal refusal(ObjectPair object, HubspotProperty property) {
        if (refersToUsers(property)) {
            return new Refusal(
                    RefusalCode.USER_PROPERTY_NOT_MAPPABLE,
                    "Cannot map property "
                            + Quoted.name(property.name())
                            + ": its values are HubSpot users, who have no counterpart in a field of"
                            + " Salesforce. Map a property that holds the user's e-mail or name as"
                            + " text instead; record owners have a standard mapping.");
        }
        if (property.name().equals(object.salesforceIdProperty())) {
            return new Refusal(
                    RefusalCode.LINK_PROPERTY_NOT_MAPPABLE,
                    "Cannot map property "
                            + Quoted.name(property.name())
                            + ": it holds the Salesforce id by which records are linked. Map another"
                            + " property.");
        }
        boolean company = CompanyReference.isProperty(property);
        if (!company && TypeMatrix.salesforceTypesFor(typeOf(property)).isEmpty()) {
            return new Refusal(
                    RefusalCode.TYPE_MISMATCH,
                    "Cannot map property "
                            + named(property)
                            + ": no type of field fits it. Choose a property of another type.");
        }
        return null;
    }

    /** Why the field cannot be mapped to any property; null if its type decides. */
    public static @Nullable Refusal refusal(SalesforceField field) {
        if (!TypeMatrix.hubspotTypesFor(typeOf(field)).isEmpty()) {
            return null;
        }
        return new Refusal(
                RefusalCode.TYPE_MISMATCH,
                "Cannot map field "
                        + named(field)
                        + ": no type of property fits it. Choose a field of another type.");
    }

    private static boolean refersToUsers(HubspotProperty property) {
        return property.referencedObjectType() != null
                && List.of("OWNER", "USER").contains(property.referencedObjectType());
    }

    /** Why the two cannot be mapped to each other under any rule; null if they can. */
    public static @Nullable Refusal refusal(
            ObjectPair object, HubspotProperty property, SalesforceField field) {
        Refusal alone = refusal(object, property);
        if (alone == null) {
            alone = refusal(field);
        }
        if (alone != null) {
            return alone;
        }
        return fit(property, field) == Fit.MISMATCH ? mismatch(property, field) : null;
    }

    public static Fit fit(HubspotProperty property, SalesforceField field) {
        return restrictedForText(property, field) ? Fit.MISMATCH : fitOfTypes(property, field);
    }

    /** Whatever values the field takes. */
    static Fit fitOfTypes(HubspotProperty property, SalesforceField field) {
        if (CompanyReference.isProperty(property)) {
            return CompanyReference.isField(field) ? Fit.EXTENDED : Fit.MISMATCH;
        }
        return TypeMatrix.fit(typeOf(property), typeOf(field));
    }

    private static boolean restrictedForText(HubspotProperty property, SalesforceField field) {
        return typeOf(property) == HubspotType.TEXT
                && typeOf(field) == SalesforceType.PICKLIST
                && field.restrictedPicklist();
    }

    private static Refusal mismatch(HubspotProperty property, SalesforceField field) {
        return new Refusal(
                RefusalCode.TYPE_MISMATCH,
                "Cannot map property "
                        + named(property)
                        + " to field "
                        + named(field)
                        + ": "
                        + why(property, field));
    }

    private static String why(HubspotProperty property, SalesforceField field) {
        if (CompanyReference.isProperty(property)) {
            return "the property tells which company a record belongs to, and that goes to a"
                    + " reference to Account alone. Choose such a field.";
        }
        String why =
                restrictedForText(property, field)
                        ? "the picklist takes only its own values, and a text can be anything. Choose"
                                + " a picklist without that restriction"
                        : typeOf(property).label()
                                + " maps to "
                                + oneOf(
                                        TypeMatrix.salesforceTypesFor(typeOf(property)).stream()
                                                .map(SalesforceType::label))
                                + ". Choose such a field";
        return why
                + ", or a property of type "
                + oneOf(
                        TypeMatrix.hubspotTypesFor(typeOf(field)).stream()
                                .filter(type -> type != typeOf(property))
                                .map(HubspotType::label))
                + ".";
    }

    private static String oneOf(Stream<String> labels) {
        List<String> all = labels.toList();
        int last = all.size() - 1;
        return last < 1
                ? String.join("", all)
                : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    /** The rules that write only what can be written; Don't sync always. */
    public static List<SyncRule> rules(HubspotProperty property, SalesforceField field) {
        return Stream.of(SyncRule.values())
                .filter(rule -> !(rule.mayWrite(Side.SALESFORCE) && readOnly(field)))
                .filter(rule -> !(rule.mayWrite(Side.HUBSPOT) && readOnly(property)))
                .toList();
    }

    /** Why the rule cannot be used for the two; null if it can. */
    public static @Nullable Refusal refusal(
            HubspotProperty property, SalesforceField field, SyncRule rule) {
        List<SyncRule> rules = rules(property, field);
        if (rules.contains(rule)) {
            return null;
        }
        boolean salesforce = rule.mayWrite(Side.SALESFORCE) && readOnly(field);
        return new Refusal(
                salesforce ? RefusalCode.FIELD_READ_ONLY : RefusalCode.PROPERTY_READ_ONLY,
                "Cannot use the rule '"
                        + rule.label()
                        + "' for property "
                        + named(property)
                        + " and field "
                        + named(field)
                        + ": it writes the "
                        + (salesforce
                                ? "field, which the integration user cannot write"
                                : "property, which HubSpot lets nobody write")
                        + ". Choose "
                        + rules.stream()
                                .map(other -> "'" + other.label() + "'")
                                .collect(Collectors.joining(" or "))
                        + ", or another pair.");
    }

    /**
     * The primary company is set through its association, whatever HubSpot says of the property.
     */
    public static boolean readOnly(HubspotProperty property) {
        return property.readOnly() && !CompanyReference.isProperty(property);
    }

    private static boolean readOnly(SalesforceField field) {
        return !field.updateable() || typeOf(field) == SalesforceType.ID;
    }

    private static String named(HubspotProperty property) {
        HubspotType type = typeOf(property);
        String label = type == HubspotType.OTHER ? property.fieldType() : type.label();
        return Quoted.name(property.name()) + " (" + label + ")";
    }

    private static String named(SalesforceField field) {
        return Quoted.name(field.name()) + " (" + field.type() + ")";
    }
}
