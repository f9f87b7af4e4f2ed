package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for delivery: in order per record, at least once, for 24 hours with growing
 * pauses, as EventBridge does.
 *
 * <pre>
 * added ──► blocked ──► ready ──due──► in flight ──delivered──► gone
 *              (an older event      ▲        │ failed
 *               of the record)      └────────┘ (after 24 h: gone)
 * </pre>
 */
final class EventQueue {
    private static final Duration RETRIED_FOR = Duration.ofHours(24);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);
    private static final int QUEUE_MAX = 100_000;

    private final Map<Long, Entry> entries = new HashMap<>();
    private final Map<String, Deque<Entry>> lanes = new HashMap<>();
    private final TreeSet<Entry> ready =
            new TreeSet<>(
                    Comparator.comparing((Entry entry) -> entry.dueAt)
                            .thenComparing(entry -> entry.event.number()));
    private long nextNumber = 1;
    private long queued;
    private long delivered;
    private long failures;
    private long dropped;

    private static final class Entry {
        private QueuedEvent event;
        private Instant dueAt;
        private int olderInLanes;
        private final List<String> lanes;

        Entry(QueuedEvent event, Instant dueAt, List<String> lanes) {
            this.event = event;
            this.dueAt = dueAt;
            this.lanes = lanes;
        }
    }

    /**
     * @param inOrder whether it waits for older events of the same records
     */
    void add(List<String> recordIds, String json, Instant now, Duration delay, boolean inOrder) {
        if (entries.size() >= QUEUE_MAX) {
            dropped++;
            return;
        }
        QueuedEvent event = new QueuedEvent(nextNumber++, recordIds, json, now, 0);
        Entry entry = new Entry(event, now.plus(delay), inOrder ? event.recordIds() : List.of());
        entries.put(event.number(), entry);
        queued++;
        for (String lane : entry.lanes) {
            Deque<Entry> waiting = lanes.computeIfAbsent(lane, key -> new ArrayDeque<>(2));
            if (!waiting.isEmpty()) {
                entry.olderInLanes++;
            }
            waiting.addLast(entry);
        }
        if (entry.olderInLanes == 0) {
            ready.add(entry);
        }
    }

    /** What is to be delivered now; each is handed out once until it is delivered or failed. */
    List<QueuedEvent> due(Instant now, int max) {
        List<QueuedEvent> due = new ArrayList<>();
        while (due.size() < max && !ready.isEmpty() && !ready.first().dueAt.isAfter(now)) {
            Entry entry = ready.first();
            ready.remove(entry);
            due.add(entry.event);
        }
        return due;
    }

    @Nullable Instant nextDue() {
        return ready.isEmpty() ? null : ready.first().dueAt;
    }

    void delivered(long number) {
        Entry entry = entries.remove(number);
        if (entry != null) {
            delivered++;
            release(entry);
        }
    }

    void failed(long number, Instant now) {
        Entry entry = entries.get(number);
        if (entry == null) {
            return;
        }
        failures++;
        QueuedEvent old = entry.event;
        if (old.queuedAt().plus(RETRIED_FOR).isBefore(now)) {
            entries.remove(number);
            dropped++;
            release(entry);
            return;
        }
        Duration pause = Duration.ofMillis(500L << Math.min(old.attempts(), 12));
        entry.dueAt = now.plus(pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause);
        entry.event =
                new QueuedEvent(
                        number, old.recordIds(), old.json(), old.queuedAt(), old.attempts() + 1);
        ready.add(entry);
    }

    /** Forgets everything that waits. */
    void clear() {
        entries.clear();
        lanes.clear();
        ready.clear();
    }

    void dropped(int count) {
        dropped += count;
    }

    ObjectNode json() {
        return Json.node()
                .put("queued", queued)
                .put("waiting", entries.size())
                .put("delivered", delivered)
                .put("failedAttempts", failures)
                .put("lost", dropped);
    }

    private void release(Entry entry) {
        for (String lane : entry.lanes) {
            Deque<Entry> waiting = lanes.get(lane);
            if (waiting == null) {
                continue;
            }
            waiting.removeFirst();
            Entry next = waiting.peekFirst();
            if (next == null) {
                lanes.remove(lane);
            } else if (--next.olderInLanes == 0) {
                ready.add(next);
            }
        }
    }
}
