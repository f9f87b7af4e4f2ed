package io.crosswalk.records;

import static io.crosswalk.records.ProblemAction.CHANGE_DEFINITION;
import static io.crosswalk.records.ProblemAction.EDIT_MAPPING;
import static io.crosswalk.records.ProblemAction.FIX_RECORD;
import static io.crosswalk.records.ProblemAction.GRANT_FIELD_ACCESS;
import static io.crosswalk.records.ProblemAction.GRANT_RECORD_ACCESS;
import static io.crosswalk.records.ProblemAction.GRANT_SCOPE;
import static io.crosswalk.records.ProblemAction.REFRESH_OPTIONS;
import static io.crosswalk.records.ProblemAction.RELEASE;
import static io.crosswalk.records.ProblemAction.RETRY;
import static io.crosswalk.records.ProblemAction.SHORTEN_VALUE;
import static io.crosswalk.records.ProblemSeverity.ISSUE;
import static io.crosswalk.records.ProblemSeverity.WARNING;

/**
 * Every kind of problem (docs/problems.md holds the same table). The names are stable. Those of the
 * first part are found in the CRMs' metadata and are about a mapping, or an object; a record of
 * that mapping can have them too, when a CRM refuses a write for that reason.
 */
public enum ProblemCode {
    PROPERTY_GONE(
            ISSUE,
            EDIT_MAPPING,
            "HubSpot shows no property of that name: it was archived, deleted, made sensitive, or"
                    + " Crosswalk lacks the scope to see it.",
            "Restore the property, or map another one."),
    FIELD_GONE(
            ISSUE,
            GRANT_FIELD_ACCESS,
            "Salesforce shows the integration user no field of that name: it was deleted or"
                    + " renamed, or field-level security hides it from this user.",
            "Make the field visible to the integration user, or map another one."),
    TYPE_MISMATCH(
            ISSUE,
            EDIT_MAPPING,
            "The types of property and field do not fit each other (any more).",
            "Map a field of a fitting type, or change the type back."),
    PROPERTY_READ_ONLY(
            ISSUE,
            EDIT_MAPPING,
            "The rule writes HubSpot, but the property is calculated or read-only.",
            "Choose a rule that does not write HubSpot, or another property."),
    FIELD_READ_ONLY(
            ISSUE,
            GRANT_FIELD_ACCESS,
            "The rule writes Salesforce, but the integration user may not edit the field.",
            "Give the integration user edit access, or choose a rule that does not write"
                    + " Salesforce."),
    FIELD_CALCULATED(
            ISSUE,
            EDIT_MAPPING,
            "The rule writes Salesforce, but the field is a formula, a roll-up or a record's id.",
            "Choose the rule 'Always use Salesforce', or another field."),
    REQUIRED_FIELD_MAY_BE_CLEARED(
            WARNING,
            EDIT_MAPPING,
            "Salesforce requires the field, and the rule clears it when the property is cleared.",
            "Choose a rule that never clears Salesforce, such as 'Prefer Salesforce unless"
                    + " blank'."),
    HUBSPOT_OPTIONS_MISSING(
            WARNING,
            REFRESH_OPTIONS,
            "The HubSpot property lacks options for some of the field's picklist values.",
            "Refresh the options, or pair the values with other options."),
    SALESFORCE_VALUES_MISSING(
            WARNING,
            CHANGE_DEFINITION,
            "The Salesforce picklist lacks values for some of the property's options.",
            "Add the values to the picklist, or pair the options with other values."),
    SALESFORCE_VALUES_INACTIVE(
            WARNING,
            CHANGE_DEFINITION,
            "The property still offers options whose values are inactive in Salesforce.",
            "Hide the options in HubSpot, pair them with other values, or activate the values."),
    TEXT_INTO_RESTRICTED_PICKLIST(
            WARNING,
            EDIT_MAPPING,
            "The property takes any text, but the Salesforce picklist is restricted to its"
                    + " values.",
            "Map a property with options, or lift the picklist's restriction."),
    FIELD_TOO_SHORT(
            WARNING,
            CHANGE_DEFINITION,
            "The Salesforce field takes far fewer characters or digits than the property.",
            "Enlarge the field, or map a larger one."),
    FIELD_DROPS_DECIMALS(
            WARNING,
            CHANGE_DEFINITION,
            "The Salesforce field keeps no decimals, so numbers are rounded on their way.",
            "Give the field decimal places, if the property has them."),
    AMOUNT_WITHOUT_CURRENCY(
            WARNING,
            EDIT_MAPPING,
            "The field's amounts are in the currency of their own record, and no mapping carries"
                    + " that currency over.",
            "Map Salesforce field 'CurrencyIsoCode' (for deals, to 'deal_currency_code'), or set"
                    + " the mapping to Don't sync."),
    MASS_CHANGE(
            ISSUE,
            RELEASE,
            "The mapping was about to overwrite or clear so many records in a short time that it is"
                    + " paused; what it would write waits.",
            "Check that the change is meant and release the mapping. If it is not, put the values"
                    + " right first, or set the mapping to Don't sync."),
    COMPANY_SYNC_OFF(
            WARNING,
            EDIT_MAPPING,
            "The mapping carries over which company a record belongs to, but sync of companies is"
                    + " off, so hardly any company has a partner.",
            "Turn on sync of object 'company', or set the mapping to Don't sync."),
    SCOPE_MISSING(
            ISSUE,
            GRANT_SCOPE,
            "The app in HubSpot lacks a scope that sync needs, so what needs it waits.",
            "Give the app the scopes that are named, in HubSpot, and install it again."),
    RECORDS_HAVE_PROBLEMS(
            ISSUE,
            FIX_RECORD,
            "Values of some records could not be written; each has a problem of its own.",
            "Look at the problems of the mapping's records."),

