package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.Colleagues;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Converted.Refused;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalCausesTest {
    private static final PlannedField PHONE =
            planned("contact-phone", HubspotType.PHONENUMBER, SalesforceType.PHONE);

    private static final PlannedField OWNER =
            planned("contact-hubspot-owner-id", HubspotType.SELECT, SalesforceType.REFERENCE);

    private static final PlannedField SOURCE =
            planned("contact-leadsource", HubspotType.SELECT, SalesforceType.PICKLIST);

    private static final Value VALUE = Value.of("0055g00000000GCAAY");

    private static PlannedField planned(String id, HubspotType hubspot, SalesforceType salesforce) {
        Mapping mapping =
                StandardMappings.of("contact").stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        return new PlannedField(
                mapping,
                hubspot,
                salesforce,
                Conversion.between(hubspot, salesforce, Limits.NONE, Limits.NONE, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "SALESFORCE, FIELD_CUSTOM_VALIDATION_EXCEPTION, VALIDATION_RULE",
        "SALESFORCE, REQUIRED_FIELD_MISSING, REQUIRED_FIELD_MISSING",
        "SALESFORCE, INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, OPTION_MISSING_IN_SALESFORCE",
        "SALESFORCE, STRING_TOO_LONG, TOO_LONG",
        "SALESFORCE, NUMBER_OUTSIDE_VALID_RANGE, NUMBER_TOO_LARGE",
        "SALESFORCE, INVALID_EMAIL_ADDRESS, NOT_AN_EMAIL",
        "SALESFORCE, INSUFFICIENT_ACCESS_OR_READONLY, ACCESS_DENIED",
        "SALESFORCE, INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, ACCESS_DENIED",
        "SALESFORCE, INVALID_FIELD_FOR_INSERT_UPDATE, FIELD_READ_ONLY",
        "SALESFORCE, INVALID_FIELD, FIELD_GONE",
        "SALESFORCE, DUPLICATES_DETECTED, DUPLICATE",
        "SALESFORCE, DUPLICATE_VALUE, DUPLICATE",
        "SALESFORCE, INACTIVE_OWNER_OR_USER, BROKEN_REFERENCE",
        "SALESFORCE, CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AUTOMATION_FAILED",
        "SALESFORCE, SOMETHING_NEW, REFUSED",
        "HUBSPOT, INVALID_OPTION, OPTION_MISSING_IN_HUBSPOT",
        "HUBSPOT, PROPERTY_DOESNT_EXIST, PROPERTY_GONE",
        "HUBSPOT, READ_ONLY_VALUE, PROPERTY_READ_ONLY",
        "HUBSPOT, PROPERTY_VALUE_TOO_LONG, TOO_LONG",
        "HUBSPOT, INVALID_DATE, NOT_A_DATE",
        "HUBSPOT, CONFLICT, DUPLICATE",
        "HUBSPOT, VALIDATION_ERROR, REFUSED"
    })
    void crmCode_hasItsProblem(Side side, String crmCode, ProblemCode code) {
        assertThat(RefusalCauses.code(side, crmCode)).isEqualTo(code);
    }

    @Test
    void conversionThatRefuses_namesBothAndTheLimitAndTheWayOut() {
        Refused refused =
                new Refused(Converted.Code.TOO_LONG, "The text has 41 characters; it takes 40.");

        ProblemCause cause = RefusalCauses.of(PHONE, Side.SALESFORCE, VALUE, refused);

        assertThat(cause.text())
                .isEqualTo(
                        "The value of HubSpot property 'phone' is not written to Salesforce field"
                                + " 'Phone'. The text has 41 characters; it takes 40. Shorten the"
                                + " value, or lengthen the field.");
        assertThat(cause.said()).isNull();
    }

    @Test
    void optionMissing_dependsOnTheSideThatLacksIt() {
        Refused refused = new Refused(Converted.Code.OPTION_MISSING, "None of them.");

        assertThat(RefusalCauses.of(PHONE, Side.HUBSPOT, VALUE, refused).code())
                .isEqualTo(ProblemCode.OPTION_MISSING_IN_HUBSPOT);
        assertThat(RefusalCauses.of(PHONE, Side.SALESFORCE, VALUE, refused).code())
                .isEqualTo(ProblemCode.OPTION_MISSING_IN_SALESFORCE);
    }

    @Test
    void missingOptionOfAPicklist_isMendedByRefreshing() {
        Refused refused = new Refused(Converted.Code.OPTION_MISSING, "None of them.");

        assertThat(RefusalCauses.of(SOURCE, Side.HUBSPOT, VALUE, refused).action())
                .isEqualTo(ProblemAction.REFRESH_OPTIONS);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void ownerWithoutACounterpart_isNoMatterOfOptions(Side side) {
        Refused refused = new Refused(Converted.Code.OPTION_MISSING, "None of them.");

        ProblemCause cause = RefusalCauses.of(OWNER, side, VALUE, refused);

        assertThat(cause.action()).isEqualTo(ProblemAction.EDIT_MAPPING);
        assertThat(cause.text()).contains("with the same e-mail").doesNotContain("Refresh");
    }

    private static PlannedField ofOwners(Map<String, String> owners, Map<String, String> users) {
        return new PlannedField(
                OWNER.mapping(),
                OWNER.hubspotType(),
                OWNER.salesforceType(),
                OWNER.conversion(),
                null,
                null,
                new Colleagues(Map.of(), owners, users));
    }

    @Test
    void userWithoutACounterpart_isNamed() {
        Refused refused = new Refused(Converted.Code.OPTION_MISSING, "None of them.");
        PlannedField field = ofOwners(Map.of(), Map.of(VALUE.text(), "Edda Holm"));

        ProblemCause cause = RefusalCauses.of(field, Side.HUBSPOT, VALUE, refused);

        assertThat(cause.text())
                .contains(
                        "HubSpot has no active owner with the e-mail of Salesforce's user Edda Holm"
                                + " (0055g00000000GCAAY)")
                .doesNotContain("None of them");
        assertThat(cause.details()).isEqualTo(Map.of("userIds", List.of("0055g00000000GCAAY")));
    }

    @Test
    void ownerWhomNobodyKnowsAnyMore_isToldByTheId() {
        Refused refused = new Refused(Converted.Code.OPTION_MISSING, "None of them.");
        PlannedField field = ofOwners(Map.of("5101", "Amara Diallo"), Map.of());

        ProblemCause cause = RefusalCauses.of(field, Side.SALESFORCE, Value.of("5106"), refused);

        assertThat(cause.text())
                .contains("HubSpot's owner 5106 is not among those that are active there");
        assertThat(cause.details()).isEqualTo(Map.of("ownerIds", List.of("5106")));
    }

    /** A colleague's account is no value of a record; an option of a record is. */
    @Test
    void optionOfAPicklist_isNotTold() {
        Refused refused = new Refused(Converted.Code.OPTION_MISSING, "None of them.");

        ProblemCause cause =
                RefusalCauses.of(SOURCE, Side.HUBSPOT, Value.of("Trade show"), refused);

        assertThat(cause.toString()).doesNotContain("Trade show");
    }

    @Test
    void crmThatRefuses_isQuotedWithoutTheValue() {
        Rejected rejected =
                new Rejected(
                        "003",
                        "STRING_TOO_LONG",
                        "Phone: data value too large: +1 555 0100 0100 (max length=5)",
                        List.of("Phone"));

        ProblemCause cause =
                RefusalCauses.of(PHONE, Side.SALESFORCE, rejected, List.of("+1 555 0100 0100"));

        assertThat(cause.text())
                .contains("Salesforce says: \"Phone: data value too large: … (max length=5)\"")
                .doesNotContain("555");
        assertThat(cause.said())
                .isEqualTo(
                        new ProblemCause.Said(
                                "STRING_TOO_LONG",
                                "Phone: data value too large: … (max length=5)"));
    }
}
