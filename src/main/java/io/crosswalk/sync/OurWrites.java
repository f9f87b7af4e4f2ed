package io.crosswalk.sync;

import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When we wrote a side of a field lately, or set out to. */
final class OurWrites {
    private OurWrites() {}

    static List<Instant> of(Link link, String mappingId, Side side) {
        List<Instant> times = new ArrayList<>();
        RecentWrites recent = link.findings().writes().get(mappingId);
        if (recent != null) {
            for (RecentWrites.Write write : recent.writes()) {
                if (write.side() == side) {
                    times.add(write.at());
                }
            }
        }
        Intent intent = link.intents().get(mappingId);
        if (intent != null && intent.side() == side) {
            times.add(intent.at());
        }
        return times;
    }
}
