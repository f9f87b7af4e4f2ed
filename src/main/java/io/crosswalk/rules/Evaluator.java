package io.crosswalk.rules;

import static io.crosswalk.rules.Decision.*;

/**
 * Decides one field of one link. Pure, total over its inputs, allocates nothing.
 *
 * <p>Source: the tables of docs/semantics.md, row by row; every cell over a small alphabet stands
 * in {@code decisions.csv} and {@code first-contact.csv} of the test resources. The HubSpot rules
 * are the Salesforce rules with the sides swapped, so they cannot drift apart.
 */
public final class Evaluator {
    private Evaluator() {}

    /**
     * Decides where there is a base.
     *
     * @param inStep whether the current values are equal after conversion
     * @param hubspotBlank whether the property is blank now
     * @param salesforceBlank whether the field is blank now
     * @param hubspotChanged whether the property differs from its own side's base
     * @param salesforceChanged whether the field differs from its own side's base
     * @param later which change is the later; only looked at when both changed
     */
    public static Decision decide(
            SyncRule rule,
            boolean inStep,
            boolean hubspotBlank,
            boolean salesforceBlank,
            boolean hubspotChanged,
            boolean salesforceChanged,
            Later later) {
        if (rule == SyncRule.DONT_SYNC) {
            return NOT_SYNCED;
        }
        if (inStep || hubspotBlank && salesforceBlank) {
            return IN_STEP;
        }
        if (!hubspotChanged && !salesforceChanged) {
            return NOTHING_CHANGED;
        }
        return switch (rule) {
            case PREFER_SALESFORCE_UNLESS_BLANK ->
                    preferSalesforce(
                            hubspotBlank,
                            salesforceBlank,
                            hubspotChanged,
                            salesforceChanged,
                            later);
            case ALWAYS_USE_SALESFORCE ->
                    alwaysSalesforce(
                            hubspotBlank, salesforceBlank, hubspotChanged, salesforceChanged);
            case TWO_WAY ->
                    twoWay(hubspotBlank, salesforceBlank, hubspotChanged, salesforceChanged, later);
            case DONT_SYNC -> NOT_SYNCED;
            case PREFER_HUBSPOT_UNLESS_BLANK ->
                    preferSalesforce(
                                    salesforceBlank,
                                    hubspotBlank,
                                    salesforceChanged,
                                    hubspotChanged,
                                    later.mirrored())
                            .mirrored();
            case ALWAYS_USE_HUBSPOT ->
                    alwaysSalesforce(
                                    salesforceBlank,
                                    hubspotBlank,
                                    salesforceChanged,
                                    hubspotChanged)
                            .mirrored();
        };
    }

    /**
     * Decides where there is no base: a new link or a new mapping. A hint stands for "changed";
     * what no hint names is only written with {@link Fill#ALIGN}.
     *
     * @param inStep whether the current values are equal after conversion
     * @param hubspotBlank whether the property is blank now
     * @param salesforceBlank whether the field is blank now
     */
    public static Decision firstContact(
            SyncRule rule,
            boolean inStep,
            boolean hubspotBlank,
            boolean salesforceBlank,
            Hinted hinted,
            Fill fill,
            Later later) {
        if (rule == SyncRule.DONT_SYNC) {
            return NOT_SYNCED;
        }
        if (inStep || hubspotBlank && salesforceBlank) {
            return IN_STEP;
        }
        if (hinted != Hinted.NONE) {
            return decide(
                    rule,
                    false,
                    hubspotBlank,
                    salesforceBlank,
                    hinted != Hinted.SALESFORCE,
                    hinted != Hinted.HUBSPOT,
                    later);
        }
        if (fill == Fill.NONE) {
            return FIRST_CONTACT_ACKNOWLEDGED;
        }
        return switch (rule) {
            case PREFER_SALESFORCE_UNLESS_BLANK -> alignPreferSalesforce(salesforceBlank);
            case ALWAYS_USE_SALESFORCE -> alignAlwaysSalesforce(salesforceBlank);
            case TWO_WAY -> alignTwoWay(hubspotBlank, salesforceBlank, later);
            case DONT_SYNC -> NOT_SYNCED;
            case PREFER_HUBSPOT_UNLESS_BLANK -> alignPreferSalesforce(hubspotBlank).mirrored();
            case ALWAYS_USE_HUBSPOT -> alignAlwaysSalesforce(hubspotBlank).mirrored();
        };
    }

