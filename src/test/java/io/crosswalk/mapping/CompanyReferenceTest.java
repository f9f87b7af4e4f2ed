package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The primary company goes with a reference to an account, and is translated by links. */
class CompanyReferenceTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final String ACCOUNT = "001000000000001AAA";
    private static final String OTHER = "001000000000002AAA";

    private static HubspotProperty property(String name, boolean hubspotDefined) {
        return new HubspotProperty(
                name,
                name,
                "number",
                "number",
                true,
                false,
                hubspotDefined,
                true,
                "COMPANY",
                List.of());
    }

    private static SalesforceField reference(String... to) {
        return field("reference", List.of(to));
    }

    private static SalesforceField field(String type, List<String> referenceTo) {
        return new SalesforceField(
                "AccountId",
                "Account",
                type,
                false,
                18,
                0,
                0,
                true,
                false,
                true,
                false,
                referenceTo,
                List.of());
    }

    private static final HubspotProperty COMPANY = property("associatedcompanyid", true);

    @Test
    void primaryCompanyAndReferenceToAccount_fitUnderEveryRule() {
        SalesforceField field = reference("Account");

        assertThat(Compatibility.refusal(CONTACT, COMPANY, field)).isNull();
        assertThat(Compatibility.fit(COMPANY, field)).isEqualTo(Fit.EXTENDED);
        assertThat(Compatibility.rules(COMPANY, field)).containsExactly(SyncRule.values());
    }

    @Test
    void primaryCompanyAndAnythingElse_isRefusedWithTheReason() {
        for (SalesforceField field :
                List.of(
                        reference("User"),
                        reference("Account", "Contact"),
                        field("double", List.of()))) {
            Refusal refusal = Compatibility.refusal(CONTACT, COMPANY, field);

            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(RefusalCode.TYPE_MISMATCH);
            assertThat(refusal.getMessage()).contains("which company", "Account");
        }
    }

    @Test
    void numberOfTheSameNameThatAUserMade_isANumber() {
        HubspotProperty number = property("associatedcompanyid", false);

        assertThat(Compatibility.fit(number, reference("Account"))).isEqualTo(Fit.MISMATCH);
        assertThat(Compatibility.fit(number, field("double", List.of()))).isEqualTo(Fit.STRICT);
    }

    private static Conversion conversion(CompanyPairs companies) {
        return new CompanyReference(Limits.NONE.withLength(18)).conversion(companies);
    }

    private static CompanyPairs linked() {
        return new CompanyPairs(Map.of("7", ACCOUNT), Set.of("7"), Set.of(ACCOUNT));
    }

    @Test
    void linkedCompany_isTranslatedBothWaysAndInStep() {
        Conversion conversion = conversion(linked());

        assertThat(conversion.toSalesforce(Value.of("7")))
                .isEqualTo(new Converted.Ok(Value.of(ACCOUNT)));
        assertThat(conversion.toHubspot(Value.of(ACCOUNT)))
                .isEqualTo(new Converted.Ok(Value.of("7")));
        assertThat(conversion.inStep(Value.of("7"), Value.of(ACCOUNT))).isTrue();
        assertThat(conversion.inStep(Value.of("7"), Value.of(OTHER))).isFalse();
        assertThat(conversion.inStep(Value.of("7"), Value.BLANK)).isFalse();
    }

    @Test
    void noCompany_isNoAccount() {
        Conversion conversion = conversion(CompanyPairs.NONE);

        assertThat(conversion.toSalesforce(Value.BLANK)).isEqualTo(new Converted.Ok(Value.BLANK));
        assertThat(conversion.toHubspot(Value.BLANK)).isEqualTo(new Converted.Ok(Value.BLANK));
    }

    @Test
    void unlinkedCompany_isCarriedOverNowhere() {
        for (CompanyPairs companies : List.of(CompanyPairs.NONE, linked())) {
            Conversion conversion = conversion(companies);

            assertThat(conversion.toSalesforce(Value.of("8")))
                    .isInstanceOfSatisfying(
                            Converted.Refused.class,
                            refused ->
                                    assertThat(refused.code())
                                            .isEqualTo(Converted.Code.OPTION_MISSING));
            // As long as a Salesforce id, but a company's.
            assertThat(conversion.toSalesforce(Value.of("123456789012345")))
                    .isInstanceOf(Converted.Refused.class);
            assertThat(conversion.toHubspot(Value.of(OTHER))).isInstanceOf(Converted.Refused.class);
        }
    }

    @Test
    void companyDeletedInHubspot_isInStepStillAndNotWritten() {
        Conversion conversion =
                conversion(new CompanyPairs(Map.of("7", ACCOUNT), Set.of(), Set.of(ACCOUNT)));

        assertThat(conversion.inStep(Value.of("7"), Value.of(ACCOUNT))).isTrue();
        assertThat(conversion.toHubspot(Value.of(ACCOUNT))).isInstanceOf(Converted.Refused.class);
        assertThat(conversion.toSalesforce(Value.of("7"))).isInstanceOf(Converted.Ok.class);
    }

    @Test
    void standardMappings_areThereAndWriteNothingUntilTurnedOn() {
        for (String id :
                List.of("contact-associatedcompanyid", "deal-hs-primary-associated-company")) {
            assertThat(StandardMappings.of(id.substring(0, id.indexOf('-'))))
                    .filteredOn(mapping -> mapping.id().equals(id))
                    .singleElement()
                    .satisfies(
                            mapping -> {
                                assertThat(mapping.syncRule()).isEqualTo(SyncRule.DONT_SYNC);
                                assertThat(mapping.salesforceField()).isEqualTo("AccountId");
                            });
        }
    }

    private static List<ProblemCause> health(SalesforceField field) {
        Mapping mapping =
                new Mapping(
                        "m",
                        "contact",
                        "associatedcompanyid",
                        "AccountId",
                        SyncRule.TWO_WAY,
                        Fill.NONE,
                        true,
                        1);
        return MappingHealth.findings(mapping, Map.of(), COMPANY, field, List.of());
    }

    @Test
    void healthyReference_hasNoFindingsThoughThePropertyIsReadOnly() {
        assertThat(health(reference("Account"))).isEmpty();
    }

    @Test
    void referenceToSomethingElse_isAMismatch() {
        assertThat(health(reference("User")))
                .singleElement()
                .satisfies(
                        cause -> {
                            assertThat(cause.code()).isEqualTo(ProblemCode.TYPE_MISMATCH);
                            assertThat(cause.text()).contains("a reference to Account");
                        });
    }
}