    OPTION_MISSING_IN_HUBSPOT(
            ISSUE,
            REFRESH_OPTIONS,
            "HubSpot has no option for the value that Salesforce holds.",
            "Refresh the options, or pair the value with another option."),
    OPTION_MISSING_IN_SALESFORCE(
            ISSUE,
            CHANGE_DEFINITION,
            "The Salesforce picklist does not take the option that HubSpot holds.",
            "Add the value to the picklist, pair the option with another value, or choose another"
                    + " option."),
    OPTION_AMBIGUOUS(
            ISSUE,
            EDIT_MAPPING,
            "The option of the same name on the other side is paired with another option.",
            "Add a pair for this option to the mapping."),
    TOO_LONG(
            ISSUE,
            SHORTEN_VALUE,
            "The text has more characters than the other side takes.",
            "Shorten the value, or lengthen the field."),
    NOT_A_NUMBER(ISSUE, FIX_RECORD, "The value is no number.", "Correct the value."),
    NUMBER_TOO_LARGE(
            ISSUE,
            FIX_RECORD,
            "The number has more digits than the other side takes.",
            "Correct the value, or enlarge the field."),
    NOT_A_BOOLEAN(ISSUE, FIX_RECORD, "The value is neither true nor false.", "Correct the value."),
    NOT_A_DATE(ISSUE, FIX_RECORD, "The value is no date.", "Correct the value."),
    NOT_AN_EMAIL(ISSUE, FIX_RECORD, "The value is no e-mail address.", "Correct the value."),
    WRONG_FORM(
            ISSUE,
            FIX_RECORD,
            "The CRM cannot read the value as what the field holds.",
            "Correct the value."),
    VALIDATION_RULE(
            ISSUE,
            FIX_RECORD,
            "A validation rule of the CRM does not let the record be saved.",
            "Change the record so that the rule holds, or change the rule; then try again."),
    REQUIRED_FIELD_MISSING(
            ISSUE,
            FIX_RECORD,
            "A field that the CRM requires is blank, or would be.",
            "Fill the field that the message names; then try again."),
    DUPLICATE(
            ISSUE,
            FIX_RECORD,
            "Another record has this value already, or a duplicate rule found one like it.",
            "Merge the records, or change one of the values; then try again."),
    BROKEN_REFERENCE(
            ISSUE,
            FIX_RECORD,
            "The value refers to a record or user that is deleted, inactive or of another type.",
            "Refer to another one."),
    ACCESS_DENIED(
            ISSUE,
            GRANT_RECORD_ACCESS,
            "The integration user may not edit this record.",
            "Share the record with the integration user, then try again."),
    RECORD_LOCKED(
            WARNING,
            RETRY,
            "The CRM keeps the record locked: an approval or another process holds it.",
            "It is written within two hours of being unlocked, or at once when it is tried again."),
    KEEPS_FAILING(
            ISSUE,
            RETRY,
            "The CRM fails each time that the record is written, and says that it may work later.",
            "It is tried again at least every two hours. If it lasts, look at what runs in the CRM"
                    + " when the record is saved, or show the message to the CRM's support."),
    AUTOMATION_FAILED(
            ISSUE,
            RETRY,
            "A trigger, flow or process in the CRM failed when the record was saved.",
            "Have the automation mended, then try again."),
    REFUSED(
            ISSUE,
            RETRY,
            "The CRM refuses the value for a reason that only its own message tells.",
            "Do what the message says, then try again."),
    COMPANY_NOT_LINKED(
            WARNING,
            FIX_RECORD,
            "The company that the record belongs to has no partner on the other side, so the other"
                    + " record keeps the company that it has.",
            "Give the company a partner: make it match, link it by hand, or have missing companies"
                    + " made. The record follows by itself then."),
    OSCILLATES(
            ISSUE,
            FIX_RECORD,
            "Two systems keep writing different values into the field, so Crosswalk leaves it alone.",
            "Find out what else writes it (a workflow, a flow, another integration), set the right"
                    + " value, then try again."),
    RECORD_GONE(
            ISSUE,
            FIX_RECORD,
            "One of the two records was deleted or merged away, or Crosswalk may not see it any more,"
                    + " so nothing is written to the other.",
            "If people still see it, give the integration user access to it. Else restore the"
                    + " record, or delete the other one too. If it was entered anew in Salesforce,"
                    + " set its id on the HubSpot record; else part the two, and the new record"
                    + " finds its partner."),
    AMBIGUOUS_MATCH(
            ISSUE,
            FIX_RECORD,
            "More than one record can be the partner of this one, so none is.",
            "Merge the records that are the same, or say which one it is: set the Salesforce id on"
                    + " the HubSpot record, or link the two by hand on the record's page."),
    MERGED_IN_HUBSPOT(
            ISSUE,
            FIX_RECORD,
            "Two HubSpot records were merged whose Salesforce records are still two.",
            "Merge the two Salesforce records as well, or delete the one that is left over."),
    MERGED_IN_SALESFORCE(
            ISSUE,
            FIX_RECORD,
            "Two Salesforce records were merged whose HubSpot records are still two.",
            "Merge the two HubSpot records as well, or delete the one that is left over."),
    NOT_CREATED(
            ISSUE,
            FIX_RECORD,
            "The record is missing on the other side, and the CRM does not let it be made.",
            "Do what the message says, then try again; or link the record by hand."),
    CREATION_UNCERTAIN(
            ISSUE,
            FIX_RECORD,
            "It is not known whether the record was made on the other side, so it is not made"
                    + " again.",
            "Look for the record there and link the two, or try again if there is none.");

    private final ProblemSeverity severity;
    private final ProblemAction action;
    private final String meaning;
    private final String mending;

    ProblemCode(ProblemSeverity severity, ProblemAction action, String meaning, String mending) {
        this.severity = severity;
        this.action = action;
        this.meaning = meaning;
        this.mending = mending;
    }

    public ProblemSeverity severity() {
        return severity;
    }

    /** Whether it can be about an object as a whole. */
    public boolean isOfObjects() {
        return this == SCOPE_MISSING;
    }

    /** What usually mends it; a {@link ProblemCause} may know better. */
    public ProblemAction action() {
        return action;
    }

    /** One sentence: what it means, whatever the mapping. */
    public String meaning() {
        return meaning;
    }

    /** One sentence: what to do. */
    public String mending() {
        return mending;
    }
}
