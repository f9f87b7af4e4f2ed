package io.crosswalk.reconcile;

import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes which records were to be tried again. */
final class RecordedRetries extends UnaskedRecordStore {
    final List<RecordKey> retried = new ArrayList<>();

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return retried.add(link);
    }
}
