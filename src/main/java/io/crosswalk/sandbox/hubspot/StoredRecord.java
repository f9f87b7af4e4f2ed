package io.crosswalk.sandbox.hubspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record with its values and their history, small enough for a million of them: a value that was
 * never changed since the record was created is a bare string.
 */
final class StoredRecord {
    /** One value that a property had. */
    static final class Version {
        /** Null where the property was cleared. */
        final @Nullable String value;

        final long at;
        final Source source;
        private @Nullable Version older;

        Version(@Nullable String value, long at, Source source, @Nullable Version older) {
            this.value = value;
            this.at = at;
            this.source = source;
            this.older = older;
        }
    }

    final long id;
    final long createdAt;
    final Source createdBy;
    private long modifiedAt;
    private long archivedAt;

    /** By property ordinal: null, a String from the creation, or the newest Version. */
    private @Nullable Object[] slots = {};

    StoredRecord(long id, long createdAt, Source createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.modifiedAt = createdAt;
    }

    /** The same values, times and history under another id. */
    StoredRecord withId(long newId) {
        StoredRecord renewed = new StoredRecord(newId, createdAt, createdBy);
        renewed.slots = slots.clone();
        renewed.modifiedAt = modifiedAt;
        return renewed;
    }

    @Nullable String value(int ordinal) {
        Object slot = slot(ordinal);
        return slot instanceof Version version ? version.value : (String) slot;
    }

    /** The value at an earlier time, for an index that lags behind. */
    @Nullable String valueAt(int ordinal, long at) {
        Object slot = slot(ordinal);
        if (slot instanceof Version newest) {
            for (Version version = newest; version != null; version = version.older) {
                if (version.at <= at) {
                    return version.value;
                }
            }
            return null;
        }
        return (String) slot;
    }

    /** Newest first; empty for a property that never had a value. */
    List<Version> history(int ordinal) {
        Object slot = slot(ordinal);
        List<Version> history = new ArrayList<>();
        if (slot instanceof Version newest) {
            for (Version version = newest; version != null; version = version.older) {
                history.add(version);
            }
        } else if (slot != null) {
            history.add(new Version((String) slot, createdAt, createdBy, null));
        }
        return history;
    }

    /** Only while the record is being created. */
    void start(int ordinal, String value) {
        room(ordinal);
        slots[ordinal] = value;
    }

    /**
     * Sets a value that differs from the one before; times per property strictly increase.
     *
     * @return when it counts as changed
     */
    long set(int ordinal, @Nullable String value, long now, Source source, int historyMax) {
        room(ordinal);
        Object slot = slots[ordinal];
        Version before =
                slot instanceof Version version
                        ? version
                        : slot == null
                                ? null
                                : new Version((String) slot, createdAt, createdBy, null);
        long at = before == null ? now : Math.max(now, before.at + 1);
        Version newest = new Version(value, at, source, before);
        slots[ordinal] = newest;
        Version last = newest;
        for (int kept = 1; kept < historyMax && last != null; kept++) {
            last = last.older;
        }
        if (last != null) {
            last.older = null;
        }
        return at;
    }

    /** Moves the modification time on, at least by a millisecond. */
    void touch(long now) {
        modifiedAt = Math.max(now, modifiedAt + 1);
    }

    long modifiedAt() {
        return modifiedAt;
    }

    /** The newest change that is not after {@code at}, as far as the history goes. */
    long modifiedAt(long at) {
        if (modifiedAt <= at) {
            return modifiedAt;
        }
        long newest = createdAt;
        for (Object slot : slots) {
            if (slot instanceof Version head) {
                for (Version version = head; version != null; version = version.older) {
                    if (version.at <= at) {
                        newest = Math.max(newest, version.at);
                        break;
                    }
                }
            }
        }
        return newest;
    }

    boolean archived() {
        return archivedAt != 0;
    }

    /** As an index that lags behind still knows it. */
    boolean archived(long at) {
        return archivedAt != 0 && archivedAt <= at;
    }

    long archivedAt() {
        return archivedAt;
    }

    void archive(long now) {
        archivedAt = now;
        touch(now);
    }

    void restore(long now) {
        archivedAt = 0;
        touch(now);
    }

    /** Drops all values and their history. */
    void forget() {
        slots = new Object[0];
    }

    private @Nullable Object slot(int ordinal) {
        return ordinal < slots.length ? slots[ordinal] : null;
    }

    private void room(int ordinal) {
        if (ordinal >= slots.length) {
            slots = Arrays.copyOf(slots, ordinal + 1);
        }
    }
}
