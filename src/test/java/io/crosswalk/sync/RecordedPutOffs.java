package io.crosswalk.sync;

import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why records were put off, in order. */
final class RecordedPutOffs implements LookListener {
    final List<String> reasons = new ArrayList<>();

    @Override
    public void putOff(RecordKey record, @Nullable String partnerId, String why) {
        reasons.add(why);
    }

    @Override
    public void taken(int links) {}

    @Override
    public void written(@Nullable Duration lag) {}

    @Override
    public void failed() {}

    @Override
    public void looked(Look look) {}

    @Override
    public void made(RecordKey link, String salesforceId, Side side) {}
}
