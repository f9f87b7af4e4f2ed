package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.api.SetupView.CheckView;
import io.crosswalk.hubspot.ConfiguredApp;
import io.crosswalk.hubspot.HubspotCredentials;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.reconcile.SettableClock;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.InMemoryArrivals;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.salesforce.SalesforceCredentials;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a check tells how a CRM answers now, and not how it did when it was read last. */
class SetupChecksTest {
    private static final CrmUnavailable REVOKED =
            new CrmUnavailable("UNAUTHORIZED", "Cannot log in", Duration.ZERO);
    private static final CrmUnavailable AWAY =
            new CrmUnavailable("UNREACHABLE", "No answer", Duration.ZERO);

    private final SettableClock clock = new SettableClock();
    private final Hubspot hubspot = new Hubspot();
    private final Salesforce salesforce = new Salesforce();
    private final OneMapping mappings = new OneMapping();
    private final SaidAccess access = new SaidAccess();
    private final SetupChecks checks =
            new SetupChecks(
                    new HubspotSetup(
                            hubspot,
                            access,
                            new HubspotLogin(),
                            new ConfiguredApp(OptionalLong.empty(), OptionalLong.empty()),
                            new HubspotScopes(mappings, hubspot, access),
                            mappings,
                            new InMemoryArrivals(),
                            clock),
                    new SalesforceSetup(
                            salesforce,
                            () ->
                                    Optional.of(
                                            new SalesforceCredentials.ClientCredentials("a", "b")),
                            mappings,
                            new InMemoryArrivals(),
                            clock),
                    hubspot,
                    salesforce,
                    mappings,
                    new UnaskedRecordStore(),
                    clock);

    @ParameterizedTest
    @EnumSource(names = {"HUBSPOT_CREDENTIALS", "SALESFORCE_CREDENTIALS"})
    void loginIsRevoked_isBelievedForAMinuteAndThenTold(SetupCheck check) {
        assertThat(checks.known(check).state()).isEqualTo(State.FINE);
        hubspot.fails = REVOKED;
        salesforce.fails = REVOKED;
        clock.pass(Duration.ofSeconds(59));
        assertThat(checks.known(check).state()).isEqualTo(State.FINE);

        clock.pass(Duration.ofSeconds(1));

        assertThat(checks.known(check))
                .extracting(CheckView::state, CheckView::code)
                .containsExactly(State.WRONG, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @EnumSource(names = {"HUBSPOT_CREDENTIALS", "SALESFORCE_CREDENTIALS"})
    void crmDoesNotAnswer_isNotKnownAfterAMinute(SetupCheck check) {
        checks.known(check);
        hubspot.fails = AWAY;
        salesforce.fails = AWAY;
        clock.pass(Duration.ofMinutes(1));

        assertThat(checks.known(check).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void loginIsRevokedWhileScopesAreAsked_isNothingToWaitFor() {
        hubspot.readingFails = new ReadOutcome.Failure(Duration.ZERO, "UNAUTHORIZED", "Revoked");

        CheckView scopes = checks.run(SetupCheck.HUBSPOT_SCOPES);

        assertThat(scopes.state()).isEqualTo(State.WRONG);
        assertThat(scopes.todo()).contains("installed and active").doesNotContain("Wait");
    }

    private static final class Hubspot extends UnaskedHubspot {
        @Nullable CrmUnavailable fails;
        ReadOutcome.@Nullable Failure readingFails;
        private boolean kept;

        @Override
        public List<HubspotProperty> properties(String type) {
            if (fails != null && !kept) {
                throw fails;
            }
            kept = true;
            return List.of();
        }

        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
            return new ReadOutcome(Map.of(), Set.of(), Set.copyOf(ids), readingFails);
        }

        @Override
        public void forgetMetadata() {
            kept = false;
        }
    }

    private static final class Salesforce extends UnaskedSalesforce {
        @Nullable CrmUnavailable fails;
        private boolean kept;

        @Override
        public List<SalesforceField> fields(String type) {
            if (fails != null && !kept) {
                throw fails;
            }
            kept = true;
            return List.of();
        }

        @Override
        public void forgetMetadata() {
            kept = false;
        }
    }

    private static final class HubspotLogin implements HubspotCredentials {
        @Override
        public Optional<Login> login() {
            return Optional.of(new PrivateApp("token"));
        }

        @Override
        public List<String> webhookSecrets() {
            return List.of();
        }
    }
}
