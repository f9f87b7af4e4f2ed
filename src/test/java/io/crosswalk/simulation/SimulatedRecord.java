package io.crosswalk.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contact of one CRM, with everything that its fields ever held. */
final class SimulatedRecord {
    final String id;
    final Map<String, List<Change>> history = new HashMap<>();
    boolean deleted;
    long deletedAt;

    /** The record that took its place in a merge. A merge's loser counts as deleted. */
    @Nullable String mergedInto;

    /** The number of the first change after that. */
    int mergedBefore;

    /** Whether it was deleted for good, so that nothing of the person may be kept. */
    boolean forgotten;

    /** The Salesforce record that it was linked to then. */
    @Nullable String partnerThen;

    /** The number of the first change after that. */
    int forgottenBefore;

    long modifiedAt;

    /** When it was saved, whether that changed anything or not. */
    final List<Long> saves = new ArrayList<>();

    /**
     * @param number orders all changes of both CRMs
     * @param since of a write of ours: the number at which its function had started
     */
    record Change(
            String id, String name, String value, long at, boolean ours, int number, int since) {}

    SimulatedRecord(String id, long modifiedAt) {
        this.id = id;
        this.modifiedAt = modifiedAt;
    }

    String value(String name) {
        List<Change> changes = history.get(name);
        return changes == null ? "" : changes.get(changes.size() - 1).value();
    }

    /** As it was before the change with that number. */
    String value(String name, int number) {
        List<Change> changes = changes(name);
        int at = changes.size() - 1;
        while (at >= 0 && changes.get(at).number() >= number) {
            at--;
        }
        return at < 0 ? "" : changes.get(at).value();
    }

    List<Change> changes(String name) {
        return history.getOrDefault(name, List.of());
    }

    /** As it was at a time. */
    String valueAt(String name, long at) {
        List<Change> changes = changes(name);
        int newest = changes.size() - 1;
        while (newest >= 0 && changes.get(newest).at() > at) {
            newest--;
        }
        return newest < 0 ? "" : changes.get(newest).value();
    }

    void saved(long at) {
        modifiedAt = at;
        saves.add(at);
    }

    long madeAt() {
        return saves.isEmpty() ? modifiedAt : saves.get(0);
    }

    /** When it was saved last before a time. */
    long savedAt(long at) {
        int last = saves.size() - 1;
        while (last > 0 && saves.get(last) > at) {
            last--;
        }
        return last < 0 ? modifiedAt : saves.get(last);
    }
}
