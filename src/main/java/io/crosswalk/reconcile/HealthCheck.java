package io.crosswalk.reconcile;

import io.crosswalk.budget.Calls;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.MappingStatus;
import io.crosswalk.mapping.MappingStatuses;
import io.crosswalk.mapping.MappingStatuses.Assessed;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.reconcile.HealthState.Seen;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.salesforce.SalesforceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Holds every mapping against the CRMs' metadata as it is now, and every object against what
 * HubSpot lets our app do: opens and closes problems of both, and has refused values tried again
 * where they may fit now. Where a CRM cannot be reached everything stays as it is.
 */
@ApplicationScoped
public class HealthCheck {
    private static final Logger LOG = Logger.getLogger(HealthCheck.class);

    /**
     * Properties, pipelines, both kinds of owners, and what the app may do, if need be by reading a
     * record; fields and users.
     */
    private static final Calls METADATA = new Calls(6, 0, 2);

    private final MappingStore mappings;
    private final MappingStatuses statuses;
    private final MappingPlans plans;
    private final ProblemStore problems;
    private final ScopeProblems scopes;
    private final HealthRetries retries;
    private final HealthState state;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final PageCalls calls;
    private final ReconcileConfig config;
    private final Clock clock;

    HealthCheck(
            MappingStore mappings,
            MappingStatuses statuses,
            MappingPlans plans,
            ProblemStore problems,
            ScopeProblems scopes,
            HealthRetries retries,
            HealthState state,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            PageCalls calls,
            ReconcileConfig config,
            Clock clock) {
        this.mappings = mappings;
        this.statuses = statuses;
        this.plans = plans;
        this.problems = problems;
        this.scopes = scopes;
        this.retries = retries;
        this.state = state;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    /** The scheduled check of objects that sync, each at most as often as configured. */
    void run() {
        MappingStatuses.People people = new MappingStatuses.People();
        for (ObjectPair object : ObjectPairs.all()) {
            if (mappings.settings(object.name()).syncEnabled()
                    && state.isTime(object.name(), clock.instant(), config.healthEvery())) {
                // Null if there are no calls for it: the next run tries again.
                calls.call(METADATA, () -> checkIfItIsTime(object, people));
            }
        }
    }

    private boolean checkIfItIsTime(ObjectPair object, MappingStatuses.People people) {
        boolean wanted = state.claim(object.name(), clock.instant(), config.healthEvery());
        if (wanted) {
            try {
                check(object, people);
            } catch (CrmUnavailable e) {
                LOG.warnf(
                        "Could not check the mappings of object '%s': %s (%s). Their problems"
                                + " stay as they are until the next check.",
                        object.name(), e.getMessage(), e.code());
            }
        }
        return wanted;
    }

    /**
     * Checks now.
     *
     * @return in the order of the mappings
     * @throws CrmUnavailable if a CRM's metadata cannot be had; then nothing of mappings was
     *     changed
     */
    public List<MappingStatus> check(ObjectPair object) {
        return check(object, new MappingStatuses.People());
    }

    /** Checks now what HubSpot lets our app do for the object. */
    public void checkScopes(ObjectPair object) {
        hubspot.forgetMetadata();
        scopes.check(object);
    }

    private List<MappingStatus> check(ObjectPair object, MappingStatuses.People people) {
        // First: without one the metadata may not be shown.
        checkScopes(object);
        salesforce.forgetMetadata();
        List<Assessed> assessed = statuses.assess(object, people);
        plans.forget(object);
        raiseAndClose(object, assessed);
        Seen seen = retries.run(object, assessed, state.load(object.name()));
        state.save(object.name(), seen);
        return statuses.of(object, assessed);
    }

    private void raiseAndClose(ObjectPair object, List<Assessed> assessed) {
        List<Found> found =
                assessed.stream()
                        .flatMap(
                                one ->
                                        one.findings().stream()
                                                .map(cause -> new Found(one.place(), cause)))
                        .toList();
        problems.raise(found);
        Set<ProblemId> open = new HashSet<>();
        found.forEach(problem -> open.add(problem.id()));
        problems.close(
                problems.ofMappings(object.name()).stream()
                        .map(Problem::id)
                        .filter(id -> id.mappingId() != null && !open.contains(id))
                        .toList());
    }
}
