package io.crosswalk.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.MappingStatuses;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.InMemoryBreakerStore;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.OpenProblems;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a health check makes of scopes that the app lacks, beside what it finds of mappings. */
class HealthOfScopesTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final String OF_OBJECT = "contact.-.SCOPE_MISSING";
    private static final String OF_MAPPING = "contact.contact-city.PROPERTY_GONE";

    private final SettableClock clock = new SettableClock();
    private final OneMapping mappings = new OneMapping();
    private final SaidAccess access = new SaidAccess();
    private final Hubspot hubspot = new Hubspot();
    private final Salesforce salesforce = new Salesforce();
    private final OpenProblems open = new OpenProblems(clock);
    private final HealthCheck check =
            new HealthCheck(
                    mappings,
                    new MappingStatuses(
                            mappings, hubspot, salesforce, open, new InMemoryBreakerStore()),
                    new MappingPlans(mappings, hubspot, salesforce, clock),
                    open,
                    new ScopeProblems(new HubspotScopes(mappings, hubspot, access), open, clock),
                    new HealthRetries(open, null, Shipped.config(ReconcileConfig.class), clock),
                    new Unseen(),
                    hubspot,
                    salesforce,
                    null,
                    Shipped.config(ReconcileConfig.class),
                    clock);

    /** Shows no property; without the scope it does not even say so. */
    private static final class Hubspot extends UnaskedHubspot {
        boolean lacksReading;

        @Override
        public List<HubspotProperty> properties(String type) {
            if (lacksReading) {
                throw new CrmUnavailable("MISSING_SCOPES", "HubSpot answers 403", Duration.ZERO);
            }
            return List.of();
        }

        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
            return new ReadOutcome(Map.of(), Set.copyOf(ids), Set.of(), null);
        }

        @Override
        public void forgetMetadata() {}
    }

    private static final class Salesforce extends UnaskedSalesforce {
        @Override
        public List<SalesforceField> fields(String type) {
            return List.of();
        }

        @Override
        public void forgetMetadata() {}
    }

    private static final class Unseen implements HealthState {
        @Override
        public boolean isTime(String object, Instant now, Duration every) {
            throw new AssertionError("not asked for");
        }

        @Override
        public boolean claim(String object, Instant now, Duration every) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Seen load(String object) {
            return new Seen(Map.of(), Map.of(), null);
        }

        @Override
        public void save(String object, Seen seen) {}
    }

    private List<String> ids() {
        return open.all().stream().map(problem -> problem.id().text()).toList();
    }

    @Test
    void scopeIsMissing_isAProblemBesideThoseOfMappings_untilItIsGiven() {
        access.scopes("crm.objects.contacts.read");
        check.check(CONTACT);
        assertThat(ids()).contains(OF_OBJECT, OF_MAPPING);

        access.scopes("crm.objects.contacts.read", "crm.objects.contacts.write");
        check.check(CONTACT);

        assertThat(ids()).contains(OF_MAPPING).doesNotContain(OF_OBJECT);
    }

    @Test
    void metadataIsNotShownForWantOfAScope_thatIsToldAllTheSame() {
        hubspot.lacksReading = true;

        assertThatThrownBy(() -> check.check(CONTACT)).isInstanceOf(CrmUnavailable.class);

        assertThat(ids()).containsExactly(OF_OBJECT);
        assertThat(open.all().get(0).cause().text()).contains("crm.schemas.contacts.read");
    }

    @Test
    void personChecksTheScopes_nothingElseIsAskedFor() {
        access.scopes("crm.objects.contacts.read");

        check.checkScopes(CONTACT);

        assertThat(ids()).containsExactly(OF_OBJECT);
    }
}
