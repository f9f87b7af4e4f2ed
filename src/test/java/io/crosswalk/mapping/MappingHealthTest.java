package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MappingHealthTest {

    private static Mapping mapping(SyncRule rule) {
        return new Mapping("m", "contact", "prop", "Field__c", rule, Fill.NONE, false, 1);
    }

    /**
     * @param flags any of {@code readonly}, {@code fixedoptions}
     * @param options joined by ';'; one that begins with '-' is hidden
     */
    private static HubspotProperty property(
            String type, String fieldType, @Nullable String flags, @Nullable String options) {
        String flag = flags == null ? "" : flags;
        List<HubspotProperty.Option> all = new ArrayList<>();
        for (String option : split(options)) {
            boolean hidden = option.startsWith("-");
            String value = hidden ? option.substring(1) : option;
            all.add(new HubspotProperty.Option(value, value, hidden, all.size()));
        }
        return new HubspotProperty(
                "prop",
                "Prop",
                type,
                fieldType,
                flag.contains("readonly"),
                flag.contains("fixedoptions"),
                false,
                false,
                null,
                all);
    }

    /**
     * @param size characters, or {@code precision.scale}
     * @param flags any of {@code standard}, {@code readonly}, {@code formula}, {@code required},
     *     {@code restricted}
     * @param values joined by ';'; one that begins with '-' is inactive
     */
    private static SalesforceField field(
            String type, @Nullable String size, @Nullable String flags, @Nullable String values) {
        String flag = flags == null ? "" : flags;
        String[] sizes = size == null ? new String[] {"0"} : size.split("\\.");
        boolean number = sizes.length > 1;
        List<PicklistValue> all = new ArrayList<>();
        for (String value : split(values)) {
            boolean active = !value.startsWith("-");
            String bare = active ? value : value.substring(1);
            all.add(new PicklistValue(bare, bare, active));
        }
        boolean fixed = flag.contains("readonly") || flag.contains("formula");
        return new SalesforceField(
                "Field__c",
                "Field",
                type,
                !flag.contains("standard"),
                number ? 0 : Integer.parseInt(sizes[0]),
                number ? Integer.parseInt(sizes[0]) : 0,
                number ? Integer.parseInt(sizes[1]) : 0,
                !fixed,
                flag.contains("formula"),
                !flag.contains("required"),
                flag.contains("restricted"),
                List.of(),
                all);
    }

    private static List<String> split(@Nullable String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(";"));
    }

    private static List<ProblemCause> findings(
            SyncRule rule,
            Map<String, String> pairs,
            @Nullable HubspotProperty property,
            @Nullable SalesforceField field) {
        return MappingHealth.findings(mapping(rule), pairs, property, field, List.of());
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} - {4} {5} {6} is {7}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # rule                        | property              | flags    | field       | size | flags             | finding
                    TWO_WAY                        | string/text           |          | string      | 255  |                   |
                    TWO_WAY                        | string/text           |          | boolean     |      |                   | TYPE_MISMATCH
                    TWO_WAY                        | string/html           |          | string      | 255  |                   | TYPE_MISMATCH
                    TWO_WAY                        | string/text           | readonly | string      | 255  |                   | PROPERTY_READ_ONLY
                    ALWAYS_USE_HUBSPOT             | string/text           | readonly | string      | 255  |                   |
                    TWO_WAY                        | string/text           |          | string      | 255  | readonly          | FIELD_READ_ONLY
                    ALWAYS_USE_SALESFORCE          | string/text           |          | string      | 255  | readonly          |
                    PREFER_SALESFORCE_UNLESS_BLANK | string/text           |          | string      | 255  | formula           | FIELD_CALCULATED
                    ALWAYS_USE_SALESFORCE          | string/text           |          | string      | 255  | formula           |
                    TWO_WAY                        | string/text           |          | id          | 18   |                   | FIELD_CALCULATED
                    TWO_WAY                        | string/text           |          | string      | 255  | required          | REQUIRED_FIELD_MAY_BE_CLEARED
                    ALWAYS_USE_HUBSPOT             | string/text           |          | string      | 255  | required          | REQUIRED_FIELD_MAY_BE_CLEARED
                    PREFER_SALESFORCE_UNLESS_BLANK | string/text           |          | string      | 255  | required          |
                    ALWAYS_USE_SALESFORCE          | string/text           |          | string      | 255  | required          |
                    TWO_WAY                        | bool/booleancheckbox  |          | boolean     |      | required          |
                    TWO_WAY                        | string/text           |          | string      | 39   |                   | FIELD_TOO_SHORT
                    TWO_WAY                        | string/text           |          | string      | 40   |                   |
                    TWO_WAY                        | string/text           |          | string      | 20   | standard          |
                    TWO_WAY                        | string/text           |          | string      | 19   | standard          | FIELD_TOO_SHORT
                    ALWAYS_USE_SALESFORCE          | string/text           |          | string      | 19   |                   |
                    TWO_WAY                        | string/textarea       |          | textarea    | 254  |                   | FIELD_TOO_SHORT
                    TWO_WAY                        | string/textarea       |          | textarea    | 255  |                   |
                    TWO_WAY                        | string/phonenumber    |          | phone       | 40   |                   |
                    TWO_WAY                        | number/number         |          | double      | 3.2  |                   | FIELD_TOO_SHORT
                    TWO_WAY                        | number/number         |          | double      | 6.2  |                   |
                    TWO_WAY                        | number/number         |          | double      | 18.0 |                   | FIELD_DROPS_DECIMALS
                    TWO_WAY                        | number/number         |          | currency    | 18.0 |                   |
                    TWO_WAY                        | number/number         |          | percent     | 3.2  |                   |
                    TWO_WAY                        | number/number         |          | int         |      |                   |
                    TWO_WAY                        | string/text           |          | picklist    | 255  | restricted        | TEXT_INTO_RESTRICTED_PICKLIST
                    TWO_WAY                        | string/text           |          | picklist    | 255  |                   |
                    TWO_WAY                        | enumeration/select    |          | reference   | 18   |                   |
                    """)
    void metadata_givesTheFinding(
            SyncRule rule,
            String property,
            @Nullable String propertyFlags,
            String type,
            @Nullable String size,
            @Nullable String fieldFlags,
            @Nullable ProblemCode finding) {
        String[] types = property.split("/");

        assertThat(
                        findings(
                                rule,
                                Map.of(),
                                property(types[0], types[1], propertyFlags, null),
                                field(type, size, fieldFlags, null)))
                .extracting(ProblemCause::code)
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @ParameterizedTest(name = "{0}: {1} - {2} {3} with {4} is {5}: {6}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # rule                        | options | values | flags      | pairs   | finding                    | names
                    TWO_WAY                        | A;B     | A;B    |            |         |                            |
                    TWO_WAY                        | A;B     | B;A    | restricted |         |                            |
                    TWO_WAY                        | A       | A;B;C  |            |         | HUBSPOT_OPTIONS_MISSING    | B;C
                    ALWAYS_USE_HUBSPOT             | A       | A;B    |            |         |                            |
                    TWO_WAY                        | A       | A;-B   |            |         |                            |
                    TWO_WAY                        | A;-B    | A;B    |            |         |                            |
                    TWO_WAY                        | A;B     | A      |            |         | SALESFORCE_VALUES_MISSING  | B
                    ALWAYS_USE_SALESFORCE          | A;B     | A      |            |         |                            |
                    TWO_WAY                        | A;-B    | A      |            |         |                            |
                    ALWAYS_USE_HUBSPOT             | A;b     | A;B    |            | b=gone  | SALESFORCE_VALUES_MISSING  | b
                    ALWAYS_USE_HUBSPOT             | A;b     | A;B    |            | b=B     |                            |
                    TWO_WAY                        | A;B     | A      | restricted |         | SALESFORCE_VALUES_MISSING  | B
                    ALWAYS_USE_SALESFORCE          | A;B     | A      | restricted |         |                            |
                    TWO_WAY                        | A;-B    | A      | restricted |         |                            |
                    TWO_WAY                        | A;B     | A;-B   | restricted |         | SALESFORCE_VALUES_INACTIVE | B
                    TWO_WAY                        | A;B     | A;-B   |            |         | SALESFORCE_VALUES_INACTIVE | B
                    TWO_WAY                        | a;B     | A;B    | restricted | a=A     |                            |
                    TWO_WAY                        | a       | A;B    |            | a=A     | HUBSPOT_OPTIONS_MISSING    | B
                    TWO_WAY                        | A;B     | A;B;C  |            | A=C;B=A | HUBSPOT_OPTIONS_MISSING    | B
                    TWO_WAY                        | A;b     | A;B    | restricted | b=C     | HUBSPOT_OPTIONS_MISSING    | B
                    """)
    void optionLists_areComparedThroughTheirPairs(
            SyncRule rule,
            String options,
            String values,
            @Nullable String flags,
            @Nullable String pairs,
            @Nullable ProblemCode finding,
            @Nullable String names) {
        Map<String, String> paired = new java.util.HashMap<>();
        split(pairs).forEach(pair -> paired.put(pair.split("=")[0], pair.split("=")[1]));

        List<ProblemCause> findings =
                findings(
                        rule,
                        paired,
                        property("enumeration", "select", null, options),
                        field("picklist", "255", flags, values));

        if (finding == null) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings.get(0).code()).isEqualTo(finding);
        assertThat(findings.get(0).details().values()).containsExactly(split(names));
    }

    @Test
    void optionsThatHubspotDoesNotLetBeAdded_areMendedInTheMapping() {
        List<ProblemCause> findings =
                findings(
                        SyncRule.TWO_WAY,
                        Map.of(),
                        property("enumeration", "radio", "fixedoptions", "A"),
                        field("picklist", "255", null, "A;B"));

        assertThat(findings)
                .extracting(ProblemCause::action)
                .containsExactly(ProblemAction.EDIT_MAPPING);
    }

    @Test
    void whatIsNotShown_isSaidOfTheSideThatDoesNot() {
        HubspotProperty property = property("string", "text", null, null);
        SalesforceField field = field("string", "255", null, null);

        assertThat(findings(SyncRule.TWO_WAY, Map.of(), null, field))
                .extracting(ProblemCause::code)
                .containsExactly(ProblemCode.PROPERTY_GONE);
        assertThat(findings(SyncRule.TWO_WAY, Map.of(), property, null))
                .extracting(ProblemCause::code)
                .containsExactly(ProblemCode.FIELD_GONE);
        assertThat(findings(SyncRule.TWO_WAY, Map.of(), null, null)).hasSize(2);
    }

    @Test
    void lookalike_isAHintInTheText() {
        SalesforceField renamed = field("string", "255", null, null);
        List<String> hints = MappingHealthNames.ofField("field__c", List.of(renamed));

        List<ProblemCause> findings =
                MappingHealth.findings(
                        mapping(SyncRule.TWO_WAY),
                        Map.of(),
                        property("string", "text", null, null),
                        null,
                        hints);

        assertThat(findings.get(0).text()).contains("It may be called 'Field__c' now.");
    }

    @ParameterizedTest
    @EnumSource(SyncRule.class)
    void mappingThatDoesNotSync_hasNothingAgainstIt(SyncRule rule) {
        assertThat(findings(rule, Map.of(), null, null).isEmpty())
                .isEqualTo(rule == SyncRule.DONT_SYNC);
    }

    @Test
    void manyMissingOptions_areCountedInTheTextAndBoundInTheDetails() {
        String values = String.join(";", java.util.Collections.nCopies(1, "V0"));
        StringBuilder many = new StringBuilder(values);
        for (int i = 1; i < 150; i++) {
            many.append(";V").append(i);
        }

        ProblemCause cause =
                findings(
                                SyncRule.TWO_WAY,
                                Map.of(),
                                property("enumeration", "select", null, "A"),
                                field("picklist", "255", null, many.toString()))
                        .get(0);

        assertThat(cause.text()).contains("'V0', 'V1', 'V2', 'V3', 'V4' and 145 more");
        assertThat(cause.details().get("missing")).hasSize(ProblemCause.DETAILS_MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "string, 255, '', string, 255, '', true",
        "string, 255, '', string, 254, '', false",
        "string, 255, '', string, 255, readonly, false",
        "string, 255, '', textarea, 255, '', false",
        "double, 6.2, '', double, 6.3, '', false"
    })
    void signature_movesWithWhatDecidesWhichValuesFit(
            String type,
            String size,
            String flags,
            String otherType,
            String otherSize,
            String otherFlags,
            boolean same) {
        Mapping mapping = mapping(SyncRule.TWO_WAY);
        HubspotProperty property = property("string", "text", null, "A");

        assertThat(
                        MappingHealthSignature.of(
                                        mapping, property, field(type, size, flags, "A"), Map.of())
                                .equals(
                                        MappingHealthSignature.of(
                                                mapping,
                                                property,
                                                field(otherType, otherSize, otherFlags, "A"),
                                                Map.of())))
                .isEqualTo(same);
    }
}
