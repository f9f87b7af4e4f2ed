package io.crosswalk.sandbox;

import java.util.List;
import java.util.Map;

/** The values of the choice lists that the two simulated CRMs have in common. */
public final class Choices {
    public static final List<String> SALUTATIONS = List.of("Mr.", "Ms.", "Mrs.", "Dr.", "Prof.");

    /** Salesforce's; HubSpot's property lacks {@link #ONLY_SALESFORCE_LEAD_SOURCE}. */
    public static final List<String> LEAD_SOURCES =
            List.of(
                    "Web",
                    "Phone Inquiry",
                    "Partner Referral",
                    "Purchased List",
                    "Other",
                    "Trade Show");

    public static final String ONLY_SALESFORCE_LEAD_SOURCE = "Trade Show";

    public static final List<String> HUBSPOT_LEAD_SOURCES =
            LEAD_SOURCES.subList(0, LEAD_SOURCES.size() - 1);

    /** In the order in which Salesforce answers a multi-select picklist. */
    public static final List<String> INTERESTS =
            List.of(
                    "Analytics",
                    "Billing",
                    "Events",
                    "Integrations",
                    "Mobile",
                    "Security",
                    "Training");

    public static final List<String> INDUSTRIES =
            List.of(
                    "Agriculture",
                    "Banking",
                    "Biotechnology",
                    "Chemicals",
                    "Construction",
                    "Consulting",
                    "Education",
                    "Electronics",
                    "Energy",
                    "Engineering",
                    "Entertainment",
                    "Finance",
                    "Food & Beverage",
                    "Government",
                    "Healthcare",
                    "Hospitality",
                    "Insurance",
                    "Machinery",
                    "Manufacturing",
                    "Media",
                    "Not For Profit",
                    "Retail",
                    "Shipping",
                    "Technology",
                    "Telecommunications",
                    "Transportation",
                    "Utilities",
                    "Other");

    public static final List<String> ACCOUNT_TYPES =
            List.of(
                    "Prospect",
                    "Customer - Direct",
                    "Customer - Channel",
                    "Channel Partner / Reseller",
                    "Installation Partner",
                    "Technology Partner",
                    "Other");

    /** Salesforce's. */
    public static final List<String> STAGES =
            List.of(
                    "Prospecting",
                    "Qualification",
                    "Needs Analysis",
                    "Value Proposition",
                    "Id. Decision Makers",
                    "Perception Analysis",
                    "Proposal/Price Quote",
                    "Negotiation/Review",
                    "Closed Won",
                    "Closed Lost");

    /**
     * HubSpot's stages by their ids, each with Salesforce's: those of its own pipeline, and three
     * that an administrator has added to it, so that Salesforce's have a counterpart each.
     */
    public static final List<Map.Entry<String, String>> DEAL_STAGES =
            List.of(
                    Map.entry("appointmentscheduled", "Prospecting"),
                    Map.entry("qualifiedtobuy", "Qualification"),
                    Map.entry("1094813312", "Needs Analysis"),
                    Map.entry("presentationscheduled", "Value Proposition"),
                    Map.entry("decisionmakerboughtin", "Id. Decision Makers"),
                    Map.entry("1094813313", "Perception Analysis"),
                    Map.entry("1094813314", "Proposal/Price Quote"),
                    Map.entry("contractsent", "Negotiation/Review"),
                    Map.entry("closedwon", "Closed Won"),
                    Map.entry("closedlost", "Closed Lost"));

    public static final List<String> DEAL_TYPES =
            List.of(
                    "Existing Customer - Upgrade", "Existing Customer - Replacement",
                    "Existing Customer - Downgrade", "New Customer");

    private Choices() {}
}
