package io.crosswalk.functions;

/** Every metric that the functions put to CloudWatch. The names stand in {@code template.yaml}. */
public enum Metric {
    /** How long the record that waits longest has been due. From reconcile. */
    OLDEST_DUE_AGE("OldestDueAge", Unit.SECONDS),
    /** Records that have something to look at, counted to 1,000. From reconcile. */
    DUE_LINKS("DueLinks", Unit.COUNT),
    /** Open problems, counted to 1,000 per object. From reconcile. */
    PROBLEMS_OPEN("ProblemsOpen", Unit.COUNT),
    /** Those of them that keep something from being synced. From reconcile. */
    ISSUES_OPEN("IssuesOpen", Unit.COUNT),
    /** Mappings that the mass-change breaker holds until a person has looked. From reconcile. */
    PAUSED_MAPPINGS("PausedMappings", Unit.COUNT),
    /** Other apps' calls included, as far as HubSpot says. From reconcile. */
    HUBSPOT_DAILY_BUDGET_USED("HubspotDailyBudgetUsed", Unit.PERCENT),
    /** Other apps' calls included. From reconcile. */
    SALESFORCE_DAILY_BUDGET_USED("SalesforceDailyBudgetUsed", Unit.PERCENT),
    /** Since a side of an object that syncs was last caught up with; the oldest. From reconcile. */
    CURSOR_AGE("CursorAge", Unit.SECONDS),
    /** Since changes were found of which HubSpot had not told; 0 while it tells. From reconcile. */
    HUBSPOT_SILENCE("HubspotSilence", Unit.SECONDS),
    /** Likewise of Salesforce. */
    SALESFORCE_SILENCE("SalesforceSilence", Unit.SECONDS),
    /** Mapped fields of linked records, as the last sweeps counted them. From reconcile. */
    MAPPED_FIELDS("MappedFields", Unit.COUNT),
    /** Those of them whose sides are in step. From reconcile. */
    FIELDS_IN_STEP("FieldsInStep", Unit.COUNT),
    /** Webhooks whose signature was missing, stale or wrong. From hubspotWebhook. */
    SIGNATURE_FAILURES("SignatureFailures", Unit.COUNT),
    /** Records that a webhook made due, once per webhook that concerned us. From hubspotWebhook. */
    HUBSPOT_HINTS_STORED("HubspotHintsStored", Unit.COUNT),
    /** Records that a change event made due. From salesforceChange. */
    SALESFORCE_HINTS_STORED("SalesforceHintsStored", Unit.COUNT),
    /** Records that were due, and that there were calls for. From sync. */
    BATCH_SIZE("BatchSize", Unit.COUNT),
    /** From a person's change on one side to the other side's having taken it. From sync. */
    CHANGE_TO_WRITE_LAG("ChangeToWriteLag", Unit.MILLISECONDS),
    /** Decisions about a field that a CRM took. From sync, as are the next. */
    DECISIONS_WRITTEN("DecisionsWritten", Unit.COUNT),
    /** That a CRM refused. */
    DECISIONS_REFUSED("DecisionsRefused", Unit.COUNT),
    /** Whose value does not fit the other side. */
    DECISIONS_NOT_CONVERTIBLE("DecisionsNotConvertible", Unit.COUNT),
    /** That wait for a person or for calmer times. */
    DECISIONS_HELD("DecisionsHeld", Unit.COUNT),
    /** That were not tried again, because nothing has changed since they could not be written. */
    DECISIONS_KEPT("DecisionsKept", Unit.COUNT),
    /** That another look decides anew. */
    DECISIONS_PUT_OFF("DecisionsPutOff", Unit.COUNT),
    /** That neither side is to be written, most often because both say the same. */
    DECISIONS_NOTHING_TO_WRITE("DecisionsNothingToWrite", Unit.COUNT),
    /** Logins are none. From all functions. */
    HUBSPOT_CALLS("HubspotCalls", Unit.COUNT),
    /** Likewise. */
    SALESFORCE_CALLS("SalesforceCalls", Unit.COUNT),
    /** Records of either CRM that took what was sent, or were made. From sync. */
    RECORDS_WRITTEN("RecordsWritten", Unit.COUNT),
    /** Records that did not. From sync. */
    RECORDS_FAILED("RecordsFailed", Unit.COUNT),
    /** Batches that the stream has to give again. From sync. */
    BATCH_FAILURES("BatchFailures", Unit.COUNT);

    /** CloudWatch's words. */
    enum Unit {
        COUNT("Count"),
        SECONDS("Seconds"),
        MILLISECONDS("Milliseconds"),
        PERCENT("Percent");

        private final String text;

        Unit(String text) {
            this.text = text;
        }
    }

    private final String title;
    private final Unit unit;

    Metric(String title, Unit unit) {
        this.title = title;
        this.unit = unit;
    }

    /** The name in CloudWatch. */
    public String title() {
        return title;
    }

    /** The unit in CloudWatch. */
    public String unit() {
        return unit.text;
    }
}
