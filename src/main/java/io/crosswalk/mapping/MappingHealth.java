package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.TypeMatrix;
import io.crosswalk.salesforce.SalesforceField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the CRMs' metadata says against a mapping (docs/problems.md). Pure: the same metadata gives
 * the same findings. A mapping that does not sync has none.
 */
final class MappingHealth {
    /** The detail of a problem: the scopes that are missing. */
    static final String SCOPE = "scope";

    private final SyncRule rule;
    private final boolean owner;
    private final String property;
    private final String field;
    private final List<ProblemCause> findings = new ArrayList<>();

    private MappingHealth(Mapping mapping) {
        rule = mapping.syncRule();
        owner = StandardMappings.isOwner(mapping);
        property = "HubSpot property '" + mapping.hubspotProperty() + "'";
        field = "Salesforce field '" + mapping.salesforceField() + "'";
    }

    /**
     * @param property null if HubSpot shows none of that name
     * @param field null if Salesforce shows the integration user none of that name
     * @param lookalikes properties and fields that may be what a missing one is called now
     */
    static List<ProblemCause> findings(
            Mapping mapping,
            Map<String, String> optionPairs,
            @Nullable HubspotProperty property,
            @Nullable SalesforceField field,
            List<String> lookalikes) {
        if (mapping.syncRule() == SyncRule.DONT_SYNC) {
            return List.of();
        }
        MappingHealth health = new MappingHealth(mapping);
        if (property == null || field == null) {
            health.gone(property == null, field == null, lookalikes);
        } else {
            health.look(property, field, optionPairs);
        }
        return List.copyOf(health.findings);
    }

    private void gone(boolean propertyGone, boolean fieldGone, List<String> lookalikes) {
        String hint =
                lookalikes.isEmpty()
                        ? ""
                        : " It may be called " + MappingHealthOptions.quoted(lookalikes) + " now.";
        if (propertyGone) {
            find(
                    ProblemCause.of(
                            ProblemCode.PROPERTY_GONE,
                            property
                                    + " is not to be seen: it was archived, deleted or made"
                                    + " sensitive, or Crosswalk lacks the scope for it. Nothing is"
                                    + " written, and nothing is cleared."
                                    + hint
                                    + " "
                                    + ProblemCode.PROPERTY_GONE.mending()));
        }
        if (fieldGone) {
            find(
                    ProblemCause.of(
                            ProblemCode.FIELD_GONE,
                            field
                                    + " is not to be seen by the integration user: field-level"
                                    + " security hides it, or it was deleted or renamed. Nothing is"
                                    + " written, and nothing is cleared."
                                    + hint
                                    + " "
                                    + ProblemCode.FIELD_GONE.mending()));
        }
    }

    private void look(
            HubspotProperty hubspot, SalesforceField salesforce, Map<String, String> optionPairs) {
        HubspotType hubspotType = Compatibility.typeOf(hubspot);
        SalesforceType salesforceType = SalesforceType.of(salesforce.type());
        if (Compatibility.fitOfTypes(hubspot, salesforce) == Fit.MISMATCH) {
            mismatch(hubspot, hubspotType, salesforce);
            return;
        }
        writable(hubspot, salesforce, salesforceType);
        // A record always has an owner in Salesforce; one that HubSpot lacks leaves it as it is.
        if (!owner
                && rule.mayClear(Side.SALESFORCE)
                && !salesforce.nillable()
                && salesforceType != SalesforceType.BOOLEAN
                && salesforce.updateable()) {
            find(
                    ProblemCause.of(
                            ProblemCode.REQUIRED_FIELD_MAY_BE_CLEARED,
                            field
                                    + " is required, and the rule '"
                                    + rule.label()
                                    + "' clears it when "
                                    + property
                                    + " is cleared; Salesforce will refuse that. "
                                    + ProblemCode.REQUIRED_FIELD_MAY_BE_CLEARED.mending()));
        }
        findings.addAll(
                new MappingHealthOptions(rule, property, field, optionPairs)
                        .findings(hubspot, hubspotType, salesforce, salesforceType));
        if (rule.mayWrite(Side.SALESFORCE) && salesforce.updateable()) {
            findings.addAll(
                    MappingHealthSizes.findings(
                            property, field, hubspotType, salesforce, salesforceType));
        }
    }

