package io.crosswalk.api;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.records.Arrivals;
import io.crosswalk.records.Arrivals.Arrival;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceCredentials;
import io.crosswalk.salesforce.SalesforceField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether Salesforce is connected as it has to be. */
@ApplicationScoped
class SalesforceSetup {
    private static final int NAMED_MAX = 8;

    private final SalesforceClient salesforce;
    private final SalesforceCredentials credentials;
    private final MappingStore mappings;
    private final Arrivals arrivals;
    private final Clock clock;

    SalesforceSetup(
            SalesforceClient salesforce,
            SalesforceCredentials credentials,
            MappingStore mappings,
            Arrivals arrivals,
            Clock clock) {
        this.salesforce = salesforce;
        this.credentials = credentials;
        this.mappings = mappings;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    SetupFinding credentials() {
        try {
            if (credentials.login().isEmpty()) {
                return SetupFinding.toDo(
                        "No credentials for Salesforce are configured.",
                        "Make an external client app in Salesforce, and configure"
                                + " crosswalk.salesforce.client-id with client-secret, or with"
                                + " username and private-key.");
            }
            salesforce.fields(ObjectPairs.all().get(0).salesforceType());
        } catch (CrmUnavailable e) {
            return refused(e);
        }
        return SetupFinding.fine("Salesforce accepts the credentials.");
    }

    private static SetupFinding refused(CrmUnavailable e) {
        return e.code().equals("NOT_FOUND")
                ? SetupFinding.fine("Salesforce accepts the credentials.")
                : unable(e);
    }

    /** A login that is refused is somebody's to mend; what else keeps us passes. */
    private static SetupFinding unable(CrmUnavailable e) {
        return switch (e.code()) {
            case "UNAUTHORIZED" ->
                    SetupFinding.wrong(
                            e.getMessage() + ".",
                            "Check the app's key and secret, and that its user is active and"
                                    + " authorised for the app. Client credentials need the My Domain"
                                    + " as login URL.",
                            e.code());
            default -> SetupFinding.away(e);
        };
    }

    SetupFinding permissions() {
        if (credentials().state() != State.FINE) {
            return SetupFinding.first("the login");
        }
        List<String> hidden = new ArrayList<>();
        List<String> locked = new ArrayList<>();
        for (ObjectPair object : ObjectPairs.all()) {
            if (mappings.settings(object.name()).syncEnabled()) {
                SetupFinding finding = permissions(object, hidden, locked);
                if (finding != null) {
                    return finding;
                }
            }
        }
        return found(hidden, locked);
    }

    private static SetupFinding found(List<String> hidden, List<String> locked) {
        if (hidden.isEmpty() && locked.isEmpty()) {
            return SetupFinding.fine("Every mapped field can be read, and edited where rules ask.");
        }
        boolean hides = !hidden.isEmpty();
        return SetupFinding.wrong(
                hides
                        ? "The integration user does not see " + names(hidden) + "."
                        : "The integration user may not edit " + names(locked) + ".",
                "Give it "
                        + (hides ? "read" : "edit")
                        + " access to these fields in Salesforce, in a permission set of your own,"
                        + " or change their mappings.",
                null);
    }

    private static String names(List<String> names) {
        String some = names.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
        int more = names.size() - NAMED_MAX;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    /** Null if the object can be described; its fields are added then. */
    private @Nullable SetupFinding permissions(
            ObjectPair object, List<String> hidden, List<String> locked) {
        Map<String, SalesforceField> fields;
        try {
            fields =
                    salesforce.fields(object.salesforceType()).stream()
                            .collect(
                                    Collectors.toMap(SalesforceField::name, it -> it, (a, b) -> a));
        } catch (CrmUnavailable e) {
            return e.code().equals("NOT_FOUND")
                    ? SetupFinding.wrong(
                            "Salesforce does not show " + object.salesforceType() + " at all.",
                            "Give the integration user's permission set access to it.",
                            e.code())
                    : unable(e);
        }
        for (Mapping mapping : mappings.mappings(object.name())) {
            SalesforceField field = fields.get(mapping.salesforceField());
            String name = object.salesforceType() + "." + mapping.salesforceField();
            boolean writes = mapping.syncRule().mayWrite(Side.SALESFORCE);
            boolean reads = writes || mapping.syncRule().mayWrite(Side.HUBSPOT);
            if (reads && field == null) {
                hidden.add(name);
            } else if (writes && field != null && !field.updateable()) {
                locked.add(name);
            }
        }
        return null;
    }

    SetupFinding events() {
        return events(arrivals.last(Side.SALESFORCE), clock.instant());
    }

    static SetupFinding events(Arrival last, Instant now) {
        SetupFinding silent =
                SetupFinding.silent(
                        "Salesforce",
                        last,
                        now,
                        "Look in Salesforce's setup whether the Event Relay runs and what error it"
                                + " shows, and run it again. In AWS the rule on Salesforce's event bus"
                                + " has to be enabled.");
        if (silent != null) {
            return silent;
        }
        return last.taken() != null
                ? SetupFinding.fine("The last one arrived at " + last.taken() + ".")
                : SetupFinding.toDo(
                        "None has arrived yet. Until then changes in Salesforce are found by"
                                + " looking, once a minute.",
                        "Switch Change Data Capture on for Contact, Account and Opportunity, let an"
                                + " Event Relay send them to your AWS account, and change a record in"
                                + " Salesforce.");
    }
}
