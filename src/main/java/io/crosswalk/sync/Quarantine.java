package io.crosswalk.sync;

import io.crosswalk.records.Base;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecentWrites.Kind;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a field alone about which somebody quarrels with us: what we write is changed, and we set
 * it back, over and over. A person must say who is right. Released by a retry of its problem, or
 * when the sides are in step.
 *
 * <p>Only answers count, so however often a side is edited, what is carried over from it is not
 * held while nobody touches the other side.
 */
final class Quarantine {
    /** HubSpot repeats what was not taken for a day; a change event may be 72 hours late. */
    private static final Duration REMEMBERED = Duration.ofHours(73);

    /** An edit becomes known within minutes, most often: for so long every write is remembered. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    /**
     * Whoever has an own value for each of ours (two stamps of the time) is noticed by the pace: so
     * many times as often, in such a part of the window. People who edit by turns are slower, and
     * so is a field whose edits are brought into another form by its CRM.
     */
    private static final int NEW_VALUES_TIMES = 3;

    private static final int NEW_VALUES_PART = 6;

    private final int answersMax;
    private final int newValuesMax;
    private final Duration window;

    /**
     * @param answersMax how often a field of one record may be set back within {@code window}
     */
    Quarantine(int answersMax, Duration window) {
        this.answersMax = Math.min(answersMax, RecentWrites.KEPT_MAX);
        this.newValuesMax = Math.min(NEW_VALUES_TIMES * this.answersMax, RecentWrites.KEPT_MAX);
        this.window = window;
    }

    /** Whether the field is left alone already. */
    boolean lasts(Link link, String mappingId) {
        RecentWrites known = link.findings().writes().get(mappingId);
        return known != null && known.quarantined() && !isReleased(known, link, mappingId);
    }

    /** Whether a write is the one answer too many. */
    boolean holds(Observation seen, FieldDecision decided, Write write, Instant now) {
        Kind kind = kind(seen, decided, write, now);
        if (kind != Kind.BACK && kind != Kind.ANSWER) {
            return false;
        }
        RecentWrites written = written(seen.link(), decided.mappingId(), now);
        List<RecentWrites.Write> answers = written.answers(now.minus(window));
        long setBack = answers.stream().filter(it -> it.kind() == Kind.BACK).count();
        return kind == Kind.BACK && setBack >= answersMax
                || written.answers(now.minus(window.dividedBy(NEW_VALUES_PART))).size()
                        >= newValuesMax;
    }

    /**
     * What a write is in a quarrel: no answer if a person has asked for it, if it puts an edit back
     * that we had overwritten, or if it is sent once more because nobody knows whether it arrived.
     */
    Kind kind(Observation seen, FieldDecision decided, Write write, Instant now) {
        String id = decided.mappingId();
        if (repeats(write, seen.link().intents().get(id))) {
            return Kind.AGAIN;
        }
        if (decided.putsBack() || seen.asked().run(decided) != null) {
            return Kind.CARRIED;
        }
        Side side = write.side();
        Base before = decided.before();
        boolean moved = before != null && !decided.now().of(side).equals(before.of(side));
        return written(seen.link(), id, now).kind(side, write.sent(), moved);
    }

    private static boolean repeats(Write write, @Nullable Intent unacknowledged) {
        return unacknowledged != null
                && unacknowledged.side() == write.side()
                && unacknowledged.sent().equals(write.sent());
    }

    /** The writes to remember, with one that a look has begun and nobody acknowledged. */
    RecentWrites written(Link link, String mappingId, Instant now) {
        RecentWrites remembered = remembered(link, mappingId, now);
        Intent begun = link.intents().get(mappingId);
        return begun == null ? remembered : remembered.with(begun.side(), begun.at(), begun.sent());
    }

    /**
     * The answers that count, and of the others those of which it can still become known that they
     * have overwritten an edit. A released field begins anew.
     */
    RecentWrites remembered(Link link, String mappingId, Instant now) {
        RecentWrites known = link.findings().writes().getOrDefault(mappingId, RecentWrites.NONE);
        RecentWrites all = isReleased(known, link, mappingId) ? known.forgiven() : known;
        return all.since(now.minus(window), now.minus(LATELY), now.minus(REMEMBERED));
    }

    /** What is tried again for another reason, as of a mapping that was paused, counts on. */
    private static boolean isReleased(RecentWrites known, Link link, String mappingId) {
        return known.quarantined() && Base.OF_NOTHING.equals(link.parked().get(mappingId));
    }
}
