package io.crosswalk.api;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.api.SetupCheck.Step;
import io.crosswalk.api.SetupView.CheckView;
import io.crosswalk.api.SetupView.StepView;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordStore;
import io.crosswalk.salesforce.SalesforceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the checks of an installation. What is fine is believed for a minute. */
@ApplicationScoped
class SetupChecks {
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final HubspotSetup hubspotSetup;
    private final SalesforceSetup salesforceSetup;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final MappingStore mappings;
    private final RecordStore records;
    private final Clock clock;
    private final Map<SetupCheck, CheckView> fine = new ConcurrentHashMap<>();

    SetupChecks(
            HubspotSetup hubspotSetup,
            SalesforceSetup salesforceSetup,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            MappingStore mappings,
            RecordStore records,
            Clock clock) {
        this.hubspotSetup = hubspotSetup;
        this.salesforceSetup = salesforceSetup;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.mappings = mappings;
        this.records = records;
        this.clock = clock;
    }

    SetupView all() {
        List<StepView> steps = Arrays.stream(Step.values()).map(this::step).toList();
        int left = (int) steps.stream().filter(step -> !step.done()).count();
        return new SetupView(left == 0, left, steps);
    }

    private StepView step(Step step) {
        List<CheckView> checks =
                Arrays.stream(SetupCheck.values())
                        .filter(check -> check.step() == step)
                        .map(this::known)
                        .toList();
        boolean done = checks.stream().allMatch(check -> check.state() == State.FINE);
        return new StepView(step, step.title(), done, checks);
    }

    /** What was fine is believed for a minute; the rest is checked now. */
    CheckView known(SetupCheck check) {
        CheckView before = fine.get(check);
        return before != null && before.checkedAt().plus(BELIEVED).isAfter(clock.instant())
                ? before
                : run(check);
    }

    /** Asks the CRM anew: what is known of its metadata says nothing of whether it answers now. */
    CheckView run(SetupCheck check) {
        if (!check.isOfEvents() && check.step() == Step.HUBSPOT) {
            hubspot.forgetMetadata();
        } else if (!check.isOfEvents() && check.step() == Step.SALESFORCE) {
            salesforce.forgetMetadata();
        }
        SetupFinding finding =
                switch (check) {
                    case HUBSPOT_CREDENTIALS -> hubspotSetup.credentials();
                    case HUBSPOT_SCOPES -> hubspotSetup.scopes();
                    case HUBSPOT_WEBHOOK -> hubspotSetup.webhook();
                    case SALESFORCE_CREDENTIALS -> salesforceSetup.credentials();
                    case SALESFORCE_PERMISSIONS -> salesforceSetup.permissions();
                    case SALESFORCE_EVENTS -> salesforceSetup.events();
                    case LINKS -> links();
                };
        Instant now = clock.instant();
        CheckView view =
                new CheckView(
                        check,
                        check.title(),
                        finding.state(),
                        finding.text(),
                        finding.todo(),
                        finding.code(),
                        now);
        if (finding.state() == State.FINE) {
            fine.put(check, view);
        } else {
            fine.remove(check);
        }
        return view;
    }

    private SetupFinding links() {
        List<String> without = new ArrayList<>();
        for (ObjectPair object : ObjectPairs.all()) {
            boolean syncs = mappings.settings(object.name()).syncEnabled();
            if (syncs && records.links(object.name(), 1, null).items().isEmpty()) {
                without.add(object.hubspotType());
            }
        }
        return without.isEmpty()
                ? SetupFinding.fine("Of every object that syncs there are linked records.")
                : SetupFinding.toDo(
                        "There are no linked " + String.join(", no linked ", without) + " yet.",
                        "Wait for reconcile to look through both CRMs, which begins with the first"
                                + " minute; or change a record that both sides have. How records"
                                + " find partners is set per object.");
    }
}
