package io.crosswalk.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A function's own clock: some seconds off, each time in its own way. */
final class SkewedClock extends Clock {
    private final VirtualClock clock;
    private long off;

    SkewedClock(VirtualClock clock) {
        this.clock = clock;
    }

    long off() {
        return off;
    }

    void off(long millis) {
        off = millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(clock.now() + off);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
