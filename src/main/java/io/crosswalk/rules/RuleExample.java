package io.crosswalk.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule makes of a situation, told with values.
 *
 * @param hubspot the property's value before the decision; "" is blank
 * @param salesforce the field's value before the decision; "" is blank
 */
public record RuleExample(
        SyncRule rule, RuleSituation situation, String hubspot, String salesforce) {

    /** Every situation, in the order in which they are told. */
    public static List<RuleExample> of(SyncRule rule, String hubspot, String salesforce) {
        return Stream.of(RuleSituation.values())
                .map(
                        it ->
                                new RuleExample(
                                        rule,
                                        it,
                                        it.isBlank(Side.HUBSPOT) ? "" : hubspot,
                                        it.isBlank(Side.SALESFORCE) ? "" : salesforce))
                .toList();
    }

    public Decision decision() {
        return situation.decide(rule);
    }

    /** The situation as a sentence, without a full stop. */
    public String given() {
        return situation
                .text()
                .replace("{hubspot}", quoted(hubspot))
                .replace("{salesforce}", quoted(salesforce));
    }

    /** What becomes of it, as a sentence without a full stop. */
    public String outcome() {
        Side written = decision().writes();
        if (written == null) {
            return "nothing is written";
        }
        String value = written == Side.HUBSPOT ? salesforce : hubspot;
        String side = written == Side.HUBSPOT ? "HubSpot" : "Salesforce";
        return value.isEmpty() ? side + " is cleared" : side + " becomes " + quoted(value);
    }

    private static String quoted(String value) {
        return "‘" + value + "’";
    }
}
