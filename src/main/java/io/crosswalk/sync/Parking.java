package io.crosswalk.sync;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Link;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCause.Said;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.Retry;
import io.crosswalk.records.WriteOutcome.NotTaken;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Refuse;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What of a link is not written, though it differs, and why. The pair of values is parked and not
 * tried again; the base stays, so that the difference is not forgotten.
 */
final class Parking {
    private final Link link;
    private final Map<String, Base> parked = new HashMap<>();
    private final Map<String, ProblemCause> refusals = new LinkedHashMap<>();

    /**
     * @param link as it was seen
     */
    Parking(Link link) {
        this.link = link;
    }

    /** Why a value is not written, by mapping id; only what was tried by this sync. */
    Map<String, ProblemCause> refusals() {
        return refusals;
    }

    /** People know why already. */
    void keep(FieldDecision decided) {
        parked.put(decided.mappingId(), decided.now());
    }

    /** We refuse it. */
    void refuse(FieldDecision decided, Refuse refuse) {
        Side side = side(decided);
        Value value = decided.value(side.other());
        boolean notLinked =
                decided.field().reference() != null
                        && refuse.refused().code() == Converted.Code.OPTION_MISSING;
        ProblemCause cause =
                notLinked
                        ? RefusalCauses.companyNotLinked(
                                decided.field().mapping(), side, value.text())
                        : RefusalCauses.of(decided.field(), side, value, refuse.refused());
        park(decided, cause);
    }

    /**
     * The CRM refused it, or fails each time.
     *
     * @param sent the values that were sent with it
     * @return what it said, without them
     */
    Said refuse(FieldDecision decided, NotTaken outcome, List<String> sent) {
        ProblemCause cause = RefusalCauses.of(decided.field(), side(decided), outcome, sent);
        park(decided, cause);
        return Objects.requireNonNull(cause.said(), "a CRM's refusal says why");
    }

    /** It was tried once more, and may work later: the tries before count on. */
    void retried(FieldDecision decided, Instant now) {
        String id = decided.mappingId();
        Retry known = link.findings().retries().get(id);
        boolean wasDue = known != null && !known.at().isAfter(now);
        if (wasDue && decided.now().equals(link.parked().get(id))) {
            keep(decided);
        }
    }

    /** It waits for a person or for calmer times, which is told of when that begins. */
    void hold(FieldDecision decided, Hold hold) {
        String id = decided.mappingId();
        parked.put(id, decided.now());
        RecentWrites known = link.findings().writes().getOrDefault(id, RecentWrites.NONE);
        boolean isRetried = Base.OF_NOTHING.equals(link.parked().get(id));
        boolean begins =
                hold.reason() == Difference.Reason.QUARANTINED
                        && (!known.quarantined() || isRetried);
        if (begins) {
            refusals.put(
                    id,
                    RefusalCauses.quarantined(
                            decided.field().mapping(), known.answers(Instant.EPOCH)));
        }
    }

    private void park(FieldDecision decided, ProblemCause cause) {
        parked.put(decided.mappingId(), decided.now());
        refusals.put(decided.mappingId(), cause);
    }

    void forget(String mappingId) {
        parked.remove(mappingId);
        refusals.remove(mappingId);
    }

    private static Side side(FieldDecision decided) {
        return Objects.requireNonNull(decided.decision().writes(), "it writes a side");
    }

    /**
     * What stays parked. Something that was parked, or may have been, and is now neither settled
     * nor refused (the CRM was away, the field could not be seen) stays so, because the problem
     * that tells of it does.
     */
    Map<String, Base> all(List<FieldDecision> decisions, Set<String> unseen, Set<String> settled) {
        Map<String, Base> all = new HashMap<>(parked);
        Map<String, Base> before = mayBeParked(link);
        if (before.isEmpty()) {
            return all;
        }
        boolean any = before.remove(Link.ANY_MAPPING) != null;
        before.remove(MatchKey.PARTNER);
        for (FieldDecision decided : decisions) {
            if (any || before.containsKey(decided.mappingId())) {
                before.put(decided.mappingId(), Base.OF_NOTHING);
            }
        }
        if (any) {
            unseen.forEach(id -> before.putIfAbsent(id, Base.OF_NOTHING));
        }
        // Its time may pass unseen, and what is not seen leaves no retry behind.
        for (String id : unseen) {
            if (link.findings().retries().containsKey(id)) {
                before.replace(id, Base.OF_NOTHING);
            }
        }
        before.keySet().removeAll(settled);
        before.forEach(all::putIfAbsent);
        return all;
    }

    /**
     * What is parked; and, where a sync stopped before its acknowledgement, that it may have opened
     * problems of anything: whoever settles those closes them.
     */
    static Map<String, Base> mayBeParked(Link link) {
        Map<String, Base> all = new HashMap<>(link.parked());
        if (link.due().turn().isOpen()) {
            all.put(Link.ANY_MAPPING, Base.OF_NOTHING);
        }
        return all;
    }
}
