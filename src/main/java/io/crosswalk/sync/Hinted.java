package io.crosswalk.sync;

import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that hints made due.
 *
 * @param key the link's, where the record has a partner
 * @param partnerId the other side's record; null where there is none
 * @param hints what was noted; empty where the record is to be read as a whole
 */
public record Hinted(RecordKey key, @Nullable String partnerId, List<Noted> hints) {
    public Hinted {
        hints = List.copyOf(hints);
    }
}
