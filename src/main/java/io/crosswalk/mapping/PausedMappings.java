package io.crosswalk.mapping;

import io.crosswalk.records.BreakerStore;
import io.crosswalk.records.BreakerStore.State;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The mappings that the mass-change breaker has paused, and their release by a person. */
@ApplicationScoped
public class PausedMappings {
    private final BreakerStore breaker;
    private final MappingStore mappings;
    private final ProblemStore problems;
    private final BreakerConfig config;
    private final Clock clock;

    public PausedMappings(
            BreakerStore breaker,
            MappingStore mappings,
            ProblemStore problems,
            BreakerConfig config,
            Clock clock) {
        this.breaker = breaker;
        this.mappings = mappings;
        this.problems = problems;
        this.config = config;
        this.clock = clock;
    }

    /** Those that are paused, or whose held links are not all looked at again yet. */
    public List<State> of(ObjectPair object) {
        return breaker.of(object.name());
    }

    /**
     * Lets a mapping write again and exempts it for one window, and until its held links are looked
     * at again, which the next reconcile runs have done.
     *
     * @throws Refusal {@link RefusalCode#MAPPING_NOT_FOUND}, {@link RefusalCode#MAPPING_NOT_PAUSED}
     */
    public void release(ObjectPair object, String id) {
        if (mappings.mappings(object.name()).stream().noneMatch(it -> it.id().equals(id))) {
            throw new Refusal(
                    RefusalCode.MAPPING_NOT_FOUND,
                    "Object '" + object.name() + "' has no mapping " + Quoted.name(id) + ".");
        }
        if (!lift(object.name(), id, config.window())) {
            throw new Refusal(
                    RefusalCode.MAPPING_NOT_PAUSED,
                    "Mapping '" + id + "' is not paused: it writes as its rule says.");
        }
    }

    /**
     * Likewise, whether or not the mapping is still there.
     *
     * @param exempt for how long, and while its held links are gone through; zero where nobody has
     *     said that it may write so much
     * @return false if it is not paused
     */
    public boolean lift(String object, String id, Duration exempt) {
        Instant now = clock.instant();
        boolean lifted = breaker.release(object, id, now, now.plus(exempt));
        if (lifted) {
            close(object, id);
        }
        return lifted;
    }

    /** The mapping writes again; the function that paused it may have told people only later. */
    public void close(String object, String id) {
        problems.close(List.of(new ProblemId(object, id, null, ProblemCode.MASS_CHANGE)));
    }

    /** Opens the problem of a paused mapping, where the function that paused it could not. */
    public void tell(Mapping mapping, MassChange why) {
        Found found = found(mapping, why);
        if (problems.find(found.id()).isEmpty()) {
            problems.raise(List.of(found));
        }
    }

    public static Found found(Mapping mapping, MassChange why) {
        return new Found(
                ProblemPlace.mapping(
                        mapping.object(),
                        mapping.id(),
                        mapping.hubspotProperty(),
                        mapping.salesforceField()),
                cause(mapping, why));
    }

    /** Why a mapping is paused, for people. */
    static ProblemCause cause(Mapping mapping, MassChange why) {
        boolean hubspot = why.side() == Side.HUBSPOT;
        String written =
                hubspot
                        ? "HubSpot property '" + mapping.hubspotProperty() + "'"
                        : "Salesforce field '" + mapping.salesforceField() + "'";
        String origin =
                hubspot
                        ? "Salesforce field '" + mapping.salesforceField() + "'"
                        : "HubSpot property '" + mapping.hubspotProperty() + "'";
        long records = why.overwritten() + why.cleared();
        String text =
                written
                        + " was about to change on "
                        + records
                        + (why.linked() == null ? "" : " of " + why.linked())
                        + " linked records within "
                        + time(why.window())
                        + " ("
                        + why.overwritten()
                        + " overwritten, "
                        + why.cleared()
                        + " cleared), following "
                        + origin
                        + ". The mapping is paused; what it would write waits and is not lost. "
                        + ProblemCode.MASS_CHANGE.mending();
        return new ProblemCause(
                ProblemCode.MASS_CHANGE,
                ProblemCode.MASS_CHANGE.action(),
                text,
                Map.of(
                        "side", List.of(why.side().name()),
                        "records", List.of(Long.toString(records)),
                        "overwritten", List.of(Long.toString(why.overwritten())),
                        "cleared", List.of(Long.toString(why.cleared())),
                        "linked",
                                why.linked() == null
                                        ? List.of()
                                        : List.of(Long.toString(why.linked()))),
                null);
    }

    private static String time(Duration window) {
        long minutes = Math.max(1, window.toMinutes());
        return minutes % 60 == 0
                ? minutes == 60 ? "an hour" : minutes / 60 + " hours"
                : minutes + " minutes";
    }
}