    private void mismatch(
            HubspotProperty hubspot, HubspotType hubspotType, SalesforceField salesforce) {
        String fitting =
                CompanyReference.isProperty(hubspot)
                        ? "a reference to Account"
                        : TypeMatrix.salesforceTypesFor(hubspotType).stream()
                                .map(SalesforceType::label)
                                .collect(Collectors.joining(", "));
        find(
                ProblemCause.of(
                        ProblemCode.TYPE_MISMATCH,
                        property
                                + " ("
                                + hubspot.type()
                                + ", "
                                + hubspot.fieldType()
                                + ") and "
                                + field
                                + " ("
                                + salesforce.type()
                                + ") do not fit each other, so nothing is written. "
                                + (fitting.isEmpty()
                                        ? "No Salesforce type fits this property. "
                                        : "This property fits " + fitting + ". ")
                                + ProblemCode.TYPE_MISMATCH.mending()));
    }

    private void writable(
            HubspotProperty hubspot, SalesforceField salesforce, SalesforceType salesforceType) {
        if (rule.mayWrite(Side.HUBSPOT) && Compatibility.readOnly(hubspot)) {
            find(
                    ProblemCause.of(
                            ProblemCode.PROPERTY_READ_ONLY,
                            property
                                    + " is calculated or read-only, and the rule '"
                                    + rule.label()
                                    + "' writes HubSpot. "
                                    + ProblemCode.PROPERTY_READ_ONLY.mending()));
        }
        if (!rule.mayWrite(Side.SALESFORCE)) {
            return;
        }
        if (salesforce.calculated() || salesforceType == SalesforceType.ID) {
            find(
                    ProblemCause.of(
                            ProblemCode.FIELD_CALCULATED,
                            field
                                    + " is a formula, a roll-up or a record's id, and the rule '"
                                    + rule.label()
                                    + "' writes Salesforce. "
                                    + ProblemCode.FIELD_CALCULATED.mending()));
        } else if (!salesforce.updateable()) {
            find(
                    ProblemCause.of(
                            ProblemCode.FIELD_READ_ONLY,
                            field
                                    + " cannot be edited by the integration user (field-level"
                                    + " security, or Salesforce fills it itself), and the rule '"
                                    + rule.label()
                                    + "' writes Salesforce. "
                                    + ProblemCode.FIELD_READ_ONLY.mending()));
        }
    }

    /** That HubSpot does not say who its owners are, and which scope has it do so. */
    static ProblemCause ownersHidden(Mapping mapping) {
        return ProblemCause.of(
                        ProblemCode.SCOPE_MISSING,
                        "Owners in HubSpot are not to be seen: the app lacks the scope '"
                                + NeededScope.OWNERS
                                + "'. HubSpot property '"
                                + mapping.hubspotProperty()
                                + "' and Salesforce field '"
                                + mapping.salesforceField()
                                + "' are kept in step by the e-mails of owners and users. Nothing"
                                + " is written, and nothing is cleared. Give the app the scope in"
                                + " HubSpot, and install it again.")
                .with(SCOPE, List.of(NeededScope.OWNERS));
    }

    static boolean isOfOwners(ProblemCause cause) {
        return scopes(cause).contains(NeededScope.OWNERS);
    }

    /** The missing ones that a problem names. */
    static List<String> scopes(ProblemCause cause) {
        return cause.details().getOrDefault(SCOPE, List.of());
    }

    /** That hardly any company has a partner while companies are not synced. */
    static ProblemCause companiesOff(Mapping mapping) {
        ProblemCode code = ProblemCode.COMPANY_SYNC_OFF;
        return ProblemCause.of(
                code,
                "HubSpot property '"
                        + mapping.hubspotProperty()
                        + "' and Salesforce field '"
                        + mapping.salesforceField()
                        + "' are kept in step through the partners of companies, and sync of object"
                        + " '"
                        + CompanyReference.COMPANY
                        + "' is off. Companies without a partner are not carried over. "
                        + code.mending());
    }

    private void find(ProblemCause cause) {
        findings.add(cause);
    }
}
