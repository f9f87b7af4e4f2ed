package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of types, as the two CRMs name them, and what stands against a pair of its own. */
class CompatibilityTest {
    private static final List<String> HUBSPOT =
            List.of(
                    "enumeration select",
                    "enumeration radio",
                    "enumeration checkbox",
                    "bool booleancheckbox",
                    "number number",
                    "string text",
                    "string textarea",
                    "date date");

    private static final List<String> SALESFORCE =
            List.of(
                    "string",
                    "textarea",
                    "picklist",
                    "multipicklist",
                    "reference",
                    "boolean",
                    "double",
                    "int",
                    "date",
                    "datetime");

    private static final Set<String> STRICT =
            Set.of(
                    "enumeration select-picklist",
                    "enumeration select-reference",
                    "enumeration radio-picklist",
                    "enumeration radio-reference",
                    "enumeration checkbox-multipicklist",
                    "bool booleancheckbox-boolean",
                    "number number-double",
                    "number number-int",
                    "string text-string",
                    "string text-textarea",
                    "string textarea-textarea",
                    "date date-date",
                    "date date-datetime");

    private static HubspotProperty property(String types) {
        return Crm.property("p", types.split(" ")[0], types.split(" ")[1]);
    }

    private static @Nullable RefusalCode refusal(HubspotProperty property, SalesforceField field) {
        Refusal refusal = Compatibility.refusal(Configured.CONTACT, property, field);
        return refusal == null ? null : refusal.code();
    }

    @Test
    void eightyPairsOfTypes_thirteenAreStrictOneIsExtendedTheRestIsRefused() {
        Set<String> strict = new TreeSet<>();
        Set<String> extended = new TreeSet<>();
        int refused = 0;
        for (String hubspot : HUBSPOT) {
            for (String salesforce : SALESFORCE) {
                HubspotProperty property = property(hubspot);
                SalesforceField field = Crm.field("F", salesforce);
                boolean fits = refusal(property, field) == null;
                assertThat(fits).isEqualTo(Compatibility.fit(property, field) != Fit.MISMATCH);
                if (!fits) {
                    assertThat(refusal(property, field)).isEqualTo(RefusalCode.TYPE_MISMATCH);
                    refused++;
                } else {
                    boolean isStrict = Compatibility.fit(property, field) == Fit.STRICT;
                    (isStrict ? strict : extended).add(hubspot + "-" + salesforce);
                }
            }
        }
        assertThat(strict).isEqualTo(STRICT);
        assertThat(extended).containsExactly("string text-picklist");
        assertThat(refused).isEqualTo(80 - 13 - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "string text,email,EXTENDED",
        "string text,phone,EXTENDED",
        "string text,url,EXTENDED",
        "string text,id,EXTENDED",
        "number number,currency,EXTENDED",
        "number number,percent,EXTENDED",
        "number number,long,EXTENDED",
        "datetime date,datetime,EXTENDED",
        "string phonenumber,phone,EXTENDED",
        "string html,string,MISMATCH",
        "string file,textarea,MISMATCH",
        "string text,encryptedstring,MISMATCH",
        "string text,address,MISMATCH",
        "date date,time,MISMATCH"
    })
    void beyondTheMatrix_onlyWhatLosesNothing(String hubspot, String salesforce, Fit fit) {
        assertThat(Compatibility.fit(property(hubspot), Crm.field("F", salesforce))).isEqualTo(fit);
    }

    @Test
    void textAndRestrictedPicklist_doNotGoTogether() {
        SalesforceField restricted = Crm.field("Tier__c", "picklist", true, true, "Gold");

        assertThat(refusal(property("string text"), restricted))
                .isEqualTo(RefusalCode.TYPE_MISMATCH);
        assertThat(refusal(property("enumeration select"), restricted)).isNull();
    }

    @Test
    void mismatch_saysWhatWouldFit() {
        Refusal refusal =
                Compatibility.refusal(
                        Configured.CONTACT,
                        Crm.property("industry", "enumeration", "select"),
                        Crm.field("Industry__c", "string"));

        assertThat(refusal)
                .hasMessage(
                        "Cannot map property 'industry' (select) to field 'Industry__c' (string):"
                                + " select maps to picklist or reference. Choose such a field, or a"
                                + " property of type text or phonenumber.");
    }

    @ParameterizedTest
    @CsvSource({"OWNER", "USER"})
    void propertyThatRefersToUsers_cannotBeMapped(String refersTo) {
        HubspotProperty owner =
                Crm.property("boss", "enumeration", "select", false, true, refersTo);

        assertThat(refusal(owner, Crm.field("ReportsToId", "reference")))
                .isEqualTo(RefusalCode.USER_PROPERTY_NOT_MAPPABLE);
    }

    @Test
    void propertyThatLinksRecords_cannotBeMapped() {
        HubspotProperty link = Crm.property("salesforcecontactid", "string", "text");

        assertThat(refusal(link, Crm.field("Title", "string")))
                .isEqualTo(RefusalCode.LINK_PROPERTY_NOT_MAPPABLE);
    }

    @Test
    void readOnlyField_onlyTakesRulesThatDoNotWriteIt() {
        HubspotProperty property = property("string text");
        SalesforceField formula = Crm.field("Full_Title__c", "string", false, false);

        assertThat(Compatibility.rules(property, formula))
                .containsExactly(SyncRule.ALWAYS_USE_SALESFORCE, SyncRule.DONT_SYNC);
        Refusal refusal = Compatibility.refusal(property, formula, SyncRule.TWO_WAY);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_READ_ONLY);
        assertThat(refusal).hasMessageContaining("'Always use Salesforce' or 'Don't sync'");
    }

    @Test
    void recordId_isReadOnlyWhateverItsDescribeSays() {
        assertThat(Compatibility.rules(property("string text"), Crm.field("Id", "id", true, false)))
                .containsExactly(SyncRule.ALWAYS_USE_SALESFORCE, SyncRule.DONT_SYNC);
    }

    @Test
    void readOnlyProperty_onlyTakesRulesThatDoNotWriteIt() {
        HubspotProperty calculated =
                Crm.property("grade", "string", "calculation_equation", true, false, null);

        assertThat(Compatibility.rules(calculated, Crm.field("F", "string")))
                .containsExactly(SyncRule.DONT_SYNC, SyncRule.ALWAYS_USE_HUBSPOT);
        Refusal refusal =
                Compatibility.refusal(calculated, Crm.field("F", "string"), SyncRule.TWO_WAY);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(RefusalCode.PROPERTY_READ_ONLY);
    }
}
