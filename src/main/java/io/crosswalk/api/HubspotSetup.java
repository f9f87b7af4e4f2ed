package io.crosswalk.api;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.hubspot.ConfiguredApp;
import io.crosswalk.hubspot.HubspotAccess;
import io.crosswalk.hubspot.HubspotAccess.Granted;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotCredentials;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.records.Arrivals;
import io.crosswalk.records.Arrivals.Arrival;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Whether HubSpot is connected as it has to be. */
@ApplicationScoped
class HubspotSetup {
    private final HubspotClient hubspot;
    private final HubspotAccess access;
    private final HubspotCredentials credentials;
    private final ConfiguredApp configured;
    private final HubspotScopes scopes;
    private final MappingStore mappings;
    private final Arrivals arrivals;
    private final Clock clock;

    HubspotSetup(
            HubspotClient hubspot,
            HubspotAccess access,
            HubspotCredentials credentials,
            ConfiguredApp configured,
            HubspotScopes scopes,
            MappingStore mappings,
            Arrivals arrivals,
            Clock clock) {
        this.hubspot = hubspot;
        this.access = access;
        this.credentials = credentials;
        this.configured = configured;
        this.scopes = scopes;
        this.mappings = mappings;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    SetupFinding credentials() {
        SetupFinding login = login();
        return login.state() == State.FINE ? whose(login) : login;
    }

    /** Where HubSpot does not say whose login it is, it is believed to be the right one. */
    private SetupFinding whose(SetupFinding login) {
        try {
            return access.granted().map(granted -> whose(granted, login)).orElse(login);
        } catch (CrmUnavailable e) {
            return login;
        }
    }

    private SetupFinding whose(Granted granted, SetupFinding login) {
        OptionalLong portal = granted.portalId();
        if (differ(configured.portalId(), portal)) {
            return SetupFinding.wrong(
                    "HubSpot accepts the credentials, which are of the account "
                            + portal.getAsLong()
                            + ". Configured is the account "
                            + configured.portalId().getAsLong()
                            + ": the webhooks of the one that is read and written are ignored.",
                    "Configure the credentials of an app in the account that is meant, or its id as"
                            + " crosswalk.hubspot.webhook.portal-id.",
                    "OTHER_ACCOUNT");
        }
        OptionalLong app = granted.appId();
        if (differ(configured.appId(), app)) {
            return SetupFinding.wrong(
                    "HubSpot accepts the credentials, which are of the app "
                            + app.getAsLong()
                            + ". Configured is the app "
                            + configured.appId().getAsLong()
                            + ": Crosswalk's own writes pass for those of people, and what that"
                            + " app writes for Crosswalk's own.",
                    "Configure the id of the app that the credentials are of, as"
                            + " crosswalk.hubspot.app-id, or the credentials of the app that is"
                            + " meant.",
                    "OTHER_APP");
        }
        return login;
    }

    private static boolean differ(OptionalLong wanted, OptionalLong actual) {
        return wanted.isPresent() && actual.isPresent() && wanted.getAsLong() != actual.getAsLong();
    }

    private SetupFinding login() {
        try {
            if (credentials.login().isEmpty()) {
                return SetupFinding.toDo(
                        "No credentials for HubSpot are configured.",
                        "Make a private app (or a public one) in HubSpot, and configure its token:"
                                + " crosswalk.hubspot.private-app-token, or client-id, client-secret"
                                + " and refresh-token.");
            }
            hubspot.properties(ObjectPairs.all().get(0).hubspotType());
        } catch (CrmUnavailable e) {
            return refused(e);
        }
        return SetupFinding.fine("HubSpot accepts the credentials.");
    }

    private static SetupFinding refused(CrmUnavailable e) {
        return e.lacksScope() ? SetupFinding.fine("HubSpot accepts the credentials.") : unable(e);
    }

    /** A login that is refused is somebody's to mend; what else keeps us passes. */
    private static SetupFinding unable(CrmUnavailable e) {
        return switch (e.code()) {
            case "UNAUTHORIZED" ->
                    SetupFinding.wrong(
                            e.getMessage() + ".",
                            "Check in HubSpot that the app is installed and active, copy its token"
                                    + " again, and configure it.",
                            e.code());
            default -> SetupFinding.away(e);
        };
    }

    SetupFinding scopes() {
        if (login().state() != State.FINE) {
            return SetupFinding.first("the login");
        }
        Set<String> missing = new LinkedHashSet<>();
        boolean told = true;
        try {
            for (ObjectPair object : ObjectPairs.all()) {
                if (mappings.settings(object.name()).syncEnabled()) {
                    Optional<List<String>> listed = scopes.missing(object);
                    told &= listed.isPresent();
                    listed.ifPresent(missing::addAll);
                    // What HubSpot does goes before what it says.
                    missing.addAll(scopes.unreadable(object));
                    scopes.ownersUnreadable(object).ifPresent(missing::add);
                }
            }
        } catch (CrmUnavailable e) {
            return unable(e);
        }
        return missing.isEmpty() ? sufficient(told) : lacking(missing);
    }

    private static SetupFinding sufficient(boolean told) {
        return SetupFinding.fine(
                told
                        ? "The app has every scope that is needed to read what is mapped, and to"
                                + " write what the rules write in HubSpot."
                        : "Properties, records and owners can be read. HubSpot does not say whether"
                                + " the app may write them: where it may not, the first write is a"
                                + " problem that names the scope.");
    }

    private static SetupFinding lacking(Set<String> missing) {
        return SetupFinding.wrong(
                "HubSpot does not let the app read and write all that is mapped: it lacks "
                        + (missing.size() == 1 ? "a scope." : missing.size() + " scopes."),
                "Give the app "
                        + (missing.size() == 1 ? "the scope " : "the scopes ")
                        + String.join(", ", missing)
                        + " in HubSpot, and install it again.",
                "MISSING_SCOPES");
    }

    SetupFinding webhook() {
        return webhook(arrivals.last(Side.HUBSPOT), clock.instant());
    }

    static SetupFinding webhook(Arrival last, Instant now) {
        if (last.endsRefused()) {
            String before =
                    last.taken() == null
                            ? ""
                            : " The last one that was taken arrived at " + last.taken() + ".";
            return SetupFinding.wrong(
                    "One arrived at "
                            + last.refused()
                            + ", and was refused: "
                            + last.why()
                            + "."
                            + before,
                    "Compare the webhook's target URL in HubSpot with"
                            + " crosswalk.hubspot.webhook.target-url, and the app's client secret"
                            + " with the configured one: both are part of the signature. If it was"
                            + " somebody else's request, the next one from HubSpot ends this.",
                    last.why());
        }
        SetupFinding silent =
                SetupFinding.silent(
                        "HubSpot",
                        last,
                        now,
                        "Look in HubSpot whether the app is installed, its webhooks' target URL is"
                                + " …/webhooks/hubspot, and its subscriptions are active, those of the"
                                + " properties that you mapped yourselves included.");
        if (silent != null) {
            return silent;
        }
        if (last.taken() != null) {
            return SetupFinding.fine("The last one arrived at " + last.taken() + ".");
        }
        return SetupFinding.toDo(
                "None has arrived yet. Until then changes in HubSpot are found by looking, once a"
                        + " minute.",
                "Set the target URL of the app's webhooks to …/webhooks/hubspot, subscribe to"
                        + " property changes of what is mapped, and change a property in HubSpot.");
    }
}
