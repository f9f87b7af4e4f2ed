package io.crosswalk.sync;

import io.crosswalk.records.Link;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the turn at a link before people are told something: should this sync stop then, the next
 * look knows that they may be.
 */
final class Turns {
    private final RecordStore store;
    private final Duration turn;
    private final Clock clock;

    Turns(RecordStore store, Duration turn, Clock clock) {
        this.store = store;
        this.turn = turn;
        this.clock = clock;
    }

    /** The link in its turn; null if somebody else looks at it. */
    @Nullable Link take(Link link) {
        Instant now = clock.instant();
        if (link.due().turn().isHeldAt(now)) {
            return link;
        }
        Taken taken = store.intend(Map.of(link, link.intents()), now.plus(turn)).get(link.key());
        return taken == null ? null : taken.link();
    }
}
