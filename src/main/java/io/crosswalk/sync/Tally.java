package io.crosswalk.sync;

import io.crosswalk.records.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this function knows of the records that it changed lately: few changes are kept here until
 * they are worth a call, and a record that is changed again within the window counts once. What is
 * forgotten here only makes the count higher.
 */
final class Tally {
    /** Records that are remembered; the oldest are forgotten first. */
    private static final int RECORDS_MAX = 20_000;

    private final Map<String, Sum> untold = new HashMap<>();
    private final Map<String, Instant> counted = new LinkedHashMap<>();

    /** A record's value that is about to be replaced or cleared. */
    record Change(RecordKey link, boolean clears) {}

    record Sum(long overwritten, long cleared, Instant since) {
        long total() {
            return overwritten + cleared;
        }
    }

    /**
     * @param mapping object and mapping id
     * @param from how many are worth a call
     * @return what is to be told now; empty while it is not worth it
     */
    synchronized Optional<Sum> add(
            String mapping, List<Change> changes, Instant now, Duration window, int from) {
        forgetBefore(now.minus(window));
        Sum before = untold.get(mapping);
        boolean stale = before == null || !before.since().plus(window).isAfter(now);
        long overwritten = stale ? 0 : before.overwritten();
        long cleared = stale ? 0 : before.cleared();
        for (Change change : changes) {
            if (counted.putIfAbsent(mapping + " " + change.link().text(), now) == null) {
                cleared += change.clears() ? 1 : 0;
                overwritten += change.clears() ? 0 : 1;
            }
        }
        forgetOldest();
        Sum sum = new Sum(overwritten, cleared, stale ? now : before.since());
        if (sum.total() < from) {
            untold.put(mapping, sum);
            return Optional.empty();
        }
        untold.remove(mapping);
        return Optional.of(sum);
    }

    private void forgetBefore(Instant from) {
        var oldest = counted.values().iterator();
        while (oldest.hasNext() && !oldest.next().isAfter(from)) {
            oldest.remove();
        }
    }

    private void forgetOldest() {
        var oldest = counted.keySet().iterator();
        for (int over = counted.size() - RECORDS_MAX; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
    }
}
