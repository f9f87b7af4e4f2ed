package io.crosswalk.records;

import java.time.Instant;

/**
 * When a refused pair of values, or a refused making, is tried again although nothing has changed.
 *
 * @param tries how often it was refused
 */
public record Retry(int tries, Instant at) {

    String text() {
        return tries + "|" + at.toEpochMilli();
    }

    static Retry parse(String text) {
        int bar = text.indexOf('|');
        return new Retry(
                Integer.parseInt(text.substring(0, bar)),
                Instant.ofEpochMilli(Long.parseLong(text.substring(bar + 1))));
    }
}
