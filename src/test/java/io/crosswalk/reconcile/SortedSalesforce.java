package io.crosswalk.reconcile;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Salesforce whose records changed, a hundred a second, and that is only queried for them. */
class SortedSalesforce extends UnaskedSalesforce {
    int perSecond = 100;
    private final Instant first;
    private final int records;

    SortedSalesforce(Instant first, int records) {
        this.first = first;
        this.records = records;
    }

    Instant last() {
        return at(records - 1);
    }

    private Instant at(int record) {
        return first.plusSeconds(record / perSecond);
    }

    @Override
    public List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit) {
        List<Modified> page = new ArrayList<>();
        for (int i = 0; i < records && page.size() < limit; i++) {
            String id = "%018d".formatted(i);
            boolean beyond = at(i).isAfter(since);
            boolean here = at(i).equals(since) && (afterId == null || id.compareTo(afterId) > 0);
            if (beyond || here) {
                page.add(new Modified(new CrmRecord(id, id, Map.of(), at(i)), false, null));
            }
        }
        return page;
    }
}
