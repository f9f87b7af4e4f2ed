package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.CONTACT;
import static io.crosswalk.mapping.Configured.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.hubspot.HubspotClient.Owner;
import io.crosswalk.hubspot.HubspotProperty.Option;
import io.crosswalk.mapping.OptionRefresh.Refreshed;
import io.crosswalk.records.DynamoLocal;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceClient.User;
import java.time.Clock;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists of options that do not agree: pairs, owners, and adding what is missing. */
@ExtendWith(DynamoLocal.class)
class OptionsTest {
    private static final String AMARA = "005000000000001AAA";
    private static final String BRUNO = "005000000000002AAA";

    private Configured it;

    @BeforeEach
    void installation() throws Exception {
        it = new Configured();
    }

    private static RefusalCode refused(ThrowingCallable change) {
        Refusal refusal = catchThrowableOfType(Refusal.class, change);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.code();
    }

    private static MappingChoice pairs(Map<String, String> pairs) {
        return new MappingChoice(SyncRule.TWO_WAY, Fill.NONE, pairs);
    }

    private Mapping level(Map<String, String> pairs) {
        return it.mappings.create(CONTACT, "level", "Level__c", pairs(pairs));
    }

    private PlannedField planned(String property) {
        PlannedField field = it.plans.plan(CONTACT).ofProperty(property);
        assertThat(field).as(property).isNotNull();
        return field;
    }

    @Test
    void pairedOptions_areConvertedAsSoonAsTheyAreSaved() {
        Mapping mapping = level(Map.of());
        it.plans.plan(CONTACT);

        it.mappings.update(
                CONTACT,
                mapping.id(),
                new MappingEdit(null, null, null, null, Map.of("low", "Cold", "high", "Hot")),
                null);

        assertThat(planned("level").conversion().toSalesforce(Value.of("low")))
                .isEqualTo(new Converted.Ok(Value.of("Cold")));
        assertThat(planned("level").conversion().toHubspot(Value.of("Hot")))
                .isEqualTo(new Converted.Ok(Value.of("high")));
    }

    @Test
    void twoOptionsForOneValue_areRefused() {
        assertThat(refused(() -> level(Map.of("low", "Cold", "high", "Cold"))))
                .isEqualTo(RefusalCode.OPTION_PAIRS_NOT_ONE_TO_ONE);
    }

    @Test
    void optionThatIsNotThere_isRefusedOnEitherSide() {
        assertThat(refused(() -> level(Map.of("Low", "Cold"))))
                .isEqualTo(RefusalCode.OPTION_UNKNOWN);
        assertThat(refused(() -> level(Map.of("low", "cold"))))
                .isEqualTo(RefusalCode.OPTION_UNKNOWN);
    }

    @Test
    void optionThatIsGoneSince_doesNotHinderAnotherRule() {
        Mapping mapping = level(Map.of("low", "Cold"));
        it.hubspot.with("level", "enumeration", "select", "high");
        it.hubspot.forgetMetadata();

        Mapping changed =
                it.mappings.update(
                        CONTACT, mapping.id(), Configured.edit(SyncRule.ALWAYS_USE_HUBSPOT), null);

        assertThat(changed.optionPairs()).containsEntry("low", "Cold");
    }

    @Test
    void pairsForTexts_areRefused() {
        assertThat(
                        refused(
                                () ->
                                        it.mappings.create(
                                                CONTACT,
                                                "text1",
                                                "Text1__c",
                                                pairs(Map.of("a", "b")))))
                .isEqualTo(RefusalCode.OPTION_PAIRS_NOT_APPLICABLE);
    }

    @Test
    void refresh_addsWhatIsMissingAndTakesNothingAway() {
        it.salesforce.with("Level__c", "picklist", "Cold", "Hot", "high", "A;B", "LOW");
        Mapping mapping = level(Map.of("low", "Cold"));
        assertThat(planned("level").conversion().toHubspot(Value.of("Hot")))
                .isInstanceOf(Converted.Refused.class);

        Refreshed done = it.refresh.refresh(CONTACT, mapping.id());

        assertThat(done.added()).extracting(Option::value).containsExactly("Hot", "LOW");
        assertThat(done.added()).extracting(Option::label).containsExactly("Hot", "LOW (LOW)");
        assertThat(done.skipped()).containsExactly("A;B");
        assertThat(done.options()).isEqualTo(4);
        assertThat(it.hubspot.properties("contacts"))
                .filteredOn(property -> property.name().equals("level"))
                .flatExtracting(property -> property.options().stream().map(Option::value).toList())
                .containsExactly("low", "high", "Hot", "LOW");
        assertThat(planned("level").conversion().toHubspot(Value.of("Hot")))
                .isInstanceOf(Converted.Ok.class);
    }

