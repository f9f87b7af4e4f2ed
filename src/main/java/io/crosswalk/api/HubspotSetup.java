package io.crosswalk.api;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotCredentials;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.records.Arrivals;
import io.crosswalk.records.Arrivals.Arrival;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether HubSpot is connected as it has to be. */
@ApplicationScoped
class HubspotSetup {
    private static final String NO_SUCH_RECORD = "1";

    private final HubspotClient hubspot;
    private final HubspotCredentials credentials;
    private final MappingStore mappings;
    private final Arrivals arrivals;
    private final Clock clock;

    HubspotSetup(
            HubspotClient hubspot,
            HubspotCredentials credentials,
            MappingStore mappings,
            Arrivals arrivals,
            Clock clock) {
        this.hubspot = hubspot;
        this.credentials = credentials;
        this.mappings = mappings;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    SetupFinding credentials() {
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
        if (e.lacksScope()) {
            return SetupFinding.fine("HubSpot accepts the credentials.");
        }
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
        if (credentials().state() != State.FINE) {
            return SetupFinding.first("the login");
        }
        for (ObjectPair object : ObjectPairs.all()) {
            if (mappings.settings(object.name()).syncEnabled()) {
                SetupFinding finding = scopes(object);
                if (finding != null) {
                    return finding;
                }
            }
        }
        return owners();
    }

    /** Null if it may be read. */
    private @Nullable SetupFinding scopes(ObjectPair object) {
        String type = object.hubspotType();
        try {
            hubspot.properties(type);
        } catch (CrmUnavailable e) {
            return lacking(e, type, "crm.schemas." + type + ".read");
        }
        ReadOutcome read =
                hubspot.read(type, List.of(NO_SUCH_RECORD), Set.of(object.modifiedProperty()));
        ReadOutcome.Failure failure = read.failure();
        return failure == null
                ? null
                : lacking(
                        new CrmUnavailable(failure.code(), failure.message(), failure.after()),
                        type,
                        "crm.objects." + type + ".read");
    }

    private SetupFinding owners() {
        try {
            hubspot.owners(false);
        } catch (CrmUnavailable e) {
            return lacking(e, "owners", "crm.objects.owners.read");
        }
        return SetupFinding.fine(
                "Properties, records and owners can be read. Whether they can be written shows with"
                        + " the first write: where a scope is missing, the log of sync names it.");
    }

    private static SetupFinding lacking(CrmUnavailable e, String type, String scope) {
        return e.lacksScope()
                ? SetupFinding.wrong(
                        "HubSpot does not let the app read " + type + ": it lacks a scope.",
                        "Give the app the scope "
                                + scope
                                + " in HubSpot, and likewise read and write access to the records"
                                + " and schemas of every object that is to sync. Then install it"
                                + " again.",
                        e.code())
                : SetupFinding.away(e);
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