    /** Source: docs/semantics.md, "Prefer Salesforce unless blank". */
    private static Decision preferSalesforce(
            boolean hubspotBlank,
            boolean salesforceBlank,
            boolean hubspotChanged,
            boolean salesforceChanged,
            Later later) {
        if (!salesforceBlank) {
            return salesforceHasValue(hubspotBlank, hubspotChanged, salesforceChanged);
        }
        if (!salesforceChanged) {
            return HUBSPOT_FILLS_BLANK_SALESFORCE;
        }
        if (!hubspotChanged) {
            return SALESFORCE_CLEARED;
        }
        return switch (later) {
            case SALESFORCE -> BOTH_CHANGED_SALESFORCE_CLEARED_LATER;
            case HUBSPOT -> BOTH_CHANGED_HUBSPOT_LATER;
            case TIE, UNKNOWN -> BOTH_CHANGED_HUBSPOT_VALUE_WINS;
        };
    }

    /** Source: docs/semantics.md, "Always use Salesforce". */
    private static Decision alwaysSalesforce(
            boolean hubspotBlank,
            boolean salesforceBlank,
            boolean hubspotChanged,
            boolean salesforceChanged) {
        if (!salesforceBlank) {
            return salesforceHasValue(hubspotBlank, hubspotChanged, salesforceChanged);
        }
        if (!salesforceChanged) {
            return HUBSPOT_KEEPS_ITS_VALUE;
        }
        return hubspotChanged ? SALESFORCE_CLEARED_HUBSPOT_EDIT_REJECTED : SALESFORCE_CLEARED;
    }

    /**
     * The rows that the two Salesforce rules have in common: Salesforce's value goes to HubSpot.
     */
    private static Decision salesforceHasValue(
            boolean hubspotBlank, boolean hubspotChanged, boolean salesforceChanged) {
        if (!hubspotChanged) {
            return SALESFORCE_CHANGED;
        }
        if (salesforceChanged) {
            return BOTH_CHANGED_HUBSPOT_EDIT_REJECTED;
        }
        return hubspotBlank ? HUBSPOT_CLEAR_REJECTED : HUBSPOT_EDIT_REJECTED;
    }

    /** Source: docs/semantics.md, "Two-way". */
    private static Decision twoWay(
            boolean hubspotBlank,
            boolean salesforceBlank,
            boolean hubspotChanged,
            boolean salesforceChanged,
            Later later) {
        if (!hubspotChanged) {
            return salesforceBlank ? SALESFORCE_CLEARED : SALESFORCE_CHANGED;
        }
        if (!salesforceChanged) {
            return hubspotBlank ? HUBSPOT_CLEARED : HUBSPOT_CHANGED;
        }
        return switch (later) {
            case HUBSPOT ->
                    hubspotBlank ? BOTH_CHANGED_HUBSPOT_CLEARED_LATER : BOTH_CHANGED_HUBSPOT_LATER;
            case SALESFORCE ->
                    salesforceBlank
                            ? BOTH_CHANGED_SALESFORCE_CLEARED_LATER
                            : BOTH_CHANGED_SALESFORCE_LATER;
            case TIE, UNKNOWN -> {
                if (salesforceBlank) {
                    yield BOTH_CHANGED_HUBSPOT_VALUE_WINS;
                }
                yield hubspotBlank
                        ? BOTH_CHANGED_SALESFORCE_VALUE_WINS
                        : BOTH_CHANGED_SALESFORCE_WINS_TIE;
            }
        };
    }

    // Source of the next three: docs/semantics.md, "First contact", the rows with fill align.
    private static Decision alignPreferSalesforce(boolean salesforceBlank) {
        return salesforceBlank ? FIRST_CONTACT_SALESFORCE_FILLED : FIRST_CONTACT_SALESFORCE_RULES;
    }

    private static Decision alignAlwaysSalesforce(boolean salesforceBlank) {
        return salesforceBlank
                ? FIRST_CONTACT_HUBSPOT_KEEPS_ITS_VALUE
                : FIRST_CONTACT_SALESFORCE_RULES;
    }

    private static Decision alignTwoWay(
            boolean hubspotBlank, boolean salesforceBlank, Later later) {
        if (salesforceBlank) {
            return FIRST_CONTACT_SALESFORCE_FILLED;
        }
        if (hubspotBlank) {
            return FIRST_CONTACT_HUBSPOT_FILLED;
        }
        return switch (later) {
            case HUBSPOT -> FIRST_CONTACT_HUBSPOT_LATER;
            case SALESFORCE -> FIRST_CONTACT_SALESFORCE_LATER;
            case TIE, UNKNOWN -> FIRST_CONTACT_SALESFORCE_WINS_TIE;
        };
    }
}
