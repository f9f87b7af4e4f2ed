package io.crosswalk.rules;

/**
 * The pair of functions between one HubSpot type and one Salesforce type. Obeys the lens laws: what
 * is put reads back as in step, putting back what was read changes nothing, putting twice is
 * putting once. Blank values never come here: {@link Conversion} has dealt with them, except in
 * {@link #inStep}, where one side may be blank.
 */
interface Lens {
    Converted toSalesforce(Value hubspot);

    Converted toHubspot(Value salesforce);

    /**
     * As {@link #toHubspot(Value)}. Of options in groups the laws hold within a group.
     *
     * @param group of the option that is wanted
     */
    default Converted toHubspot(Value salesforce, String group) {
        return toHubspot(salesforce);
    }

    boolean inStep(Value hubspot, Value salesforce);
}
