package io.crosswalk.backfill;

import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A backfill or an undo, from the asking to its end.
 *
 * @param id sorts by time; lower-case letters, digits and hyphens
 * @param order what was asked for
 * @param preview what would be done, as far as it was looked at
 * @param samples some of it, with values; empty once they were dropped
 */
public record Run(
        String id,
        RunOrder order,
        Status status,
        Progress progress,
        RunPreview preview,
        RunSamples samples,
        Times times) {

    public enum Kind {
        /** Brings existing values in step. */
        BACKFILL,
        /** Has every record looked at once; fills nothing. */
        RESYNC,
        /** Takes writes back. */
        UNDO
    }

    /**
     * @param version counts the stored states
     * @param message why it is in this state, or what it waits for; null where that is plain
     */
    public record Status(RunState state, long version, @Nullable String message) {}

    /**
     * @param cursor where the next page starts, "" for the first; null when there is none left
     * @param marked links that were marked
     * @param looked links of these that sync has looked at
     * @param waiting ids of HubSpot records that were marked and are due still
     * @param failingSince since when a CRM is away, try after try; null while all is well
     */
    public record Progress(
            @Nullable String cursor,
            long marked,
            long looked,
            Set<String> waiting,
            @Nullable Instant failingSince) {
        public static final Progress START = new Progress("", 0, 0, Set.of(), null);

        public Progress {
            waiting = Set.copyOf(waiting);
        }

        /** Knowing of others that were marked. */
        Progress waitingAlsoFor(Set<String> marks) {
            Set<String> all = with(marks);
            long more = marked + all.size() - waiting.size();
            return new Progress(cursor, more, looked, all, failingSince);
        }

        /** Knowing that some were marked a second time, and are to be looked at once more. */
        Progress waitingAgainFor(Set<String> marks) {
            Set<String> all = with(marks);
            long fewer = Math.max(0, looked - (all.size() - waiting.size()));
            return new Progress(cursor, marked, fewer, all, failingSince);
        }

        private Set<String> with(Set<String> marks) {
            Set<String> all = new HashSet<>(waiting);
            all.addAll(marks);
            return all;
        }

        /** With the next page from there. */
        Progress upTo(@Nullable String cursor) {
            return new Progress(cursor, marked, looked, waiting, failingSince);
        }

        Progress failing(@Nullable Instant since) {
            return new Progress(cursor, marked, looked, waiting, since);
        }
    }

    /**
     * @param previewed null while it is being previewed
     * @param started when it was let run; null before
     * @param ended null before
     */
    public record Times(
            Instant created,
            @Nullable Instant previewed,
            @Nullable Instant started,
            @Nullable Instant ended) {}

    public Kind kind() {
        return order.kind();
    }

    public RunState state() {
        return status.state();
    }

    public ObjectPair object() {
        return ObjectPairs.named(order.object()).orElseThrow();
    }

    /** With the next version. */
    Run in(RunState state, @Nullable String message) {
        Status next = new Status(state, status.version() + 1, message);
        return new Run(id, order, next, progress, preview, samples, times);
    }

    Run with(Progress progress) {
        return new Run(id, order, status, progress, preview, samples, times);
    }

    Run with(RunPreview preview, RunSamples samples) {
        return new Run(id, order, status, progress, preview, samples, times);
    }

    Run with(Times times) {
        return new Run(id, order, status, progress, preview, samples, times);
    }

    /** Values of people's records are kept for a time only. */
    Run withoutOldSamples(Instant now) {
        return samples.until() != null && now.isAfter(samples.until())
                ? with(preview, RunSamples.NONE)
                : this;
    }

    /**
     * One that has ended keeps its counts, and whom it has marked, but no value; an open one stays
     * as it is.
     */
    Run endedAt(Instant now) {
        if (state().isOpen()) {
            return this;
        }
        Progress rest = progress.failing(null);
        Times ended = new Times(times.created(), times.previewed(), times.started(), now);
        return new Run(id, order.withoutValues(), status, rest, preview, RunSamples.NONE, ended);
    }
}
