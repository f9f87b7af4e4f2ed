package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.OptionPairs;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the two option lists know each other's options, pairs considered. */
final class MappingHealthOptions {
    private static final int QUOTED_MAX = 5;

    private final SyncRule rule;
    private final String property;
    private final String field;
    private final Map<String, String> optionPairs;

    MappingHealthOptions(
            SyncRule rule, String property, String field, Map<String, String> optionPairs) {
        this.rule = rule;
        this.property = property;
        this.field = field;
        this.optionPairs = optionPairs;
    }

    List<ProblemCause> findings(
            HubspotProperty hubspot,
            HubspotType hubspotType,
            SalesforceField salesforce,
            SalesforceType salesforceType) {
        if (!salesforceType.isPicklist()) {
            return List.of();
        }
        List<ProblemCause> findings = new ArrayList<>();
        if (hubspotType == HubspotType.TEXT) {
            if (salesforce.restrictedPicklist() && rule.mayWrite(Side.SALESFORCE)) {
                findings.add(restricted());
            }
            return findings;
        }
        if (rule.mayWrite(Side.HUBSPOT) && !hubspot.optionsUnknown()) {
            missingInHubspot(hubspot, salesforce, findings);
        }
        if (rule.mayWrite(Side.SALESFORCE)) {
            missingInSalesforce(hubspot, salesforce, findings);
        }
        return findings;
    }

    private ProblemCause restricted() {
        return ProblemCause.of(
                ProblemCode.TEXT_INTO_RESTRICTED_PICKLIST,
                property
                        + " takes any text, but "
                        + field
                        + " is a picklist restricted to its values; other texts are not written. "
                        + ProblemCode.TEXT_INTO_RESTRICTED_PICKLIST.mending());
    }

    private OptionPairs pairs(HubspotProperty hubspot) {
        return OptionPairs.ofLists(optionPairs, Stages.pipelines(hubspot));
    }

    private void missingInHubspot(
            HubspotProperty hubspot, SalesforceField salesforce, List<ProblemCause> findings) {
        OptionPairs pairs = pairs(hubspot);
        Set<String> options = new HashSet<>();
        hubspot.options().forEach(option -> options.add(option.value()));
        List<String> missing = new ArrayList<>();
        for (PicklistValue value : salesforce.picklistValues()) {
            String option = pairs.toHubspot(value.value());
            if (value.active() && (option == null || !options.contains(option))) {
                missing.add(value.value());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        boolean addable = OptionRefresh.adds(optionPairs, hubspot, salesforce);
        ProblemCode code = ProblemCode.HUBSPOT_OPTIONS_MISSING;
        String what =
                property
                        + " lacks options for "
                        + quoted(missing)
                        + " of "
                        + field
                        + "; records with these are not written to HubSpot. ";
        findings.add(
                missing(code, what, hubspot.readOnlyOptions(), addable).with("missing", missing));
    }

    /**
     * @param addable whether refreshing would add one: an option that is paired with another value,
     *     or that HubSpot cannot hold, is not missing in that sense
     */
    private static ProblemCause missing(
            ProblemCode code, String what, boolean readOnly, boolean addable) {
        if (readOnly) {
            return ProblemCause.of(
                            code,
                            what
                                    + "HubSpot does not let the options of this property be added"
                                    + " to: pair the values with other options.")
                    .with(ProblemAction.EDIT_MAPPING);
        }
        return addable
                ? ProblemCause.of(code, what + code.mending())
                : ProblemCause.of(
                                code,
                                what
                                        + "Refreshing adds none of them, because an option of that"
                                        + " name is paired otherwise, or HubSpot takes no semicolon:"
                                        + " pair the values with other options.")
                        .with(ProblemAction.EDIT_MAPPING);
    }

    private void missingInSalesforce(
            HubspotProperty hubspot, SalesforceField salesforce, List<ProblemCause> findings) {
        OptionPairs pairs = pairs(hubspot);
        Map<String, Boolean> activeByValue = new HashMap<>();
        salesforce.picklistValues().forEach(v -> activeByValue.put(v.value(), v.active()));
        List<String> missing = new ArrayList<>();
        List<String> ambiguous = new ArrayList<>();
        List<String> inactive = new ArrayList<>();
        for (HubspotProperty.Option option : hubspot.options()) {
            String value = pairs.toSalesforce(option.value());
            Boolean active = activeByValue.get(value);
            if (option.hidden() || Boolean.TRUE.equals(active)) {
                continue;
            }
            if (value == null) {
                ambiguous.add(option.value());
            } else if (active != null) {
                inactive.add(option.value());
            } else {
                missing.add(option.value());
            }
        }
        // An unpaired stage is not written, though the picklist would take it.
        boolean takesAny = !salesforce.restrictedPicklist() && !Stages.areOf(hubspot);
        if (!missing.isEmpty() && takesAny) {
            findings.add(madeInSalesforce(missing));
            missing.clear();
        }
        if (missing.size() + ambiguous.size() > 0) {
            findings.add(missingInSalesforce(missing, ambiguous));
        }
        if (!inactive.isEmpty()) {
            ProblemCode code = ProblemCode.SALESFORCE_VALUES_INACTIVE;
            findings.add(
                    ProblemCause.of(
                                    code,
                                    property
                                            + " still offers "
                                            + quoted(inactive)
                                            + ", inactive in "
                                            + field
                                            + ". "
                                            + code.mending())
                            .with("inactive", inactive));
        }
    }

    /** An unrestricted picklist takes HubSpot's internal names, and the pairs' stale values. */
    private ProblemCause madeInSalesforce(List<String> missing) {
        return ProblemCause.of(
                        ProblemCode.SALESFORCE_VALUES_MISSING,
                        field
                                + " has no value for "
                                + quoted(missing)
                                + " of "
                                + property
                                + ", and is not restricted to its values: what is written for these"
                                + " becomes an inactive value of the picklist. Pair the options"
                                + " with the picklist's values, or add the values to it.")
                .with("missing", missing)
                .with(ProblemAction.EDIT_MAPPING);
    }

    /**
     * @param ambiguous options that have no value, because the one of the same name is another's
     */
    private ProblemCause missingInSalesforce(List<String> missing, List<String> ambiguous) {
        ProblemCode code = ProblemCode.SALESFORCE_VALUES_MISSING;
        StringBuilder what = new StringBuilder();
        if (!missing.isEmpty()) {
            what.append(field)
                    .append(" is restricted to its values and lacks ")
                    .append(quoted(missing))
                    .append(" of ")
                    .append(property)
                    .append("; records with these are not written to Salesforce. ");
        }
        if (!ambiguous.isEmpty()) {
            what.append(property)
                    .append(" offers ")
                    .append(quoted(ambiguous))
                    .append(", and what is called so in ")
                    .append(field)
                    .append(" is paired with another option; records with these are not written to")
                    .append(" Salesforce. ");
        }
        List<String> all = new ArrayList<>(missing);
        all.addAll(ambiguous);
        if (missing.isEmpty()) {
            return ProblemCause.of(code, what + "Pair the options with other values.")
                    .with("missing", all)
                    .with(ProblemAction.EDIT_MAPPING);
        }
        return ProblemCause.of(code, what + code.mending()).with("missing", all);
    }

    /** {@code 'a', 'b' and 12 more}. */
    static String quoted(List<String> names) {
        List<String> shown = new ArrayList<>();
        names.stream().limit(QUOTED_MAX).forEach(name -> shown.add("'" + name + "'"));
        int more = names.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }
}
