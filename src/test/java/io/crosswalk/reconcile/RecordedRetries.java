package io.crosswalk.reconcile;

import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes which records were to be tried again. */
final class RecordedRetries extends UnaskedRecordStore {
    final List<RecordKey> retried = new ArrayList<>();

    final Map<RecordKey, List<Noted>> marked = new HashMap<>();

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        marked.putAll(hints);
        return Map.of();
    }

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return retried.add(link);
    }
}
