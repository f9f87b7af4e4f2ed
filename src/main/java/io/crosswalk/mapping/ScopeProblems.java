package io.crosswalk.mapping;

import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Opens the problem of an object whose sync lacks scopes in HubSpot, and closes it: one for the
 * object, however many records wait for them.
 */
@ApplicationScoped
public class ScopeProblems {
    private static final Logger LOG = Logger.getLogger(ScopeProblems.class);

    /** A refused batch is followed by others: they say the same. */
    private static final Duration TOLD_AT_MOST_EVERY = Duration.ofMinutes(1);

    /** What waits for a scope is written again after 45 minutes at the latest. */
    private static final Duration REFUSAL_LASTS = Duration.ofHours(1);

    private final HubspotScopes scopes;
    private final ProblemStore problems;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    public ScopeProblems(HubspotScopes scopes, ProblemStore problems, Clock clock) {
        this.scopes = scopes;
        this.problems = problems;
        this.clock = clock;
    }

    /** What is open of the object. */
    public Optional<Problem> of(ObjectPair object) {
        return problems.find(id(object));
    }

    /**
     * Holds what is configured against what HubSpot lets the app do. Where HubSpot does not answer,
     * what is open stays open.
     */
    public void check(ObjectPair object) {
        try {
            List<String> missing = scopes.missing(object).orElse(null);
            if (missing == null) {
                tried(object);
            } else {
                turn(object, missing);
            }
        } catch (CrmUnavailable e) {
            LOG.warnf(
                    "Could not check what HubSpot lets the app do for object '%s': %s (%s)",
                    object.name(), e.getMessage(), e.code());
        }
    }

    /** HubSpot does not say what the app may write: that only a write tells. */
    private void tried(ObjectPair object) {
        List<String> missing = scopes.unreadable(object);
        if (missing.isEmpty() && of(object).filter(this::isOfLateWrite).isPresent()) {
            return;
        }
        turn(object, missing);
    }

    private boolean isOfLateWrite(Problem problem) {
        return problem.lastSeen().plus(REFUSAL_LASTS).isAfter(clock.instant())
                && MappingHealth.scopes(problem.cause()).stream().anyMatch(NeededScope::isToWrite);
    }

    private void turn(ObjectPair object, List<String> missing) {
        if (missing.isEmpty()) {
            problems.close(List.of(id(object)));
            // What is refused from now on is news.
            told.remove(object.name());
        } else {
            raise(object, missing);
        }
    }

    /** HubSpot has refused a write because the app lacks a scope. */
    public void writeRefused(ObjectPair object) {
        if (!isTimeToTell(object.name())) {
            return;
        }
        List<String> missing = missingNow(object);
        if (missing.isEmpty()) {
            // Not a problem that the next check would close and the next refusal open again.
            LOG.warnf(
                    "HubSpot refuses to write %s for want of a scope, and says that the app has"
                            + " every one that it is known to need. What was refused is tried"
                            + " again.",
                    object.hubspotType());
            return;
        }
        raise(object, missing);
    }

    private boolean isTimeToTell(String object) {
        Instant now = clock.instant();
        Instant last = told.get(object);
        boolean isTime = last == null || !last.plus(TOLD_AT_MOST_EVERY).isAfter(now);
        if (isTime) {
            told.put(object, now);
        }
        return isTime;
    }

    private List<String> missingNow(ObjectPair object) {
        List<String> byWrite = List.of(NeededScope.write(object.hubspotType()));
        try {
            List<String> missing = scopes.missing(object).orElse(byWrite);
            if (missing.isEmpty()) {
                // What is known may be from before the scope was taken away.
                scopes.forget();
                missing = scopes.missing(object).orElse(byWrite);
            }
            return missing;
        } catch (CrmUnavailable e) {
            return byWrite;
        }
    }

    private void raise(ObjectPair object, List<String> missing) {
        problems.raise(
                List.of(new Found(ProblemPlace.object(object.name()), cause(object, missing))));
    }

    private static ProblemId id(ObjectPair object) {
        return ProblemPlace.object(object.name()).id(ProblemCode.SCOPE_MISSING);
    }

    private static ProblemCause cause(ObjectPair object, List<String> missing) {
        ProblemCode code = ProblemCode.SCOPE_MISSING;
        boolean writesOnly = missing.stream().allMatch(NeededScope::isToWrite);
        return ProblemCause.of(
                        code,
                        "The app in HubSpot lacks "
                                + (missing.size() == 1 ? "the scope " : "the scopes ")
                                + MappingHealthOptions.quoted(missing)
                                + ". "
                                + (writesOnly
                                        ? "What is to be written in HubSpot of object '"
                                        : "What is to be synced of object '")
                                + object.name()
                                + "' waits, and is tried again by itself. "
                                + code.mending())
                .with(MappingHealth.SCOPE, missing);
    }
}