    /** Then others have moved the version, which is all that it is for. */
    @Test
    void refreshWhileOthersChangeTheObject_tellsWhatHubspotTook() {
        Mapping mapping = level(Map.of("low", "Cold"));
        CrmMetadata metadata = new CrmMetadata(it.hubspot, it.salesforce, Clock.systemUTC());
        Mappings contended =
                new Mappings(it.store, metadata, null, null, null, Clock.systemUTC()) {
                    @Override
                    void touch(ObjectPair object) {
                        throw new Refusal(RefusalCode.CHANGED_TOO_OFTEN, "Others were faster.");
                    }
                };

        Refreshed done =
                new OptionRefresh(contended, metadata, it.hubspot).refresh(CONTACT, mapping.id());

        assertThat(done.added()).extracting(Option::value).containsExactly("Hot");
    }

    @Test
    void refreshWithNothingMissing_writesNothing() {
        Mapping mapping = level(Map.of("low", "Cold", "high", "Hot"));

        Refreshed done = it.refresh.refresh(CONTACT, mapping.id());

        assertThat(done.added()).isEmpty();
        assertThat(it.hubspot.optionWrites).isZero();
        assertThat(it.store.settings("contact").version()).isEqualTo(1);
    }

    @Test
    void refreshOfOptionsThatHubspotManages_isRefused() {
        it.hubspot.with(
                Crm.property("level", "enumeration", "select", false, true, null, "low", "high"));
        Mapping mapping = level(Map.of());

        assertThat(refused(() -> it.refresh.refresh(CONTACT, mapping.id())))
                .isEqualTo(RefusalCode.OPTIONS_NOT_REFRESHABLE);
        assertThat(it.hubspot.optionWrites).isZero();
    }

    @Test
    void refreshWithoutTheScope_saysWhichIsMissing() {
        Mapping mapping = level(Map.of());
        it.hubspot.lacksScopes = true;

        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, () -> it.refresh.refresh(CONTACT, mapping.id()));

        assertThat(refusal.code()).isEqualTo(RefusalCode.OPTIONS_NOT_REFRESHABLE);
        assertThat(refusal).hasMessageContaining("'crm.schemas.contacts.write'");
    }

    @Test
    void refreshOfATextOrOfOwners_isRefused() {
        Mapping text = it.text(1);

        assertThat(refused(() -> it.refresh.refresh(CONTACT, text.id())))
                .isEqualTo(RefusalCode.OPTIONS_NOT_REFRESHABLE);
        assertThat(refused(() -> it.refresh.refresh(CONTACT, "contact-hubspot-owner-id")))
                .isEqualTo(RefusalCode.OPTIONS_NOT_REFRESHABLE);
    }

    @Test
    void owners_areConvertedByEmailAndWhoeverHasNoPartnerIsRefused() {
        it.hubspot.owners.add(new Owner("1", "amara@x.example", false));
        it.hubspot.owners.add(new Owner("2", "bruno@x.example", false));
        it.hubspot.owners.add(new Owner("3", "carla@x.example", false));
        it.salesforce.users.add(new User(AMARA, "amara@x.example", true));
        it.salesforce.users.add(new User(BRUNO, "bruno@x.example", false));

        PlannedField owner = planned("hubspot_owner_id");

        assertThat(owner.conversion().toSalesforce(Value.of("1")))
                .isEqualTo(new Converted.Ok(Value.of(AMARA)));
        assertThat(owner.conversion().toHubspot(Value.of(AMARA)))
                .isEqualTo(new Converted.Ok(Value.of("1")));
        assertThat(owner.conversion().toSalesforce(Value.of("2")))
                .as("inactive in Salesforce")
                .isInstanceOf(Converted.Refused.class);
        assertThat(owner.conversion().toHubspot(Value.of(BRUNO)))
                .isInstanceOf(Converted.Refused.class);
        assertThat(owner.conversion().toSalesforce(Value.of("3")))
                .as("only in HubSpot")
                .isInstanceOf(Converted.Refused.class);
    }

    @Test
    void userOfASalesforceSandbox_isThePersonWithoutItsMark() {
        it.hubspot.owners.add(new Owner("1", "amara@x.example", false));
        it.salesforce.users.add(new User(AMARA, "amara@x.example.invalid", true));

        assertThat(planned("hubspot_owner_id").conversion().toSalesforce(Value.of("1")))
                .isEqualTo(new Converted.Ok(Value.of(AMARA)));
    }

    @Test
    void sharedEmail_standsForNobody() {
        it.hubspot.owners.add(new Owner("1", "amara@x.example", false));
        it.salesforce.users.add(new User(AMARA, "amara@x.example", true));
        it.salesforce.users.add(new User(BRUNO, "amara@x.example", true));

        PlannedField owner = planned("hubspot_owner_id");

        assertThat(owner.conversion().toSalesforce(Value.of("1")))
                .isInstanceOf(Converted.Refused.class);
        assertThat(owner.conversion().toHubspot(Value.of(AMARA)))
                .isInstanceOf(Converted.Refused.class);
    }

    @Test
    void dontSync_isNotPlanned() {
        it.mappings.create(CONTACT, "text1", "Text1__c", rule(SyncRule.DONT_SYNC));

        assertThat(it.plans.plan(CONTACT).ofProperty("text1")).isNull();
    }
}
