package io.crosswalk.mapping;

import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One contact and one deal wait; notes which are woken. */
final class WokenRecords extends UnaskedRecordStore {
    static final RecordKey WAITING_CONTACT = RecordKey.hubspot("contact", "1");
    static final RecordKey WAITING_DEAL = RecordKey.hubspot("deal", "2");

    final List<RecordKey> woken = new ArrayList<>();

    @Override
    public List<RecordKey> overdue(Instant now, Duration after, int limit) {
        return List.of(WAITING_CONTACT, WAITING_DEAL);
    }

    @Override
    public void wake(Collection<RecordKey> keys) {
        woken.addAll(keys);
    }
}
