package io.crosswalk.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an installation needs before records can follow each other, in this order. */
public enum SetupCheck {
    HUBSPOT_CREDENTIALS(Step.HUBSPOT, "Crosswalk can log in to HubSpot"),
    HUBSPOT_SCOPES(Step.HUBSPOT, "HubSpot lets it read and write what is mapped"),
    HUBSPOT_WEBHOOK(Step.HUBSPOT, "HubSpot's webhooks arrive"),
    SALESFORCE_CREDENTIALS(Step.SALESFORCE, "Crosswalk can log in to Salesforce"),
    SALESFORCE_PERMISSIONS(Step.SALESFORCE, "Salesforce lets it read and edit what is mapped"),
    SALESFORCE_EVENTS(Step.SALESFORCE, "Salesforce's change events arrive"),
    LINKS(Step.RECORDS, "Records have found their partners");

    /** The three things that are to be done. */
    public enum Step {
        HUBSPOT("Connect HubSpot"),
        SALESFORCE("Connect Salesforce"),
        RECORDS("Let records find each other");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    @Schema(name = "SetupState")
    public enum State {
        FINE,
        /** Not done yet. */
        TO_DO,
        /** Done, but not as it has to be. */
        WRONG,
        /** It cannot be told now: a CRM does not answer, or another check comes first. */
        UNKNOWN
    }

    private final Step step;
    private final String title;

    SetupCheck(Step step, String title) {
        this.step = step;
        this.title = title;
    }

    public Step step() {
        return step;
    }

    /** Whether changes are found without it, only later. */
    boolean isOfEvents() {
        return this == HUBSPOT_WEBHOOK || this == SALESFORCE_EVENTS;
    }

    /** What it says when it is fine. */
    public String title() {
        return title;
    }
}
