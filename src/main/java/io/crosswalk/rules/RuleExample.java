package io.crosswalk.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule makes of a situation, told with values.
 *
 * @param hubspot the property's value before the decision; "" is blank on either side
 * @param salesforce the field's value before the decision; likewise
 */
public record RuleExample(SyncRule rule, RuleSituation situation, Said hubspot, Said salesforce) {

    /** A value as either side says it: paired options have two names. */
    public record Said(String inHubspot, String inSalesforce) {
        private static final Said BLANK = alike("");

        public static Said alike(String value) {
            return new Said(value, value);
        }
    }

    /** Every situation, in the order in which they are told, with values that sides say alike. */
    public static List<RuleExample> of(SyncRule rule, String hubspot, String salesforce) {
        return of(rule, Said.alike(hubspot), Said.alike(salesforce));
    }

    /** Likewise, with values that the sides may say in their own way. */
    public static List<RuleExample> of(SyncRule rule, Said hubspot, Said salesforce) {
        return Stream.of(RuleSituation.values())
                .map(
                        it ->
                                new RuleExample(
                                        rule,
                                        it,
                                        it.isBlank(Side.HUBSPOT) ? Said.BLANK : hubspot,
                                        it.isBlank(Side.SALESFORCE) ? Said.BLANK : salesforce))
                .toList();
    }

    public Decision decision() {
        return situation.decide(rule);
    }

    /** The situation as a sentence, without a full stop. */
    public String given() {
        return situation
                .text()
                .replace("{hubspot}", quoted(hubspot.inHubspot()))
                .replace("{salesforce}", quoted(salesforce.inSalesforce()));
    }

    /** What becomes of it, as a sentence without a full stop. */
    public String outcome() {
        Side written = decision().writes();
        if (written == null) {
            return "nothing is written";
        }
        String value = written == Side.HUBSPOT ? salesforce.inHubspot() : hubspot.inSalesforce();
        String side = written == Side.HUBSPOT ? "HubSpot" : "Salesforce";
        return value.isEmpty() ? side + " is cleared" : side + " becomes " + quoted(value);
    }

    private static String quoted(String value) {
        return "‘" + value + "’";
    }
}
