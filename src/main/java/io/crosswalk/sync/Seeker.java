package io.crosswalk.sync;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;

/** A record without a partner, as it is now, that looks for one. */
record Seeker(Link link, CrmRecord record) {

    Side side() {
        return link.key().side();
    }

    String id() {
        return link.key().recordId();
    }

    Value value(PlannedField field) {
        return field.value(side(), record.values());
    }

    /** In normal form; "" where there is nothing to look for. */
    String value(MatchKey key) {
        return key.normal(record.values().get(key.name(side())));
    }
}
