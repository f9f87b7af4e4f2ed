package io.crosswalk.sync;

import io.crosswalk.records.Difference;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Decision;
import io.crosswalk.sync.FieldDecision.Hold;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import io.crosswalk.sync.FieldDecision.Settle;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts down what a look leaves behind: why sides still differ, and when fields were written. */
final class LinkFindings {
    private final Quarantine quarantine;

    LinkFindings(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    Findings of(LinkWork work, Unseen unseen, Instant now) {
        Map<String, Difference> differences = unseen.differences(work.seen().link());
        Map<String, RecentWrites> writes = new HashMap<>();
        for (String id : unseen.mappingIds()) {
            remember(writes, id, quarantine.remembered(work.seen().link(), id, now));
        }
        for (FieldDecision decided : work.decisions()) {
            String id = decided.mappingId();
            Reason reason = reason(work, decided);
            if (reason != null) {
                Difference known = work.seen().link().findings().differences().get(id);
                boolean same = known != null && known.reason() == reason;
                differences.put(id, same ? known : new Difference(reason, now));
            }
            remember(writes, id, writes(work, decided, now));
        }
        return new Findings(
                work.parked(unseen),
                work.gone,
                differences,
                work.decisions().size(),
                writes,
                retries(work, now),
                work.changedMeanwhile ? work.link.findings().overtaken() + 1 : 0);
    }

    private static void remember(Map<String, RecentWrites> writes, String id, RecentWrites recent) {
        if (recent.quarantined() || !recent.writes().isEmpty()) {
            writes.put(id, recent);
        }
    }

    private static Map<String, Retry> retries(LinkWork work, Instant now) {
        Link link = work.seen().link();
        if (work.refusals().isEmpty() && link.findings().retries().isEmpty()) {
            return Map.of();
        }
        Map<String, Retry> retries = new HashMap<>();
        for (FieldDecision decided : work.decisions()) {
            String id = decided.mappingId();
            Retry known = link.findings().retries().get(id);
            ProblemCause cause = work.refusals().get(id);
            if (cause != null) {
                boolean again = decided.now().equals(link.parked().get(id));
                Retry next = Retries.next(cause.code(), again ? known : null, now);
                if (next != null) {
                    retries.put(id, next);
                }
            } else if (known != null && work.parked().containsKey(id)) {
                retries.put(id, known);
            }
        }
        return retries;
    }

    /** Null if nothing is tried again by itself: what is held back waits for a person. */
    static @Nullable Instant nextRetry(Findings findings) {
        Instant next = null;
        for (Map.Entry<String, Retry> each : findings.retries().entrySet()) {
            Instant at = each.getValue().at();
            boolean sooner = next == null || at.isBefore(next);
            if (sooner && !isHeld(findings.differences().get(each.getKey()))) {
                next = at;
            }
        }
        return next;
    }

    private static boolean isHeld(@Nullable Difference difference) {
        if (difference == null) {
            return false;
        }
        return switch (difference.reason()) {
            case PAUSED, WATCHED, QUARANTINED -> true;
            default -> false;
        };
    }

    /** Null when the sides are in step. */
    private static @Nullable Reason reason(LinkWork work, FieldDecision decided) {
        if (decided.action() instanceof Hold hold) {
            return hold.reason();
        }
        if (decided.action() instanceof Settle) {
            return settled(work, decided);
        }
        if (work.parked().containsKey(decided.mappingId())
                || decided.action() instanceof Keep
                || decided.action() instanceof Refuse) {
            return Reason.REFUSED;
        }
        if (decided.action() instanceof Write && work.isSettled(decided.mappingId())) {
            return decided.undoes() ? Reason.UNDONE : null;
        }
        return Reason.WAITING;
    }

    private static @Nullable Reason settled(LinkWork work, FieldDecision decided) {
        if (!(decided.decision() instanceof Decision decision)) {
            return null;
        }
        return switch (decision) {
            case IN_STEP -> work.seen().resting(decided.field()) == null ? null : Reason.RULE_KEEPS;
            case NOT_SYNCED -> null;
            case FIRST_CONTACT_ACKNOWLEDGED -> Reason.FIRST_CONTACT;
            case HUBSPOT_KEEPS_ITS_VALUE,
                    SALESFORCE_KEEPS_ITS_VALUE,
                    FIRST_CONTACT_HUBSPOT_KEEPS_ITS_VALUE,
                    FIRST_CONTACT_SALESFORCE_KEEPS_ITS_VALUE ->
                    Reason.RULE_KEEPS;
            case NOTHING_CHANGED -> stillDiffering(work.seen().link(), decided);
            default -> null;
        };
    }

    private static Reason stillDiffering(Link link, FieldDecision decided) {
        Difference known = link.findings().differences().get(decided.mappingId());
        boolean lasts =
                known != null
                        && (known.reason() == Reason.FIRST_CONTACT
                                || known.reason() == Reason.RULE_KEEPS
                                || known.reason() == Reason.UNDONE);
        if (lasts) {
            return known.reason();
        }
        return lacksCounterparts(decided) ? Reason.NO_COUNTERPART : Reason.UNEXPLAINED;
    }

    /** As of an owner who has left: both sides name them still, and neither can be carried over. */
    private static boolean lacksCounterparts(FieldDecision decided) {
        Conversion conversion = decided.field().conversion();
        return isMissing(conversion.toSalesforce(decided.hubspot()))
                && isMissing(conversion.toHubspot(decided.salesforce()));
    }

    private static boolean isMissing(Converted converted) {
        return converted instanceof Converted.Refused refused
                && refused.code() == Converted.Code.OPTION_MISSING;
    }

    private RecentWrites writes(LinkWork work, FieldDecision decided, Instant now) {
        String id = decided.mappingId();
        RecentWrites recent = quarantine.written(work.seen().link(), id, now);
        Write write = decided.write();
        if (write != null && work.wasWritten(id)) {
            recent =
                    recent.with(
                            write.side(),
                            work.entries.get(id).decidedAt(),
                            write.sent(),
                            quarantine.kind(work.seen(), decided, write, now));
        }
        if (decided.action() instanceof Hold hold && hold.reason() == Reason.QUARANTINED) {
            return recent.inQuarantine();
        }
        return recent.quarantined() && work.isSettled(id) ? recent.outOfQuarantine() : recent;
    }
}
