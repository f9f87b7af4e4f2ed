package io.crosswalk.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is moved by hand; others may follow it at a distance. */
final class MovingClock extends Clock {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private Instant now = START;

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A clock that shows another time than this one, always. */
    Clock off(Duration by) {
        return Clock.offset(this, by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
