package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.SyncRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which scopes what is configured needs, and which of them the app lacks. */
class HubspotScopesTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final ObjectPair COMPANY = ObjectPairs.named("company").orElseThrow();
    private static final String READ = "crm.objects.contacts.read";
    private static final String WRITE = "crm.objects.contacts.write";
    private static final String SCHEMAS = "crm.schemas.contacts.read";

    private final OneMapping mappings = new OneMapping();
    private final FakeHubspot hubspot = new FakeHubspot();
    private final SaidAccess access = new SaidAccess();
    private final HubspotScopes scopes = new HubspotScopes(mappings, hubspot, access);

    @Test
    void appHasEverything_lacksNothing() {
        access.scopes(READ, WRITE, SCHEMAS, "oauth");

        assertThat(scopes.missing(CONTACT)).hasValueSatisfying(it -> assertThat(it).isEmpty());
    }

    @Test
    void appHasNothing_lacksReadingAndWritingOfThatObject() {
        access.scopes(READ, WRITE, SCHEMAS);

        assertThat(scopes.missing(COMPANY).orElseThrow())
                .containsExactly(
                        "crm.objects.companies.read",
                        "crm.schemas.companies.read",
                        "crm.objects.companies.write");
    }

    @Test
    void recordsMayBeSeen_propertiesMayBeSeenToo() {
        access.scopes(READ, WRITE);
        assertThat(scopes.missing(CONTACT).orElseThrow()).isEmpty();

        access.scopes(WRITE);
        assertThat(scopes.missing(CONTACT).orElseThrow()).containsExactly(READ);
    }

    @ParameterizedTest
    @EnumSource(SyncRule.class)
    void scopeToWrite_isNeededByRulesThatWriteHubspotAlone(SyncRule rule) {
        mappings.rule(rule);
        access.scopes(READ, SCHEMAS);

        boolean needed = rule != SyncRule.ALWAYS_USE_HUBSPOT && rule != SyncRule.DONT_SYNC;
        assertThat(scopes.missing(CONTACT).orElseThrow().contains(WRITE)).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"OFF, false", "IN_SALESFORCE, false", "IN_HUBSPOT, true", "BOTH, true"})
    void scopeToWrite_isNeededWhereRecordsAreMadeInHubspot(Creation creation, boolean needed) {
        mappings.rule(SyncRule.ALWAYS_USE_HUBSPOT).creates(creation);
        access.scopes(READ, SCHEMAS);

        assertThat(scopes.missing(CONTACT).orElseThrow().contains(WRITE)).isEqualTo(needed);
    }

    @Test
    void syncIsOff_nothingIsNeeded() {
        access.scopes();
        mappings.off();

        assertThat(scopes.missing(CONTACT).orElseThrow()).isEmpty();
    }

    @Test
    void hubspotDoesNotTell_itIsNotKnown() {
        assertThat(scopes.missing(CONTACT)).isEmpty();
    }

    @Test
    void hubspotIsAway_isNoAnswer() {
        access.away();

        assertThatThrownBy(() -> scopes.missing(CONTACT)).isInstanceOf(CrmUnavailable.class);
    }

    @Test
    void whatHubspotRefusesToShow_namesTheScopeForIt() {
        hubspot.lacksReading = true;

        assertThat(scopes.unreadable(CONTACT)).containsExactly(SCHEMAS, READ);
        hubspot.lacksReading = false;
        assertThat(scopes.unreadable(CONTACT)).isEmpty();
    }

    @Test
    void owners_areAskedForWhereTheyFollowAlone() {
        hubspot.lacksScopes = true;
        assertThat(scopes.ownersUnreadable(CONTACT)).isEmpty();

        mappings.ofOwners();

        assertThat(scopes.ownersUnreadable(CONTACT)).contains("crm.objects.owners.read");
        mappings.rule(SyncRule.DONT_SYNC);
        assertThat(scopes.ownersUnreadable(CONTACT)).isEmpty();
    }
}
